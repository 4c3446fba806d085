import { aBooking, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { expect, it } from 'vitest';
import { type ListOrder, orderedList } from './list-order.ts';

const entry = (name: string, clock: string, counter: string) => ({
  booking: aBooking({ visitor: { name, email: null, phone: '' }, startsAt: moment(`2026-11-30T${clock}`) }),
  counter,
  services: '',
});
const entries = [
  entry('Zöllner', '09:00', 'Schalter 2'),
  entry('Öhler', '10:00', 'Schalter 10'),
  entry('Ohm', '08:00', 'Schalter 2'),
];
const names = (by: ListOrder['by'], isDescending = false) =>
  orderedList(entries, { by, isDescending }, (each) => each).map(({ booking }) => booking.visitor.name);

it('sorts by time, by German names, by counters as people number them, and equal ones by time', () => {
  expect(names('time')).toEqual(['Ohm', 'Zöllner', 'Öhler']);
  expect(names('time', true)).toEqual(['Öhler', 'Zöllner', 'Ohm']);
  expect(names('name')).toEqual(['Öhler', 'Ohm', 'Zöllner']);
  expect(names('counter')).toEqual(['Ohm', 'Zöllner', 'Öhler']);
  expect(names('counter', true)).toEqual(['Öhler', 'Ohm', 'Zöllner']);
});
