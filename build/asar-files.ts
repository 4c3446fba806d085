import { readFileSync } from 'node:fs';

export interface AsarFile {
  readonly path: string;
  readonly bytes: number;
}

interface Entry {
  readonly files?: Readonly<Record<string, Entry>>;
  readonly size?: number;
  readonly unpacked?: boolean;
}

/**
 * What an app.asar holds. Its head is two Chromium pickles: the size of the second, and in it the length of a JSON
 * with the tree of files.
 */
export function filesInAsar(path: string): readonly AsarFile[] {
  const archive = readFileSync(path);
  const jsonLength = archive.readUInt32LE(12);
  const head = JSON.parse(archive.toString('utf8', 16, 16 + jsonLength)) as Entry;
  return filesUnder(head, '');
}

function filesUnder({ files = {} }: Entry, folder: string): readonly AsarFile[] {
  return Object.entries(files).flatMap(([name, entry]) =>
    entry.files === undefined
      ? [{ path: `${folder}${name}`, bytes: entry.size ?? 0 }]
      : filesUnder(entry, `${folder}${name}/`),
  );
}
