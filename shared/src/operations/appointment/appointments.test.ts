import { beforeEach, describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/appointments/appointment.ts';
import { hitAppointments, outsideHours } from '../../domain/appointments/hit-appointments.ts';
import { instantOfUnit } from '../../domain/appointments/unit.ts';
import { keyOf, ref } from '../../domain/documents.ts';
import { instantOf, millisecondsOf } from '../../domain/time.ts';
import {
  block,
  book,
  cancel,
  closeOn,
  confirm,
  desk,
  except,
  extend,
  hold,
  move,
  request,
  setHours,
  tuesday,
  withCounters,
} from '../../fixtures/meetings/appointment-acts.ts';
import { type Arriving, bernd, dora, lead } from '../../fixtures/meetings/meeting.ts';
import { actorFrom, codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { annaBerger, claraLindner, testTown } from '../../fixtures/test-town.ts';
import type { Outcome } from '../outcome.ts';
import { cancelHit } from './cancel-hit.ts';

const nine = tuesday('08:00');
const ten = tuesday('09:00');
let office: TestOffice;
beforeEach(() => {
  office = new TestOffice();
  expect(say(withCounters)).toBe('accepted');
});

const decide = ([kind, payload, who]: Arriving): Outcome => office.decideUnchecked(kind, payload, who);
const say = (act: Arriving) => codeOf(decide(act));
const pass = (minutes: number) => {
  office.decidedAt = instantOf(millisecondsOf(office.decidedAt) + minutes * 60_000);
};
const booking = (id: string) => office.documents.get(keyOf(ref('appointments', id))) as Booking;
/** Who has what of the counter's time, as `08:00 booked one`. */
const claimed = () =>
  [...office.claims.values()]
    .filter(({ counterId }) => counterId === desk)
    .toSorted((a, b) => a.unit - b.unit)
    .map(({ unit, state, owner }) => `${instantOfUnit(unit).slice(11, 16)} ${state} ${owner}`);
const fourUnits = (state: string, owner: string, hour = '08') =>
  ['00', '05', '10', '15'].map((minute) => `${hour}:${minute} ${state} ${owner}`);

describe('[K4] a citizen’s booking', () => {
  it('that was kept in time, ran out and is somebody else’s by now is refused, not written over', () => {
    // two hours and ten minutes before it: the web may still have it
    pass((millisecondsOf(nine) - millisecondsOf(office.decidedAt)) / 60_000 - 130);
    expect(say(hold('one', nine))).toBe('accepted');
    pass(15);
    expect(say(book(bernd, 'two', nine))).toBe('accepted');
    expect(say(request('one', nine, 1))).toBe('slotNotFree');
    expect(claimed()).toEqual(fourUnits('booked', 'two'));
  });

  it('isn’t taken for a form whose time ran out, though that has the same id', () => {
    expect(say(hold('one', nine))).toBe('accepted');
    pass(15);
    expect(say(request('one', nine))).toBe('accepted');
    expect(say(extend('one'))).toBe('holdGone');
    expect(say(hold('two', ten, 'one', 'one'))).toBe('accepted');
    expect(claimed().slice(0, 4)).toEqual(fourUnits('unconfirmed', 'one'));
  });

  it('is held, waits for its mail, and is booked with its buffer', () => {
    expect(say(hold('one', nine))).toBe('accepted');
    expect(claimed()).toEqual(fourUnits('hold', 'one'));
    expect(say(request('one', nine, 1))).toBe('accepted');
    expect(claimed()).toEqual(fourUnits('unconfirmed', 'one'));
    expect(office.documents.has(keyOf(ref('holds', 'visit-of-one-0123456789')))).toBe(false);
    expect(booking('one')).toMatchObject({ fence: 2, endsAt: tuesday('08:15'), freeAt: tuesday('08:20') });
    expect(say(confirm('one', nine, 2))).toBe('accepted');
    expect(claimed()).toEqual(fourUnits('booked', 'one'));
    expect(booking('one').state.is).toBe('booked');
  });

  it('the link of the mail is good once', () => {
    say(request('one', nine));
    expect(say(confirm('one', nine, 7))).toBe('linkUsed');
    expect(say(confirm('one', nine, 1))).toBe('accepted');
    expect(say(confirm('one', nine, 1))).toBe('alreadyConfirmed');
  });

  it('a hold that ran out and that nobody took still counts; taken, the next are named', () => {
    say(hold('one', nine));
    say(hold('two', ten));
    pass(11);
    expect(say(request('one', nine, 1))).toBe('accepted');
    expect(say(book(bernd, 'phone', ten))).toBe('accepted');
    expect(decide(request('two', ten, 1))).toEqual({
      outcome: 'refused',
      reason: {
        code: 'slotNotFree',
        why: 'taken',
        nearest: ['08:30', '09:30', '09:45'].map((time) => ({ counterId: desk, startsAt: tuesday(time) })),
      },
    });
  });

  it('a mail that was answered too late counts where nobody took the time', () => {
    say(request('one', nine));
    say(request('two', ten));
    pass(31);
    say(book(bernd, 'phone', ten));
    expect(say(confirm('one', nine))).toBe('accepted');
    expect(say(confirm('two', ten))).toBe('slotNotFree');
  });

  it('the time for the form can be had once more', () => {
    say(hold('one', nine));
    pass(11);
    expect(say(extend('one'))).toBe('accepted');
    pass(9);
    expect(say(book(bernd, 'phone', nine))).toBe('slotNotFree');
    expect(say(extend('one'))).toBe('alreadyExtended');
  });

  it('two at a time; one that ran out doesn’t count', () => {
    say(hold('one', nine));
    say(hold('two', ten, 'one'));
    expect(say(hold('three', tuesday('10:00'), 'one'))).toBe('tooManyHolds');
    pass(11);
    expect(say(hold('three', tuesday('10:00'), 'one'))).toBe('accepted');
  });

  it('another time instead gives the first back in the same decision, also where they overlap; nobody else’s', () => {
    say(hold('one', nine));
    expect(say(hold('two', tuesday('08:15'), 'one', 'one'))).toBe('accepted');
    expect(claimed().filter((line) => line.includes(' hold '))).toEqual([
      '08:15 hold two',
      '08:20 hold two',
      '08:25 hold two',
      '08:30 hold two',
    ]);
    expect(say(hold('three', ten, 'one', 'two'))).toBe('accepted');
    expect(say(book(bernd, 'phone', nine))).toBe('accepted');
    expect(say(hold('four', tuesday('10:00'), 'four'))).toBe('accepted');
    // hers alone is given up: another's time stays another's
    expect(say(hold('five', tuesday('10:00'), 'five', 'four'))).toBe('slotNotFree');
    expect(say(hold('six', tuesday('10:30'), 'five', 'four'))).toBe('accepted');
    expect(claimed().filter((line) => line.endsWith(' four'))).toHaveLength(4);
  });

  it('[K4] keeps what was answered before as it was worded then, whatever is asked later', () => {
    const question = (asks: string) => ({
      id: 'chip',
      asks,
      answers: ['yes', 'no'].map((id) => ({
        id,
        says: id,
        leadsTo: { is: 'booking', bring: id === 'no' ? ['den Impfpass'] : [], hint: '' },
      })),
    });
    const ask = (from: string[], to: string[]) =>
      say([
        'changeService',
        { serviceId: testTown.serviceId, visitQuestions: { from: from.map(question), to: to.map(question) } },
        dora,
      ] as Arriving);
    const answers = [{ serviceId: testTown.serviceId, questionId: 'chip', answerId: 'no' }];
    const answering = (id: string, at: typeof nine): Arriving => {
      const [kind, payload, who] = request(id, at);
      return [kind, { ...payload, answers }, who] as Arriving;
    };
    const given = { serviceId: testTown.serviceId, says: 'no', bring: ['den Impfpass'] };
    expect(ask([], ['Ist er gechipt?'])).toBe('accepted');
    expect(say(answering('one', nine))).toBe('accepted');
    ask(['Ist er gechipt?'], ['Ist er geimpft?']);
    expect(say(answering('two', ten))).toBe('accepted');
    expect(booking('one').answers).toEqual([{ ...given, asks: 'Ist er gechipt?' }]);
    expect(booking('two').answers).toEqual([{ ...given, asks: 'Ist er geimpft?' }]);
    // asked no more: nobody loses a time by that
    ask(['Ist er geimpft?'], []);
    expect(say(answering('three', tuesday('10:00')))).toBe('accepted');
    expect(booking('three').answers).toBeUndefined();
  });

  it('what was in time when it was held stays in time', () => {
    const late = tuesday('13:00');
    pass((millisecondsOf(late) - millisecondsOf(office.decidedAt)) / 60_000 - 121);
    expect(say(hold('one', late))).toBe('accepted');
    pass(5);
    expect(say(hold('other', tuesday('13:00')))).toBe('slotNotFree');
    expect(say(request('other', tuesday('13:30')))).toBe('accepted');
    expect(say(request('one', late, 1))).toBe('accepted');
  });
});

describe('[K5] [K12] cancelling', () => {
  beforeEach(() => expect(say(book(bernd, 'one', nine))).toBe('accepted'));

  it('cools the time for everybody, half an hour', () => {
    expect(say(cancel(bernd, 'one'))).toBe('accepted');
    expect(claimed()).toEqual(fourUnits('cooling', 'one'));
    expect(say(book(bernd, 'two', nine))).toBe('slotNotFree');
    pass(31);
    expect(say(book(bernd, 'two', nine))).toBe('accepted');
  });

  it('twice is once, and another’s time is safe from the second', () => {
    say(cancel(bernd, 'one'));
    pass(31);
    say(book(bernd, 'two', nine));
    expect(decide(cancel(lead, 'one'))).toEqual({ outcome: 'accepted', changes: [], effects: [] });
    expect(claimed()).toEqual(fourUnits('booked', 'two'));
  });

  it('is for the counter’s department', () => {
    expect(say(cancel(claraLindner, 'one'))).toBe('notAllowed');
    expect(say(book(claraLindner, 'two', ten))).toBe('notAllowed');
  });
});

describe('moving', () => {
  it('takes the new time and gives up the old in one decision', () => {
    say(book(bernd, 'one', nine));
    expect(say(move(bernd, 'one', nine, ten))).toBe('accepted');
    expect(claimed()).toEqual([...fourUnits('cooling', 'one'), ...fourUnits('booked', 'one', '09')]);
    expect(booking('one')).toMatchObject({ startsAt: ten, changeCount: 1, fence: 2 });
  });

  it('by less than its own length keeps what both have', () => {
    say(book(bernd, 'one', nine));
    expect(say(move(bernd, 'one', nine, tuesday('08:10')))).toBe('accepted');
    expect(claimed().map((line) => line.split(' ')[1])).toEqual([
      ...['cooling', 'cooling'],
      ...['booked', 'booked', 'booked', 'booked'],
    ]);
  });

  it('to a time somebody has leaves everything as it was', () => {
    say(book(bernd, 'one', nine));
    say(book(bernd, 'two', ten));
    const before = claimed();
    expect(say(move(bernd, 'one', nine, ten))).toBe('slotNotFree');
    expect(claimed()).toEqual(before);
  });

  it('what waits for its mail goes on waiting, with another link', () => {
    say(request('one', nine));
    say(move(bernd, 'one', nine, ten));
    expect(claimed()).toContain('09:00 unconfirmed one');
    expect(say(confirm('one', ten, 2))).toBe('accepted');
  });
});

describe('times taken away', () => {
  it('a blocked time is booked by nobody; whoever is in it stays', () => {
    say(book(bernd, 'one', nine));
    expect(say(block(bernd, 'b', nine, tuesday('08:30')))).toBe('accepted');
    expect(claimed().slice(0, 6)).toEqual([
      ...fourUnits('booked', 'one'),
      '08:20 blocked block:b',
      '08:25 blocked block:b',
    ]);
    say(cancel(bernd, 'one'));
    pass(31);
    // the row has run out, and the counter is closed all the same
    expect(decide(book(bernd, 'two', nine))).toMatchObject({ reason: { why: 'blocked' } });
  });

  it('opening hours that overlap are refused with both', () => {
    const tuesdays = { weekday: 2, everyWeeks: 1, startsOn: '2026-01-01', endsOn: null, share: 'web' };
    const hours = [
      { ...tuesdays, from: '09:00', to: '12:00' },
      { ...tuesdays, from: '11:00', to: '13:00', share: 'internal' },
    ];
    expect(decide(setHours(lead, hours as never))).toMatchObject({
      reason: {
        code: 'hoursDontFit',
        problem: 'overlap',
        ranges: ['Di 09:00–12:00 ab 01.01.2026', 'Di 11:00–13:00 intern ab 01.01.2026'],
        on: '2026-01-06',
      },
    });
    expect(say(setHours(bernd))).toBe('notAllowed');
  });

  it('tell whom they hit before they are saved', () => {
    say(book(bernd, 'one', nine));
    say(book(annaBerger, 'two', ten));
    say(book(bernd, 'gone', tuesday('10:00')));
    say(cancel(bernd, 'gone'));
    const rules = () => ({
      counters: [office.documents.get(keyOf(ref('counters', desk)))] as never,
      booking: office.documents.get(keyOf(ref('settings', 'booking'))) as never,
    });
    const hitBy = (act: Arriving) => {
      const before = rules();
      const now = office.decidedAt;
      expect(say(act)).toBe('accepted');
      const appointments = ['two', 'one', 'gone'].map(booking);
      return hitAppointments(appointments, before, rules(), now).map(({ id }) => id);
    };
    expect(hitBy(block(bernd, 'b', tuesday('08:15'), ten))).toEqual(['one']);
    // what is hit already isn't counted again
    expect(hitBy(closeOn(dora, 'c', '2026-11-24'))).toEqual(['two']);
    expect(hitBy(except(lead, '2026-11-24'))).toEqual([]);
  });

  it('are told those they hit, each once: one mail per person, with the reason, and calls for the others', () => {
    say(book(bernd, 'by-phone', nine));
    say(request('by-web', ten));
    say(confirm('by-web', ten));
    say(closeOn(dora, 'c', '2026-11-24'));
    const hours = {
      counters: [office.documents.get(keyOf(ref('counters', desk)))] as never,
      booking: office.documents.get(keyOf(ref('settings', 'booking'))) as never,
    };
    const outside = () =>
      outsideHours(['by-web', 'by-phone'].map(booking), hours, office.decidedAt).map(({ id }) => id);
    expect(outside()).toEqual(['by-phone', 'by-web']);
    const hit = ['by-phone', 'by-web'].map(booking);
    const { acts, toCall, ofOthers } = cancelHit(hit, 'Stromausfall', actorFrom(bernd));
    expect([toCall.map(({ id }) => id), ofOthers]).toEqual([['by-phone'], []]);
    const mails = [...acts, ...acts].flatMap(({ kind, payload }) => {
      const outcome = decide([kind, payload, bernd]);
      return outcome.outcome === 'accepted' ? [...outcome.effects] : [];
    });
    expect(mails).toMatchObject([{ template: 'cancelledByOffice', appointmentId: 'by-web' }]);
    expect(booking('by-web').state).toMatchObject({ is: 'cancelled', reason: 'Stromausfall' });
    expect(outside()).toEqual([]);
  });

  it('leave to another department whom they hit there', () => {
    say(book(bernd, 'one', nine));
    const stranger = { ...bernd, departmentIds: [] };
    expect(cancelHit([booking('one')], '', actorFrom(stranger))).toMatchObject({
      acts: [],
      toCall: [],
      ofOthers: [{ id: 'one' }],
    });
  });
});
