import { booking, claimedBy, visitor } from '../../domain/appointments/appointment.ts';
import { unitMinutes } from '../../domain/appointments/unit.ts';
import { visitServices } from '../../domain/appointments/visit-services.ts';
import { waitingId } from '../../domain/appointments/waiting.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused, remove } from '../outcome.ts';
import { reminds, tells } from './appointment-mails.ts';
import { answersBefore, givenUp, givenUpChanges, givenUpReads, stillWaits } from './booking-instead.ts';
import {
  claimsFor,
  isRefusal,
  lasting,
  loadRules,
  place,
  placedAt,
  planned,
  rulesReads,
  takes,
  whyRefused,
} from './booking-rules.ts';

const { remark, language, caseId, way } = booking.shape;

/**
 * A clerk books for somebody who calls or stands before her. Only the server knows who owns a time, so on a desk this is
 * never shown as booked before its receipt (`needsServer`).
 */
export const bookByClerk = defineOperation({
  kind: 'bookByClerk',
  v: 1,
  payload: z
    .strictObject({
      appointmentId,
      serviceIds: visitServices,
      ...place.shape,
      visitor,
      remark,
      language,
      way: way.exclude(['web']),
      caseId,
      /** Absent: as long as its services take. */
      minutes: z.int().min(unitMinutes).max(480).multipleOf(unitMinutes).optional(),
      /** She is on the waiting list, and off it with this; what is offered to her at this moment is given up for it. */
      waitingId: waitingId.optional(),
      /** Hers, and cancelled: its time, which cools, is free for her. */
      cancelledId: appointmentId.optional(),
    })
    .refine((each) => each.waitingId === undefined || each.cancelledId === undefined),
  reads: (payload) => [
    ...rulesReads([payload.counterId], payload.serviceIds),
    ref('appointments', payload.appointmentId),
    ...(payload.waitingId ? [ref('waitings', payload.waitingId)] : []),
    ...(payload.cancelledId ? [ref('appointments', payload.cancelledId)] : []),
  ],
  readsThen: (payload, get) => givenUpReads(payload, get),
  claims: (payload, docs, now, found) => {
    const { serviceIds, minutes } = payload;
    const former = givenUp(payload, docs.get, now);
    const own = former && { own: former.id };
    return claimsFor(docs, { serviceIds, at: payload, audience: 'desk', minutes, ...own }, now, found);
  },
  needsServer: true,
  apply: (payload, docs, { actor, decidedAt: now }) => {
    const {
      appointmentId: id,
      counterId,
      startsAt,
      minutes,
      waitingId: waits,
      cancelledId,
      ...given
    } = payload;
    const rules = loadRules(docs, [counterId], given.serviceIds);
    if (rules === 'unknown') return forecastOnly();
    const counter = rules.counters.find((each) => each.id === counterId);
    if (!counter) return refused('noSuchCounter');
    if (actor.kind !== 'clerk' || !can(actor, { action: 'book', in: counter.departmentId }))
      return refused('notAllowed');
    const usual = planned(rules, given.serviceIds, 'desk');
    if (isRefusal(usual)) return refused(usual);
    const visit = lasting(usual, minutes);
    const claims = docs.claims();
    const present = docs.get('appointments', id);
    if (claims === 'unknown' || present === 'unknown') return forecastOnly();
    if (present !== undefined) return refused('alreadyExists');
    if (waits && !stillWaits(payload, docs.get)) return refused('notWaiting');
    const former = givenUp(payload, docs.get, now);
    if (former && !can(actor, { action: 'book', in: former.departmentId })) return refused('notAllowed');
    const own = former && { own: former.id };
    const reason = whyRefused({ rules, claims, visit, at: payload, now, ...own });
    if (reason) return refused(reason);
    const answers = answersBefore(payload, rules.services, docs.get);
    const booked = booking.parse({
      ...given,
      ...(answers.length > 0 && { answers }),
      kind: 'booking',
      id,
      ...placedAt(counter, visit, startsAt),
      state: { is: 'booked', at: now },
      fence: 1,
      changeCount: 0,
      madeAt: now,
      madeById: actor.clerkId,
    });
    const instead = givenUpChanges(former, claimedBy(booked), actor.clerkId, now);
    return accepted(
      [put('appointments', booked), ...instead.changes, ...(waits ? [remove('waitings', waits)] : [])],
      [...tells(booked, 'booked'), ...reminds(booked, now)],
      [...instead.claims, takes(claimedBy(booked), { state: 'booked', owner: id, until: null, fence: 1 })],
    );
  },
});
