import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';

/** Under a data directory, a mirror and a backup alike. */
export const blobsFolder = 'blobs';

/** `blobs/<municipality>/<first two digits>/<hash>`: no folder gets more than a 256th of a town's files. */
export function blobPath(municipality: MunicipalityId, hash: BlobHash): string {
  return join(blobsFolder, municipality, hash.slice(0, 2), hash);
}

/**
 * Whoever brings bytes: a clerk, or a citizen's draft; a case is who a colleague brought them for. Never a name of the
 * file system itself.
 */
export type Uploader = `clerk ${string}` | `draft ${string}` | `case ${string}`;

/** Short, and the same on file systems that take `A` and `a` for one; tells a draft's, which nobody may ever claim. */
function uploaderKey(uploader: Uploader): string {
  const short = createHash('sha256').update(uploader).digest('hex').slice(0, 32);
  return uploader.startsWith('draft ') ? `${draftsKey}${short}` : short;
}

const draftsKey = 'draft-';

/** Whether a folder of partial uploads is a draft's. */
export function isDraftsFolder(name: string): boolean {
  return name.startsWith(draftsKey);
}

/** What a mark of a draft is about; undefined: it is a clerk's, or of one of these. */
export function hashInDraftMark(name: string, except: readonly Uploader[]): BlobHash | undefined {
  const [hash, key] = name.split('.');
  if (!key?.startsWith(draftsKey) || except.some((uploader) => uploaderKey(uploader) === key))
    return undefined;
  return blobHash.safeParse(hash).data;
}

/** Bytes still arriving, apart from the blobs: nothing unverified lies among them. */
export function partialsPath(municipality: MunicipalityId, uploader: Uploader): string {
  return join(uploadsPath(municipality), uploaderKey(uploader));
}

export function uploadsPath(municipality: MunicipalityId): string {
  return join(blobsFolder, municipality, 'uploads');
}

/** An empty file that says: this one has brought these very bytes (B1). */
export function markPath(municipality: MunicipalityId, hash: BlobHash, uploader: Uploader): string {
  return join(marksPath(municipality), `${hash}.${uploaderKey(uploader)}`);
}

export function marksPath(municipality: MunicipalityId): string {
  return join(blobsFolder, municipality, 'uploaders');
}

/** In a backup: the names of all these files, which have no bytes, a line each. */
export function marksListPath(municipality: MunicipalityId): string {
  return join(blobsFolder, municipality, 'uploaders.txt');
}
