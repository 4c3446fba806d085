import type { Annex } from '../../domain/annex.ts';
import { type Booking, claimedBy } from '../../domain/appointments/appointment.ts';
import type { ClaimWrite } from '../../domain/appointments/claim.ts';
import { caseViews } from '../../domain/case-views.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId, type CaseId, caseId, opId, taskId, trackingCode } from '../../domain/ids.ts';
import { lease } from '../../domain/lease.ts';
import { sequence } from '../../domain/server-only.ts';
import { z } from '../../domain/zod.ts';
import { loadBooking, longAgo, releases } from '../appointment/booking-rules.ts';
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
    /** Made for it, whenever they are. */
    appointments: z.array(appointmentId).max(1_000).optional(),
  }),
  reads: ({ caseId: id, trackingCode: code, related = [], appointments = [] }) => [
    ...appointments.map((each) => ref('appointments', each)),
    ref('cases', id),
    ref('dossiers', id),
    ref('annexes', id),
    ...related.map((other) => ref('annexes', other)),
    ...(code === null ? [] : [ref('trackings', code)]),
  ],
  apply: ({ caseId: id, trackingCode: code, related = [], ...beside }, docs, { actor }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    if (docs.get('cases', id) === undefined) return refused('noSuchCase');
    const { tasks = [], views = [], appointments = [] } = beside;
    const changes = [
      remove('cases', id),
      remove('dossiers', id),
      ...(code === null ? [] : [remove('trackings', code)]),
      ...(docs.get('annexes', id) ? [remove('annexes', id)] : []),
      ...tasks.map((task) => remove('tasks', task)),
      ...views.map((month) => remove('views', month)),
      ...related.flatMap((other) => forget(id, docs.get('annexes', other))),
      ...appointments.map((each) => remove('appointments', each)),
    ];
    const given = appointments.flatMap((each) => giveUp(loadBooking(docs.get, each)));
    return accepted(changes, [], given);
  },
  erases: ({ erased }) => erased,
});

function giveUp(booking: Booking | undefined | 'unknown'): readonly ClaimWrite[] {
  if (booking === undefined || booking === 'unknown') return [];
  const { id, fence } = booking;
  return [releases(claimedBy(booking), { owner: id, until: longAgo, fence: fence + 1 })];
}

function forget(id: CaseId, annex: Annex | undefined | 'unknown'): readonly Change[] {
  if (annex === undefined || annex === 'unknown') return [];
  const { related, persons } = annex;
  return [put('annexes', { ...annex, related: without(related, id), persons: without(persons, id) })];
}
