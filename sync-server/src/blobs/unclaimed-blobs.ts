import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Store } from '../store/store.ts';
import type { Uploader } from './blob-paths.ts';
import type { BlobStore } from './blob-store.ts';
import { namedBlobs } from './named-blobs.ts';

/** What a draft brought and nobody sent with an application stays so long. */
export const draftsKeptMs = 24 * 60 * 60 * 1000;

interface Given {
  readonly store: Pick<Store, 'snapshot'>;
  readonly blobs: BlobStore;
  readonly municipality: MunicipalityId;
  readonly nowMs: number;
  /** Of drafts that are kept behind a link. */
  readonly except: readonly Uploader[];
}

/**
 * Removes what drafts brought a day ago, nobody claimed since and no case names. Looks through the cases only where there
 * is something to remove.
 * @returns how many files went
 */
export async function removeUnclaimed(given: Given): Promise<number> {
  const { blobs, municipality, nowMs, except } = given;
  return letGo(given, await blobs.unclaimed(municipality, nowMs - draftsKeptMs, except));
}

/** The same for what nobody holds any more: a restore brings bytes back, but not who brought them. */
export async function removeUnmarked(given: Given): Promise<number> {
  const unmarked = await given.blobs.unmarked(given.municipality);
  if (unmarked.length === 0) return 0;
  const named = await given.store.snapshot(given.municipality, namedBlobs);
  // nearly all are named, and have no mark to forget: for each of them every mark there is would be read
  return letGoOf(
    given,
    unmarked.filter((hash) => !named.has(hash)),
    named,
  );
}

async function letGo(given: Given, hashes: readonly BlobHash[]): Promise<number> {
  if (hashes.length === 0) return 0;
  return letGoOf(given, hashes, await given.store.snapshot(given.municipality, namedBlobs));
}

async function letGoOf(
  { blobs, municipality, nowMs, except }: Given,
  hashes: readonly BlobHash[],
  named: ReadonlyMap<BlobHash, unknown>,
): Promise<number> {
  let removed = 0;
  for (const hash of hashes) {
    const isNamed = named.has(hash);
    if (await blobs.letGo(municipality, hash, nowMs - draftsKeptMs, { isNamed, except })) removed += 1;
  }
  return removed;
}
