import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { readableScopes } from '@amtsstube/shared/domain/scope';
import type { DossierAnswer } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '../core-context.ts';
import { versionedFor } from './decisions.ts';

/**
 * One dossier as it is now, by the rule of a pull: what lies outside what the clerk may see looks as if there were none.
 * undefined: there is none.
 */
export async function readDossier(
  { store }: Pick<CoreContext, 'store'>,
  municipality: MunicipalityId,
  clerk: Clerk,
  caseId: string,
): Promise<DossierAnswer | undefined> {
  return store.snapshot(municipality, async (read) => {
    const stored = await read.document(ref('dossiers', caseId));
    const dossier = stored && versionedFor(stored, readableScopes(clerk));
    return dossier?.document ? { epoch: (await read.head()).epoch, dossier } : undefined;
  });
}
