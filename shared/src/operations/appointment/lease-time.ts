import type { ClaimWrite } from '../../domain/appointments/claim.ts';
import { type Claim, mayBeTaken } from '../../domain/appointments/claim.ts';
import { makeCounterDay } from '../../domain/appointments/counter-day.ts';
import { grantable } from '../../domain/appointments/lease-grants.ts';
import { localDay } from '../../domain/appointments/local-day.ts';
import {
  daysToLease,
  leaseOwner,
  type Stretch,
  stretch,
  type TimeLease,
  without,
} from '../../domain/appointments/time-lease.ts';
import { unitOf } from '../../domain/appointments/unit.ts';
import { ref } from '../../domain/documents.ts';
import { clerkId, counterId, type DeviceId, leaseId } from '../../domain/ids.ts';
import { isTimeLease } from '../../domain/lease.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope } from '../../domain/scope.ts';
import { type LocalDate, localDate, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused, remove } from '../outcome.ts';
import { loadSettings, longAgo, takes } from './booking-rules.ts';

const day = z.strictObject({ leaseId, on: localDate });

/**
 * A desk asks for times of its own counter that nobody else may book (K7), for the days it has none of yet, and gives up
 * those that are over. It asks by itself while it has a line; what is not free or is leased enough is left out.
 */
export const leaseTime = defineOperation({
  kind: 'leaseTime',
  v: 1,
  payload: z.strictObject({
    counterId,
    days: z.array(day).max(10),
    /** This journal's, of days that are over. */
    endedIds: z.array(leaseId).max(50),
  }),
  reads: ({ counterId: id, days, endedIds }) => [
    ref('settings', 'booking'),
    ref('counters', id),
    ...days.map((each) => ref('leases', each.leaseId)),
    ...endedIds.map((each) => ref('leases', each)),
  ],
  claims: ({ counterId: id, days }) =>
    days.map(({ on }) => {
      const { from, to } = localDay(on);
      return { counterId: id, from, to };
    }),
  writesByClaims: true,
  apply: ({ counterId: id, days, endedIds }, docs, { actor, deviceId, decidedAt: now }) => {
    const counter = docs.get('counters', id);
    const settings = loadSettings(docs);
    const claims = docs.claims();
    if (counter === 'unknown' || settings === 'unknown' || claims === 'unknown') return forecastOnly();
    if (counter === undefined || counter.deactivatedAt !== undefined) return refused('noSuchCounter');
    if (actor.kind !== 'clerk' || deviceId === null) return refused('notAllowed');
    if (!can(actor, { action: 'book', in: counter.departmentId })) return refused('notAllowed');
    const taken = new Map(claims.filter((each) => !mayBeTaken(each, now)).map((each) => [each.unit, each]));
    const wanted = daysToLease(localDateOf(now));
    const granted: TimeLease[] = [];
    for (const { leaseId: lease, on } of days) {
      const before = docs.get('leases', lease);
      if (before === 'unknown') return forecastOnly();
      // asked for twice: once
      if (before !== undefined || !wanted.includes(on)) continue;
      const free = grantable(
        makeCounterDay(counter, settings, on, (unit) => taken.has(unit)),
        on,
        leasedOn(on, claims),
        now,
      );
      if (free.length === 0) continue;
      granted.push({
        kind: 'time',
        id: lease,
        scope: activeScope(counter.departmentId),
        departmentId: counter.departmentId,
        counterId: id,
        on,
        clerkId: actor.clerkId,
        deviceId,
        grantedAt: now,
        free: [...free],
        spent: [],
        fence: 1,
      });
    }
    const over = ended(endedIds, docs, deviceId, localDateOf(now));
    return accepted(
      [...granted.map((each) => put('leases', each)), ...over.map(({ id: each }) => remove('leases', each))],
      [],
      [
        ...granted.flatMap((each) => each.free.map((part) => leases(each, part))),
        ...over.flatMap((each) => each.free.map((part) => frees(each, part, each.fence + 1))),
      ],
    );
  },
});

