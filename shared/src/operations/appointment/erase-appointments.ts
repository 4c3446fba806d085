import { type Appointment, claimedBy, isBooking } from '../../domain/appointments/appointment.ts';
import { type Holds, visitKey } from '../../domain/appointments/holds.ts';
import type { TimeLease } from '../../domain/appointments/time-lease.ts';
import { waitingId } from '../../domain/appointments/waiting.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId, leaseId, opId, taskId } from '../../domain/ids.ts';
import type { Task } from '../../domain/task.ts';
import { type Instant, instant, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, type Change, forecastOnly, refused, remove } from '../outcome.ts';
import { longAgo, releases } from './booking-rules.ts';
import { frees, timeLeaseAt } from './lease-time.ts';

const over = {
  /** What took place before that is over, and what was cancelled with it. */
  before: instant,
  /** What ran out unconfirmed before that was never booked. */
  ranOutBefore: instant,
};

/** Whether nobody needs it any more. */
export function isOver(each: Appointment, { before, ranOutBefore }: Over): boolean {
  switch (each.kind) {
    case 'booking':
      return each.freeAt < before || (each.state.is === 'unconfirmed' && each.state.expiresAt < ranOutBefore);
    // by the day, so that a number is kept no less long than its ticket
    case 'ticket':
    case 'number':
      return each.on < localDateOf(before);
    default:
      return assertNever(each);
  }
}

/** Whether nobody has to be told any more. */
export function isWishOver({ wish, done }: Task, { before }: Pick<Over, 'before'>): boolean {
  return wish !== undefined && done !== null && wish.untilOn < localDateOf(before);
}

export function isLeaseOver({ on }: TimeLease, { before }: Pick<Over, 'before'>): boolean {
  return on < localDateOf(before);
}

export function areOver({ holds }: Holds, { ranOutBefore }: Pick<Over, 'ranOutBefore'>): boolean {
  return holds.every(({ expiresAt }) => expiresAt < ranOutBefore);
}
interface Over {
  readonly before: Instant;
  readonly ranOutBefore: Instant;
}

/**
 * The server forgets appointments whose time is over: their documents go, and the payloads of everything done with them
 * (S11). The log rows stay, and so do the rows of claims, which name nobody.
 */
export const eraseAppointments = defineOperation({
  kind: 'eraseAppointments',
  v: 1,
  payload: z.strictObject({
    ...over,
    appointmentIds: z.array(appointmentId).max(1000),
    /** What kept times for forms, and who waited: what is gone already is removed once more, as the decision that removed it goes. */
    visitKeys: z.array(visitKey).max(20_000),
    waitingIds: z.array(waitingId).max(20_000),
    /** Wishes, and times granted ahead, that went with the decisions that wrote them. */
    taskIds: z.array(taskId).max(20_000).optional(),
    leaseIds: z.array(leaseId).max(20_000).optional(),
    erased: z.array(opId).max(20_000),
  }),
  reads: ({ appointmentIds, visitKeys, waitingIds, leaseIds = [] }) => [
    ...leaseIds.map((id) => ref('leases', id)),
    ...appointmentIds.map((id) => ref('appointments', id)),
    ...visitKeys.map((key) => ref('holds', key)),
    ...waitingIds.map((id) => ref('waitings', id)),
  ],
  apply: (
    { appointmentIds, visitKeys, waitingIds, taskIds = [], leaseIds = [], ...until },
    docs,
    { actor, decidedAt: now },
  ) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    if (until.before > now || until.ranOutBefore > now) return refused('malformed');
    const going: Appointment[] = [];
    for (const id of appointmentIds) {
      const found = docs.get('appointments', id);
      if (found === 'unknown') return forecastOnly();
      // confirmed or moved since it was looked for
      if (found && !isOver(found, until)) return refused('alreadyConfirmed');
      if (found) going.push(found);
    }
    const changes: Change[] = going.map(({ id }) => remove('appointments', id));
    for (const key of visitKeys) {
      const found = docs.get('holds', key);
      if (found === 'unknown') return forecastOnly();
      if (!found || areOver(found, until)) changes.push(remove('holds', key));
    }
    for (const id of waitingIds)
      if (docs.get('waitings', id) === undefined) changes.push(remove('waitings', id));
    for (const id of taskIds) changes.push(remove('tasks', id));
    const leases: TimeLease[] = [];
    for (const id of leaseIds) {
      const found = timeLeaseAt(docs, id);
      if (found === 'unknown') return forecastOnly();
      if (found) leases.push(found);
      changes.push(remove('leases', id));
    }
    return accepted(
      changes,
      [],
      [
        ...going
          .filter(isBooking)
          .map((each) =>
            releases(claimedBy(each), { owner: each.id, until: longAgo, fence: each.fence + 1 }),
          ),
        ...leases.flatMap((each) => each.free.map((part) => frees(each, part, each.fence + 1))),
      ],
    );
  },
  erases: ({ erased }) => erased,
});
