import { join } from 'node:path';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { blobPath } from '../blobs/blob-paths.ts';
import { blobsIn } from '../blobs/blob-store.ts';
import { hashOf } from '../blobs/disk.ts';
import { namedBlobs } from '../blobs/named-blobs.ts';
import type { Store } from '../store/store.ts';

/**
 * Whether each file here hashes to its name, and which files cases name that are not here: those may still be on the
 * desk that added them, so they are said and are no damage (B1).
 */
export async function verifyBlobs(
  store: Store,
  root: string,
  municipality: MunicipalityId,
): Promise<{ readonly ok: boolean; readonly lines: readonly string[] }> {
  const named = await store.snapshot(municipality, namedBlobs);
  const here = await blobsIn(root, municipality);
  const lines: string[] = [];
  let damaged = 0;
  for (const hash of here) {
    if ((await hashOf(join(root, blobPath(municipality, hash)))) === hash) continue;
    damaged += 1;
    lines.push(`FILE DAMAGED: ${hash}, of ${casesOf(named.get(hash))}`);
  }
  const present = new Set(here);
  const missing = [...named].filter(([hash]) => !present.has(hash));
  for (const [hash, by] of missing) lines.push(`file not here (yet): ${hash}, of ${casesOf(by)}`);
  if (here.length + missing.length > 0)
    lines.unshift(`${here.length} files, ${damaged} damaged, ${missing.length} named and not here (yet)`);
  return { ok: damaged === 0, lines };
}

function casesOf(by: readonly { readonly caseId: string }[] = []): string {
  return by.length === 0 ? 'no case' : `case ${by.map(({ caseId }) => caseId).join(', ')}`;
}
