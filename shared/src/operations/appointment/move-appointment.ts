import type { Booking } from '../../domain/appointments/appointment.ts';
import { unitMinutes, unitOf } from '../../domain/appointments/unit.ts';
import { visitServices } from '../../domain/appointments/visit-services.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId, leaseId, taskId } from '../../domain/ids.ts';
import { isLeaseOf } from '../../domain/lease.ts';
import { can } from '../../domain/permissions.ts';
import { localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import {
  claimsFor,
  isRefusal,
  lasting,
  loadBooking,
  loadRules,
  place,
  placedAt,
  planned,
  rulesReads,
  whyRefused,
} from './booking-rules.ts';
import { timeLeaseAt } from './lease-time.ts';
import { movedByLease } from './move-leased.ts';
import { movedTo, movesClaims, whyNotMoved } from './moved-booking.ts';
import { minutesBetween, settled } from './note-wish.ts';

const payload = z.strictObject({
  appointmentId,
  serviceIds: visitServices,
  from: place,
  to: place,
  /** Absent: as long as its services take; by a lease, as long as it was. */
  minutes: z.int().min(unitMinutes).max(480).multipleOf(unitMinutes).optional(),
  /** Of the desk's own times into which it is moved, or out of which it goes back: done without a line too. */
  leaseId: leaseId.optional(),
});
type Payload = z.infer<typeof payload>;

/**
 * Another time, another counter, or by a clerk another length: the new time is taken and the old one cools in one
 * decision, so that nobody is ever without either. `from` is what the person saw.
 */
export const moveAppointment = defineOperation({
  kind: 'moveAppointment',
  v: 1,
  payload,
  reads: (given) => [
    ...rulesReads([given.to.counterId], given.serviceIds),
    ref('appointments', given.appointmentId),
    ...(given.leaseId === undefined ? [] : [ref('leases', given.leaseId), ref('tasks', callId(given))]),
  ],
  claims: ({ appointmentId: id, serviceIds, to, leaseId: lease, ...given }, docs, now, found) => {
    const before = lease === undefined ? undefined : loadBooking(docs.get, id);
    const known = before === 'unknown' ? undefined : before;
    const minutes = given.minutes ?? (known && minutesBetween(known.startsAt, known.endsAt));
    const asked = { serviceIds, at: to, own: id, minutes };
    const forDesk = claimsFor(docs, { ...asked, audience: 'desk' }, now, found);
    // whoever moves it: what a desk may have, and the web may not, is to be refused with what is free too
    if (found === undefined || forDesk.length > 0) return forDesk;
    return claimsFor(docs, { ...asked, audience: 'web' }, now, found);
  },
  needsServer: (given) => given.leaseId === undefined,
  writesByClaims: (given) => given.leaseId !== undefined,
  apply: (given, docs, context) => {
    const { appointmentId: id, serviceIds, from, to, minutes } = given;
    const { actor, decidedAt: now } = context;
    const rules = loadRules(docs, [to.counterId], serviceIds);
    const before = loadBooking(docs.get, id);
    if (rules === 'unknown' || before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchAppointment');
    const counter = rules.counters.find((each) => each.id === to.counterId);
    if (!counter) return refused('noSuchCounter');
    if (!can(actor, { action: 'changeAppointment', in: counter.departmentId })) return refused('notAllowed');
    const why = whyNotMoved(before, from, actor);
    if (why) return refused(why);
    // what is booked is what was booked: another service is another appointment
    if (before.serviceIds.join() !== serviceIds.join()) return refused('malformed');
    if (given.leaseId !== undefined) return byLease(given.leaseId, given, before, docs, context);
    const audience = actor.kind === 'clerk' ? 'desk' : 'web';
    const usual = planned(rules, serviceIds, audience);
    if (isRefusal(usual)) return refused(usual);
    const visit = lasting(usual, actor.kind === 'clerk' ? minutes : undefined);
    const claims = docs.claims();
    if (claims === 'unknown') return forecastOnly();
    const reason = whyRefused({ rules, claims, visit, at: to, now, own: id });
    if (reason) return refused(reason);
    const { booking, effects } = movedTo(before, placedAt(counter, visit, to.startsAt), context);
    return accepted(
      [put('appointments', booking)],
      effects,
      movesClaims(before, booking, rules.booking, now),
    );
  },
});

/**
 * Where the lease was taken back, or hasn't the time: she was told it, so she has it where it is free. Where it isn't the
 * appointment stays as it was, and somebody calls her (K11).
 */
function byLease(
  lease: NonNullable<Payload['leaseId']>,
  given: Payload,
  before: Booking,
  docs: Load,
  context: ApplyContext,
): Outcome {
  const { serviceIds, from, to, minutes } = given;
  const rules = loadRules(docs, [to.counterId], serviceIds);
  const own = timeLeaseAt(docs, lease);
  if (own === 'unknown' || rules === 'unknown') return forecastOnly();
  const isHeld = own !== undefined && !own.revoked && isLeaseOf(own, context);
  const moved =
    isHeld && before.state.is === 'booked'
      ? movedByLease({ lease: own, before, to, minutes, rules }, docs, context)
      : undefined;
  if (moved) return moved;
  const { id, visitor, remark, language, way, caseId } = before;
  return settled(
    {
      appointmentId: id,
      serviceIds,
      wishes: [to],
      untilOn: localDateOf(to.startsAt),
      moves: from,
      visitor,
      remark,
      language,
      way: way === 'web' ? 'phone' : way,
      caseId,
    },
    callId(given),
    docs,
    context,
    { minutes: minutes ?? minutesBetween(before.startsAt, before.endsAt), isCallRenewed: true },
  );
}

/** Of the task to call her; where the same is tried again, the later one stands in it. */
export function callId({ appointmentId: id, from, to }: Pick<Payload, 'appointmentId' | 'from' | 'to'>) {
  const units = `${unitOf(from.startsAt)}-${unitOf(to.startsAt)}`;
  return taskId.parse(`verlegt-${units}-${id}`.slice(0, 80));
}
