import type { Actor } from '@amtsstube/shared/domain/actor';
import { timeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { clerkId, deviceId, leaseId } from '@amtsstube/shared/domain/ids';
import { aCounter, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { neededTimes, spareTimes, type TimeOwner } from './own-times.ts';

const counter = aCounter('1');
const anActor: Extract<Actor, { kind: 'clerk' }> = {
  kind: 'clerk',
  clerkId: clerkId.parse('bernd'),
  role: 'clerk',
  departmentIds: [counter.departmentId],
};
const owner: TimeOwner = {
  actor: anActor,
  deviceId: deviceId.parse('pc'),
};
const now = moment('2026-11-30T06:00');
const lease = (on: string, changed: object = {}) =>
  timeLease.parse({
    kind: 'time',
    id: `l-${on}`,
    scope: 'd/active',
    departmentId: counter.departmentId,
    counterId: counter.id,
    on,
    clerkId: 'bernd',
    deviceId: 'pc',
    grantedAt: now,
    free: [{ startsAt: moment(`${on}T08:00`), endsAt: moment(`${on}T10:00`) }],
    spent: [],
    fence: 1,
    ...changed,
  });
let count = 0;
function newId() {
  count += 1;
  return leaseId.parse(`new-${count}`);
}
const needed = (leases: ReturnType<typeof lease>[], at: typeof counter.id | undefined = counter.id) =>
  neededTimes(leases, owner, [counter], at, now, newId);

describe('[K7] what a desk asks for', () => {
  it('is the five working days of its counter it has nothing of, and the end of what is over', () => {
    const asked = needed([
      lease('2026-11-27'),
      lease('2026-12-01'),
      lease('2026-12-02', { deviceId: 'other' }),
    ]);
    expect(asked?.days.map(({ on }) => on)).toEqual(['2026-11-30', '2026-12-02', '2026-12-03', '2026-12-04']);
    expect(asked?.endedIds).toEqual(['l-2026-11-27']);
  });

  it('is nothing where nobody said at which counter it stands, or where she doesn’t work', () => {
    expect(neededTimes([], owner, [counter], undefined, now, newId)).toBeUndefined();
    const elsewhere: TimeOwner = { ...owner, actor: { ...anActor, departmentIds: [] } };
    expect(neededTimes([], elsewhere, [counter], counter.id, now, newId)).toBeUndefined();
  });
});

describe('[K9] what a desk gives back', () => {
  it('is what lies ahead of the floor today, and nothing of other days', () => {
    expect(spareTimes([lease('2026-11-30'), lease('2026-12-01')], owner, [counter], counter.id, now)).toEqual(
      [
        {
          leaseId: 'l-2026-11-30',
          given: [{ startsAt: moment('2026-11-30T08:00'), endsAt: moment('2026-11-30T09:00') }],
        },
      ],
    );
  });

  it('is all of a counter it stands at no more', () => {
    expect(spareTimes([lease('2026-12-01')], owner, [counter], undefined, now)).toHaveLength(1);
  });

  it('is all of a counter that was taken out of use, of which it asks for nothing more', () => {
    const closed = aCounter('1', { deactivatedAt: now });
    expect(spareTimes([lease('2026-12-01')], owner, [closed], closed.id, now)).toHaveLength(1);
    expect(neededTimes([], owner, [closed], closed.id, now, newId)).toBeUndefined();
  });
});
