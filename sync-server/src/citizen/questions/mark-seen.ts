import { createHash } from 'node:crypto';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { type CaseId, type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import type { CaseLetter } from '@amtsstube/shared/domain/letter';
import { isOpen, type Question } from '@amtsstube/shared/domain/question';
import { markSeen } from '@amtsstube/shared/operations/case/mark-seen';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
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
  const isNews = (each: Question) => isOpen(each) && each.seenAt === null;
  for (const { id: questionId } of questions.filter(isNews))
    await tell(core, municipality, { caseId, questionId }, `${caseId} ${questionId}`, request);
}

/** The same of a letter, which is opened by itself. */
export async function noteSeenLetter(
  core: CoreContext,
  municipality: MunicipalityId,
  caseId: CaseId,
  { id: letterId, seenAt }: CaseLetter,
  request: Request,
): Promise<void> {
  if (seenAt === undefined)
    await tell(core, municipality, { caseId, letterId }, `letter ${caseId} ${letterId}`, request);
}

/** @param what named the same however often and from wherever it is opened */
async function tell(
  core: CoreContext,
  municipality: MunicipalityId,
  payload: PayloadOf<'markSeen'>,
  what: string,
  request: Request,
): Promise<void> {
  if (request.method !== 'GET' || isFetchedAhead(request)) return;
  const operation = {
    opId: opId.parse(`seen.${shortHash(what)}`),
    deviceId: null,
    kind: markSeen.kind,
    v: markSeen.v,
    payload,
    at: core.now(),
  };
  try {
    await executeServerOperation(core, municipality, operation, { kind: 'citizen' });
  } catch (error) {
    // the page is shown all the same; it is told when it is opened again
    if (!(error instanceof StoreUnavailable)) throw error;
  }
}

function isFetchedAhead(request: Request): boolean {
  return /prefetch|preview/i.test(`${request.get('sec-purpose') ?? ''} ${request.get('purpose') ?? ''}`);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}
