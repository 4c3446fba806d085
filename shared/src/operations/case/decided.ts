import type { Decision } from '../../domain/decision.ts';
import type { ProposedFee } from '../../domain/fees/fee.ts';
import type { ClerkId } from '../../domain/ids.ts';
import type { Letter } from '../../domain/letter.ts';
import type { ApplyContext } from '../define-operation.ts';
import { accepted, mail, type Outcome } from '../outcome.ts';
import { withoutOpenQuestions } from './case-state.ts';
import { charge, fittingLetter, whyNotDecidable } from './fee-rules.ts';
import { type CaseAndDossier, happened, putWithEvent } from './load-case.ts';
import { withLetter } from './with-letter.ts';

/** What a decision does once it counts: to the case, to the letter, and by mail to the applicant. */
export function decided(
  { caseRecord, dossier }: CaseAndDossier,
  made: {
    readonly decision: Decision;
    readonly letter: Letter | undefined;
    readonly fee: ProposedFee | undefined;
    readonly byId: ClerkId;
    readonly approvedById?: ClerkId;
  },
  context: ApplyContext,
): Outcome {
  const { decision, fee, byId, approvedById } = made;
  const { decidedAt } = context;
  const impossible = fee && whyNotDecidable(caseRecord, fee, decidedAt);
  if (impossible) return impossible;
  const charged = fee ? charge(caseRecord.fee, fee, decidedAt) : caseRecord.fee;
  // between a proposal and its approval the fee may have been paid, or become another one
  const fitting = fittingLetter(made.letter, caseRecord, charged);
  if ('stop' in fitting) return fitting.stop;
  const { letter } = fitting;
  const event = {
    kind: 'decided' as const,
    // who approves it stands in for nobody by that
    ...happened(context, approvedById === undefined ? caseRecord : undefined),
    byId,
    decision,
    ...(approvedById !== undefined && { approvedById }),
    ...(fee && { fee: { amountCents: fee.amountCents, dueOn: fee.dueOn, reason: fee.reason } }),
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
        ...(charged && { fee: charged }),
        decision: { kind: decision.kind, decidedBy: byId, decidedAt },
      },
      letter && withLetter(dossier, { letter, byId }, context),
    ),
    dossier.contactEmail === null
      ? []
      : [mail('news', dossier.contactEmail, caseRecord.id, dossier.trackingCode)],
  );
}
