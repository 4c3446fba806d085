import type { Annex } from '../../domain/annex.ts';
import { caseViews } from '../../domain/case-views.ts';
import { ref } from '../../domain/documents.ts';
import { type CaseId, caseId, opId, taskId, trackingCode } from '../../domain/ids.ts';
import { lease } from '../../domain/lease.ts';
import { sequence } from '../../domain/server-only.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, type Change, put, refused, remove } from '../outcome.ts';
import { without } from './load-annex.ts';

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
    /** Other cases whose annexes name this one. */
    related: z.array(caseId).max(1_000).optional(),
    /** What lies beside it: tasks, and who looked at it in which month. */
    tasks: z.array(taskId).max(10_000).optional(),
    views: z.array(caseViews.shape.id).max(10_000).optional(),
  }),
  reads: ({ caseId: id, trackingCode: code, related = [] }) => [
    ref('cases', id),
    ref('dossiers', id),
    ref('annexes', id),
    ...related.map((other) => ref('annexes', other)),
    ...(code === null ? [] : [ref('trackings', code)]),
  ],
  apply: ({ caseId: id, trackingCode: code, related = [], tasks = [], views = [] }, docs, { actor }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    if (docs.get('cases', id) === undefined) return refused('noSuchCase');
    return accepted([
      remove('cases', id),
      remove('dossiers', id),
      ...(code === null ? [] : [remove('trackings', code)]),
      ...(docs.get('annexes', id) ? [remove('annexes', id)] : []),
      ...tasks.map((task) => remove('tasks', task)),
      ...views.map((month) => remove('views', month)),
      ...related.flatMap((other) => forget(id, docs.get('annexes', other))),
    ]);
  },
  erases: ({ erased }) => erased,
});

function forget(id: CaseId, annex: Annex | undefined | 'unknown'): readonly Change[] {
  if (annex === undefined || annex === 'unknown') return [];
  const { related, persons } = annex;
  return [put('annexes', { ...annex, related: without(related, id), persons: without(persons, id) })];
}
