import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { localDate } from '@amtsstube/shared/domain/time';
import { aBooking, aCounter, moment, unitAt } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { makeDayAxis } from './day-axis.ts';
import { gridColumns } from './grid-columns.ts';
import { noLeases } from './lease-times.ts';
import { draggedBy, type MoveTarget, steppedBy, stretchedBy, targetOf } from './move-target.ts';

const data = { rows: [], booking: defaultBookingSettings, leases: noLeases };
const now = moment('2026-11-27T10:00');
const days = ['2026-11-30', '2026-12-01'].map((day) => localDate.parse(day));
const columns = gridColumns(data, [aCounter('1')], days, [], now);
const [monday, tuesday] = columns;
if (!monday || !tuesday) throw new Error('two days are two columns');
const axis = makeDayAxis(days, { from: 9 * 12, to: 12 * 12 });
const start = targetOf(aBooking(), monday.key);
const press = (keys: readonly string[], from = start): MoveTarget =>
  keys.reduce((at, key) => {
    const [name = '', shift] = key.split('+').toReversed();
    return steppedBy({ key: name, shiftKey: shift === 'Shift' }, at, columns, axis) ?? at;
  }, from);

describe('moving by keys', () => {
  it('goes five minutes, an hour, a column, and changes how long it lasts', () => {
    expect(press(['ArrowDown', 'ArrowDown']).start).toBe(start.start + 2);
    expect(press(['PageDown', 'ArrowUp']).start).toBe(start.start + 11);
    expect(press(['ArrowRight'])).toEqual({
      ...start,
      columnKey: tuesday.key,
      start: unitAt('2026-12-01T08:00'),
    });
    expect(press(['Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowUp']).units).toBe(4);
  });

  it('stops at the edges of the grid, and at five minutes', () => {
    expect(press(['ArrowUp'])).toEqual(start);
    expect(press(['ArrowLeft'])).toEqual(start);
    expect(press(['ArrowRight', 'ArrowRight']).columnKey).toBe(tuesday.key);
    expect(press(['PageDown', 'PageDown', 'PageDown']).start).toBe(unitAt('2026-11-30T10:00'));
    expect(press(Array.from({ length: 9 }, () => 'Shift+ArrowUp')).units).toBe(1);
  });

  it('is about no other key', () => {
    expect(steppedBy({ key: 'x', shiftKey: false }, start, columns, axis)).toBeUndefined();
  });
});

describe('dragging', () => {
  it('goes by whole units, onto another day at the same clock, and never out of the grid', () => {
    expect(draggedBy(start, monday, tuesday, 12.4, axis)).toEqual({
      ...start,
      columnKey: tuesday.key,
      start: unitAt('2026-12-01T09:00'),
    });
    expect(draggedBy(start, monday, monday, -50, axis).start).toBe(start.start);
    expect(draggedBy(start, monday, monday, 500, axis).start).toBe(unitAt('2026-11-30T10:45'));
  });

  it('of the lower edge changes how long it lasts, eight hours at most', () => {
    expect(stretchedBy(start, 2).units).toBe(5);
    expect(stretchedBy(start, -20).units).toBe(1);
    expect(stretchedBy(start, 500).units).toBe(96);
  });
});
