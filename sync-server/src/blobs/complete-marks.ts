import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Dossier } from '@amtsstube/shared/domain/case';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import type { Store, StoredDocument } from '../store/store.ts';
import type { Uploader } from './blob-paths.ts';
import type { BlobStore } from './blob-store.ts';

/**
 * For a municipality whose files an older program restored without who brought them: what clerks named stays readable
 * (B1). Not what came with an application, which needs no such mark. Reads all dossiers, once ever.
 */
export function completeMarks(
  store: Pick<Store, 'snapshot'>,
  blobs: BlobStore,
  municipality: MunicipalityId,
): Promise<void> {
  return blobs.completeMarks(municipality, async (isUnmarked) => {
    const found: (readonly [BlobHash, Uploader])[] = [];
    const fromCitizens = new Set<BlobHash>();
    await store.snapshot(municipality, async (read) => {
      const next = (last: StoredDocument | undefined) =>
        read.allDocuments('dossiers', last?.id ?? '', pageSize);
      for await (const { document } of pages(next))
        for (const { hash, addedBy } of (document as Dossier | null)?.attachments ?? []) {
          if (addedBy === null) fromCitizens.add(hash);
          else if (isUnmarked(hash)) found.push([hash, `clerk ${addedBy}`]);
        }
    });
    return found.filter(([hash]) => !fromCitizens.has(hash));
  });
}
