import { z } from '@amtsstube/shared/domain/zod';

const ownMachine = ['localhost', '127.0.0.1', '[::1]'];

/**
 * The origin of a sync server as a person or an installation writes it: `https://amt.example`, with or without a slash
 * or `/desk/` at its end. Without TLS only on this very PC (trying it out).
 */
export const serverAddress = z.string().transform((text, context): string => {
  const origin = originOf(text.trim());
  if (origin !== undefined) return origin;
  context.addIssue({ code: 'custom', message: 'not the https address of a server' });
  return z.NEVER;
});

function originOf(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return;
  if (!['', '/', '/desk', '/desk/'].includes(url.pathname)) return undefined;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && ownMachine.includes(url.hostname));
  return isSafe ? url.origin : undefined;
}

/** What an administrator may put beside the program (`amtsstube.json` in its resources): `{"server": "https://…"}`. */
const installation = z.object({ server: serverAddress });

export type ServerFound =
  | { readonly found: 'server'; readonly origin: string }
  | { readonly found: 'none' }
  /** Somebody wrote something that is no address of a server; `where` says who. */
  | { readonly found: 'unusable'; readonly where: 'argument' | 'installation' };

/** First what this start was told (`--server=…`), then what the installation says, then what this PC remembers. */
export function findServer(sources: {
  readonly commandLine: readonly string[];
  readonly installation: string | undefined;
  readonly remembered: string | undefined;
}): ServerFound {
  const argument = sources.commandLine.findLast((one) => one.startsWith('--server='));
  if (argument !== undefined) {
    const parsed = serverAddress.safeParse(argument.slice('--server='.length));
    return parsed.success ? found(parsed.data) : { found: 'unusable', where: 'argument' };
  }
  if (sources.installation !== undefined) {
    const parsed = installation.safeParse(jsonOf(sources.installation));
    return parsed.success ? found(parsed.data.server) : { found: 'unusable', where: 'installation' };
  }
  return sources.remembered === undefined ? { found: 'none' } : found(sources.remembered);
}

const found = (origin: string): ServerFound => ({ found: 'server', origin });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
