import type { Case } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { ClerkId, DeviceId, ServiceId } from '@amtsstube/shared/domain/ids';
import { isNumberLease, type Lease, unspent } from '@amtsstube/shared/domain/lease';

/** Why no case on this desk has these numbers. */
export type Gap =
  /** Reserved; `isEnded`: for somebody who works here no more, so that nobody will give them out. */
  | {
      readonly why: 'held';
      readonly clerkId: ClerkId;
      readonly deviceId: DeviceId | null;
      readonly isEnded: boolean;
    }
  /** A case took it, and is not here: erased since, or in a department this desk doesn't see. */
  | { readonly why: 'caseNotHere' }
  /** No lease on this desk names it either. */
  | { readonly why: 'unknown' };

/** Numbers in a row with one reason: `from` and `to` included. */
export type GapRun = Gap & { readonly from: number; readonly to: number };

/** The file references of one service in one year, as far as this desk knows them. */
export interface NumberSeries {
  readonly serviceId: ServiceId;
  readonly year: number;
  /** The highest number that a case has or a lease holds. */
  readonly last: number;
  /** How many of them cases on this desk have. */
  readonly given: number;
  readonly gaps: readonly GapRun[];
}

type NumberedCase = Pick<Case, 'serviceId' | 'fileReference'>;

/** Every series this desk knows numbers of, newest year first; in the order of `services` within a year. */
export function numberSeries(
  cases: readonly NumberedCase[],
  leases: readonly Lease[],
  clerks: readonly Clerk[],
  services: readonly ServiceId[],
): readonly NumberSeries[] {
  const left = new Set(clerks.filter(({ deactivatedAt }) => deactivatedAt !== undefined).map(({ id }) => id));
  const found = new Map<string, Collected>();
  const seriesOf = (serviceId: ServiceId, year: number) => {
    const key = JSON.stringify([serviceId, year]);
    const known = found.get(key) ?? { serviceId, year, given: new Set(), why: new Map() };
    found.set(key, known);
    return known;
  };
  for (const { serviceId, fileReference } of cases) {
    const [, year, number] = referenceParts.exec(fileReference) ?? [];
    if (year !== undefined) seriesOf(serviceId, Number(year)).given.add(Number(number));
  }
  for (const { blocks, clerkId, deviceId } of leases.filter(isNumberLease))
    for (const block of blocks) {
      const { why } = seriesOf(block.serviceId, block.year);
      const held: Gap = { why: 'held', clerkId, deviceId, isEnded: left.has(clerkId) };
      for (const number of block.spent) why.set(number, { why: 'caseNotHere' });
      for (const number of unspent(block)) why.set(number, held);
    }
  return [...found.values()]
    .map(counted)
    .toSorted((a, b) => b.year - a.year || services.indexOf(a.serviceId) - services.indexOf(b.serviceId));
}

/** `HST-2026-00017`; '' until the server has given one. */
const referenceParts = /^[A-ZÄÖÜ]{2,5}-(\d{4})-(\d+)$/;

interface Collected {
  readonly serviceId: ServiceId;
  readonly year: number;
  readonly given: Set<number>;
  readonly why: Map<number, Gap>;
}

function counted({ serviceId, year, given, why }: Collected): NumberSeries {
  let last = 0;
  for (const numbers of [given.keys(), why.keys()])
    for (const number of numbers) last = Math.max(last, number);
  const gaps: GapRun[] = [];
  for (let number = 1; number <= last; number += 1) {
    if (given.has(number)) continue;
    const gap = why.get(number) ?? { why: 'unknown' };
    const before = gaps.at(-1);
    if (before !== undefined && before.to === number - 1 && isSame(before, gap))
      gaps[gaps.length - 1] = { ...before, to: number };
    else gaps.push({ ...gap, from: number, to: number });
  }
  return { serviceId, year, last, given: given.size, gaps };
}

function isSame(a: Gap, b: Gap): boolean {
  if (a.why !== 'held' || b.why !== 'held') return a.why === b.why;
  return a.clerkId === b.clerkId && a.deviceId === b.deviceId;
}
