import { beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/appointments/appointment.ts';
import type { Waiting } from '../../domain/appointments/waiting.ts';
import { keyOf, ref } from '../../domain/documents.ts';
import { type Instant, instantOf, millisecondsOf } from '../../domain/time.ts';
import {
  book,
  cancel,
  desk,
  offer,
  tuesday,
  waitFor,
  withCounters,
} from '../../fixtures/meetings/appointment-acts.ts';
import { type Arriving, bernd, lead, moved } from '../../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { claraLindner } from '../../fixtures/test-town.ts';

const nine = tuesday('08:00');
const ten = tuesday('09:00');
const erika = { name: 'Erika Mustermann', email: 'erika@example.org', phone: '03900 4711' };
let office: TestOffice;
beforeEach(() => {
  office = new TestOffice();
  expect(say(withCounters)).toBe('accepted');
});

const decide = ([kind, payload, who]: Arriving) => office.decideUnchecked(kind, payload, who);
const say = (act: Arriving) => codeOf(decide(act));
const pass = (minutes: number) => {
  office.decidedAt = instantOf(millisecondsOf(office.decidedAt) + minutes * 60_000);
};
const bookWith = (id: string, at: Instant, more: object, who: Who = bernd) => {
  const [kind, payload] = book(bernd, id, at);
  return office.decideUnchecked(kind, { ...payload, ...more }, who);
};
const booking = (id: string) => office.documents.get(keyOf(ref('appointments', id))) as Booking | undefined;
const entry = (id: string) =>
  office.documents.get(keyOf(ref('waitings', waitingIdOf(id)))) as Waiting | undefined;
const waitingIdOf = (id: string) => `waiting-${id}-0123456789`;
const statesAt = (hour: string) =>
  [...office.claims.values()]
    .filter(({ counterId, until }) => counterId === desk && (until === null || until >= office.decidedAt))
    .filter(({ unit }) => new Date(unit * 300_000).toISOString().slice(11, 13) === hour)
    .map(({ state, owner }) => `${state} ${owner}`);
const leaveBy = (who: Who) =>
  codeOf(office.decideUnchecked('leaveWaitingList', { waitingId: waitingIdOf('w') }, who));

describe('booking for somebody on the waiting list', () => {
  beforeEach(() => expect(say(waitFor('w'))).toBe('accepted'));

  it('takes her off it in the same decision; who is off it already isn’t booked twice', () => {
    expect(codeOf(bookWith('one', nine, { waitingId: waitingIdOf('w'), visitor: erika }))).toBe('accepted');
    expect(entry('w')).toBeUndefined();
    expect(codeOf(bookWith('two', ten, { waitingId: waitingIdOf('w') }, lead))).toBe('notWaiting');
    expect(booking('two')).toBeUndefined();
  });

  it('gives up for it what was offered to her, which tells her of the new time alone', () => {
    say(offer('w', 'offered', nine));
    const outcome = bookWith('one', ten, { waitingId: waitingIdOf('w'), visitor: erika });
    expect(outcome).toMatchObject({
      effects: [{ template: 'booked', appointmentId: 'one' }, { template: 'reminder' }],
    });
    expect(booking('offered')?.state).toMatchObject({ is: 'cancelled', byId: bernd.id });
    expect(statesAt('08')).toEqual([]);
    expect(new Set(statesAt('09'))).toEqual(new Set(['booked one']));
  });

  it('books the very time that is offered to her, and nobody else can', () => {
    say(offer('w', 'offered', nine));
    expect(codeOf(bookWith('two', nine, {}))).toBe('slotNotFree');
    expect(codeOf(bookWith('one', nine, { waitingId: waitingIdOf('w'), visitor: erika }))).toBe('accepted');
    expect(new Set(statesAt('08'))).toEqual(new Set(['booked one']));
  });

  it('is for her: what is offered to her is nobody else’s, and whoever took her offer meanwhile waits no more', () => {
    say(offer('w', 'offered', nine));
    const stranger = { name: 'Otto Schulze', email: 'otto@example.org', phone: '' };
    expect(codeOf(bookWith('one', nine, { waitingId: waitingIdOf('w'), visitor: stranger }))).toBe(
      'notWaiting',
    );
    const offered = booking('offered') as Booking;
    office.documents.set(keyOf(ref('appointments', 'offered')), {
      ...offered,
      state: { is: 'booked', at: office.decidedAt },
    });
    expect(codeOf(bookWith('one', ten, { waitingId: waitingIdOf('w'), visitor: erika }))).toBe('notWaiting');
    expect(entry('w')).toBeDefined();
  });

  it('leaves alone what she let pass', () => {
    say(offer('w', 'offered', nine));
    pass(121);
    say(book(lead, 'other', nine));
    expect(codeOf(bookWith('one', ten, { waitingId: waitingIdOf('w') }))).toBe('accepted');
    expect(booking('offered')?.state.is).toBe('unconfirmed');
    expect(new Set(statesAt('08'))).toEqual(new Set(['booked other']));
  });

  it('refused leaves everything as it was', () => {
    say(offer('w', 'offered', nine));
    say(book(lead, 'other', ten));
    expect(codeOf(bookWith('one', ten, { waitingId: waitingIdOf('w') }))).toBe('slotNotFree');
    expect(entry('w')).toBeDefined();
    expect(new Set(statesAt('08'))).toEqual(new Set(['unconfirmed offered']));
  });

  it('a clerk takes off the list whom she could book for, and nobody else does', () => {
    expect(leaveBy(claraLindner)).toBe('notAllowed');
    expect(leaveBy(moved(bernd))).toBe('notAllowed');
    expect(entry('w')).toBeDefined();
    expect([leaveBy(bernd), leaveBy(lead)]).toEqual(['accepted', 'accepted']);
    expect(entry('w')).toBeUndefined();
  });
});

describe('[K5] booking again what was cancelled', () => {
  const again = { cancelledId: 'one', visitor: erika };
  beforeEach(() => {
    bookWith('one', nine, { visitor: erika, minutes: 25 });
    expect(say(cancel(bernd, 'one'))).toBe('accepted');
  });

  it('its time, which cools, is free for whose it was, as long as it was', () => {
    expect(codeOf(bookWith('two', nine, { ...again, minutes: 25 }))).toBe('accepted');
    expect(booking('two')).toMatchObject({
      startsAt: nine,
      endsAt: tuesday('08:25'),
      state: { is: 'booked' },
    });
    expect(new Set(statesAt('08'))).toEqual(new Set(['booked two']));
    expect(booking('one')?.state.is).toBe('cancelled');
  });

  it('and for nobody else', () => {
    const other = { ...again, visitor: { ...erika, name: 'Otto Schulze' } };
    expect(codeOf(bookWith('two', nine, other))).toBe('slotNotFree');
    expect(codeOf(bookWith('two', nine, { visitor: erika }))).toBe('slotNotFree');
  });

  it('cools on where she is booked at another time', () => {
    expect(codeOf(bookWith('two', ten, again))).toBe('accepted');
    expect(new Set(statesAt('08'))).toEqual(new Set(['cooling one']));
    expect(codeOf(bookWith('three', nine, {}, lead))).toBe('slotNotFree');
  });

  it('keeps what she answered', () => {
    const given = {
      serviceId: booking('one')?.serviceIds[0],
      asks: 'Ist er gechipt?',
      says: 'Nein',
      bring: ['Impfpass'],
    };
    const key = keyOf(ref('appointments', 'one'));
    office.documents.set(key, { ...booking('one'), answers: [given] } as never);
    expect(codeOf(bookWith('two', nine, again))).toBe('accepted');
    expect(booking('two')?.answers).toEqual([given]);
  });

  it('is refused where one who waited has it by now', () => {
    say(waitFor('w'));
    expect(say(offer('w', 'offered', nine))).toBe('accepted');
    expect(bookWith('two', nine, again)).toMatchObject({ reason: { code: 'slotNotFree', why: 'taken' } });
  });

  it('of what stands nothing is given up', () => {
    say(book(lead, 'three', ten));
    expect(codeOf(bookWith('two', ten, { ...again, cancelledId: 'three' }))).toBe('slotNotFree');
  });
});
