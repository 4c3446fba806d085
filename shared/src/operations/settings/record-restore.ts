import { ref } from '../../domain/documents.ts';
import { yearOf } from '../../domain/lease.ts';
import { sequence } from '../../domain/server-only.ts';
import { localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { jumpOver } from '../case/file-reference.ts';
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
  apply: ({ sequences, jump }, docs, { actor, decidedAt }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    return accepted(
      sequences.flatMap((id) => {
        const before = docs.get('sequences', id);
        // a series that the backup doesn't know may have been begun since
        return before === 'unknown'
          ? []
          : [put('sequences', jumpOver(id, before, yearOf(localDateOf(decidedAt)), jump))];
      }),
    );
  },
});
