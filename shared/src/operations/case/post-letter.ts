import { caseId, letterId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { localDate, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/**
 * A letter was put into the post. Four days later it counts as known (§ 41 Abs. 2 VwVfG), so the day is said once and
 * stays: none before the letter counted, none that is still to come.
 */
export const postLetter = defineOperation({
  kind: 'postLetter',
  v: 1,
  payload: z.strictObject({ caseId, letterId, on: localDate }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    const { caseRecord, dossier } = loaded;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: caseRecord }))
      return refused('notAllowed');
    const letters = dossier.letters ?? [];
    const sent = letters.find(({ id }) => id === payload.letterId);
    if (sent === undefined) return refused('noSuchLetter');
    if (sent.posted) return refused({ code: 'alreadyPosted', ...sent.posted });
    const { on } = payload;
    const [from, until] = [localDateOf(sent.at), localDateOf(context.decidedAt)];
    if (on < from || on > until) return refused({ code: 'notPostedThen', from, until });
    const { clerkId: byId } = actor;
    const event = {
      kind: 'letterPosted' as const,
      ...happened(context, caseRecord),
      byId,
      letterId: sent.id,
      on,
    };
    const posted = letters.map((each) => (each === sent ? { ...each, posted: { on, byId } } : each));
    return accepted(putWithEvent(loaded, event, {}, { letters: posted }));
  },
});
