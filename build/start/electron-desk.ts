import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Electron's program, where `npx install-electron` has fetched it. Asked of the package's files: importing the package
 * would begin a download. undefined: there is none.
 * @param packageDirectory `node_modules/electron`
 */
export function electronProgram(packageDirectory: string): string | undefined {
  const pathFile = join(packageDirectory, 'path.txt');
  if (!existsSync(pathFile)) return undefined;
  const program = join(packageDirectory, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : undefined;
}

/** Opens the desk in its own window; it goes on when that is closed, since the server belongs to the terminal. */
export function openElectronDesk(program: string, app: string, serverUrl: string, profile: string): void {
  const desk = spawn(program, [app, `--server=${serverUrl}`, `--user-data-dir=${profile}`], {
    stdio: 'inherit',
  });
  desk.on('error', (failure) => console.error(`Electron could not be opened: ${failure.message}`));
}
