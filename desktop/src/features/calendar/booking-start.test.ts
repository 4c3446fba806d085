import { localDate } from '@amtsstube/shared/domain/time';
import { aBooking, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { waitingPerson } from '@amtsstube/shared/replication/waiting-list';
import { expect, it } from 'vitest';
import { type BookingStart, draftKeyOf, draftOf, minutesOf, namedBy, ownOf } from './booking-start.ts';

const now = moment('2026-11-30T07:00');
const person = waitingPerson.parse({
  waitingId: 'waiting-of-nele-0123456789',
  visitor: { name: 'Nele Müller', email: 'nele@example.org', phone: '' },
  serviceIds: ['pass', 'ausweis'],
  firstOn: '2026-12-01',
  lastOn: '2026-12-08',
  language: 'en',
  since: '2026-11-20T08:00:00.000Z',
  offeredCount: 1,
  openOffer: null,
});
const waiting: BookingStart = { is: 'waiting', person };
const booking = aBooking({
  startsAt: moment('2026-11-30T08:30'),
  endsAt: moment('2026-11-30T08:55'),
  freeAt: moment('2026-11-30T09:00'),
  visitor: { name: 'Käthe Öhler', email: null, phone: '03900 4711' },
  remark: 'mit Rollstuhl',
});
const again: BookingStart = { is: 'again', booking };

it('finds the form filled in with who waits, and the days that suit her; those that are over don’t count', () => {
  expect(draftOf(waiting, now)).toMatchObject({
    name: 'Nele Müller',
    email: 'nele@example.org',
    serviceIds: ['pass', 'ausweis'],
    fromDay: '01.12.2026',
    language: 'en',
  });
  const late = { ...person, firstOn: localDate.parse('2026-11-02') };
  expect(draftOf({ is: 'waiting', person: late }, now).fromDay).toBe('');
});

it('finds everything of what was cancelled, at the very time, as long as it was', () => {
  expect(draftOf(again, now)).toMatchObject({
    name: 'Käthe Öhler',
    email: '',
    phone: '03900 4711',
    remark: 'mit Rollstuhl',
    serviceIds: booking.serviceIds,
    slot: { counterId: booking.counterId, start: Date.parse(booking.startsAt) / 300_000 },
    caseId: booking.caseId,
  });
  expect(minutesOf(again, booking.serviceIds, 3)).toBe(25);
  expect(minutesOf(again, booking.serviceIds, 5)).toBeUndefined();
  expect(minutesOf(again, ['other'], 3)).toBeUndefined();
  expect(minutesOf(waiting, person.serviceIds, 3)).toBeUndefined();
});

it('tells the server for whom it is, and keeps a draft for each', () => {
  expect(namedBy(waiting)).toEqual({ waitingId: person.waitingId });
  expect(namedBy(again)).toEqual({ cancelledId: booking.id });
  expect(namedBy(undefined)).toEqual({});
  expect(draftKeyOf(waiting)).not.toBe(draftKeyOf(again));
  const offered = { appointmentId: booking.id, counterId: booking.counterId, startsAt: booking.startsAt };
  const openOffer = { ...offered, expiresAt: now };
  expect(ownOf({ is: 'waiting', person: { ...person, openOffer } })).toBe(booking.id);
  expect([ownOf(waiting), ownOf(again), ownOf(undefined)]).toEqual([undefined, undefined, undefined]);
});
