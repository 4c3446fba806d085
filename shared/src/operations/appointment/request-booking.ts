import { booking, claimedBy, visitor } from '../../domain/appointments/appointment.ts';
import { visitKey } from '../../domain/appointments/holds.ts';
import { answersAsWorded, chosenAnswers } from '../../domain/appointments/visit-questions.ts';
import { visitServices } from '../../domain/appointments/visit-services.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId } from '../../domain/ids.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused, remove } from '../outcome.ts';
import { reminds, tells } from './appointment-mails.ts';
import {
  claimsAround,
  claimsFor,
  isRefusal,
  loadBooking,
  loadRules,
  longAgo,
  minutesLater,
  place,
  placedAt,
  planned,
  releases,
  rulesReads,
  takes,
  visitOfBooking,
  whyRefused,
} from './booking-rules.ts';

const { remark, language } = booking.shape;

/** A citizen books: hers once she has answered the mail (K4). `hold`: the one that kept the time for her. */
export const requestBooking = defineOperation({
  kind: 'requestBooking',
  v: 1,
  payload: z.strictObject({
    appointmentId,
    hold: z.strictObject({ visitKey, fence: z.int().min(1) }).nullable(),
    serviceIds: visitServices,
    ...place.shape,
    visitor: z.strictObject({ ...visitor.shape, email: visitor.shape.email.unwrap() }),
    remark,
    /** Absent: she was asked nothing. */
    answers: chosenAnswers.optional(),
    language,
  }),
  reads: (payload) => [
    ...rulesReads([payload.counterId], payload.serviceIds),
    ref('appointments', payload.appointmentId),
    ...(payload.hold ? [ref('holds', payload.hold.visitKey)] : []),
  ],
  claims: ({ appointmentId: id, hold, ...payload }, docs, now, found) =>
    claimsFor(
      docs,
      { serviceIds: payload.serviceIds, at: payload, audience: 'web', ...(hold && { own: id }) },
      now,
      found,
    ),
  apply: ({ appointmentId: id, ...payload }, docs, { actor, decidedAt: now }) => {
    if (actor.kind !== 'citizen') return refused('notAllowed');
    const rules = loadRules(docs, [payload.counterId], payload.serviceIds);
    const claims = docs.claims();
    const kept = payload.hold && docs.get('holds', payload.hold.visitKey);
    if (rules === 'unknown' || claims === 'unknown' || kept === 'unknown') return forecastOnly();
    if (docs.get('appointments', id) !== undefined) return refused('alreadyExists');
    const hold = kept?.holds.find((each) => each.appointmentId === id);
    if (payload.hold && hold?.fence !== payload.hold.fence) return refused('holdGone');
    const visit = planned(rules, payload.serviceIds, 'web');
    if (isRefusal(visit)) return refused(visit);
    const reason = whyRefused({
      rules,
      claims,
      visit,
      at: payload,
      now,
      // without a hold nothing can be her own yet
      ...(hold && { own: id }),
      wasInTime: hold?.startsAt === payload.startsAt,
    });
    if (reason) return refused(reason);
    const counter = rules.counters.find((each) => each.id === payload.counterId);
    if (!counter) return refused('noSuchCounter');
    const expiresAt = minutesLater(now, rules.booking.unconfirmedMinutes);
    const fence = (hold?.fence ?? 0) + 1;
    const answers = answersAsWorded(rules.services, payload.answers);
    const requested = booking.parse({
      kind: 'booking',
      id,
      ...placedAt(counter, visit, payload.startsAt),
      serviceIds: payload.serviceIds,
      state: { is: 'unconfirmed', expiresAt },
      fence,
      changeCount: 0,
      way: 'web',
      visitor: payload.visitor,
      remark: payload.remark,
      ...(answers.length > 0 && { answers }),
      language: payload.language,
      caseId: null,
      madeAt: now,
      madeById: null,
    });
    const others = kept?.holds.filter((each) => each !== hold) ?? [];
    return accepted(
      [
        put('appointments', requested),
        ...(kept
          ? [others.length > 0 ? put('holds', { ...kept, holds: others }) : remove('holds', kept.id)]
          : []),
      ],
      tells(requested, 'confirmRequest'),
      [
        // what she kept may have been another time
        ...(hold ? [releases(claimedBy(hold), { owner: id, until: longAgo, fence })] : []),
        takes(claimedBy(requested), { state: 'unconfirmed', owner: id, until: expiresAt, fence }),
      ],
    );
  },
});

/** The link in the mail, good once: `fence` is the booking's when the mail was written (K4). */
export const confirmBooking = defineOperation({
  kind: 'confirmBooking',
  v: 1,
  payload: z.strictObject({ appointmentId, ...place.shape, fence: z.int().min(1) }),
  reads: (payload) => [...rulesReads([payload.counterId], []), ref('appointments', payload.appointmentId)],
  claims: ({ appointmentId: id, ...at }, docs, now, found) => {
    const before = loadBooking(docs.get, id);
    const rules = loadRules(docs, [at.counterId], []);
    if (before === undefined || before === 'unknown' || rules === 'unknown') return [];
    if (found === undefined) return [claimedBy(before)];
    const wish = { rules, claims: found, visit: visitOfBooking(before), at, now, own: id };
    return whyRefused(wish) ? [claimsAround(at)] : [];
  },
  apply: ({ appointmentId: id, fence, ...at }, docs, { actor, decidedAt: now }) => {
    if (actor.kind !== 'citizen') return refused('notAllowed');
    const rules = loadRules(docs, [at.counterId], []);
    const before = loadBooking(docs.get, id);
    const claims = docs.claims();
    if (rules === 'unknown' || claims === 'unknown' || before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchAppointment');
    if (before.state.is === 'cancelled') return refused('appointmentCancelled');
    if (before.state.is === 'booked') return refused('alreadyConfirmed');
    // moved since: the mail about that has another link
    if (before.fence !== fence || before.startsAt !== at.startsAt || before.counterId !== at.counterId)
      return refused('linkUsed');
    const reason = whyRefused({ rules, claims, visit: visitOfBooking(before), at, now, own: id });
    if (reason) return refused(reason);
    const confirmed = { ...before, state: { is: 'booked', at: now } as const, fence: fence + 1 };
    return accepted(
      [put('appointments', confirmed)],
      [...tells(confirmed, 'booked'), ...reminds(confirmed, now)],
      [takes(claimedBy(before), { state: 'booked', owner: id, until: null, fence: confirmed.fence })],
    );
  },
});
