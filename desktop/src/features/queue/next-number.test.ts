import type { CounterId } from '@amtsstube/shared/domain/ids';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { aTicket } from '@amtsstube/shared/fixtures/a-ticket';
import { testTownCounters } from '@amtsstube/shared/fixtures/test-town-appointments';
import { expect, it } from 'vitest';
import { DeviceSetting } from '../../ui/device-setting.ts';
import { type givenHere, nextNumber } from './next-number.ts';

const counters = testTownCounters.filter(({ id }) => id.startsWith('buergerbuero'));
const [first, second] = counters.map(({ id }) => id);
const on = '2026-11-24' as LocalDate;
const aDevice = (): typeof givenHere =>
  new DeviceSetting('numbers', z.any(), { on: '1970-01-01', last: {} }, () => {
    throw new Error('no storage');
  });
const next = (
  own: CounterId | undefined,
  device = aDevice(),
  tickets = [aTicket({ number: 'B07' })],
  day = on,
) => {
  const { series, nth } = nextNumber(tickets, counters, own, day, device);
  return `${series}${nth}`;
};

it('goes on where this counter’s numbers of the day end, each counter and the desk at none for itself', () => {
  expect([next(first), next(second), next(undefined)]).toEqual(['A1', 'B8', 'E1']);
});

it('a colleague on the same PC doesn’t give what was given before her, which she can’t see; tomorrow begins anew', () => {
  const device = aDevice();
  expect([next(first, device, []), next(first, device, [])]).toEqual(['A1', 'A2']);
  expect(next(second, device, [])).toBe('B1');
  expect(next(first, device, [], '2026-11-25' as LocalDate)).toBe('A1');
});
