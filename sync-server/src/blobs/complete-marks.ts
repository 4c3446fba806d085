import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Store } from '../store/store.ts';
import type { BlobStore } from './blob-store.ts';
import { everyDossier } from './every-dossier.ts';

/**
 * For a municipality from before a clerk's naming was held against who brought the bytes (B1): a desk did not bring what
 * was here already, and a restore brought no marks back. What clerks named until then stays readable. Reads all dossiers,
 * once ever. @param before when this program was started: what is named under its eyes is held against who brought it
 */
export function completeMarks(
  store: Pick<Store, 'snapshot'>,
  blobs: BlobStore,
  municipality: MunicipalityId,
  before: Instant,
): Promise<void> {
  return blobs.completeMarks(municipality, async function* () {
    for await (const { attachments = [] } of everyDossier(store, municipality))
      for (const { hash, addedBy, addedAt } of attachments)
        if (addedBy !== null && addedAt < before) yield [hash, `clerk ${addedBy}`] as const;
  });
}
