import type { ServerFound } from './server-address.ts';
import { shellTexts } from './shell-texts.ts';

/**
 * Why the program can't start without an address of a server, and what to do.
 * @param installationFile where an administrator puts the address
 */
export function startRefusal(
  server: Exclude<ServerFound, { found: 'server' }>,
  installationFile: string,
): { readonly title: string; readonly text: string } {
  if (server.found === 'none') {
    const { title, text } = shellTexts.noServer;
    return { title, text: text(installationFile) };
  }
  const { title, argument, installation } = shellTexts.unusableServer;
  return { title, text: server.where === 'argument' ? argument : installation(installationFile) };
}
