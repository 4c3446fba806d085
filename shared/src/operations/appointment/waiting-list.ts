import { booking, claimedBy } from '../../domain/appointments/appointment.ts';
import { offerMinutesOf } from '../../domain/appointments/booking-settings.ts';
import type { Claim, ClaimWrite } from '../../domain/appointments/claim.ts';
import { servesWaiting } from '../../domain/appointments/serves-waiting.ts';
import { answersAsWorded } from '../../domain/appointments/visit-questions.ts';
import { mostOffers, type Waiting, waiting } from '../../domain/appointments/waiting.ts';
import { offerable, offerUntil } from '../../domain/appointments/waiting-list.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId } from '../../domain/ids.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused, remove } from '../outcome.ts';
import { tells } from './appointment-mails.ts';
import {
  claimsAround,
  isRefusal,
  loadRules,
  longAgo,
  place,
  placedAt,
  planned,
  releases,
  rulesReads,
  takes,
  whyRefused,
} from './booking-rules.ts';

const { id: waitingId, serviceIds, firstOn, lastOn, visitor, answers, language } = waiting.shape;

/** Nothing is free on the days that suit her: she is asked when something is. */
export const joinWaitingList = defineOperation({
  kind: 'joinWaitingList',
  v: 1,
  payload: z
    .strictObject({ waitingId, serviceIds, firstOn, lastOn, visitor, answers, language })
    .refine((each) => each.firstOn <= each.lastOn),
  reads: (payload) => [...rulesReads([], payload.serviceIds), ref('waitings', payload.waitingId)],
  scans: () => ['counters'],
  apply: ({ waitingId: id, ...wish }, docs, { actor, decidedAt: now }) => {
    if (actor.kind !== 'citizen') return refused('notAllowed');
    const rules = loadRules(docs, [], wish.serviceIds);
    const counters = docs.all('counters');
    if (rules === 'unknown' || counters === 'unknown') return forecastOnly();
    if (docs.get('waitings', id) !== undefined) return refused('alreadyExists');
    const visit = planned({ ...rules, counters }, wish.serviceIds, 'web');
    if (isRefusal(visit)) return refused(visit);
    if (wish.lastOn < localDateOf(now)) return refused('dayIsOver');
    return accepted(
      [put('waitings', { id, scope: scopeForAll, ...wish, madeAt: now, offers: [] })],
      [{ kind: 'waitingMail', to: wish.visitor.email, waitingId: id }],
    );
  },
});

/**
 * By herself, by a clerk she could come to, or because she has a time, has let too many pass, or her days are over. Twice
 * is once. What is offered to her at this moment stays hers until its time is up.
 */
export const leaveWaitingList = defineOperation({
  kind: 'leaveWaitingList',
  v: 1,
  payload: z.strictObject({ waitingId }),
  reads: (payload) => [ref('waitings', payload.waitingId)],
  readsThen: (payload, get) => {
    const entry = get('waitings', payload.waitingId);
    if (entry === undefined || entry === 'unknown') return [];
    return rulesReads(countersOf(entry, get), entry.serviceIds);
  },
  apply: ({ waitingId: id }, docs, { actor }) => {
    const before = docs.get('waitings', id);
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return accepted([]);
    const rules = loadRules(docs, countersOf(before, docs.get), before.serviceIds);
    if (rules === 'unknown') return forecastOnly();
    if (actor.kind === 'clerk' && !servesWaiting(actor, before, rules)) return refused('notAllowed');
    return accepted([remove('waitings', id)]);
  },
});

/** All that offer one of the services she waits for. */
function countersOf({ serviceIds: ids }: Pick<Waiting, 'serviceIds'>, get: Load['get']) {
  return ids.flatMap((id) => {
    const service = get('settings', id);
    const isKnown = service !== undefined && service !== 'unknown' && service.kind === 'service';
    return isKnown ? (service.appointment?.counterIds ?? []) : [];
  });
}

/**
 * A free time is kept for one who waits, who has it once she answers the mail (`confirmBooking`); until then it is as any
 * booking that isn't confirmed. A time that cools is free for this (K5).
 */
export const offerSlot = defineOperation({
  kind: 'offerSlot',
  v: 1,
  payload: z.strictObject({ waitingId, appointmentId, serviceIds, ...place.shape }),
  reads: (payload) => [
    ...rulesReads([payload.counterId], payload.serviceIds),
    ref('waitings', payload.waitingId),
    ref('appointments', payload.appointmentId),
  ],
  claims: (payload, _docs, _now, found) => (found === undefined ? [claimsAround(payload)] : []),
  apply: ({ waitingId: id, appointmentId: offered, ...at }, docs, { actor, decidedAt: now }) => {
    if (actor.kind !== 'system') return refused('notAllowed');
    const rules = loadRules(docs, [at.counterId], at.serviceIds);
    const claims = docs.claims();
    const entry = docs.get('waitings', id);
    if (rules === 'unknown' || claims === 'unknown' || entry === 'unknown') return forecastOnly();
    if (entry === undefined) return refused('noSuchAppointment');
    if (entry.serviceIds.join() !== at.serviceIds.join()) return refused('malformed');
    if (docs.get('appointments', offered) !== undefined || entry.offers.length >= mostOffers)
      return refused('alreadyExists');
    const visit = planned(rules, entry.serviceIds, 'web');
    if (isRefusal(visit)) return refused(visit);
    const reason = whyRefused({ rules, claims: offerable(claims), visit, at, now });
    if (reason) return refused(reason);
    const counter = rules.counters.find((each) => each.id === at.counterId);
    if (!counter) return refused('noSuchCounter');
    const given = answersAsWorded(rules.services, entry.answers);
    const expiresAt = offerUntil(now, offerMinutesOf(rules.booking), at.startsAt);
    const kept = booking.parse({
      kind: 'booking',
      id: offered,
      ...placedAt(counter, visit, at.startsAt),
      serviceIds: entry.serviceIds,
      state: { is: 'unconfirmed', expiresAt },
      fence: 1,
      changeCount: 0,
      way: 'web',
      visitor: entry.visitor,
      remark: '',
      ...(given.length > 0 && { answers: given }),
      language: entry.language,
      caseId: null,
      madeAt: now,
      madeById: null,
    });
    const range = claimedBy(kept);
    const offers = [
      ...entry.offers,
      { appointmentId: offered, counterId: at.counterId, startsAt: at.startsAt },
    ];
    return accepted(
      [put('appointments', kept), put('waitings', { ...entry, offers })],
      tells(kept, 'offer'),
      [
        ...claims.filter((each) => range.from <= each.unit && each.unit < range.to).flatMap(warmed),
        takes(range, { state: 'unconfirmed', owner: offered, until: expiresAt, fence: 1 }),
      ],
    );
  },
});

/** A unit that cools is given up by whom it cools for, and nothing else of theirs. */
function warmed({ state, counterId, unit, owner, fence }: Claim): readonly ClaimWrite[] {
  if (state !== 'cooling') return [];
  return [releases({ counterId, from: unit, to: unit + 1 }, { owner, until: longAgo, fence })];
}
