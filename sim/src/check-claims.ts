import {
  type Appointment,
  type Booking,
  claimedBy,
  isBooking,
} from '@amtsstube/shared/domain/appointments/appointment';
import type { Claim } from '@amtsstube/shared/domain/appointments/claim';
import type { Holds } from '@amtsstube/shared/domain/appointments/holds';
import { leaseOwner, type TimeLease, unitsOf } from '@amtsstube/shared/domain/appointments/time-lease';
import { instantOfUnit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { AnyDocument, CollectionName } from '@amtsstube/shared/domain/documents';
import { isTimeLease, type Lease } from '@amtsstube/shared/domain/lease';
import { addDays, type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import { hasClaims } from '@amtsstube/shared/operations/outcome';
import type { Read, StoredClaim } from '@amtsstube/sync-server/store/store';

const everything = 1_000_000;

/** Keeps in mind up to where it has looked, so that only decisions that may have claimed something cost anything. */
export class ClaimsCheck {
  #seq = 0;
  /** The latest time anything was decided at: what ran out before may be gone from the documents. */
  #latest = '' as Instant;

  /** (l) What is wrong after the decisions since it last looked; undefined: nothing. */
  async look(read: Read): Promise<string | undefined> {
    const { seq } = await read.head();
    // restored from a backup
    if (seq < this.#seq) this.#seq = 0;
    const rows = await read.log(this.#seq, everything);
    this.#seq = seq;
    for (const { decidedAt } of rows) if (decidedAt > this.#latest) this.#latest = decidedAt;
    return rows.some(({ touched }) => hasClaims(touched)) ? wrongClaim(read, this.#latest) : undefined;
  }
}

/**
 * [K10] Each unit is free, or has one owner in one state, and both sides agree: who the documents say owns it has the row, and
 * whoever has the row is named by a document.
 */
export async function wrongClaim(read: Read, latest: Instant): Promise<string | undefined> {
  const claims = await read.allClaims(undefined, everything);
  const rows = new Map(claims.map((claim) => [`${claim.counterId} ${claim.unit}`, claim]));
  if (rows.size !== claims.length) return 'a unit has two rows';
  const bookings = ((await all(read, 'appointments')) as Appointment[]).filter(isBooking);
  const holds = ((await all(read, 'holds')) as Holds[]).flatMap((each) => each.holds);
  const counters = new Map(((await all(read, 'counters')) as Counter[]).map((each) => [each.id, each]));
  const leases = ((await all(read, 'leases')) as Lease[]).filter(isTimeLease);
  for (const lease of leases) {
    const wrong = wrongLease(lease, rows);
    if (wrong) return wrong;
  }
  for (const booking of bookings) {
    const { counterId, from, to } = claimedBy(booking);
    for (let unit = from; unit < to; unit += 1) {
      const wrong = wrongUnit(booking, rows.get(`${counterId} ${unit}`), latest);
      if (wrong) return `${booking.id} ${wrong} ${instantOfUnit(unit)}`;
    }
  }
  const byId = new Map(bookings.map((booking) => [booking.id as string, booking]));
  for (const claim of claims) {
    if (!isExplained(claim, byId.get(claim.owner), holds, counters.get(claim.counterId), leases, latest))
      return `${claim.owner} has ${instantOfUnit(claim.unit)} as ${claim.state}, and no document says why`;
  }
  return undefined;
}

/** What is left of a lease is its own, past or ahead: no timer ends it. */
function wrongLease(
  { id, counterId, free }: TimeLease,
  rows: ReadonlyMap<string, StoredClaim>,
): string | undefined {
  const lost = unitsOf(free).find((unit) => rows.get(`${counterId} ${unit}`)?.owner !== leaseOwner(id));
  return lost === undefined ? undefined : `lease ${id} has not ${instantOfUnit(lost)}`;
}

function wrongUnit(
  { id, state, fence }: Booking,
  row: StoredClaim | undefined,
  latest: Instant,
): string | undefined {
  if (state.is === 'cancelled') return undefined;
  if (row?.owner !== id) {
    if (state.is === 'booked') return 'is booked and has not';
    // whoever took it did so after it had run out; her later steps may be of a clock that was put back
    return row && state.expiresAt < latest ? undefined : 'waits for its mail and lost';
  }
  if (row.state !== state.is || row.fence !== fence) return `is ${state.is}, and its row ${row.state}:`;
  const until = state.is === 'booked' ? null : state.expiresAt;
  return row.until === until ? undefined : 'has a row that runs out otherwise:';
}

function isExplained(
  { state, owner, unit, counterId, until, fence }: Claim,
  booking: Booking | undefined,
  holds: Holds['holds'],
  counter: Counter | undefined,
  leases: readonly TimeLease[],
  latest: Instant,
): boolean {
  switch (state) {
    case 'booked':
    case 'unconfirmed': {
      if (booking?.state.is !== state || booking.counterId !== counterId) return false;
      const { from, to } = claimedBy(booking);
      return from <= unit && unit < to;
    }
    case 'hold':
      return (
        (until !== null && until <= latest) ||
        holds.some((hold) => hold.appointmentId === owner && hold.fence === fence)
      );
    case 'blocked':
      return (
        // what was blocked long ago is no longer in the counter's document
        localDateOf(instantOfUnit(unit)) < addDays(localDateOf(latest), -59) ||
        (counter?.blocked ?? []).some(
          ({ id, startsAt, endsAt }) =>
            `block:${id}` === owner && unitOf(startsAt) <= unit && unit < unitOf(endsAt),
        )
      );
    case 'cooling':
      return until !== null;
    case 'leased':
      return leases.some(
        ({ id, counterId: counter, free, fence: last }) =>
          leaseOwner(id) === owner && counter === counterId && fence <= last && unitsOf(free).includes(unit),
      );
  }
}

async function all(read: Read, collection: CollectionName): Promise<readonly AnyDocument[]> {
  return (await read.allDocuments(collection, '', everything)).flatMap(({ document }) => document ?? []);
}
