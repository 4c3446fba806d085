import { type Appointment, claimedBy, isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import type { AnyDocument, CollectionName } from '@amtsstube/shared/domain/documents';
import type { Task } from '@amtsstube/shared/domain/task';
import { instantOf, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { wrongClaim } from '@amtsstube/sim/check-claims';
import type { Read } from '@amtsstube/sync-server/store/store';
import type { DeskBookings } from './leased-counters.ts';
import { raceRules, unitsOfDay } from './race-hours.ts';

export interface RaceResult {
  /** Citizens' addresses. */
  readonly acknowledged: readonly string[];
  readonly desks: DeskBookings;
  /** The raced day. */
  readonly on: LocalDate;
}

/** What a town's store says of its race. */
export interface Judged {
  /** By citizens. */
  readonly booked: number;
  /** A time twice, or a person. */
  readonly doubled: number;
  /** Acknowledged to a citizen and not there. */
  readonly lost: number;
  /** Units of the raced day that nobody has in the end. */
  readonly free: number;
  /** Booked in a lease that is the desk's, and refused, missing, or not at its time. */
  readonly broken: number;
  /** Of those booked in the lease that was taken back: at another time than was said. */
  readonly moved: number;
  /** Of the same: neither a booking nor a call to make. */
  readonly unanswered: number;
  /** Where claims and documents differ (K10), in words. */
  readonly wrongClaims: string | undefined;
}

export async function judgeTown(read: Read, { acknowledged, desks, on }: RaceResult): Promise<Judged> {
  const stored = ((await all(read, 'appointments')) as Appointment[]).filter(isBooking);
  const tasks = (await all(read, 'tasks')) as Task[];
  const byId = new Map(stored.map((booking) => [booking.id, booking]));
  const units = stored.flatMap((booking) => {
    const { counterId, from, to } = claimedBy(booking);
    return Array.from({ length: to - from }, (_, at) => `${counterId} ${from + at}`);
  });
  const ofDay = stored.filter(({ startsAt }) => localDateOf(startsAt) === on);
  const taken = ofDay.reduce((sum, booking) => sum + claimedBy(booking).to - claimedBy(booking).from, 0);
  const emails = stored.flatMap(({ visitor: { email } }) => email ?? []);
  const isAsPromised = ({ appointmentId, counterId, startsAt }: (typeof desks.firm)[number]) => {
    const booking = byId.get(appointmentId);
    return booking?.state.is === 'booked' && booking.counterId === counterId && booking.startsAt === startsAt;
  };
  const moved = desks.revoked.filter((each) => byId.has(each.appointmentId) && !isAsPromised(each));
  // whoever has another time than was said has left no address for a mail, and is called
  const isAnswered = (each: (typeof desks.firm)[number]) =>
    isAsPromised(each) ||
    tasks.some(
      ({ wish, done }) => wish?.appointmentId === each.appointmentId && wish.settled !== null && !done,
    );
  return {
    booked: emails.length,
    doubled: units.length - new Set(units).size + emails.length - new Set(emails).size,
    lost: acknowledged.filter((email) => !emails.includes(email)).length,
    free: raceRules.counters.length * unitsOfDay - taken,
    broken: desks.refused + desks.firm.filter((each) => !isAsPromised(each)).length,
    moved: moved.length,
    unanswered: desks.revoked.filter((each) => !isAnswered(each)).length,
    wrongClaims: await wrongClaim(read, instantOf(Date.now())),
  };
}

async function all(read: Read, collection: CollectionName): Promise<readonly AnyDocument[]> {
  return (await read.allDocuments(collection, '', 10_000)).flatMap(({ document }) => document ?? []);
}
