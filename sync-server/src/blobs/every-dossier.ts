import type { Dossier } from '@amtsstube/shared/domain/case';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { pageSize, pages } from '../admin/verify-municipality.ts';
import type { Store, StoredDocument } from '../store/store.ts';

/**
 * Every dossier of a municipality, a snapshot for each page, so that desks are answered in between. What is decided
 * meanwhile may be seen or not: whoever needs all of it goes through the log from where it was before.
 */
export async function* everyDossier(
  store: Pick<Store, 'snapshot'>,
  municipality: MunicipalityId,
): AsyncGenerator<Dossier> {
  const next = (last: StoredDocument | undefined) =>
    store.snapshot(municipality, (read) => read.allDocuments('dossiers', last?.id ?? '', pageSize));
  for await (const { document } of pages(next)) if (document !== null) yield document as Dossier;
}
