import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';

/** Under a data directory, a mirror and a backup alike. */
export const blobsFolder = 'blobs';

/** `blobs/<municipality>/<first two digits>/<hash>`: no folder gets more than a 256th of a town's files. */
export function blobPath(municipality: MunicipalityId, hash: BlobHash): string {
  return join(blobsFolder, municipality, hash.slice(0, 2), hash);
}

/** Whoever brings bytes: a clerk, later a citizen's draft. Never a name of the file system itself. */
export type Uploader = string;

/** Short, and the same on file systems that take `A` and `a` for one. */
function uploaderKey(uploader: Uploader): string {
  return createHash('sha256').update(uploader).digest('hex').slice(0, 32);
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
