import { localDate } from '@amtsstube/shared/domain/time';
import { describe, expect, it } from 'vitest';
import { readRanges, readRules, type TypedRule, typedOf } from './hours-draft.ts';

const today = localDate.parse('2026-11-27');
const monday: TypedRule = {
  weekday: 1,
  from: '9',
  to: '12.30',
  isInternal: false,
  everyWeeks: 1,
  startsOn: '1.1.2027',
  endsOn: '',
};
const problems = (...rows: TypedRule[]) => {
  const read = readRules(rows, today);
  return read.ok ? [] : read.problems;
};

describe('opening hours as typed', () => {
  it('are read as people write times and days, and shown again as what was read', () => {
    const read = readRules([monday], today);
    const [rule] = read.ok ? read.read : [];
    expect(rule).toEqual({
      weekday: 1,
      from: '09:00',
      to: '12:30',
      share: 'web',
      everyWeeks: 1,
      startsOn: '2027-01-01',
      endsOn: null,
    });
    expect(rule && typedOf(rule)).toEqual({
      ...monday,
      from: '09:00',
      to: '12:30',
      startsOn: '01.01.2027',
    });
  });

  it('what can’t be read is named at its line, and at no other', () => {
    const wrong = [{ from: '9:03' }, { to: 'mittags' }, { startsOn: '31.2.2027' }, { endsOn: 'bald' }];
    expect(problems(monday, ...wrong.map((each) => ({ ...monday, ...each })))).toEqual([
      undefined,
      { is: 'from' },
      { is: 'to' },
      { is: 'startsOn' },
      { is: 'endsOn' },
    ]);
    expect(problems({ ...monday, to: '8' })).toEqual([{ is: 'backwards' }]);
    expect(problems({ ...monday, startsOn: '2.1.2027', endsOn: '3.1.2027' })).toEqual([{ is: 'neverFalls' }]);
  });

  it('[K6] two lines that overlap are both named, each with the other and the first day of it', () => {
    const fortnightly = { ...monday, from: '12', to: '15', everyWeeks: 2, startsOn: '11.1.2027' };
    expect(problems(monday, { ...monday, weekday: 2 }, fortnightly)).toEqual([
      { is: 'overlap', other: 2, on: '2027-01-11' },
      undefined,
      { is: 'overlap', other: 0, on: '2027-01-11' },
    ]);
    // the one ends when the other begins
    expect(problems(monday, { ...fortnightly, from: '12:30' })).toEqual([]);
  });

  it('of one day: closed without a line, two ranges that overlap are both named', () => {
    const morning = { from: '8', to: '12', isInternal: false };
    expect(readRanges([], today)).toEqual({ ok: true, read: [] });
    expect(readRanges([morning, { from: '12', to: '24', isInternal: true }], today)).toEqual({
      ok: true,
      read: [
        { from: '08:00', to: '12:00', share: 'web' },
        { from: '12:00', to: '24:00', share: 'internal' },
      ],
    });
    expect(readRanges([morning, { ...morning, from: '11:55', to: '13' }], today)).toEqual({
      ok: false,
      problems: [
        { is: 'overlap', other: 1, on: today },
        { is: 'overlap', other: 0, on: today },
      ],
    });
  });
});
