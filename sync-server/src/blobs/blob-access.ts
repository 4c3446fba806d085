import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Attachment, Dossier } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { ref } from '@amtsstube/shared/domain/documents';
import type { CaseId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { visibleScopes } from '@amtsstube/shared/domain/scope';
import { versionedFor } from '../replication/decisions.ts';
import type { Store } from '../store/store.ts';

/**
 * To know a hash is no right to read it (B1): the clerk must see the dossier that names it, by the same rule as a pull.
 * undefined: she sees none such.
 */
export async function attachmentSeenBy(
  store: Store,
  municipality: MunicipalityId,
  clerk: Clerk,
  caseId: CaseId,
  hash: BlobHash,
): Promise<Attachment | undefined> {
  const stored = await store.snapshot(municipality, (read) => read.document(ref('dossiers', caseId)));
  if (stored === undefined) return undefined;
  const { document } = versionedFor(stored, visibleScopes(clerk));
  const attachment = (document as Dossier | null)?.attachments?.find((each) => each.hash === hash);
  // not before somebody has looked through it, and never with malware in it
  return attachment?.withheld === undefined ? attachment : undefined;
}
