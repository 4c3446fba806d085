import { caseId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted } from '../outcome.ts';
import { loadPair, pairRefs, putPair, without } from './load-annex.ts';

/**
 * Whether the applicants of two cases are the same person, said by a clerk who looked at both: the program only suggests.
 * Of two who say otherwise the later one counts. `same: null` takes it back: nobody has said yet.
 */
export const confirmSamePerson = defineOperation({
  kind: 'confirmSamePerson',
  v: 1,
  payload: z.strictObject({ caseId, otherId: caseId, same: z.boolean().nullable() }),
  reads: (payload) => pairRefs(payload.caseId, payload.otherId),
  apply: ({ caseId: one, otherId, same }, docs, context) => {
    const pair = loadPair(docs, one, otherId, context);
    if ('stop' in pair) return pair.stop;
    const { byId, annexes } = pair;
    const at = context.decidedAt;
    return accepted(
      putPair(annexes, (annex, id) => ({
        ...annex,
        persons: [...without(annex.persons, id), ...(same === null ? [] : [{ caseId: id, same, byId, at }])],
      })),
    );
  },
});
