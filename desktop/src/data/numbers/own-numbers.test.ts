import { deviceId, leaseId } from '@amtsstube/shared/domain/ids';
import { localDate } from '@amtsstube/shared/domain/time';
import { aLease } from '@amtsstube/shared/fixtures/builders';
import { enter } from '@amtsstube/shared/fixtures/meetings/entry-meetings';
import { actorFrom } from '@amtsstube/shared/fixtures/test-office';
import { annaBerger, berndKrueger, testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { describe, expect, it } from 'vitest';
import { type NumberOwner, neededNumbers, nextNumber } from './own-numbers.ts';

const today = localDate.parse('2026-11-27');
const december = localDate.parse('2026-12-01');
const { serviceId, departmentId } = testTown;
const lease = aLease();

function owner(changed: Partial<NumberOwner> = {}): NumberOwner {
  const own = deviceId.parse(`desk-of-${berndKrueger.id}`);
  return { actor: actorFrom(berndKrueger), deviceId: own, operations: [], ...changed };
}

/** What a journal holds of cases that took these numbers. */
function named(...numbers: readonly number[]) {
  return numbers.map((number) => {
    const [kind, payload] = enter(berndKrueger, `case-${number}`, 'E', number);
    return { kind, payload };
  });
}

describe('the next number', () => {
  it('is the lowest free one of this desk’s own lease', () => {
    const spent = aLease({ blocks: lease.blocks.map((block) => ({ ...block, spent: [1, 3] })) });
    expect(nextNumber([spent], owner(), serviceId, today)).toEqual({
      leaseId: 'lease-1',
      year: 2026,
      number: 2,
    });
  });

  it('[N2] is none that this journal has named before, taken or refused', () => {
    expect(nextNumber([lease], owner({ operations: named(1, 2) }), serviceId, today)?.number).toBe(3);
  });

  it.each([
    ['another device', owner({ deviceId: deviceId.parse('other') }), today],
    ['another clerk', owner({ actor: actorFrom(annaBerger) }), today],
    ['another year', owner(), localDate.parse('2027-01-01')],
    ['none left', owner({ operations: named(1, 2, 3, 4, 5, 6, 7, 8, 9, 10) }), today],
  ])('%s: none', (_, whose, on) => {
    expect(nextNumber([lease], whose, serviceId, on)).toBeNull();
  });
});

describe('what a desk asks for', () => {
  const newId = () => leaseId.parse('new-lease');
  const asked = (leases: readonly (typeof lease)[], whose: NumberOwner, on = today) =>
    neededNumbers(leases, testTownSettings, whose, on, newId);

  it('a new one: numbers of each service of its department; an administrator’s without one: nothing', () => {
    const wanted = [{ serviceId, year: 2026 }];
    expect(asked([], owner())).toEqual([{ leaseId: 'new-lease', departmentId, wanted }]);
    const admin = { kind: 'clerk', clerkId: berndKrueger.id, role: 'admin', departmentIds: [] } as const;
    expect(asked([], owner({ actor: { ...admin, departmentIds: [] } }))).toEqual([]);
  });

  it('more into its own lease, once fewer than five are left', () => {
    expect(asked([lease], owner({ operations: named(1, 2, 3, 4, 5) }))).toEqual([]);
    expect(asked([lease], owner({ operations: named(1, 2, 3, 4, 5, 6) }))).toMatchObject([
      { leaseId: 'lease-1', wanted: [{ serviceId, year: 2026 }] },
    ]);
  });

  it('in December those of the next year too', () => {
    expect(asked([lease], owner(), december)).toMatchObject([{ wanted: [{ serviceId, year: 2027 }] }]);
  });
});
