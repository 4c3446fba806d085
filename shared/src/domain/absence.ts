import type { Actor } from './actor.ts';
import type { Absence, Clerk } from './clerk.ts';
import type { ClerkId } from './ids.ts';
import type { LocalDate } from './time.ts';

interface Days {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export function covers({ from, until }: Days, day: LocalDate): boolean {
  return from <= day && day <= until;
}

export function overlap(one: Days, other: Days): boolean {
  return one.from <= other.until && other.from <= one.until;
}

/** So many days after it was done, what a deputy did without a line still counts: a longer journey is rare. */
export const standInCountsForDays = 14;

/**
 * The same actor with those alone whom she stands in for on one of these days: the only ones that give her a right. A
 * chain ends after one step: whom an absent colleague stands in for is not hers.
 */
export function actorOn(actor: Actor, ...days: readonly LocalDate[]): Actor {
  if (actor.kind !== 'clerk' || actor.deputyFor === undefined) return actor;
  return { ...actor, deputyFor: actor.deputyFor.filter((each) => days.some((day) => covers(each, day))) };
}

/** The absence she is in on this day. */
export function absenceOn(clerk: Pick<Clerk, 'absence'> | undefined, day: LocalDate): Absence | undefined {
  return clerk?.absence && covers(clerk.absence, day) ? clerk.absence : undefined;
}

/** What speaks against somebody as deputy for these days: told before it is saved, and no reason to refuse. */
export type DeputyDoubt =
  /** She is away herself on one of these days. */
  | { readonly doubt: 'absent'; readonly absence: Absence }
  /** Each would stand in for the other, and nobody is there. */
  | { readonly doubt: 'eachOther'; readonly absence: Absence };

export function doubtAbout(
  deputy: Pick<Clerk, 'absence'>,
  days: Days,
  absentId: ClerkId,
): DeputyDoubt | undefined {
  const { absence } = deputy;
  if (absence === undefined || !overlap(absence, days)) return undefined;
  return { doubt: absence.deputyId === absentId ? 'eachOther' : 'absent', absence };
}
