import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { localDate } from '@amtsstube/shared/domain/time';
import { unitAt } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { hoursAround, makeDayAxis } from './day-axis.ts';

const on = (text: string) => localDate.parse(text);
const tuesday = on('2026-12-01');
const [spring, autumn] = [on('2026-03-29'), on('2026-10-25')];
const wholeDay = { from: 0, to: 24 * 12 };

describe('the hours that are in sight', () => {
  it('are whole ones around all there is, and the usual ones where there is nothing', () => {
    const seen = [
      { on: tuesday, from: unitAt('2026-12-01T08:15'), to: unitAt('2026-12-01T11:00') },
      { on: tuesday, from: unitAt('2026-12-01T13:00'), to: unitAt('2026-12-01T16:35') },
    ];
    expect(hoursAround(seen)).toEqual({ from: 9 * 12, to: 18 * 12 });
    expect(hoursAround([])).toEqual({ from: 8 * 12, to: 16 * 12 });
  });
});

describe('the axis of a day', () => {
  it('has a row for each unit, and the clock at each hour', () => {
    const axis = makeDayAxis([tuesday], { from: 9 * 12, to: 12 * 12 });
    expect(axis.rows).toBe(36);
    expect(axis.hours).toEqual([
      { row: 0, text: '09:00' },
      { row: 12, text: '10:00' },
      { row: 24, text: '11:00' },
    ]);
    expect(axis.rowOf(tuesday, unitAt('2026-12-01T09:30'))).toBe(18);
    expect(axis.unitAt(tuesday, 18)).toBe(unitAt('2026-12-01T09:30'));
  });

  it.each([
    [spring, 23, ['01:00', '03:00']],
    [autumn, 25, ['01:00', '02:00', '02:00', '03:00']],
  ])('of %s passes as it does: %i hours', (day, hours, shown) => {
    const axis = makeDayAxis([day], wholeDay);
    expect(axis.rows).toBe(hours * 12);
    const texts = axis.hours.map(({ text }) => text);
    expect(texts.slice(1, 1 + shown.length)).toEqual(shown);
    const { from } = localDay(day);
    for (let row = 0; row < axis.rows; row += 1) {
      expect(axis.unitAt(day, row)).toBe(from + row);
      expect(axis.rowOf(day, from + row)).toBe(row);
    }
  });

  it('puts days beside each other by the clock, also those on which it changes', () => {
    const axis = makeDayAxis([on('2026-10-24'), autumn, on('2026-10-26')], { from: 9 * 12, to: 17 * 12 });
    for (const [day, nine] of [
      [on('2026-10-24'), '2026-10-24T07:00'],
      [autumn, '2026-10-25T08:00'],
      [on('2026-10-26'), '2026-10-26T08:00'],
    ] as const) {
      expect(axis.rowOf(day, unitAt(nine))).toBe(0);
      expect(axis.unitAt(day, 0)).toBe(unitAt(nine));
    }
    expect(axis.rowOf(autumn, localDay(autumn).to)).toBe(15 * 12);
  });
});
