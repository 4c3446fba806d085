import { describe, expect, it } from 'vitest';
import { anyHall } from '../../../fixtures/any-hall.ts';
import { countsOfFigures, countsOfLog, onTheWall, unequalSums } from '../../../fixtures/hall-counts.ts';
import { addDays, instantOf, type LocalDate, localDate } from '../../time.ts';
import { hallFigures } from './hall-figures.ts';

/** On the first the clock shows two o'clock twice, on the second not at all. */
const sundays = ['2026-10-25', '2027-03-28', '2026-11-08'].map((on) => localDate.parse(on));
const seeds = Array.from({ length: 12 }, (_, index) => index + 1);

describe.each(sundays)('around %s the figures equal the log', (sunday) => {
  it.each(seeds)('whatever was done, before it is over and after it (seed %i)', (seed) => {
    const { data, log } = anyHall(seed, sunday);
    const periods = [
      { from: addDays(sunday, -7), to: addDays(sunday, 7) },
      { from: sunday, to: sunday },
    ];
    for (const period of periods)
      for (const today of [sunday, addDays(sunday, 1), addDays(sunday, 8)]) {
        const figures = hallFigures(data, period, today);
        expect(countsOfFigures(figures)).toEqual(countsOfLog(log, period, today));
        expect(unequalSums(figures)).toEqual([]);
      }
  });

  it('planned time is what clocks on the wall show, minute by minute', () => {
    const { data } = anyHall(1, sunday);
    const { byDay } = hallFigures(data, { from: sunday, to: sunday }, sunday);
    expect(byDay.get(sunday)?.planned).toEqual({
      web: 2 * minutesOf(sunday, '00:00', '04:00'),
      internal: 2 * minutesOf(sunday, '04:00', '06:00'),
    });
  });
});

it('everything that can become of anybody is among what was compared', () => {
  const names = new Set(
    sundays.flatMap((sunday) =>
      seeds.slice(0, 4).flatMap((seed) => {
        const { data } = anyHall(seed, sunday);
        const period = { from: addDays(sunday, -7), to: addDays(sunday, 7) };
        const counts = [addDays(sunday, 1), addDays(sunday, 8)].map((today) =>
          countsOfFigures(hallFigures(data, period, today)),
        );
        return counts.flatMap((each) => Object.keys(each));
      }),
    ),
  );
  const figures = [
    'bookedMinutes',
    'cancelled',
    'came',
    'missed',
    'unclear',
    'ahead',
    'people',
    'served',
    'left',
    'uncalled',
  ];
  const all = [
    ...figures.map((each) => `total ${each}`),
    'service several people',
    'hour 2 people',
    'way booked people',
  ];
  expect(all.filter((each) => !names.has(each))).toEqual([]);
});

function minutesOf(on: LocalDate, from: string, to: string): number {
  const first = Date.parse(on) - 3 * 3_600_000;
  return Array.from({ length: 30 * 60 }, (_, minute) => onTheWall(instantOf(first + minute * 60_000))).filter(
    (wall) => wall.on === on && from <= wall.time && wall.time < to,
  ).length;
}
