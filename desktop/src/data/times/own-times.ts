import type { Actor } from '@amtsstube/shared/domain/actor';
import { daysToLease, toGiveBack } from '@amtsstube/shared/domain/appointments/time-lease';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { CounterId, DeviceId, LeaseId } from '@amtsstube/shared/domain/ids';
import { type Lease, timeLeasesOf } from '@amtsstube/shared/domain/lease';
import { can } from '@amtsstube/shared/domain/permissions';
import { type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';

/** Whose times: one clerk's, in one journal (K7). */
export interface TimeOwner {
  readonly actor: Actor;
  readonly deviceId: DeviceId;
}

/** What to ask the server for: the days of this PC's counter it has no times of yet; undefined: nothing. */
export function neededTimes(
  leases: readonly Lease[],
  owner: TimeOwner,
  counters: readonly Counter[],
  at: CounterId | undefined,
  now: Instant,
  newLeaseId: () => LeaseId,
): PayloadOf<'leaseTime'> | undefined {
  const counter = counters.find(({ id }) => id === at);
  if (!counter || counter.deactivatedAt !== undefined) return undefined;
  if (!can(owner.actor, { action: 'book', in: counter.departmentId })) return undefined;
  const today = localDateOf(now);
  const own = timeLeasesOf(leases, owner);
  const has = new Set(own.filter(({ counterId }) => counterId === counter.id).map(({ on }) => on));
  const days = daysToLease(today)
    .filter((on) => !has.has(on))
    .map((on) => ({ leaseId: newLeaseId(), on }));
  const endedIds = own.filter(({ on }) => on < today).map(({ id }) => id);
  if (days.length === 0 && endedIds.length === 0) return undefined;
  return { counterId: counter.id, days, endedIds: endedIds.slice(0, 50) };
}

/** What goes back: of today what lies ahead of the floor (K9), and all of a counter that this PC stands at no more, or that is out of use. */
export function spareTimes(
  leases: readonly Lease[],
  owner: TimeOwner,
  counters: readonly Counter[],
  at: CounterId | undefined,
  now: Instant,
): readonly PayloadOf<'returnTime'>[] {
  const own = counters.find(({ id, deactivatedAt }) => id === at && deactivatedAt === undefined)?.id;
  return timeLeasesOf(leases, owner).flatMap((lease) => {
    const isElsewhere = lease.counterId !== own && lease.on >= localDateOf(now) && !lease.revoked;
    const given = isElsewhere ? lease.free : toGiveBack(lease, now);
    return given.length === 0 ? [] : [{ leaseId: lease.id, given: given.slice(0, 100) }];
  });
}
