import { type Booking, claimedBy } from '../../domain/appointments/appointment.ts';
import type { ClaimWrite } from '../../domain/appointments/claim.ts';
import {
  covers,
  leaseOwner,
  leftWithout,
  type Stretch,
  spentOn,
  type TimeLease,
  without,
} from '../../domain/appointments/time-lease.ts';
import type { BookingRules } from '../../domain/appointments/visit.ts';
import type { ApplyContext, Load } from '../define-operation.ts';
import { accepted, type Outcome, put } from '../outcome.ts';
import {
  isRefusal,
  lasting,
  longAgo,
  minutesLater,
  type Place,
  placedAt,
  planned,
  releases,
  takes,
  timesOf,
  visitOfBooking,
  whyRefused,
} from './booking-rules.ts';
import { claimOf, type Moved, movedTo } from './moved-booking.ts';
import { minutesBetween } from './note-wish.ts';

interface LeasedMove {
  /** Of the desk that moves, and not revoked. */
  readonly lease: TimeLease;
  /** Booked: who never confirmed may have lost her time by now. */
  readonly before: Booking;
  readonly to: Place;
  /** Absent: as long as it was. */
  readonly minutes: number | undefined;
  readonly rules: BookingRules;
}

/**
 * [K12] Into times that the desk has to itself an appointment is moved for good, with or without a line, whatever became of
 * hours and services since (K8). What it had of the lease before is the lease's again: so it is moved within it, and back
 * out of it, which a desk can only hope for and the server looks at. undefined: the lease can't do that.
 */
export function movedByLease(
  move: LeasedMove,
  docs: Pick<Load, 'claims'>,
  context: ApplyContext,
): Outcome | undefined {
  return movedInside(move, context) ?? movedOut(move, docs, context);
}

function movedInside(move: LeasedMove, context: ApplyContext): Outcome | undefined {
  const { lease, before, to, minutes } = move;
  const { scope, departmentId, counterId } = lease;
  const times = timesOf(lasting(visitOfBooking(before), minutes), to.startsAt);
  const wanted = { startsAt: times.startsAt, endsAt: times.freeAt };
  const free = leftWithout(lease, before);
  if (counterId !== to.counterId || !covers({ ...lease, free }, wanted)) return undefined;
  const moved = movedTo(before, { scope, departmentId, counterId, ...times }, context);
  return written(move, moved, without(free, [wanted]), [{ ...wanted, appointmentId: before.id }], context);
}

/** To where it was before it came into the lease, as a rule: that cools, and is its own. */
function movedOut(move: LeasedMove, docs: Pick<Load, 'claims'>, context: ApplyContext): Outcome | undefined {
  const { lease, before, to, minutes, rules } = move;
  const counter = rules.counters.find(({ id }) => id === to.counterId);
  const usual = planned(rules, before.serviceIds, 'desk');
  if (!spentOn(lease, before) || !counter || isRefusal(usual)) return undefined;
  const visit = lasting(usual, minutes ?? minutesBetween(before.startsAt, before.endsAt));
  const claims = docs.claims();
  const now = context.decidedAt;
  if (claims !== 'unknown' && whyRefused({ rules, claims, visit, at: to, now, own: before.id }))
    return undefined;
  const moved = movedTo(before, placedAt(counter, visit, to.startsAt), context);
  const { startsAt, freeAt } = moved.booking;
  const free = leftWithout(lease, before);
  const left = lease.counterId === counter.id ? without(free, [{ startsAt, endsAt: freeAt }]) : free;
  return written(move, moved, left, [], context);
}

function written(
  { lease, before, rules }: LeasedMove,
  { booking, effects }: Moved,
  free: readonly Stretch[],
  spent: readonly TimeLease['spent'][number][],
  { decidedAt: now }: ApplyContext,
): Outcome {
  const had = spentOn(lease, before);
  const fence = lease.fence + 1;
  const owner = leaseOwner(lease.id);
  const left = {
    ...lease,
    free: [...free],
    spent: [...lease.spent.filter((each) => each !== had), ...spent],
    fence,
  };
  const until = had ? longAgo : minutesLater(now, rules.booking.coolingMinutes);
  const claims: readonly ClaimWrite[] = [
    releases(claimedBy(before), { owner: before.id, until, fence: booking.fence }),
    ...(had ? [takes(claimedBy(before), { state: 'leased', owner, until: null, fence })] : []),
    releases(claimedBy(booking), { owner, until: longAgo, fence }),
    takes(claimedBy(booking), claimOf(booking)),
  ];
  return accepted([put('appointments', booking), put('leases', left)], effects, claims);
}
