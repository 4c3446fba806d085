import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/appointments/appointment.ts';
import type { TimeLease } from '../../domain/appointments/time-lease.ts';
import type { Task } from '../../domain/task.ts';
import type { Instant } from '../../domain/time.ts';
import {
  block,
  book,
  bookIn,
  cancel,
  lease,
  move,
  moveIn,
  revoke,
  setHours,
  tuesday,
  withCounters,
} from '../../fixtures/meetings/appointment-acts.ts';
import { type Arriving, bernd, dora, doris, lead } from '../../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { minutesLater } from './booking-rules.ts';

const day = '2026-11-24';
const nine = tuesday('08:00');
const five = tuesday('16:00');
const half = tuesday('16:30');

function office(...acts: readonly Arriving[]) {
  const made = new TestOffice();
  for (const each of [withCounters, lease(bernd, 'l', day), ...acts])
    expect(say(made, each)).toBe('accepted');
  return made;
}
function say(made: TestOffice, [kind, payload, who]: Arriving): string {
  return codeOf(made.decideUnchecked(kind, payload, who));
}
const booked = (made: TestOffice, id = 'one') => made.documents.get(`appointments/${id}`) as Booking;
const leaseIn = (made: TestOffice) => made.documents.get('leases/lease-l') as TimeLease;
const tasks = (made: TestOffice) =>
  [...made.documents].flatMap(([key, document]) => (key.startsWith('tasks/') ? [document as Task] : []));
const ownedBy = (made: TestOffice, owner: string, state: string) =>
  [...made.claims.values()].filter((each) => each.owner === owner && each.state === state).length;
const part = (from: Instant, minutes: number) => ({ startsAt: from, endsAt: minutesLater(from, minutes) });

describe('[K12] an appointment moved into times the desk has to itself', () => {
  it('has its new time, out of the lease, and the old one cools', () => {
    const made = office(book(lead, 'one', nine), moveIn(bernd, 'l', 'one', nine, five));
    expect(booked(made)).toMatchObject({ startsAt: five, state: { is: 'booked' }, fence: 2, changeCount: 1 });
    expect(ownedBy(made, 'one', 'booked')).toBe(4);
    expect(ownedBy(made, 'one', 'cooling')).toBe(4);
    expect(leaseIn(made)).toMatchObject({
      free: [part(tuesday('16:20'), 40)],
      spent: [{ ...part(five, 20), appointmentId: 'one' }],
    });
    expect(tasks(made)).toEqual([]);
  });

  it('[K8] stands whatever became of the opening hours', () => {
    const made = office(book(lead, 'one', nine), setHours(dora), moveIn(bernd, 'l', 'one', nine, five));
    expect(booked(made).startsAt).toBe(five);
  });

  it('is moved on within the lease, over its own time, and the lease loses nothing', () => {
    const made = office(
      bookIn(bernd, 'l', 'one', five),
      moveIn(bernd, 'l', 'one', five, tuesday('16:05')),
      moveIn(bernd, 'l', 'one', tuesday('16:05'), half),
    );
    expect(booked(made)).toMatchObject({ startsAt: half, fence: 3 });
    expect(leaseIn(made)).toMatchObject({
      free: [part(five, 30), part(tuesday('16:50'), 10)],
      spent: [{ ...part(half, 20), appointmentId: 'one' }],
    });
    expect(ownedBy(made, 'lease:lease-l', 'leased')).toBe(8);
    expect(ownedBy(made, 'one', 'booked')).toBe(4);
    expect(ownedBy(made, 'one', 'cooling')).toBe(0);
  });

  it('goes back to where it was, and the lease has all of its time again', () => {
    const made = office(
      book(lead, 'one', nine),
      moveIn(bernd, 'l', 'one', nine, five),
      moveIn(bernd, 'l', 'one', five, nine),
    );
    expect(booked(made)).toMatchObject({ startsAt: nine, fence: 3 });
    expect(leaseIn(made)).toMatchObject({ free: [part(five, 60)], spent: [] });
    expect(ownedBy(made, 'lease:lease-l', 'leased')).toBe(12);
    expect(ownedBy(made, 'one', 'booked')).toBe(4);
  });

  it('that can’t go back, since another has the time by then, stays where it is, and she is called', () => {
    const made = office(
      book(lead, 'one', nine),
      moveIn(bernd, 'l', 'one', nine, five),
      block(lead, 'b', nine, tuesday('08:30')),
      moveIn(bernd, 'l', 'one', five, nine),
    );
    expect(booked(made).startsAt).toBe(five);
    expect(tasks(made)).toMatchObject([
      { done: null, wish: { moves: { startsAt: five }, settled: { is: 'noTime' } } },
    ]);
  });
});

describe('[K12] where the lease isn’t the desk’s any more', () => {
  it('it is moved all the same where the time is free: she was told so', () => {
    const made = office(book(lead, 'one', nine), revoke(lead, 'l'), moveIn(bernd, 'l', 'one', nine, five));
    expect(booked(made).startsAt).toBe(five);
    expect(ownedBy(made, 'one', 'booked')).toBe(4);
    expect(tasks(made)).toMatchObject([{ done: { byId: bernd.id }, wish: { settled: { is: 'booked' } } }]);
  });

  it('where it isn’t, it keeps the old time, nobody else loses his, and she is called', () => {
    const made = office(
      book(lead, 'one', nine),
      revoke(lead, 'l'),
      book(lead, 'two', five),
      moveIn(bernd, 'l', 'one', nine, five),
    );
    expect(booked(made)).toMatchObject({ startsAt: nine, state: { is: 'booked' }, fence: 1 });
    expect(booked(made, 'two').startsAt).toBe(five);
    expect(tasks(made)).toMatchObject([
      { done: null, wish: { moves: { startsAt: nine }, settled: { is: 'noTime' } } },
    ]);
  });

  it('another’s journal moves nothing in it', () => {
    const made = office(book(lead, 'one', nine), moveIn(doris, 'l', 'one', nine, five));
    expect(booked(made).startsAt).toBe(nine);
    expect(leaseIn(made).spent).toEqual([]);
    expect(tasks(made)).toMatchObject([{ wish: { settled: { is: 'noTime' } } }]);
  });
});

describe('[K12] an appointment that was changed meanwhile', () => {
  it('by another move or by its person is not moved again, and the lease keeps its time', () => {
    const moved = office(book(lead, 'one', nine), move(lead, 'one', nine, tuesday('09:00')));
    expect(say(moved, moveIn(bernd, 'l', 'one', nine, five))).toBe('appointmentMoved');
    expect(leaseIn(moved).free).toEqual([part(five, 60)]);
    const cancelled = office(book(lead, 'one', nine), cancel(lead, 'one'));
    expect(say(cancelled, moveIn(bernd, 'l', 'one', nine, five))).toBe('appointmentCancelled');
    expect(booked(cancelled).state.is).toBe('cancelled');
    expect(leaseIn(cancelled).free).toEqual([part(five, 60)]);
  });

  it('is cancelled like any other afterwards', () => {
    const made = office(book(lead, 'one', nine), moveIn(bernd, 'l', 'one', nine, five), cancel(lead, 'one'));
    expect(booked(made).state.is).toBe('cancelled');
    expect(ownedBy(made, 'one', 'booked')).toBe(0);
  });
});
