import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/appointments/appointment.ts';
import type { Task } from '../../domain/task.ts';
import {
  block,
  book,
  except,
  note,
  tuesday,
  withCounters,
} from '../../fixtures/meetings/appointment-acts.ts';
import { type Arriving, bernd, dora, doris, lead } from '../../fixtures/meetings/meeting.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import type { PayloadOf } from '../registry.ts';
import { noteWish } from './note-wish.ts';

const nine = tuesday('08:00');
const ten = tuesday('09:00');

function office(...acts: readonly Arriving[]) {
  const made = new TestOffice();
  for (const [kind, payload, who] of [withCounters, ...acts])
    expect(made.decideUnchecked(kind, payload, who).outcome).toBe('accepted');
  return made;
}
const booked = (made: TestOffice, id = 'one') =>
  made.documents.get(`appointments/${id}`) as Booking | undefined;
const task = (made: TestOffice, id = 'one') => made.documents.get(`tasks/wish-${id}`) as Task;
function noted(made: TestOffice, changed: Partial<PayloadOf<'noteWish'>> = {}) {
  const [kind, payload, who] = note(bernd, 'one', nine);
  return made.decideUnchecked(kind, { ...(payload as object), ...changed }, who);
}
const place = (startsAt: typeof nine) => {
  const [, payload] = note(bernd, 'one', startsAt);
  return (payload as PayloadOf<'noteWish'>).wishes[0] as PayloadOf<'noteWish'>['wishes'][number];
};

describe('[K11] a wish noted without a line', () => {
  it('becomes a booking where its time is free, and nobody has to be called', () => {
    const made = office(note(bernd, 'one', nine));
    expect(booked(made)).toMatchObject({ startsAt: nine, state: { is: 'booked' } });
    expect(task(made)).toMatchObject({ wish: { settled: { is: 'booked', asWished: true } } });
    expect(task(made).done).not.toBeNull();
  });

  it('becomes one of the other times she named, and she is called where she has no e-mail', () => {
    const made = office(book(lead, 'first', nine));
    noted(made, { wishes: [place(nine), place(ten)] });
    expect(booked(made)?.startsAt).toBe(ten);
    expect(task(made)).toMatchObject({ done: null, wish: { settled: { asWished: true, startsAt: ten } } });
    expect(booked(made, 'first')?.startsAt).toBe(nine);
  });

  it('is told by mail where she has an address', () => {
    const made = office(book(lead, 'first', nine));
    const visitor = { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' };
    const outcome = noted(made, { visitor });
    expect(outcome.outcome === 'accepted' && outcome.effects[0]).toMatchObject({
      template: 'bookedInstead',
      from: { startsAt: nine, endsAt: tuesday('08:15') },
    });
    expect(task(made).done).not.toBeNull();
    expect(booked(made)?.startsAt).not.toBe(nine);
  });

  it('is told without an apology where it is one of her times', () => {
    const visitor = { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' };
    const made = office(book(lead, 'first', nine));
    const outcome = noted(made, { visitor, wishes: [place(nine), place(ten)] });
    expect(outcome.outcome === 'accepted' && outcome.effects[0]).toMatchObject({ template: 'booked' });
  });

  it('finds a time at another counter that offers it, unless it is to be hers alone', () => {
    const shut = except(dora, '2026-11-24');
    const elsewhere = office(shut);
    noted(elsewhere, { elsewhereToo: true });
    expect(booked(elsewhere)).toMatchObject({ counterId: 'buergerbuero-2', startsAt: nine });
    expect(task(elsewhere)).toMatchObject({
      done: null,
      wish: { settled: { is: 'booked', counterId: 'buergerbuero-2', asWished: false } },
    });
    const hers = office(shut);
    noted(hers);
    expect(task(hers)).toMatchObject({ wish: { settled: { is: 'noTime' } } });
  });

  it('prefers a later time at her counter to one at another', () => {
    const made = office(block(lead, 'b', tuesday('08:00'), tuesday('10:00')));
    noted(made, { elsewhereToo: true });
    expect(booked(made)).toMatchObject({ counterId: 'buergerbuero-1', startsAt: tuesday('10:00') });
  });

  it('to move an appointment moves it where that is free, and leaves it else', () => {
    const moves = place(ten);
    const free = office(book(lead, 'one', ten));
    noted(free, { moves, elsewhereToo: true });
    expect(booked(free)).toMatchObject({ startsAt: nine, fence: 2, changeCount: 1 });
    expect([...free.claims.values()].filter(({ state }) => state === 'booked')).toHaveLength(4);
    const taken = office(book(lead, 'one', ten), book(lead, 'first', nine));
    noted(taken, { moves, elsewhereToo: true });
    expect(booked(taken)).toMatchObject({ startsAt: ten, fence: 1 });
    expect(task(taken)).toMatchObject({ done: null, wish: { settled: { is: 'noTime' } } });
    expect(codeOf(noted(office(), { moves }))).toBe('noSuchAppointment');
  });

  it('without a time within her limits is a call to make, and touches nobody', () => {
    const made = office(except(dora, '2026-11-24'));
    const before = new Map(made.claims);
    noted(made);
    expect(booked(made)).toBeUndefined();
    expect(task(made)).toMatchObject({
      done: null,
      dueOn: '2026-11-23',
      wish: { settled: { is: 'noTime' } },
    });
    expect(made.claims).toEqual(before);
  });

  it('whose day is over when it arrives is a call to make', () => {
    const made = office();
    const [kind, payload, who] = note(bernd, 'one', nine);
    const late = tuesday('23:30');
    made.decideUnchecked(kind, payload, who, { at: nine, decidedAt: late });
    expect(task(made)).toMatchObject({ wish: { settled: { is: 'noTime' } } });
  });

  it('[K3] each of many for one time gets an answer, and no two the same time', () => {
    const made = office(block(lead, 'b', tuesday('08:30'), tuesday('09:00')));
    const ids = Array.from({ length: 40 }, (_, index) => `w${index}`);
    for (const id of ids) {
      const [kind, payload, who] = note(id.length % 2 ? bernd : doris, id, nine);
      expect(made.decideUnchecked(kind, payload, who).outcome).toBe('accepted');
    }
    const settled = ids.map((id) => task(made, id).wish?.settled?.is);
    expect(settled.every((is) => is === 'booked' || is === 'noTime')).toBe(true);
    expect(settled).toContain('noTime');
    const times = ids.flatMap((id) => booked(made, id)?.startsAt ?? []);
    expect(new Set(times).size).toBe(times.length);
  });

  it('needs a way to reach her, and times that differ', () => {
    const [, given] = note(bernd, 'one', nine);
    const isTaken = (changed: object) =>
      noteWish.payload.safeParse({ ...(given as object), ...changed }).success;
    expect(isTaken({})).toBe(true);
    expect(isTaken({ visitor: { name: 'Erika', email: null, phone: ' ' } })).toBe(false);
    expect(isTaken({ wishes: [place(nine), place(nine)] })).toBe(false);
    expect(isTaken({ wishes: [] })).toBe(false);
  });
});
