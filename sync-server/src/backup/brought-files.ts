import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { marksListPath, marksPath } from '../blobs/blob-paths.ts';
import { makeFolder, namesIn } from '../blobs/disk.ts';
import { syncDirectory, syncFile } from '../durable-files.ts';

/** The name of an empty file that says who brought what, and of the one beside them. */
const markName = /^(?:[0-9a-f]{64}\.(?:draft-)?[0-9a-f]{32}|complete)$/;

/** Writes into a backup who brought which files (B1). @returns its path */
export async function listMarks(
  directory: string,
  municipality: MunicipalityId,
  target: string,
): Promise<string> {
  const path = marksListPath(municipality);
  const names = (await namesIn(join(directory, marksPath(municipality)))).filter((name) =>
    markName.test(name),
  );
  await mkdir(dirname(join(target, path)), { recursive: true, mode: 0o700 });
  await writeFile(join(target, path), names.map((name) => `${name}\n`).join(''), { mode: 0o600 });
  await syncFile(join(target, path));
  return path;
}

/** Makes of a copied list, and of the mirror's own, what a server reads: without it nobody could claim her files. */
export async function restoreMarks(
  target: string,
  municipality: MunicipalityId,
  mirror: string | undefined,
): Promise<void> {
  const list = join(target, marksListPath(municipality));
  const listed = (await readFile(list, 'utf8').catch(() => '')).split('\n');
  const mirrored = mirror === undefined ? [] : await namesIn(join(mirror, marksPath(municipality)));
  const folder = join(target, marksPath(municipality));
  const names = [...new Set([...listed, ...mirrored])].filter((name) => markName.test(name));
  if (names.length > 0) await makeFolder(folder);
  for (const name of names) await writeFile(join(folder, name), '', { mode: 0o600 });
  if (names.length > 0) await syncDirectory(folder);
  await rm(list, { force: true });
}
