import { createHash } from 'node:crypto';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import { isOpen } from '@amtsstube/shared/domain/question';
import { markSeen } from '@amtsstube/shared/operations/case/mark-seen';
import type { Request } from 'express';
import type { CoreContext } from '../../core-context.ts';
import { executeServerOperation } from '../../execute/execute.ts';
import { StoreUnavailable } from '../../store/store.ts';

/**
 * Tells the office that the page with its open questions was opened, once each. What a browser or a mail program fetches
 * ahead and says so was seen by nobody.
 */
export async function noteSeen(
  core: CoreContext,
  municipality: MunicipalityId,
  { id: caseId, questions = [] }: Dossier,
  request: Request,
): Promise<void> {
  if (request.method !== 'GET' || isFetchedAhead(request)) return;
  for (const { id: questionId } of questions.filter((each) => isOpen(each) && each.seenAt === null)) {
    const operation = {
      // the same however often and from wherever it is opened
      opId: opId.parse(`seen.${shortHash(`${caseId} ${questionId}`)}`),
      deviceId: null,
      kind: markSeen.kind,
      v: markSeen.v,
      payload: { caseId, questionId },
      at: core.now(),
    };
    try {
      await executeServerOperation(core, municipality, operation, { kind: 'citizen' });
    } catch (error) {
      // the page is shown all the same; it is told when it is opened again
      if (!(error instanceof StoreUnavailable)) throw error;
      return;
    }
  }
}

function isFetchedAhead(request: Request): boolean {
  return /prefetch|preview/i.test(`${request.get('sec-purpose') ?? ''} ${request.get('purpose') ?? ''}`);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
