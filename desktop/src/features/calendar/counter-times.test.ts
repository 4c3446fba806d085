import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { localDay } from '@amtsstube/shared/domain/appointments/local-day';
import { localDate } from '@amtsstube/shared/domain/time';
import { aCounter, aRule, moment, unitAt } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { blockedOn, dayNoteOf, stretchesOf } from './counter-times.ts';
import { noteWords } from './note-words.ts';

const on = (text: string) => localDate.parse(text);
const tuesday = on('2026-12-01');
const counter = aCounter('1', {
  openingHours: [aRule(2, '09:00', '12:00'), aRule(2, '12:00', '13:00', { share: 'internal' })],
  exceptions: [{ on: '2026-12-08', ranges: [], reason: 'Personalversammlung' }],
  blocked: [
    {
      id: 'night',
      startsAt: moment('2026-12-01T10:00'),
      endsAt: moment('2026-12-02T10:00'),
      reason: 'Schulung',
      madeAt: moment('2026-11-27T10:00'),
    },
  ],
});
const closure = { id: 'x', firstOn: '2026-12-24', lastOn: '2026-12-31', name: 'Zwischen den Jahren' };
const booking = { closures: [closure] as unknown as typeof defaultBookingSettings.closures };

describe('what lies behind the appointments', () => {
  it('is open, internal or closed, whatever is blocked', () => {
    const { from, to } = localDay(tuesday);
    expect(stretchesOf(counter, booking, tuesday)).toEqual([
      { from, to: unitAt('2026-12-01T08:00'), is: 'closed' },
      { from: unitAt('2026-12-01T08:00'), to: unitAt('2026-12-01T11:00'), is: 'web' },
      { from: unitAt('2026-12-01T11:00'), to: unitAt('2026-12-01T12:00'), is: 'internal' },
      { from: unitAt('2026-12-01T12:00'), to, is: 'closed' },
    ]);
  });

  it('shows of a blocked time what falls on the day', () => {
    const { to } = localDay(tuesday);
    const next = localDay(on('2026-12-02'));
    expect(blockedOn(counter, tuesday).map(({ from, to: end }) => [from, end])).toEqual([
      [unitAt('2026-12-01T10:00'), to],
    ]);
    expect(blockedOn(counter, on('2026-12-02')).map(({ from, to: end }) => [from, end])).toEqual([
      [next.from, unitAt('2026-12-02T10:00')],
    ]);
    expect(blockedOn(counter, on('2026-12-03'))).toEqual([]);
  });

  it.each([
    ['2026-12-08', 'Personalversammlung'],
    ['2026-12-24', 'geschlossen: Zwischen den Jahren'],
    ['2027-01-06', 'Feiertag'],
  ])('says in words why %s is otherwise: %s', (day, words) => {
    const note = dayNoteOf(counter, booking, on(day));
    expect(note && noteWords(note)).toBe(words);
    expect(
      stretchesOf(counter, booking, on(day)).every(({ is }) => is === 'closed' || is === 'closure'),
    ).toBe(true);
  });

  it('has nothing to say of a day like any other', () => {
    expect(dayNoteOf(counter, defaultBookingSettings, tuesday)).toBeUndefined();
  });
});
