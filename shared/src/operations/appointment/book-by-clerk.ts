import { booking, claimedBy, visitor, visitServices } from '../../domain/appointments/appointment.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { reminds, tells } from './appointment-mails.ts';
import {
  claimsFor,
  isRefusal,
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
  payload: z.strictObject({
    appointmentId,
    serviceIds: visitServices,
    ...place.shape,
    visitor,
    remark,
    language,
    way: way.exclude(['web']),
    caseId,
  }),
  reads: (payload) => [
    ...rulesReads([payload.counterId], payload.serviceIds),
    ref('appointments', payload.appointmentId),
  ],
  claims: (payload, docs, now, found) =>
    claimsFor(docs, { serviceIds: payload.serviceIds, at: payload, audience: 'desk' }, now, found),
  needsServer: true,
  apply: ({ appointmentId: id, ...payload }, docs, { actor, decidedAt: now }) => {
    const rules = loadRules(docs, [payload.counterId], payload.serviceIds);
    if (rules === 'unknown') return forecastOnly();
    const counter = rules.counters.find((each) => each.id === payload.counterId);
    if (!counter) return refused('noSuchCounter');
    if (actor.kind !== 'clerk' || !can(actor, { action: 'book', in: counter.departmentId }))
      return refused('notAllowed');
    const visit = planned(rules, payload.serviceIds, 'desk');
    if (isRefusal(visit)) return refused(visit);
    const claims = docs.claims();
    const present = docs.get('appointments', id);
    if (claims === 'unknown' || present === 'unknown') return forecastOnly();
    if (present !== undefined) return refused('alreadyExists');
    const reason = whyRefused({ rules, claims, visit, at: payload, now });
    if (reason) return refused(reason);
    const { counterId: _, startsAt, ...given } = payload;
    const booked = booking.parse({
      ...given,
      kind: 'booking',
      id,
      ...placedAt(counter, visit, startsAt),
      state: { is: 'booked', at: now },
      fence: 1,
      changeCount: 0,
      madeAt: now,
      madeById: actor.clerkId,
    });
    return accepted(
      [put('appointments', booked)],
      [...tells(booked, 'booked'), ...reminds(booked, now)],
      [takes(claimedBy(booked), { state: 'booked', owner: id, until: null, fence: 1 })],
    );
  },
});
