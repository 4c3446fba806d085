import type { Decision } from '../../domain/decision.ts';
import type { ClerkId } from '../../domain/ids.ts';
import type { Letter } from '../../domain/letter.ts';
import type { ApplyContext } from '../define-operation.ts';
import { accepted, mail, type Outcome } from '../outcome.ts';
import { withoutOpenQuestions } from './case-state.ts';
import { type CaseAndDossier, happened, putWithEvent } from './load-case.ts';
import { withLetter } from './with-letter.ts';

/** What a decision does once it counts: to the case, to the letter, and by mail to the applicant. */
export function decided(
  { caseRecord, dossier }: CaseAndDossier,
  made: {
    readonly decision: Decision;
    readonly letter: Letter | undefined;
    readonly byId: ClerkId;
    readonly approvedById?: ClerkId;
  },
  context: ApplyContext,
): Outcome {
  const { decision, letter, byId, approvedById } = made;
  const { decidedAt } = context;
  const event = {
    kind: 'decided' as const,
    // who approves it stands in for nobody by that
    ...happened(context, approvedById === undefined ? caseRecord : undefined),
    byId,
    decision,
    ...(approvedById !== undefined && { approvedById }),
  };
  const { proposal: _, ...withoutProposal } = caseRecord;
  return accepted(
    putWithEvent(
      { caseRecord: withoutProposal, dossier: withoutOpenQuestions(dossier, decidedAt) },
      event,
      {
        status: 'decided',
        // nobody waits for an answer any more; one that comes all the same is kept as a message
        ...(caseRecord.waitingUntil != null && { waitingUntil: null }),
        decision: { kind: decision.kind, decidedBy: byId, decidedAt },
      },
      letter && withLetter(dossier, { letter, byId }, context),
    ),
    dossier.contactEmail === null
      ? []
      : [mail('news', dossier.contactEmail, caseRecord.id, dossier.trackingCode)],
  );
}
