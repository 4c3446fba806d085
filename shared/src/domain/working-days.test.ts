import { describe, expect, it } from 'vitest';
import { addDays, type LocalDate, localDate } from './time.ts';
import { isPublicHoliday, isWorkingDay, workingDayFrom } from './working-days.ts';

const day = (text: string) => localDate.parse(text);

/** By hand from the calendar: what hangs on Easter. The others are the same each year. */
const movable: Readonly<Record<number, readonly string[]>> = {
  2024: ['03-29', '04-01', '05-09', '05-20'],
  2025: ['04-18', '04-21', '05-29', '06-09'],
  2026: ['04-03', '04-06', '05-14', '05-25'],
  2027: ['03-26', '03-29', '05-06', '05-17'],
  2028: ['04-14', '04-17', '05-25', '06-05'],
  2029: ['03-30', '04-02', '05-10', '05-21'],
  2030: ['04-19', '04-22', '05-30', '06-10'],
};
const fixed = ['01-01', '01-06', '05-01', '10-03', '10-31', '12-25', '12-26'];

function daysOf(year: number): readonly LocalDate[] {
  const days: LocalDate[] = [];
  for (let on = day(`${year}-01-01`); on.startsWith(`${year}`); on = addDays(on, 1)) days.push(on);
  return days;
}

describe('public holidays of Saxony-Anhalt', () => {
  it.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('of %i are these and no others', (year) => {
    const listed = [...fixed, ...(movable[year] ?? [])].map((each) => `${year}-${each}`).toSorted();
    expect(daysOf(year).filter(isPublicHoliday)).toEqual(listed);
  });

  it('are the same wherever the program runs', () => {
    const before = process.env['TZ'];
    try {
      for (const zone of ['Pacific/Kiritimati', 'America/Los_Angeles', 'UTC']) {
        process.env['TZ'] = zone;
        // years nobody has asked for yet
        const year = 2040 + zone.length;
        expect([isPublicHoliday(day(`${year}-10-31`)), isPublicHoliday(day(`${year}-11-01`))]).toEqual([
          true,
          false,
        ]);
      }
    } finally {
      if (before === undefined) delete process.env['TZ'];
      else process.env['TZ'] = before;
    }
  });
});

describe('a period that ends on a day on which nobody works', () => {
  it.each([
    ['a working day stays', '2026-12-11', '2026-12-11'],
    ['a Saturday', '2026-12-12', '2026-12-14'],
    ['a Sunday', '2026-12-13', '2026-12-14'],
    ['Christmas over a weekend', '2026-12-25', '2026-12-28'],
    ['Epiphany, a Wednesday', '2027-01-06', '2027-01-07'],
    ['Reformation Day, then a weekend', '2025-10-31', '2025-11-03'],
    ['Good Friday to the Tuesday after Easter', '2027-03-26', '2027-03-30'],
    ['the turn of the year', '2028-01-01', '2028-01-03'],
    ['Easter Sunday, no holiday by itself here', '2030-04-21', '2030-04-23'],
  ])('%s (§ 193 BGB, § 31 Abs. 3 VwVfG)', (_, given, moved) => {
    expect(workingDayFrom(day(given))).toBe(moved);
  });

  it('ends on the first working day not before it, whatever day it is', () => {
    for (const on of daysOf(2026)) {
      const end = workingDayFrom(on);
      expect(isWorkingDay(end)).toBe(true);
      for (let between = on; between < end; between = addDays(between, 1))
        expect(isWorkingDay(between)).toBe(false);
    }
  });
});
