/** Its place beside others that are there at the same time: the `lane`-th of `lanes`. */
export interface Laned<T> {
  readonly of: T;
  readonly lane: number;
  readonly lanes: number;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Puts beside each other what overlaps, half-open; what doesn't has the whole width. */
export function inLanes<T extends Span>(spans: readonly T[]): readonly Laned<T>[] {
  const sorted = spans.toSorted((a, b) => a.from - b.from || b.to - a.to);
  const found: Laned<T>[] = [];
  let cluster: { readonly of: T; readonly lane: number }[] = [];
  let ends: number[] = [];
  const close = () => {
    found.push(...cluster.map((each) => ({ ...each, lanes: ends.length })));
    [cluster, ends] = [[], []];
  };
  for (const of of sorted) {
    if (ends.length > 0 && ends.every((end) => end <= of.from)) close();
    const free = ends.findIndex((end) => end <= of.from);
    const lane = free === -1 ? ends.length : free;
    ends[lane] = of.to;
    cluster.push({ of, lane });
  }
  close();
  return found;
}
