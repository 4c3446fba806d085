import { aBooking, moment, unitAt } from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import { rowsBetween } from './rows-between.ts';

const clocks = ['08:00', '08:00', '09:00', '10:00'];
const rows = clocks.map((clock, index) => ({
  appointment: aBooking({ id: `a${index}`, startsAt: moment(`2026-11-30T${clock}`) }),
  waiting: [],
}));
const between = (from: string, to: string) =>
  rowsBetween(rows, unitAt(`2026-11-30T${from}`), unitAt(`2026-11-30T${to}`)).map(
    ({ appointment }) => appointment.id,
  );

it('has the first moment and not the last, and nothing where nothing is', () => {
  expect(between('08:00', '10:00')).toEqual(['a0', 'a1', 'a2']);
  expect(between('08:05', '10:05')).toEqual(['a2', 'a3']);
  expect(between('00:00', '08:00')).toEqual([]);
  expect(between('11:00', '12:00')).toEqual([]);
});
