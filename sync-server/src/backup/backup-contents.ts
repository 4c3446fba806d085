import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type MunicipalityId, municipalityId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { blobPath } from '../blobs/blob-paths.ts';
import { blobsIn } from '../blobs/blob-store.ts';
import { draftsFile } from '../citizen/kept-drafts.ts';
import { salvageFile } from '../salvage/salvage-store.ts';
import { supportKeyFile } from '../support/support-key-file.ts';

/** What a backup holds, written last: a directory without it is none. */
export const backupManifest = z.strictObject({
  backup: z.literal(1),
  madeAt: z.string(),
  municipalities: z.array(
    z.strictObject({ municipality: municipalityId, seq: z.int().min(0), hash: z.string().length(64) }),
  ),
  files: z.array(z.strictObject({ path: z.string().min(1), bytes: z.int().min(0), sha256: z.string() })),
});
export type BackupManifest = z.infer<typeof backupManifest>;

export const manifestName = 'backup.json';

export async function isBackup(directory: string): Promise<boolean> {
  return (await stat(join(directory, manifestName)).catch(() => undefined)) !== undefined;
}

/** Databases of a data directory, by path in it; a backup has them at the same paths. */
export async function databasesIn(directory: string): Promise<readonly string[]> {
  const names = await readdir(join(directory, 'municipalities')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const municipalities = names
    .filter((name) => municipalityId.safeParse(/^(.*)\.sqlite$/.exec(name)?.[1]).success)
    .map((name) => join('municipalities', name));
  // absent where no server ran since there are such
  const others: string[] = [];
  for (const name of [draftsFile, salvageFile])
    if ((await stat(join(directory, name)).catch(() => undefined)) !== undefined) others.push(name);
  return [...municipalities.toSorted(), ...others, accountsFile];
}

export const accountsFile = 'accounts.sqlite';

/** Files of cases, by path as in `databasesIn`. They never change, so a backup may copy them after its moment. */
export async function blobPathsIn(
  directory: string,
  municipalities: readonly MunicipalityId[],
): Promise<readonly string[]> {
  const paths: string[] = [];
  for (const municipality of municipalities)
    for (const hash of await blobsIn(directory, municipality)) paths.push(blobPath(municipality, hash));
  return paths;
}

/** Small files that belong to a data directory; `server.lock` doesn't. */
export const plainFiles = ['secrets.json', supportKeyFile, 'erasures.txt'] as const;

/** The municipality whose file this is. */
export function municipalityOf(path: string): z.infer<typeof municipalityId> | undefined {
  return municipalityId.safeParse(/municipalities.(.*)\.sqlite$/.exec(path)?.[1]).data;
}
