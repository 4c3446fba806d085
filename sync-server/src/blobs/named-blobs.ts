import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Dossier } from '@amtsstube/shared/domain/case';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { pages } from '../admin/verify-municipality.ts';
import type { Read, StoredDocument } from '../store/store.ts';

const pageSize = 500;

/** Every hash that a dossier names, with the cases that do. Reads all dossiers: for rare acts only. */
export async function namedBlobs(
  read: Read,
): Promise<ReadonlyMap<BlobHash, readonly { readonly caseId: CaseId; readonly name: string }[]>> {
  const named = new Map<BlobHash, { caseId: CaseId; name: string }[]>();
  const next = (last: StoredDocument | undefined) => read.allDocuments('dossiers', last?.id ?? '', pageSize);
  for await (const { document } of pages(next)) {
    const dossier = document as Dossier | null;
    for (const { hash, name } of dossier?.attachments ?? [])
      named.set(hash, [...(named.get(hash) ?? []), { caseId: (dossier as Dossier).id, name }]);
  }
  return named;
}
