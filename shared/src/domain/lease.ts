import type { Actor } from './actor.ts';
import { type TimeLease, timeLease } from './appointments/time-lease.ts';
import { clerkId, type DeviceId, departmentId, deviceId, leaseId, serviceId } from './ids.ts';
import { scope } from './scope.ts';
import { instant, type LocalDate } from './time.ts';
import { z } from './zod.ts';

/** First part of the file reference, `HST` in `HST-2026-00017`. */
export const referencePrefix = z.string().regex(/^[A-ZÄÖÜ]{2,5}$/);

const referenceNumber = z.int().min(1);
export const referenceYear = z.int().min(2000).max(9999);

/** Numbers of one series that are nobody else's any more: `from` and `to` included. */
const block = z.strictObject({
  serviceId,
  /** As it was when they were reserved: what is given offline doesn't change. */
  prefix: referencePrefix,
  year: referenceYear,
  from: referenceNumber,
  to: referenceNumber,
  /** Of these, the ones that cases have. */
  spent: z.array(referenceNumber).max(100),
});
export type NumberBlock = z.infer<typeof block>;

/** Reserved ahead, so that a case entered without a line has its final file reference at once. */
export const numberBlockLease = z.strictObject({
  kind: z.literal('numberBlock'),
  id: leaseId,
  scope,
  departmentId,
  clerkId,
  /** The journal that may spend them: what waits in another one for the same clerk has its own. */
  deviceId: deviceId.nullable(),
  grantedAt: instant,
  /** In the order they were reserved; those that are spent to the last go with the next reservation. */
  blocks: z.array(block).max(500),
});
export type NumberBlockLease = z.infer<typeof numberBlockLease>;

/** What belongs to one device ahead of time. */
export const lease = z.discriminatedUnion('kind', [numberBlockLease, timeLease]);
export type Lease = z.infer<typeof lease>;

export function isNumberLease(each: Lease): each is NumberBlockLease {
  return each.kind === 'numberBlock';
}

export function isTimeLease(each: Lease): each is TimeLease {
  return each.kind === 'time';
}

/** Who may spend leases: one clerk in one journal. null: no journal, and so no lease. */
interface LeaseOwner {
  readonly actor: Actor;
  readonly deviceId: DeviceId | null;
}

/** By the clerk it was granted to, out of the journal it was granted to. */
export function isLeaseOf(
  { clerkId: of, deviceId: journal }: Pick<Lease, 'clerkId' | 'deviceId'>,
  { actor, deviceId: asking }: LeaseOwner,
): boolean {
  return actor.kind === 'clerk' && of === actor.clerkId && journal === asking;
}

/** Times one clerk has in one journal (K7). */
export function timeLeasesOf(leases: readonly Lease[], owner: LeaseOwner): readonly TimeLease[] {
  return leases.filter(isTimeLease).filter((each) => isLeaseOf(each, owner));
}

/** File references likewise. */
export function numberLeasesOf(leases: readonly Lease[], owner: LeaseOwner): readonly NumberBlockLease[] {
  return leases.filter(isNumberLease).filter((each) => isLeaseOf(each, owner));
}

/** One number of a lease, as the case that takes it names it. */
export const leasedNumber = z.strictObject({ leaseId, year: referenceYear, number: referenceNumber });
export type LeasedNumber = z.infer<typeof leasedNumber>;

/** How many numbers of a series are reserved at once, and below how many more are asked for. */
export const numbersPerBlock = 10;
export const fewNumbers = 5;

/** The years a desk needs numbers of: in December the next one too, since the line may be down at the turn of the year. */
export function yearsToReserve(on: LocalDate): readonly number[] {
  const year = yearOf(on);
  return on.slice(5, 7) === '12' ? [year, year + 1] : [year];
}

export function yearOf(on: LocalDate): number {
  return Number(on.slice(0, 4));
}

/** The numbers of one series that are still free in this lease, lowest first. */
export function freeNumbers(
  { blocks }: Pick<NumberBlockLease, 'blocks'>,
  service: NumberBlock['serviceId'],
  year: number,
): readonly number[] {
  return blocks
    .filter((each) => each.serviceId === service && each.year === year)
    .flatMap(unspent)
    .toSorted((a, b) => a - b);
}

/** What nobody has taken of a block. */
export function unspent({ from, to, spent }: NumberBlock): readonly number[] {
  const taken = new Set(spent);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index).filter((each) => !taken.has(each));
}

/** `HST-2026-00017` */
export function fileReferenceOf(prefix: string, year: number, number: number): string {
  return `${prefix}-${year}-${String(number).padStart(5, '0')}`;
}
