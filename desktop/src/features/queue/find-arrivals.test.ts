import { checkInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { aBooking, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import { expected, findArrivals } from './find-arrivals.ts';

const on = '2026-11-30' as LocalDate;
const visitor = (name: string, phone = '') => ({ visitor: { name, email: null, phone } });
const erika = aBooking({
  id: 'erika',
  startsAt: moment('2026-11-30T09:00'),
  ...visitor('Erika Müller', '03900 4711'),
});
const otto = aBooking({ id: 'otto', startsAt: moment('2026-11-30T10:00'), ...visitor('Otto Weiß') });
const later = aBooking({ id: 'later', startsAt: moment('2026-12-01T10:00'), ...visitor('Nele Müller') });
const open = aBooking({
  id: 'open',
  startsAt: moment('2026-11-30T11:00'),
  ...visitor('Olaf Müller'),
  state: { is: 'unconfirmed', expiresAt: '2026-11-30T12:00:00.000Z' },
});
const all = [erika, otto, later, open];
const named = (typed: string) => {
  const found = findArrivals(typed, all, on);
  return found.is === 'names' ? found.bookings.map(({ id }) => id) : found.is;
};

it('expects who is booked for the day and hasn’t come; who never confirmed isn’t', () => {
  const arrived = { ticketId: 't', number: 'A01', at: '2026-11-30T08:00:00.000Z' };
  const come = aBooking({ id: 'come', startsAt: moment('2026-11-30T08:00'), arrived });
  expect(expected([...all, come], on).map(({ id }) => id)).toEqual(['erika', 'otto']);
});

it('finds by part of a name in any spelling and by telephone', () => {
  expect(named('muller')).toEqual(['erika']);
  expect(named('WEISS')).toEqual(['otto']);
  expect(named('4711')).toEqual(['erika']);
  expect(named('Niemand')).toEqual([]);
});

it('finds by code whatever the day, so that it can be said; six letters may be a name', () => {
  expect(findArrivals(`x#${checkInCode(later.id)}`, all, on)).toEqual({ is: 'code', booking: later });
  expect(named('222222')).toBe('unknownCode');
  const mueller = aBooking({ id: 'm', startsAt: moment('2026-11-30T12:00'), ...visitor('Hansen') });
  expect(findArrivals('Hansen', [mueller], on)).toEqual({ is: 'names', bookings: [mueller] });
});
