import { describe, expect, it } from 'vitest';
import type { AppointmentId, DepartmentId } from '../ids.ts';
import type { LocalDate } from '../time.ts';
import { checkInCode, readCheckInCode } from './check-in-code.ts';
import { lastOfSeries, numberMarkId, numberOf, numbersFrom, seriesOf, ticketNumber } from './ticket.ts';

describe('numbers', () => {
  it('are a letter and digits; what was told stays readable in what it becomes', () => {
    const [told, drawn] = [numbersFrom('B', 7, true), numbersFrom('K', 99, false)];
    expect([told(0), told(1), told(2)]).toEqual(['B07', 'B07-2', 'B07-3']);
    expect([drawn(0), drawn(1)]).toEqual(['K99', 'K100']);
    for (const tries of [0, 89]) expect(ticketNumber.safeParse(told(tries)).success).toBe(true);
  });

  it('the last of a series counts whatever became of it, and no other series', () => {
    expect(lastOfSeries(['B07', 'B12-2', 'BA40', 'K99'], 'B')).toBe(12);
    expect(lastOfSeries([], 'B')).toBe(0);
  });

  it('each counter of a department has a letter of its own, none the kiosk’s, and the fiftieth too', () => {
    const counters = Array.from({ length: 50 }, (_, index) => ({ id: `s${String(index).padStart(2, '0')}` }));
    const series = counters.map(({ id }) => seriesOf(counters, id));
    expect(new Set(series).size).toBe(50);
    expect(series).not.toContain('K');
    expect(series.every((each) => ticketNumber.safeParse(numberOf(each, 1)).success)).toBe(true);
    expect(seriesOf(counters, undefined)).toBe('E');
    expect(series).not.toContain('E');
  });

  it('the mark of a number is an id, also of a department whose own is as long as one may be', () => {
    const id = numberMarkId('d'.repeat(80) as DepartmentId, '2026-11-24' as LocalDate, numberOf('BA', 9999));
    expect(id.length).toBeLessThanOrEqual(80);
  });
});

describe('the code of an appointment', () => {
  const code = checkInCode('termin-von-erika' as AppointmentId);

  it('is six characters that nobody mistakes, and others for other appointments', () => {
    expect(code).toMatch(/^[2-9A-HJ-NP-Z]{6}$/);
    const codes = Array.from({ length: 2000 }, (_, index) => checkInCode(`termin-${index}` as AppointmentId));
    expect(new Set(codes).size).toBe(2000);
  });

  it.each([
    ['as it is typed', (text: string) => text.toLowerCase()],
    ['in two halves', (text: string) => `${text.slice(0, 3)}-${text.slice(3)}`],
    ['as a scanner reads it', (text: string) => `https://amt.example/m/x/appointments/manage/aB_9#${text}`],
    ['as a scanner types it on another keyboard', (text: string) => `httpsÖ--amt.example-x'${text}`],
  ])('is read %s', (_, written) => {
    expect(readCheckInCode(` ${written(code)} `)).toBe(code);
  });

  it.each(['', 'Müller', 'A01', 'ABCDE', '111111', 'Mustermann', 'Erika Mustermann'])(
    '%s is none',
    (typed) => {
      expect(readCheckInCode(typed)).toBeUndefined();
    },
  );
});
