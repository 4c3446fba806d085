import { describe, expect, it } from 'vitest';
import { instant, localDate } from '../time.ts';
import {
  covers,
  daysToLease,
  type Stretch,
  stretchesOf,
  type TimeLease,
  toGiveBack,
  unitsOf,
  without,
} from './time-lease.ts';

const at = (time: string) => instant.parse(`2026-11-24T${time}:00.000Z`);
const stretch = (from: string, to: string): Stretch => ({ startsAt: at(from), endsAt: at(to) });
const lease = (free: Stretch[]) =>
  ({ on: localDate.parse('2026-11-24'), free, revoked: undefined }) as unknown as TimeLease;

it('wants the next five working days', () => {
  expect(daysToLease(localDate.parse('2026-10-29'))).toEqual([
    '2026-10-29',
    '2026-10-30',
    '2026-11-02',
    '2026-11-03',
    '2026-11-04',
  ]);
});

it('takes stretches apart and puts them together', () => {
  const free = [stretch('08:00', '09:00'), stretch('09:00', '09:30'), stretch('10:00', '10:05')];
  expect(stretchesOf(unitsOf(free))).toEqual([stretch('08:00', '09:30'), stretch('10:00', '10:05')]);
  expect(without(free, [stretch('08:30', '09:10')])).toEqual([
    stretch('08:00', '08:30'),
    stretch('09:10', '09:30'),
    stretch('10:00', '10:05'),
  ]);
  expect(covers({ free: [stretch('08:00', '09:00')] }, stretch('08:30', '09:00'))).toBe(true);
  expect(covers({ free: [stretch('08:00', '09:00')] }, stretch('08:30', '09:05'))).toBe(false);
});

describe('[K9] on its day', () => {
  it('a desk keeps the last hour of each half day, and gives back the rest that lies ahead', () => {
    const granted = lease([stretch('07:00', '10:00'), stretch('13:00', '14:30')]);
    expect(toGiveBack(granted, at('06:00'))).toEqual([stretch('07:00', '09:00'), stretch('13:00', '13:30')]);
    expect(toGiveBack(granted, at('08:31'))).toEqual([stretch('08:35', '09:00'), stretch('13:00', '13:30')]);
  });

  it('nothing before its day, and nothing of what is revoked', () => {
    const granted = lease([stretch('07:00', '10:00')]);
    expect(toGiveBack(granted, instant.parse('2026-11-23T21:00:00.000Z'))).toEqual([]);
    const revoked = {
      ...granted,
      revoked: { at: at('06:00'), byId: 'a', reason: 'x' },
    } as unknown as TimeLease;
    expect(toGiveBack(revoked, at('06:00'))).toEqual([]);
  });
});
