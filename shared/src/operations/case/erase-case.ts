import { ref } from '../../domain/documents.ts';
import { caseId, opId, trackingCode } from '../../domain/ids.ts';
import { lease } from '../../domain/lease.ts';
import { sequence } from '../../domain/server-only.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, refused, remove } from '../outcome.ts';

/**
 * The system erases a case on an administrator's order (S11): its documents go, and the payloads of everything
 * that was ever done with it. The log rows stay, so that the chain can be proved.
 */
export const eraseCase = defineOperation({
  kind: 'eraseCase',
  v: 1,
  payload: z.strictObject({
    caseId,
    trackingCode: trackingCode.nullable(),
    /** Operations whose payloads go with it. */
    erased: z.array(opId).max(10_000),
    /** What they wrote that holds numbers only, as it was then: without it nobody could replay what came after. */
    kept: z
      .array(
        z.strictObject({
          seq: z.int().min(1),
          sequences: z.array(sequence),
          leases: z.array(lease).optional(),
        }),
      )
      .max(10_000),
  }),
  reads: ({ caseId: id, trackingCode: code }) => [
    ref('cases', id),
    ref('dossiers', id),
    ...(code === null ? [] : [ref('trackings', code)]),
  ],
  apply: ({ caseId: id, trackingCode: code }, docs, { actor }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    if (docs.get('cases', id) === undefined) return refused('noSuchCase');
    return accepted([
      remove('cases', id),
      remove('dossiers', id),
      ...(code === null ? [] : [remove('trackings', code)]),
    ]);
  },
  erases: ({ erased }) => erased,
});
