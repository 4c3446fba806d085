import { caseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused } from '../outcome.ts';
import { caseRefs, happened, loadCase, putWithEvent } from './load-case.ts';

/** A note (Vermerk) in a case's history. Notes commute: nobody's note takes away another's. */
export const addNote = defineOperation({
  kind: 'addNote',
  v: 1,
  payload: z.strictObject({ caseId, text: z.string().max(10_000) }),
  reads: (payload) => caseRefs(payload.caseId),
  apply: (payload, docs, context) => {
    const { actor } = context;
    const loaded = loadCase(docs, payload.caseId);
    if ('stop' in loaded) return loaded.stop;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'note', on: loaded.caseRecord }))
      return refused('notAllowed');
    const text = payload.text.trim();
    if (text === '') return refused('textRequired');
    return accepted(
      putWithEvent(loaded, {
        kind: 'note',
        ...happened(context, loaded.caseRecord),
        byId: actor.clerkId,
        text,
      }),
    );
  },
});
