import type { Journal } from '@amtsstube/desktop/data/journal/journal';
import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import {
  daysToLease,
  leftWithout,
  type Stretch,
  type TimeLease,
  toGiveBack,
  unitsOf,
} from '@amtsstube/shared/domain/appointments/time-lease';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { appointmentId, leaseId } from '@amtsstube/shared/domain/ids';
import { isTimeLease } from '@amtsstube/shared/domain/lease';
import { localDateOf } from '@amtsstube/shared/domain/time';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';
import { serviceIds, simCounter, standingOn } from './workload-appointments.ts';

interface Workplace
  extends Pick<SimDesk, 'clerk' | 'do' | 'leases' | 'shown' | 'now' | 'saved' | 'bookedInLease'> {
  readonly journal: Pick<Journal, 'deviceId'> | undefined;
}

/** A visit and its buffer. */
const visitUnits = 3;
const claimedUnits = 4;

/** A desk has times to itself, books in them with or without a line, gives them back; a lead takes them from it. */
export async function actOnLeases(random: Random, desk: Workplace): Promise<void> {
  const { journal, clerk } = desk;
  if (journal === undefined) return;
  const all = (await desk.leases()).filter(isTimeLease);
  const own = all.filter((each) => each.deviceId === journal.deviceId && each.clerkId === clerk.id);
  const today = localDateOf(desk.now());
  const roll = random.next();
  if (own.length === 0 || roll < 0.2) {
    const days = daysToLease(today)
      .filter((on) => !own.some((each) => each.on === on))
      .map((on) => ({ leaseId: leaseId.parse(random.id()), on }));
    const endedIds = own.filter(({ on }) => on < today).map(({ id }) => id);
    if (days.length + endedIds.length > 0)
      await desk.do('leaseTime', { counterId: simCounter, days, endedIds });
  } else if (roll < 0.6) await book(random, desk, random.pick(own));
  else if (roll < 0.8) await move(random, desk, random.pick(own));
  else if (roll < 0.9) {
    for (const lease of own) {
      // that it is the day isn't the server's business
      const given = random.chance(0.5) ? toGiveBack(lease, desk.now()) : lease.free.slice(0, 1);
      if (given.length > 0) await desk.do('returnTime', { leaseId: lease.id, given: [...given] });
    }
  } else {
    const id = random.pick(all)?.id;
    if (id !== undefined) await desk.do('revokeTime', { leaseId: id, reason: 'PC verloren' });
  }
}

async function book(random: Random, desk: Workplace, lease: TimeLease | undefined): Promise<void> {
  const shown = lease && (desk.shown('leases', lease.id) as TimeLease | null | undefined);
  if (!shown || shown.revoked) return;
  const start = random.pick(startsIn(shown.free));
  if (start === undefined) return;
  const id = appointmentId.parse(`fest-${random.id()}`);
  const saved = await desk.do('bookLeased', {
    leaseId: shown.id,
    appointmentId: id,
    serviceIds,
    counterId: shown.counterId,
    startsAt: instantOfUnit(start),
    endsAt: instantOfUnit(start + visitUnits),
    freeAt: instantOfUnit(start + claimedUnits),
    visitor: { name: 'Erika Mustermann', email: null, phone: random.id() },
    remark: '',
    language: 'de',
    way: 'counter',
    caseId: null,
  });
  const opId = desk.saved.at(-1);
  if (!saved || opId === undefined) return;
  desk.bookedInLease.push({ opId, leaseId: shown.id });
  const booked = desk.shown('appointments', id) as Booking | null | undefined;
  if (booked && random.chance(0.1)) await desk.do('cancelAppointment', { appointmentId: id, reason: '' });
}

/** Something that others work on too: into the lease, within it, or out of it to where it was before. */
async function move(random: Random, desk: Workplace, lease: TimeLease | undefined): Promise<void> {
  const shown = lease && (desk.shown('leases', lease.id) as TimeLease | null | undefined);
  const known = random.pick(standingOn(desk));
  if (!shown || shown.revoked || !known) return;
  const start = random.pick(startsIn(leftWithout(shown, known)));
  const from = { counterId: known.counterId, startsAt: known.startsAt };
  const { id: appointment, serviceIds: services } = known;
  const move = { appointmentId: appointment, serviceIds: services, leaseId: shown.id };
  if (start === undefined) return;
  const to = { counterId: shown.counterId, startsAt: instantOfUnit(start) };
  await desk.do('moveAppointment', { ...move, from, to });
  if (random.chance(0.3)) await desk.do('moveAppointment', { ...move, from: to, to: from });
}

function startsIn(free: readonly Stretch[]): readonly number[] {
  return free.flatMap((each) => unitsOf([each]).slice(0, -(claimedUnits - 1)));
}
