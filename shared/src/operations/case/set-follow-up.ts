import { followUp } from '../../domain/case.ts';
import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { localDate } from '../../domain/time.ts';
import { workingDayFrom } from '../../domain/working-days.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * When somebody wants to see the case again (Wiedervorlage), with a word why; null: no more. There is one per case, and
 * the later act stands. Also of a decided case: some things are looked at afterwards.
 */
export const setFollowUp = defineOperation({
  kind: 'setFollowUp',
  v: 1,
  payload: z.strictObject({
    caseId,
    /** On a day on which nobody works it moves to the next working day. */
    on: localDate.nullable(),
    word: followUp.shape.word,
  }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: loaded.caseRecord }))
      return refused('notAllowed');
    const on = payload.on === null ? null : workingDayFrom(payload.on);
    const word = payload.word.trim();
    const byId = actor.clerkId;
    const event = { kind: 'followUpSet' as const, ...happened(context, loaded.caseRecord), byId, on, word };
    return accepted(putWithEvent(loaded, event, { followUp: on === null ? null : { on, word, byId } }));
  },
});
