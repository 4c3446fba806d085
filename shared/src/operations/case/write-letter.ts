import { caseId, letterId } from '../../domain/ids.ts';
import { letter } from '../../domain/letter.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, mail, refused } from '../outcome.ts';
import { fittingLetter } from './fee-rules.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';
import { ofDecision, withLetter } from './with-letter.ts';

/** A letter that decides nothing. It lies on the applicant's status page from then on; letters of two clerks both stand. */
export const writeLetter = defineOperation({
  kind: 'writeLetter',
  v: 1,
  payload: z.strictObject({
    caseId,
    letterId: letterId.refine((id) => id !== ofDecision),
    letter,
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: caseRecord }))
      return refused('notAllowed');
    if (dossier.letters?.some(({ id }) => id === payload.letterId)) return refused('alreadyExists');
    const fitting = fittingLetter(payload.letter, caseRecord, caseRecord.fee);
    if ('stop' in fitting) return fitting.stop;
    const { letter: written = payload.letter } = fitting;
    const { clerkId: byId } = actor;
    const event = {
      kind: 'letterWritten' as const,
      ...happened(context, caseRecord),
      byId,
      letterId: payload.letterId,
    };
    return accepted(
      putWithEvent(
        loaded,
        event,
        {},
        withLetter(dossier, { id: payload.letterId, letter: written, byId }, context),
      ),
      dossier.contactEmail === null
        ? []
        : [mail('news', dossier.contactEmail, payload.caseId, dossier.trackingCode)],
    );
  },
});
