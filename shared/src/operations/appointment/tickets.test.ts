import { beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/appointments/appointment.ts';
import type { Ticket } from '../../domain/appointments/ticket.ts';
import { keyOf, ref } from '../../domain/documents.ts';
import type { OpId } from '../../domain/ids.ts';
import { instantOf, millisecondsOf } from '../../domain/time.ts';
import {
  book,
  cancel,
  desk,
  move,
  request,
  tuesday,
  withCounters,
} from '../../fixtures/meetings/appointment-acts.ts';
import { type Arriving, bernd, lead } from '../../fixtures/meetings/meeting.ts';
import { arrive, arriveFor, call, change, otherCounter } from '../../fixtures/meetings/queue-acts.ts';
import { actorFrom, codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { claraLindner } from '../../fixtures/test-town.ts';
import type { PayloadOf } from '../registry.ts';
import { takeTicket } from './take-ticket.ts';

const nine = tuesday('08:00');
let office: TestOffice;
beforeEach(() => {
  office = new TestOffice();
  say(withCounters);
});

const say = ([kind, payload, who]: Arriving) => codeOf(office.decideUnchecked(kind, payload, who));
const found = (id: string) => office.documents.get(keyOf(ref('appointments', id)));
const ticket = (id: string) => found(`ticket-${id}`) as Ticket;
const pass = (minutes: number) => {
  office.decidedAt = instantOf(millisecondsOf(office.decidedAt) + minutes * 60_000);
};

describe('[K13] who comes', () => {
  it('has a number nobody else has on that day, also where two were given the same', () => {
    for (const id of ['one', 'two', 'three']) expect(say(arrive(lead, id, 7))).toBe('accepted');
    expect(['one', 'two', 'three'].map((id) => ticket(id).number)).toEqual(['A07', 'A07-2', 'A07-3']);
    say(arrive(lead, 'drawn', 7, { isTold: false }));
    expect(ticket('drawn').number).toBe('A08');
    say(arrive(lead, 'tomorrow', 7, { on: '2026-11-25' as Ticket['on'] }));
    expect(ticket('tomorrow').number).toBe('A07');
  });

  it('has her number at once on a desk, which doesn’t have what doesn’t exist', () => {
    const [, payload, who] = arrive(bernd, 'one', 1);
    const outcome = takeTicket.apply(
      payload as PayloadOf<'takeTicket'>,
      {
        get: (collection, id) =>
          collection === 'settings' ? (office.documents.get(keyOf(ref(collection, id))) as never) : 'unknown',
        all: () => 'unknown',
        claims: () => 'unknown',
      },
      { opId: 'op' as OpId, actor: actorFrom(who), deviceId: null, at: nine, decidedAt: nine },
    );
    expect(codeOf(outcome)).toBe('accepted');
  });

  it('is checked in once for her appointment, and is found by it', () => {
    say(book(lead, 'erika', nine));
    expect(say(arriveFor(bernd, 'one', 1, 'erika'))).toBe('accepted');
    expect(ticket('one').appointment).toEqual({ id: 'erika', startsAt: nine });
    expect((found('erika') as Booking).arrived).toMatchObject({ ticketId: 'ticket-one', number: 'A01' });
    expect(say(arriveFor(bernd, 'two', 2, 'erika'))).toBe('alreadyArrived');
  });

  it('is entered from notes on paper as who was here and is gone, with the times written there', () => {
    const noted = { counterId: desk, cameAt: tuesday('08:02'), leftAt: tuesday('08:20') };
    office.decidedAt = tuesday('15:00');
    say(book(lead, 'erika', tuesday('15:30')));
    expect(
      say(arrive(bernd, 'one', 1, { way: 'booked', appointmentId: 'erika' as Ticket['id'], noted })),
    ).toBe('accepted');
    expect(ticket('one')).toMatchObject({
      arrivedAt: noted.cameAt,
      isNoted: true,
      state: { is: 'served', counterId: desk, byId: bernd.id, startedAt: noted.cameAt, at: noted.leftAt },
    });
    expect((found('erika') as Booking).arrived).toMatchObject({ ticketId: 'ticket-one', at: noted.cameAt });
    expect(say(call(lead, 'one'))).toBe('alreadyServed');
    const elsewhere = 'trauzimmer' as typeof desk;
    expect(say(arrive(bernd, 'two', 2, { noted: { ...noted, counterId: elsewhere } }))).toBe('noSuchCounter');
    // a clock that goes ahead doesn't put a visit into the future
    say(arrive(bernd, 'three', 3, { noted: { ...noted, leftAt: tuesday('23:00') } }));
    expect(ticket('three').state).toMatchObject({ is: 'served', at: office.decidedAt });
  });

  it('isn’t expected any more for a time she was moved from', () => {
    say(book(lead, 'erika', nine));
    say(arriveFor(bernd, 'one', 1, 'erika'));
    say(move(bernd, 'erika', nine, tuesday('09:00')));
    expect((found('erika') as Booking).arrived).toBeUndefined();
  });

  it('is told why her appointment doesn’t count: not there, not confirmed, cancelled, of another day', () => {
    expect(say(arriveFor(bernd, 'one', 1, 'nobody'))).toBe('noSuchAppointment');
    say(request('web', nine));
    expect(say(arriveFor(bernd, 'one', 1, 'web'))).toBe('notConfirmed');
    say(book(lead, 'erika', tuesday('09:00')));
    expect(
      say(
        arrive(bernd, 'one', 1, { appointmentId: 'erika' as Ticket['id'], on: '2026-11-25' as Ticket['on'] }),
      ),
    ).toBe('notToday');
    say(cancel(lead, 'erika'));
    expect(say(arriveFor(bernd, 'one', 1, 'erika'))).toBe('appointmentCancelled');
  });

  it('of a citizen only the kiosk is believed, and nobody takes in people of another department', () => {
    const [kind, payload] = arrive(lead, 'one', 1);
    expect(codeOf(office.decideUnchecked(kind, payload, 'citizen'))).toBe('notAllowed');
    const [, drawn] = arrive(lead, 'one', 1, { series: 'K', isTold: false });
    expect(codeOf(office.decideUnchecked(kind, drawn, 'citizen'))).toBe('accepted');
    expect(say(arrive(claraLindner, 'two', 2))).toBe('notAllowed');
    expect(say(call(claraLindner, 'one'))).toBe('notAllowed');
  });
});

describe('[K13] who is called', () => {
  beforeEach(() => {
    say(arrive(lead, 'one', 1));
    pass(10);
  });

  it('goes to one counter, is served there and done, with the time of each', () => {
    expect(say(call(bernd, 'one'))).toBe('accepted');
    pass(1);
    say(call(bernd, 'one'));
    expect(ticket('one').state).toMatchObject({ is: 'called', counterId: desk, byId: bernd.id, calls: 2 });
    expect(say(call(lead, 'one', otherCounter))).toBe('alreadyCalled');
    pass(1);
    say(change(bernd, 'one', { to: 'serving' }));
    pass(9);
    say(change(bernd, 'one', { to: 'served' }));
    const { state, arrivedAt } = ticket('one');
    if (state.is !== 'served') throw new Error(state.is);
    const minutes = [arrivedAt, state.calledAt, state.startedAt, state.at].map((at) =>
      Math.round((millisecondsOf(at) - millisecondsOf(arrivedAt)) / 60_000),
    );
    expect(minutes).toEqual([0, 11, 12, 21]);
    expect(say(call(bernd, 'one'))).toBe('alreadyServed');
  });

  it('and doesn’t come can be called again, by anybody', () => {
    say(call(bernd, 'one'));
    expect(say(change(bernd, 'one', { to: 'missed' }))).toBe('accepted');
    expect(say(call(lead, 'one', otherCounter))).toBe('accepted');
    expect(ticket('one').state).toMatchObject({ is: 'called', counterId: otherCounter, calls: 2 });
  });

  it('is put back, which undoes each; twice is once', () => {
    for (const to of ['serving', 'served', 'missed'] as const) {
      say(call(bernd, 'one'));
      if (to === 'served') say(change(bernd, 'one', { to: 'serving' }));
      expect(say(change(bernd, 'one', { to }))).toBe('accepted');
      expect(say(change(bernd, 'one', { to }))).toBe('accepted');
      expect(say(change(bernd, 'one', { to: 'waiting' }))).toBe('accepted');
      expect(say(change(bernd, 'one', { to: 'waiting' }))).toBe('accepted');
      expect(ticket('one').state).toEqual({ is: 'waiting' });
    }
    expect(say(change(bernd, 'one', { to: 'served' }))).toBe('notCalled');
  });

  it('who left before she was called is missed without a counter', () => {
    say(change(bernd, 'one', { to: 'missed' }));
    expect(ticket('one').state).toMatchObject({ is: 'missed', counterId: null, calledAt: null, calls: 0 });
  });

  it('a counter of another department calls nobody, and no appointment is called', () => {
    expect(say(call(bernd, 'one', 'trauzimmer' as typeof desk))).toBe('noSuchCounter');
    const [kind, payload] = call(bernd, 'one');
    const wrong = { ...(payload as object), ticketId: 'nobody' } as typeof payload;
    expect(codeOf(office.decideUnchecked(kind, wrong, bernd))).toBe('noSuchTicket');
  });
});
