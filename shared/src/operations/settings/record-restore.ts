import { ref } from '../../domain/documents.ts';
import { sequence } from '../../domain/server-only.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, put, refused } from '../outcome.ts';

/**
 * The system notes that this municipality was restored from a backup, and lets its number series jump ahead:
 * numbers given out after the backup may stand on paper already, and must not be given again (S7).
 */
export const recordRestore = defineOperation({
  kind: 'recordRestore',
  v: 1,
  payload: z.strictObject({
    sequences: z.array(sequence.shape.id).max(1000),
    jump: z.int().min(0).max(100_000),
  }),
  reads: ({ sequences }) => sequences.map((id) => ref('sequences', id)),
  apply: ({ sequences, jump }, docs, { actor }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    return accepted(
      sequences.flatMap((id) => {
        const before = docs.get('sequences', id);
        return before === undefined || before === 'unknown'
          ? []
          : [put('sequences', { ...before, last: before.last + jump })];
      }),
    );
  },
});
