import { type Booking, claimedBy } from '../../domain/appointments/appointment.ts';
import { unitMinutes } from '../../domain/appointments/unit.ts';
import { visitServices } from '../../domain/appointments/visit-services.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { tellsOfMoving } from './appointment-mails.ts';
import {
  claimsFor,
  isRefusal,
  lasting,
  loadBooking,
  loadRules,
  minutesLater,
  place,
  placedAt,
  planned,
  releases,
  rulesReads,
  takes,
  whyRefused,
} from './booking-rules.ts';

/**
 * Another time, another counter, or by a clerk another length: the new time is taken and the old one cools in one
 * decision, so that nobody is ever without either. `from` is what the person saw.
 */
export const moveAppointment = defineOperation({
  kind: 'moveAppointment',
  v: 1,
  payload: z.strictObject({
    appointmentId,
    serviceIds: visitServices,
    from: place,
    to: place,
    /** Absent: as long as its services take. */
    minutes: z.int().min(unitMinutes).max(480).multipleOf(unitMinutes).optional(),
  }),
  reads: (payload) => [
    ...rulesReads([payload.to.counterId], payload.serviceIds),
    ref('appointments', payload.appointmentId),
  ],
  claims: ({ appointmentId: id, serviceIds, to, minutes }, docs, now, found) => {
    const asked = { serviceIds, at: to, own: id, minutes };
    const forDesk = claimsFor(docs, { ...asked, audience: 'desk' }, now, found);
    // whoever moves it: what a desk may have, and the web may not, is to be refused with what is free too
    if (found === undefined || forDesk.length > 0) return forDesk;
    return claimsFor(docs, { ...asked, audience: 'web' }, now, found);
  },
  needsServer: true,
  apply: ({ appointmentId: id, serviceIds, from, to, minutes }, docs, { actor, decidedAt: now }) => {
    const rules = loadRules(docs, [to.counterId], serviceIds);
    const before = loadBooking(docs.get, id);
    if (rules === 'unknown' || before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchAppointment');
    const counter = rules.counters.find((each) => each.id === to.counterId);
    if (!counter) return refused('noSuchCounter');
    const isHers = ({ departmentId }: Pick<Booking, 'departmentId'>) =>
      can(actor, { action: 'changeAppointment', in: departmentId });
    if (!isHers(before) || !isHers(counter)) return refused('notAllowed');
    if (before.state.is === 'cancelled') return refused('appointmentCancelled');
    const { counterId, startsAt } = before;
    if (counterId !== from.counterId || startsAt !== from.startsAt)
      return refused({ code: 'appointmentMoved', counterId, startsAt });
    // what is booked is what was booked: another service is another appointment
    if (before.serviceIds.join() !== serviceIds.join()) return refused('malformed');
    const audience = actor.kind === 'clerk' ? 'desk' : 'web';
    const usual = planned(rules, serviceIds, audience);
    if (isRefusal(usual)) return refused(usual);
    const visit = lasting(usual, actor.kind === 'clerk' ? minutes : undefined);
    const claims = docs.claims();
    if (claims === 'unknown') return forecastOnly();
    const reason = whyRefused({ rules, claims, visit, at: to, now, own: id });
    if (reason) return refused(reason);
    const fence = before.fence + 1;
    const { booking: moved, effects } = tellsOfMoving(
      before,
      {
        ...notArrived(before),
        ...placedAt(counter, visit, to.startsAt),
        fence,
        changeCount: before.changeCount + 1,
      },
      now,
      actor,
    );
    const { state } = before;
    const claim =
      state.is === 'booked'
        ? ({ state: 'booked', until: null } as const)
        : ({ state: 'unconfirmed', until: state.expiresAt } as const);
    const coolUntil = minutesLater(now, rules.booking.coolingMinutes);
    return accepted([put('appointments', moved)], effects, [
      releases(claimedBy(before), { owner: id, until: coolUntil, fence }),
      takes(claimedBy(moved), { ...claim, owner: id, fence }),
    ]);
  },
});

/** Who had come for the old time comes again for the new one. */
function notArrived({ arrived: _, ...before }: Booking): Booking {
  return before;
}
