import { existsSync } from 'node:fs';
import { join } from 'node:path';

const packages = join(import.meta.dirname, '../desktop/dist-electron/packages');

/** The packaged program of this operating system, where `npm run package -- --dir` could make one. */
function packagedProgram(): string | undefined {
  const path = join(
    packages,
    process.platform === 'win32' ? 'win-unpacked/Amtsstube.exe' : 'linux-unpacked/amtsstube',
  );
  return existsSync(path) ? path : undefined;
}

export type ElectronBinary =
  | { readonly state: 'there'; readonly path: string }
  | { readonly state: 'skipped'; readonly why: string };

/** Whether Electron itself lies here, packaged or not. */
const hasElectron = existsSync(join(import.meta.dirname, '../node_modules/electron/dist'));

/** Whether the journeys in Electron can be walked here, and are asked for by E2E_SHELL=electron. */
export function electronBinary(): ElectronBinary {
  const path = packagedProgram();
  const isAskedFor = process.env['E2E_SHELL'] === 'electron';
  if (path === undefined)
    return { state: 'skipped', why: hasElectron ? 'nothing was packaged' : 'no Electron binary' };
  return isAskedFor ? { state: 'there', path } : { state: 'skipped', why: 'E2E_SHELL is not electron' };
}
