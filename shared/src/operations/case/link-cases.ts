import { relatedCase } from '../../domain/annex.ts';
import { caseId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted } from '../outcome.ts';
import { loadPair, pairRefs, putPair, without } from './load-annex.ts';

/** Two cases have to do with each other, and in what: shown on both. Said again, the later word counts. */
export const linkCases = defineOperation({
  kind: 'linkCases',
  v: 1,
  payload: z.strictObject({ caseId, otherId: caseId, word: relatedCase.shape.word }),
  reads: (payload) => pairRefs(payload.caseId, payload.otherId),
  apply: ({ caseId: one, otherId, word }, docs, context) => {
    const pair = loadPair(docs, one, otherId, context);
    if ('stop' in pair) return pair.stop;
    const { byId, annexes } = pair;
    const at = context.decidedAt;
    return accepted(
      putPair(annexes, (annex, id) => ({
        ...annex,
        related: [...without(annex.related, id), { caseId: id, word: word.trim(), byId, at }],
      })),
    );
  },
});

/** They don't. What isn't linked stays so. */
export const unlinkCases = defineOperation({
  kind: 'unlinkCases',
  v: 1,
  payload: z.strictObject({ caseId, otherId: caseId }),
  reads: (payload) => pairRefs(payload.caseId, payload.otherId),
  apply: ({ caseId: one, otherId }, docs, context) => {
    const pair = loadPair(docs, one, otherId, context);
    if ('stop' in pair) return pair.stop;
    return accepted(
      putPair(pair.annexes, (annex, id) => ({ ...annex, related: without(annex.related, id) })),
    );
  },
});
