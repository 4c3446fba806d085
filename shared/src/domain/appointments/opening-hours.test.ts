import { describe, expect, it } from 'vitest';
import { aRule } from '../../fixtures/booking-builders.ts';
import { checkException, checkOpeningHours, openingException, openingRules } from './opening-hours.ts';

const check = (...rules: readonly object[]) => checkOpeningHours(openingRules.parse(rules));

describe('opening hours that can’t be', () => {
  it('end before they begin, or before they fall on a day', () => {
    expect(check(aRule(1, '10:00', '09:00'))).toEqual([{ problem: 'impossible', rule: 0 }]);
    const never = aRule(1, '09:00', '10:00', { startsOn: '2026-12-01', endsOn: '2026-12-06' });
    expect(check(aRule(2, '08:00', '09:00'), never)).toEqual([{ problem: 'neverFalls', rule: 1 }]);
  });

  it('overlap: both are named, with the first day on which they do', () => {
    expect(check(aRule(1, '09:00', '12:00'), aRule(1, '11:55', '14:00'))).toEqual([
      { problem: 'overlap', rule: 0, other: 1, on: '2026-01-05' },
    ]);
    const later = aRule(1, '09:00', '10:00', { startsOn: '2026-12-01' });
    expect(check(aRule(1, '09:00', '10:00', { endsOn: '2026-12-07' }), later)).toEqual([
      { problem: 'overlap', rule: 0, other: 1, on: '2026-12-07' },
    ]);
  });

  it('series of different weeks overlap where they ever fall on the same day', () => {
    const everySecond = aRule(1, '09:00', '10:00', { everyWeeks: 2, startsOn: '2026-01-05' });
    const otherSecond = aRule(1, '09:00', '10:00', { everyWeeks: 2, startsOn: '2026-01-12' });
    const everyThird = aRule(1, '09:00', '10:00', { everyWeeks: 3, startsOn: '2026-01-12' });
    expect(check(everySecond, otherSecond)).toEqual([]);
    expect(check(everySecond, everyThird)).toEqual([
      { problem: 'overlap', rule: 0, other: 1, on: '2026-02-02' },
    ]);
  });

  it('one after another, on other days or one after the other’s end are fine', () => {
    expect(
      check(
        aRule(1, '09:00', '12:00', { endsOn: '2026-11-30' }),
        aRule(1, '12:00', '14:00'),
        aRule(2, '09:00', '12:00'),
        aRule(1, '09:00', '12:00', { startsOn: '2026-12-01' }),
      ),
    ).toEqual([]);
  });

  it('of one day too', () => {
    const ranges = [
      { from: '09:00', to: '10:00', share: 'web' },
      { from: '09:30', to: '11:00', share: 'internal' },
      { from: '12:00', to: '12:00', share: 'web' },
    ];
    expect(checkException(openingException.parse({ on: '2026-12-24', reason: '', ranges }))).toEqual([
      { problem: 'overlap', rule: 0, other: 1, on: '2026-12-24' },
      { problem: 'impossible', rule: 2 },
    ]);
  });
});
