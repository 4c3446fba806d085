import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId, TrackingCode } from '@amtsstube/shared/domain/ids';
import type { Tracking } from '@amtsstube/shared/domain/server-only';
import type { Store } from '../store/store.ts';

export interface TrackedCase {
  readonly caseRecord: Case;
  readonly dossier: Dossier;
}

/** The case a tracking code belongs to, in one snapshot; undefined: none. */
export async function trackedCase(
  store: Store,
  municipality: MunicipalityId,
  code: TrackingCode,
): Promise<TrackedCase | undefined> {
  return store.snapshot(municipality, async (read) => {
    const tracking = (await read.document(ref('trackings', code)))?.document as Tracking | null | undefined;
    if (!tracking) return undefined;
    const caseRecord = (await read.document(ref('cases', tracking.caseId)))?.document as
      | Case
      | null
      | undefined;
    const dossier = (await read.document(ref('dossiers', tracking.caseId)))?.document as
      | Dossier
      | null
      | undefined;
    return caseRecord && dossier ? { caseRecord, dossier } : undefined;
  });
}
