import { type Booking, isStanding } from '@amtsstube/shared/domain/appointments/appointment';
import type { Claim } from '@amtsstube/shared/domain/appointments/claim';
import { type Unit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { Instant } from '@amtsstube/shared/domain/time';

/**
 * What this desk knows to be taken, as claims. It knows no holds and nothing that cools down: what it suggests the server
 * may refuse, and names the nearest times then (K2). What is over is nobody's any more.
 */
export function claimsOf(appointments: readonly Booking[], now: Instant): readonly Claim[] {
  return appointments
    .filter((each) => each.freeAt > now && isStanding(each, now))
    .flatMap(({ id, counterId, startsAt, freeAt, fence }) =>
      unitsOf(startsAt, freeAt).map((unit) => ({
        counterId,
        unit,
        state: 'booked' as const,
        owner: id,
        until: null,
        fence,
      })),
    );
}

function unitsOf(from: Instant, to: Instant): Unit[] {
  const first = unitOf(from);
  return Array.from({ length: unitOf(to) - first }, (_, index) => first + index);
}