/**
 * What a desk won't need of a lease is everybody's again (K9). It says so in the order in which it books, so that it never
 * books what it gave back.
 */
export const returnTime = defineOperation({
  kind: 'returnTime',
  v: 1,
  payload: z.strictObject({ leaseId, given: z.array(stretch).min(1).max(100) }),
  reads: ({ leaseId: id }) => [ref('leases', id)],
  apply: ({ leaseId: id, given }, docs, { deviceId }) => {
    const lease = timeLeaseAt(docs, id);
    if (lease === 'unknown') return forecastOnly();
    // over, or revoked: there is nothing to give back
    if (lease === undefined || lease.revoked) return accepted([]);
    if (lease.deviceId !== deviceId) return refused('notAllowed');
    const free = without(lease.free, given);
    const fence = lease.fence + 1;
    const back = without(lease.free, [...free]);
    if (back.length === 0) return accepted([]);
    return accepted(
      [put('leases', { ...lease, free: [...free], fence })],
      [],
      back.map((part) => frees(lease, part, fence)),
    );
  },
});

/** A supervisor ends a lease: its PC is lost, or its times are needed. What is free of it is everybody's at once (K9). */
export const revokeTime = defineOperation({
  kind: 'revokeTime',
  v: 1,
  payload: z.strictObject({ leaseId, reason: z.string().max(500) }),
  reads: ({ leaseId: id }) => [ref('leases', id)],
  apply: ({ leaseId: id, reason }, docs, { actor, decidedAt: now }) => {
    const lease = timeLeaseAt(docs, id);
    if (lease === 'unknown') return forecastOnly();
    if (lease === undefined) return refused('noSuchLease');
    if (actor.kind !== 'clerk' || !can(actor, { action: 'arrangeCounter', in: lease.departmentId }))
      return refused('notAllowed');
    if (reason.trim() === '') return refused('reasonRequired');
    if (lease.revoked) return accepted([]);
    const fence = lease.fence + 1;
    const revoked = { at: now, byId: clerkId.parse(actor.clerkId), reason: reason.trim() };
    return accepted(
      [put('leases', { ...lease, free: [], revoked, fence })],
      [],
      lease.free.map((part) => frees(lease, part, fence)),
    );
  },
});

/** undefined: there is none of times. */
export function timeLeaseAt(docs: Pick<Load, 'get'>, id: TimeLease['id']): TimeLease | undefined | 'unknown' {
  const found = docs.get('leases', id);
  if (found === 'unknown') return found;
  return found && isTimeLease(found) ? found : undefined;
}

/** Of a lease to nobody: free at once. */
export function frees(
  { id, counterId: counter }: Pick<TimeLease, 'id' | 'counterId'>,
  part: Stretch,
  fence: number,
): ClaimWrite {
  return { does: 'release', ...rangeOf(counter, part), owner: leaseOwner(id), until: longAgo, fence };
}

function leases({ id, counterId: counter, fence }: TimeLease, part: Stretch): ClaimWrite {
  return takes(rangeOf(counter, part), { state: 'leased', owner: leaseOwner(id), until: null, fence });
}

function rangeOf(counter: TimeLease['counterId'], { startsAt, endsAt }: Stretch) {
  return { counterId: counter, from: unitOf(startsAt), to: unitOf(endsAt) };
}

function leasedOn(on: LocalDate, claims: readonly Claim[]): number {
  const { from, to } = localDay(on);
  return claims.filter(({ state, unit }) => state === 'leased' && from <= unit && unit < to).length;
}

/** What is another's, or not over, stays: nobody said that it could go. */
function ended(
  ids: readonly TimeLease['id'][],
  docs: Pick<Load, 'get'>,
  deviceId: DeviceId,
  today: LocalDate,
): readonly TimeLease[] {
  return ids.flatMap((id) => {
    const lease = timeLeaseAt(docs, id);
    return lease && lease !== 'unknown' && lease.deviceId === deviceId && lease.on < today ? [lease] : [];
  });
}
