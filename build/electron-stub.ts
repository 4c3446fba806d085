import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What marks the fuses in Electron's binary; after it the version of the wire, its length, and a character per fuse. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** In the order of the wire. */
const fuseNames = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
] as const;

/** As Electron leaves its factory. */
const factoryFuses = '10110001';

/** A folder that electron-builder takes for Electron: its binary does nothing, but has fuses to set. */
export function writeElectronStub(folder: string): void {
  mkdirSync(join(folder, 'resources'), { recursive: true });
  mkdirSync(join(folder, 'locales'), { recursive: true });
  for (const locale of ['de', 'en-US', 'fr']) writeFileSync(join(folder, `locales/${locale}.pak`), '');
  for (const name of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(folder, name), '');
  const wire = Buffer.concat([
    Buffer.from(`stub ${sentinel}`),
    Buffer.from([1, fuseNames.length]),
    Buffer.from(factoryFuses),
  ]);
  writeFileSync(join(folder, 'electron'), wire);
  chmodSync(join(folder, 'electron'), 0o755);
}

/** The fuses of a binary: true is on. */
export function fusesOf(binary: string): Readonly<Record<string, boolean>> {
  const bytes = readFileSync(binary);
  const start = bytes.indexOf(sentinel) + sentinel.length + 2;
  return Object.fromEntries(
    fuseNames.map((name, index) => [name, bytes[start + index] === '1'.charCodeAt(0)]),
  );
}
