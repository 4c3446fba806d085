import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import { removeAttachment } from '@amtsstube/shared/operations/case/remove-attachment';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import type { LogRow, Read, Store } from '../store/store.ts';
import type { Uploader } from './blob-paths.ts';
import type { BlobStore } from './blob-store.ts';
import { namedBlobs } from './named-blobs.ts';

/**
 * So long after a removal its bytes stay, though nobody can open them: a desk that was told that they are here may be
 * about to hand over the operation that names them for another case.
 */
export const keptAfterRemovalMs = 24 * 60 * 60 * 1000;

/**
 * Erases the bytes of files that were taken away from a case by mistake, unless a case names them, or one of these brought them for a draft that is kept behind a link (B1). Goes by the log,
 * so that nothing has to be remembered: what a crash, a restore or a late upload left is found the next time.
 * @returns how many
 */
export async function eraseRemoved(
  store: Store,
  blobs: BlobStore,
  municipality: MunicipalityId,
  now: Instant,
  except: readonly Uploader[] = [],
): Promise<number> {
  const before = millisecondsOf(now) - keptAfterRemovalMs;
  const here = new Set(await blobs.list(municipality));
  const { due, head } = await store.snapshot(municipality, async (read) => {
    const removed = (await removedUntil(read, before)).filter((hash) => here.has(hash));
    const named = removed.length === 0 ? undefined : await namedBlobs(read);
    return { due: removed.filter((hash) => !named?.has(hash)), head: (await read.head()).seq };
  });
  let erased = 0;
  for (const hash of due) {
    // to look through all cases takes its time: somebody may have named it since
    if (await store.snapshot(municipality, (read) => isNamedSince(read, head, hash))) continue;
    if ((await blobs.lastBrought(municipality, hash)) > before) continue;
    if (await isOfAny(blobs, municipality, hash, except)) continue;
    await blobs.remove(municipality, hash);
    erased += 1;
  }
  return erased;
}

/** Whether one of these has brought it. */
export async function isOfAny(
  blobs: BlobStore,
  municipality: MunicipalityId,
  hash: BlobHash,
  uploaders: readonly Uploader[],
): Promise<boolean> {
  for (const uploader of uploaders) if (await blobs.isUploader(municipality, hash, uploader)) return true;
  return false;
}

async function removedUntil(read: Read, before: number): Promise<readonly BlobHash[]> {
  const removed = new Set<BlobHash>();
  const next = (last: LogRow | undefined) => read.logOfKind(removeAttachment.kind, last?.seq ?? 0, pageSize);
  for await (const row of pages(next)) {
    if (row.result.decided !== 'accepted' || millisecondsOf(row.decidedAt) > before) continue;
    const payload = removeAttachment.payload.safeParse(await read.payload(row.opId));
    if (payload.success) removed.add(payload.data.hash);
  }
  return [...removed];
}

async function isNamedSince(read: Read, seq: number, hash: BlobHash): Promise<boolean> {
  for await (const { touched } of pages((last: LogRow | undefined) => read.log(last?.seq ?? seq, pageSize))) {
    const dossiers = await read.documents(touched.filter(({ collection }) => collection === 'dossiers'));
    if (dossiers.some(({ document }) => JSON.stringify(document).includes(hash))) return true;
  }
  return false;
}
