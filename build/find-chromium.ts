import { execFile } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { chromiumCandidates } from './chromium-candidates.ts';
import { chromiumInstallers, type Installer } from './chromium-installers.ts';

/** Names the Chromium to use; set by run-e2e for the journeys, and by people who want another one. */
export const chromiumVariable = 'AMTSSTUBE_CHROMIUM';

/**
 * The path of a Chromium that really starts: the one named by the environment, an installed one, or one installed now.
 * Throws with one line that says what to do when there is none.
 */
export async function findChromium(
  say: (line: string) => void = (line) => console.error(line),
): Promise<string> {
  const named = process.env[chromiumVariable];
  if (named !== undefined && named !== '') {
    if (await starts(named)) return named;
    throw new Error(
      `${chromiumVariable} is ${named}, which does not start: correct it, or unset it to search.`,
    );
  }
  const installed = await firstThatStarts();
  if (installed !== undefined) return installed;
  for (const installer of chromiumInstallers({
    platform: process.platform,
    isRoot: isRoot(),
    has: isOnPath,
  })) {
    say(`No Chromium found; installing one with ${installer.name} …`);
    await install(installer, say);
    const found = await firstThatStarts();
    if (found !== undefined) return found;
  }
  throw new Error(
    `No Chromium could be found or installed: install Chromium, Chrome or Edge, or set ${chromiumVariable} to one.`,
  );
}

/** Arguments under which Chromium calls nobody by itself, and starts for root (who can't have its sandbox). */
export function chromiumArguments(asRoot: boolean = isRoot()): string[] {
  return [
    ...(asRoot ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
}

async function firstThatStarts(): Promise<string | undefined> {
  const { platform, env } = process;
  for (const candidate of chromiumCandidates({ platform, env, home: homedir(), namesIn })) {
    if (existsSync(candidate) && (await starts(candidate))) return candidate;
  }
  return undefined;
}

/** A file of the right name may be a stub or lack a library, so it is started once. */
async function starts(path: string): Promise<boolean> {
  // On Windows `--version` opens a window and says nothing.
  const question =
    process.platform === 'win32'
      ? ['--headless=new', ...chromiumArguments(), '--dump-dom', 'about:blank']
      : ['--version'];
  const { succeeded, output } = await run([path, ...question], 30_000);
  return succeeded && (process.platform === 'win32' || /\d+\.\d+/.test(output));
}

/** A failing command doesn't end the attempt: `apt-get update` fails for one unreachable source among many. */
async function install({ commands }: Installer, say: (line: string) => void): Promise<void> {
  for (const command of commands) {
    const { succeeded, output } = await run(command, 10 * 60_000);
    if (!succeeded) say(`  ${command.join(' ')}: ${output.trim().split('\n').at(-1) ?? 'failed'}`);
  }
}

function run(command: readonly string[], timeout: number): Promise<{ succeeded: boolean; output: string }> {
  const [program = '', ...words] = command;
  return new Promise((resolve) => {
    execFile(program, words, { timeout, maxBuffer: 64 * 1024 * 1024 }, (failure, stdout, stderr) => {
      resolve({
        succeeded: failure === null,
        output: `${stdout}${stderr}` || String(failure?.message ?? ''),
      });
    });
  });
}

function namesIn(folder: string): readonly string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function isOnPath(command: string): boolean {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .some((folder) => folder !== '' && existsSync(join(folder, command)));
}

function isRoot(): boolean {
  return process.getuid?.() === 0;
}

if (import.meta.main) {
  try {
    console.log(await findChromium());
  } catch (failure) {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  }
}
