/** How long something took, in the whole units of whoever measured: days, minutes. */
export interface Durations {
  readonly count: number;
  /** Half took no longer; undefined where there is none. */
  readonly median: number | undefined;
  /** Nine of ten took no longer. */
  readonly mostly: number | undefined;
}

/** By the nearest rank, so that each is a duration that there was. */
export function durationsOf(each: readonly number[]): Durations {
  const sorted = each.toSorted((a, b) => a - b);
  const upTo = (share: number) => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  return { count: sorted.length, median: upTo(0.5), mostly: upTo(0.9) };
}
