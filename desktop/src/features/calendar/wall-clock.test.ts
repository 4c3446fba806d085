import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { localDate } from '@amtsstube/shared/domain/time';
import { moment, unitAt } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { clockOfUnits, readClock, unitAtClock } from '../../ui/read-clock.ts';
import { clockAt, clockUnits } from './wall-clock.ts';

const on = (text: string) => localDate.parse(text);
const [winter, spring, autumn] = [on('2026-12-01'), on('2026-03-29'), on('2026-10-25')];

describe('the clock of the town hall', () => {
  it('shows Berlin’s time, whatever the PC’s zone is', () => {
    expect(clockAt(moment('2026-12-01T08:05'))).toBe('09:05');
    expect(clockAt(moment('2026-07-01T08:05'))).toBe('10:05');
  });

  it('finds the moment again on days of 23, 24 and 25 hours', () => {
    for (const day of [winter, spring, autumn]) {
      const { from, to } = localDay(day);
      for (let unit = from; unit < to; unit += 1) {
        const again = unitAtClock(day, clockUnits(day, unit));
        // the first of the two moments at which the clock shows it
        expect([unit, unit - 12]).toContain(again);
      }
      expect(unitAtClock(day, 24 * 12)).toBe(to);
    }
  });

  it('has no moment for what the clock leaves out, and the first for what it shows twice', () => {
    expect(unitAtClock(spring, 2.5 * 12)).toBeUndefined();
    expect(unitAtClock(autumn, 2.5 * 12)).toBe(unitAt('2026-10-25T00:30'));
  });

  it.each([
    ['9', '09:00'],
    ['9:05', '09:05'],
    ['09.35', '09:35'],
    ['1430', '14:30'],
    ['905', '09:05'],
    ['9 Uhr', '09:00'],
    ['24:00', '24:00'],
  ])('reads "%s" as %s', (typed, shown) => {
    expect(clockOfUnits(readClock(typed) ?? Number.NaN)).toBe(shown);
  });

  it.each(['', '9:07', '9:60', '25', 'neun', '24:05', '-1'])('takes "%s" for no time', (typed) => {
    expect(readClock(typed)).toBeUndefined();
  });
});
