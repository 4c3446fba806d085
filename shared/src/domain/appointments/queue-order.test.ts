import { describe, expect, it } from 'vitest';
import { aTicket } from '../../fixtures/a-ticket.ts';
import type { ClerkId, CounterId } from '../ids.ts';
import type { Instant } from '../time.ts';
import { atCounter, mayCall, queueOrder, queueRulesOf } from './queue-order.ts';

const at = (time: string) => `2026-11-24T${time}:00.000Z` as Instant;
const rules = queueRulesOf({});
const walkIn = (id: string, arrived: string, changed: object = {}) =>
  aTicket({ id, arrivedAt: at(arrived), ...changed });
const booked = (id: string, startsAt: string, arrived: string) =>
  walkIn(id, arrived, { way: 'booked', appointment: { id: `of-${id}`, startsAt: at(startsAt) } });
const order = (now: string, ...tickets: ReturnType<typeof aTicket>[]) =>
  queueOrder(tickets, at(now), rules).map(({ id }) => id);

describe('[K13] who is next', () => {
  it('who is booked goes first once her time has come, and not before', () => {
    const people = [walkIn('first', '08:40'), booked('erika', '09:00', '08:30')] as const;
    expect(order('08:54', ...people)).toEqual(['first', 'erika']);
    expect(order('08:55', ...people)).toEqual(['erika', 'first']);
  });

  it('who comes too late for her time waits like everybody else', () => {
    const people = [walkIn('first', '09:10'), booked('late', '09:00', '09:16')] as const;
    expect(order('09:20', ...people)).toEqual(['first', 'late']);
    expect(order('09:20', people[0], booked('just', '09:00', '09:15'))).toEqual(['just', 'first']);
  });

  it('who waits longest without an appointment goes among the booked by and by', () => {
    const people = [walkIn('long', '08:00'), booked('erika', '09:00', '08:50')] as const;
    expect(order('09:00', ...people)).toEqual(['long', 'erika']);
    expect(order('09:00', walkIn('shorter', '08:16'), people[1])).toEqual(['erika', 'shorter']);
  });

  it('who can’t wait goes before all; who came first among equals', () => {
    expect(
      order(
        '09:00',
        booked('erika', '09:00', '08:50'),
        walkIn('b', '08:58'),
        walkIn('a', '08:57'),
        walkIn('u', '08:59', { isUrgent: true }),
      ),
    ).toEqual(['u', 'erika', 'a', 'b']);
  });

  it('a municipality may set all of it: with nothing to wait all go by when they came', () => {
    const set = queueRulesOf({ queueEarlyMinutes: 0, queueLateMinutes: 0, queueLongestMinutes: 0 });
    const people = [walkIn('a', '08:10'), booked('erika', '09:00', '08:05'), walkIn('b', '08:20')];
    expect(queueOrder(people, at('08:30'), set).map(({ id }) => id)).toEqual(['a', 'b', 'erika']);
  });

  it('only who waits is in the queue', () => {
    const called = { is: 'called', counterId: 'c1', byId: 'anna', calledAt: at('09:00'), calls: 1 };
    expect(order('09:00', walkIn('gone', '08:00', { state: called }))).toEqual([]);
    expect(
      atCounter([walkIn('here', '08:00', { state: called })], 'c1' as CounterId, 'anna' as ClerkId).length,
    ).toBe(1);
    expect(
      atCounter([walkIn('here', '08:00', { state: called })], 'c1' as CounterId, 'bernd' as ClerkId),
    ).toEqual([]);
  });
});

it('[K13] without a line a desk calls only who waits for its own counter; without a counter nobody', () => {
  const [own, other] = ['c1' as CounterId, 'c2' as CounterId];
  const may = (counterId: CounterId | null, hasLine: boolean, at: CounterId | undefined = own) =>
    mayCall({ counterId }, at, hasLine);
  expect([may(own, false), may(other, false), may(null, false)]).toEqual([true, false, false]);
  expect([may(own, true), may(other, true), may(null, true)]).toEqual([true, true, true]);
  expect(mayCall({ counterId: null }, undefined, true)).toBe(false);
});
