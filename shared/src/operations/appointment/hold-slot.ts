import { claimedBy } from '../../domain/appointments/appointment.ts';
import { type Hold, visitKey } from '../../domain/appointments/holds.ts';
import { visitServices } from '../../domain/appointments/visit-services.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId } from '../../domain/ids.ts';
import { scopeForAll } from '../../domain/scope.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import {
  claimsFor,
  isRefusal,
  loadRules,
  loadSettings,
  longAgo,
  minutesLater,
  ownsAll,
  place,
  planned,
  releases,
  rulesReads,
  takes,
  timesOf,
  whyRefused,
} from './booking-rules.ts';

/** Keeps a time while a citizen fills in her form (K4). */
export const holdSlot = defineOperation({
  kind: 'holdSlot',
  v: 1,
  payload: z.strictObject({
    appointmentId,
    visitKey,
    serviceIds: visitServices,
    ...place.shape,
    /** Of the same person's holds the one that she gives up for it. */
    insteadOf: appointmentId.optional(),
  }),
  reads: (payload) => [
    ...rulesReads([payload.counterId], payload.serviceIds),
    ref('holds', payload.visitKey),
    ref('appointments', payload.appointmentId),
    ...(payload.insteadOf ? [ref('appointments', payload.insteadOf)] : []),
  ],
  claims: (payload, docs, now, found) =>
    claimsFor(
      docs,
      {
        serviceIds: payload.serviceIds,
        at: payload,
        audience: 'web',
        ...(payload.insteadOf && { own: payload.insteadOf }),
      },
      now,
      found,
    ),
  apply: ({ appointmentId: id, visitKey: key, insteadOf, ...wish }, docs, { actor, decidedAt: now }) => {
    if (actor.kind !== 'citizen') return refused('notAllowed');
    const rules = loadRules(docs, [wish.counterId], wish.serviceIds);
    const before = docs.get('holds', key);
    const claims = docs.claims();
    if (rules === 'unknown' || before === 'unknown' || claims === 'unknown') return forecastOnly();
    const live = (before?.holds ?? []).filter(({ expiresAt }) => expiresAt >= now);
    if (docs.get('appointments', id) !== undefined || live.some((hold) => hold.appointmentId === id))
      return refused('alreadyExists');
    // hers alone: what isn't among her holds is somebody's
    const held = before?.holds.find((hold) => hold.appointmentId === insteadOf);
    const former = held && docs.get('appointments', held.appointmentId) === undefined ? held : undefined;
    const others = live.filter((hold) => hold !== former);
    const most = rules.booking.holdsPerPerson;
    if (others.length >= most) return refused({ code: 'tooManyHolds', most });
    const visit = planned(rules, wish.serviceIds, 'web');
    if (isRefusal(visit)) return refused(visit);
    const own = former && { own: former.appointmentId };
    const reason = whyRefused({ rules, claims, visit, at: wish, now, ...own });
    if (reason) return refused(reason);
    const { startsAt, freeAt } = timesOf(visit, wish.startsAt);
    const hold: Hold = {
      appointmentId: id,
      counterId: wish.counterId,
      startsAt,
      freeAt,
      expiresAt: minutesLater(now, rules.booking.holdMinutes),
      isExtended: false,
      fence: 1,
    };
    return accepted(
      [put('holds', { id: key, scope: scopeForAll, holds: [...others, hold] })],
      [],
      [
        ...(former
          ? [
              releases(claimedBy(former), {
                owner: former.appointmentId,
                until: longAgo,
                fence: former.fence + 1,
              }),
            ]
          : []),
        takes(claimedBy(hold), { state: 'hold', owner: id, until: hold.expiresAt, fence: hold.fence }),
      ],
    );
  },
});

/** More time for the form, once. One that ran out and that nobody took can be had back (K4). */
export const extendHold = defineOperation({
  kind: 'extendHold',
  v: 1,
  payload: z.strictObject({ appointmentId, visitKey }),
  reads: (payload) => [
    ref('settings', 'booking'),
    ref('holds', payload.visitKey),
    ref('appointments', payload.appointmentId),
  ],
  claims: ({ appointmentId: id, visitKey: key }, docs, _now, found) => {
    const before = found === undefined ? docs.get('holds', key) : undefined;
    if (before === undefined || before === 'unknown') return [];
    return before.holds.filter((hold) => hold.appointmentId === id).map(claimedBy);
  },
  apply: ({ appointmentId: id, visitKey: key }, docs, { actor, decidedAt: now }) => {
    if (actor.kind !== 'citizen') return refused('notAllowed');
    const settings = loadSettings(docs);
    const before = docs.get('holds', key);
    const claims = docs.claims();
    if (settings === 'unknown' || before === 'unknown' || claims === 'unknown') return forecastOnly();
    const hold = before?.holds.find((each) => each.appointmentId === id);
    // an id that somebody else's appointment has: the rows are that one's
    if (docs.get('appointments', id) !== undefined) return refused('holdGone');
    if (!before || !hold || !ownsAll(claims, claimedBy(hold), id)) return refused('holdGone');
    if (hold.isExtended) return refused('alreadyExtended');
    const extended = {
      ...hold,
      isExtended: true,
      expiresAt: minutesLater(now, settings.holdMinutes),
      fence: hold.fence + 1,
    };
    return accepted(
      [put('holds', { ...before, holds: before.holds.map((each) => (each === hold ? extended : each)) })],
      [],
      [
        takes(claimedBy(hold), {
          state: 'hold',
          owner: id,
          until: extended.expiresAt,
          fence: extended.fence,
        }),
      ],
    );
  },
});
