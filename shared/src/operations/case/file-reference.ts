import { type NumberBlock, yearOf } from '../../domain/lease.ts';
import { scopeForAll } from '../../domain/scope.ts';
import type { Sequence } from '../../domain/server-only.ts';
import { type Instant, localDateOf } from '../../domain/time.ts';

/** Each service has a series of file references; numbers start at 1 each year. */
export function sequenceIdOf(service: string): string {
  return `file-reference.${service}`;
}

/** The year of a decision, by the local calendar; a clock that was put back doesn't open a former year's series again. */
export function yearOfDecision(before: Sequence | undefined, decidedAt: Instant): number {
  return Math.max(yearOf(localDateOf(decidedAt)), before?.year ?? 0);
}

export interface Taken {
  readonly from: number;
  readonly to: number;
  readonly sequence: Sequence;
}

/** The next numbers of a year's series: of the present year, or of the one after it. */
export function takeNumbers(
  id: string,
  before: Sequence | undefined,
  year: number,
  count: number,
  present: number,
): Taken {
  const last = lastIn(before, year);
  const to = last + count;
  const { skipped, claimed } = before ?? {};
  const kept = { ...(skipped && { skipped }), ...(claimed && { claimed }) };
  const common = { id, scope: scopeForAll, ...kept };
  const next = before?.next && before.next.year > present ? { next: before.next } : {};
  const sequence =
    year > present
      ? { ...common, year: present, last: lastIn(before, present), next: { year, last: to } }
      : { ...common, year, last: to, ...next };
  return { from: last + 1, to, sequence };
}

function lastIn(before: Sequence | undefined, year: number): number {
  if (before?.year === year) return before.last;
  return before?.next?.year === year ? before.next.last : 0;
}

/** After a restore: what may have been given since the backup is jumped over, and remembered. */
export function jumpOver(id: string, before: Sequence | undefined, present: number, jump: number): Sequence {
  const year = Math.max(present, before?.year ?? 0);
  const inYear = takeNumbers(id, before, year, jump, year);
  const further = before?.next && before.next.year > year ? before.next : undefined;
  const inNext = further && takeNumbers(id, inYear.sequence, further.year, jump, year);
  const skipped = [{ year, from: inYear.from, to: inYear.to }];
  if (inNext && further) skipped.push({ year: further.year, from: inNext.from, to: inNext.to });
  return {
    ...(inNext ?? inYear).sequence,
    skipped: [...(before?.skipped ?? []), ...skipped].filter(({ from, to }) => from <= to),
  };
}

/** A number that a restore jumped over and no case has brought back yet: whoever holds it may have it. */
export function claimSkipped(
  before: Sequence | undefined,
  year: number,
  number: number,
): Sequence | undefined {
  const isSkipped = before?.skipped?.some((each) => each.year === year && isWithin(each, number)) ?? false;
  const isClaimed = before?.claimed?.some((each) => each.year === year && each.number === number) ?? false;
  if (before === undefined || !isSkipped || isClaimed) return undefined;
  return { ...before, claimed: [...(before.claimed ?? []), { year, number }] };
}

export function isWithin({ from, to }: Pick<NumberBlock, 'from' | 'to'>, number: number): boolean {
  return from <= number && number <= to;
}
