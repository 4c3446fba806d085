import { describe, expect, it } from 'vitest';
import type { Booking } from '../../domain/appointments/appointment.ts';
import type { TimeLease } from '../../domain/appointments/time-lease.ts';
import { unitOf } from '../../domain/appointments/unit.ts';
import { instant } from '../../domain/time.ts';
import {
  block,
  bookIn,
  giveBack,
  lease,
  revoke,
  tuesday,
  withCounters,
} from '../../fixtures/meetings/appointment-acts.ts';
import { type Arriving, bernd, doris, lead } from '../../fixtures/meetings/meeting.ts';
import { TestOffice } from '../../fixtures/test-office.ts';
import { doraRitter } from '../../fixtures/test-town.ts';

const day = '2026-11-24';
const five = tuesday('16:00');

function office(...acts: readonly Arriving[]) {
  const made = new TestOffice();
  for (const each of [withCounters, ...acts]) expect(say(made, each)).toBe('accepted');
  return made;
}
function say(made: TestOffice, [kind, payload, who]: Arriving): string {
  const outcome = made.decideUnchecked(kind, payload, who);
  return outcome.outcome === 'refused' ? outcome.reason.code : outcome.outcome;
}
const leaseIn = (made: TestOffice, id = 'l') => made.documents.get(`leases/lease-${id}`) as TimeLease;
const leased = (made: TestOffice) =>
  [...made.claims.values()].filter(({ state }) => state === 'leased').length;

describe('[K7] times granted ahead', () => {
  it('are of the internal part, claimed, and never more than a quarter of the day', () => {
    const made = office(lease(bernd, 'l', day));
    expect(leaseIn(made).free).toEqual([{ startsAt: five, endsAt: tuesday('17:00') }]);
    expect(leased(made)).toBe(12);
    const monday = office(lease(bernd, 'l', '2026-11-23'));
    // two hours are open, half an hour may be anybody's ahead
    expect(leased(monday)).toBe(6);
    expect(say(monday, lease(doris, 'm', '2026-11-23'))).toBe('accepted');
    expect(leased(monday)).toBe(6);
  });

  it('asked for twice are granted once', () => {
    const made = office(lease(bernd, 'l', day), lease(bernd, 'l', day));
    expect(leaseIn(made).fence).toBe(1);
    expect(leased(made)).toBe(12);
  });

  it('leave out what is blocked, and days without internal time', () => {
    expect(leased(office(block(lead, 'b', five, tuesday('16:30')), lease(bernd, 'l', day)))).toBe(6);
    expect(leaseIn(office(lease(bernd, 'l', '2026-11-26')))).toBeUndefined();
  });
});

describe('[K7] what is asked for by a PC whose clock is wrong', () => {
  it('is granted by the server’s day: nothing of days that are over or too far ahead', () => {
    const made = office();
    for (const on of ['2026-11-16', '2026-11-20', '2026-12-14'])
      expect(say(made, lease(bernd, on, on))).toBe('accepted');
    expect(leased(made)).toBe(0);
  });
});

describe('[K8] a booking in them', () => {
  it('stands where its counter was taken out of use meanwhile', () => {
    const made = office(lease(bernd, 'l', day));
    say(made, ['putCounter', { action: 'close', counterId: leaseIn(made).counterId }, doraRitter]);
    expect(say(made, bookIn(bernd, 'l', 'one', five))).toBe('accepted');
    expect((made.documents.get('appointments/one') as Booking).state.is).toBe('booked');
    expect(say(made, lease(bernd, 'm', '2026-11-23'))).toBe('noSuchCounter');
  });

  it('owns its time, and is out of the lease', () => {
    const made = office(lease(bernd, 'l', day), bookIn(bernd, 'l', 'one', five));
    expect(made.documents.get('appointments/one')).toMatchObject({ state: { is: 'booked' }, startsAt: five });
    expect([...made.claims.values()].filter(({ owner }) => owner === 'one')).toHaveLength(4);
    expect(leaseIn(made)).toMatchObject({
      free: [{ startsAt: tuesday('16:20'), endsAt: tuesday('17:00') }],
      spent: [{ appointmentId: 'one', startsAt: five, endsAt: tuesday('16:20') }],
    });
  });

  it('stands although it is handed over after its time', () => {
    const made = office(lease(bernd, 'l', day));
    const [kind, payload, who] = bookIn(bernd, 'l', 'one', five);
    const at = instant.parse('2026-11-24T09:00:00.000Z');
    const decidedAt = instant.parse('2026-11-25T09:00:00.000Z');
    const outcome = made.decideUnchecked(kind, payload, who, { at, decidedAt });
    expect(outcome).toMatchObject({ outcome: 'accepted', effects: [] });
    expect((made.documents.get('appointments/one') as Booking).startsAt).toBe(five);
  });

  it('of what was given back is one like any other', () => {
    const made = office(lease(bernd, 'l', day), giveBack(bernd, 'l', five));
    expect(leased(made)).toBe(8);
    expect(say(made, bookIn(doris, 'm', 'two', five))).toBe('accepted');
    // it was promised, and somebody else has it: she gets the next time, and is called, since she has no e-mail (K11)
    expect(say(made, bookIn(bernd, 'l', 'one', five))).toBe('accepted');
    expect((made.documents.get('appointments/one') as Booking).startsAt).not.toBe(five);
    expect(made.documents.get('tasks/statt-one')).toMatchObject({
      done: null,
      wish: { settled: { is: 'booked', asWished: false } },
    });
  });
});

describe('[K9] a lease ends', () => {
  it('when a lead takes it back, with a reason, and its times are free at once', () => {
    const made = office(lease(bernd, 'l', day));
    expect(say(made, revoke(doris, 'l'))).toBe('notAllowed');
    expect(say(made, ['revokeTime', { leaseId: leaseIn(made).id, reason: ' ' }, lead])).toBe(
      'reasonRequired',
    );
    expect(say(made, revoke(lead, 'l'))).toBe('accepted');
    expect(leaseIn(made)).toMatchObject({
      free: [],
      fence: 2,
      revoked: { byId: lead.id, reason: 'PC verloren' },
    });
    expect(leased(made)).toBe(0);
    expect(say(made, giveBack(bernd, 'l', five))).toBe('accepted');
    expect(say(made, bookIn(doris, 'm', 'two', five))).toBe('accepted');
  });

  it('for its own desk alone, which can’t give back what is another’s', () => {
    const made = office(lease(bernd, 'l', day));
    expect(say(made, giveBack(doris, 'l', five))).toBe('notAllowed');
    expect(unitOf(leaseIn(made).free[0]?.startsAt ?? five)).toBe(unitOf(five));
  });
});
