import type { Actor } from '../../domain/actor.ts';
import { fileReferenceOf, isNumberLease, type Lease, type LeasedNumber } from '../../domain/lease.ts';
import type { Sequence } from '../../domain/server-only.ts';
import type { Service } from '../../domain/settings.ts';
import type { ApplyContext, Load } from '../define-operation.ts';
import { type Change, put } from '../outcome.ts';
import { claimSkipped, isWithin, sequenceIdOf, takeNumbers, yearOfDecision } from './file-reference.ts';

export interface GivenReference {
  /** '' on a desk that holds no number for it: the server gives one. */
  readonly fileReference: string;
  readonly changes: readonly Change[];
  /** What the desk had given, where that can't stand. */
  readonly insteadOf?: string;
}

/** The file reference of a case that is entered: the number its desk took, or the next of the series where it can't have that. */
export function giveReference(
  leased: LeasedNumber | null,
  service: Service,
  docs: Load,
  { actor, decidedAt }: ApplyContext,
): GivenReference {
  const sequence = docs.get('sequences', sequenceIdOf(service.id));
  const lease = leased === null ? undefined : docs.get('leases', leased.leaseId);
  if (leased !== null) {
    const spent = spend(lease, leased, service, actor);
    if (spent) return spent;
    const wanted = fileReferenceOf(service.referencePrefix, leased.year, leased.number);
    if (sequence === 'unknown') {
      // the server alone knows whether another case has it; here only the lease speaks against it
      return { fileReference: isSpent(lease, leased, service) ? '' : wanted, changes: [] };
    }
    const claimed = claimSkipped(sequence, leased.year, leased.number);
    if (claimed) return { fileReference: wanted, changes: [put('sequences', claimed)] };
    return { ...next(service, sequence, decidedAt), insteadOf: wanted };
  }
  return sequence === 'unknown' ? { fileReference: '', changes: [] } : next(service, sequence, decidedAt);
}

/** Whether these numbers were reserved for this clerk. */
export function holdsNumbersOf(
  service: Service['id'],
  leased: LeasedNumber | null,
  docs: Load,
  actor: Actor,
): boolean {
  const lease = leased === null ? undefined : docs.get('leases', leased.leaseId);
  return (
    lease !== undefined &&
    lease !== 'unknown' &&
    isNumberLease(lease) &&
    isHeldBy(lease, actor) &&
    lease.blocks.some(({ serviceId }) => serviceId === service)
  );
}

/** Takes the number out of the lease; undefined where it can't be had from it. */
function spend(
  lease: Lease | undefined | 'unknown',
  { year, number }: LeasedNumber,
  service: Service,
  actor: Actor,
): GivenReference | undefined {
  if (lease === undefined || lease === 'unknown') return undefined;
  if (!isNumberLease(lease) || !isHeldBy(lease, actor)) return undefined;
  const block = lease.blocks.find(
    (each) => each.serviceId === service.id && each.year === year && isWithin(each, number),
  );
  if (block === undefined || block.spent.includes(number)) return undefined;
  const blocks = lease.blocks.map((each) =>
    each === block ? { ...each, spent: [...each.spent, number] } : each,
  );
  return {
    fileReference: fileReferenceOf(block.prefix, year, number),
    changes: [put('leases', { ...lease, blocks })],
  };
}

function isSpent(
  lease: Lease | undefined | 'unknown',
  { year, number }: LeasedNumber,
  service: Service,
): boolean {
  if (lease === undefined || lease === 'unknown' || !isNumberLease(lease)) return false;
  return lease.blocks.some(
    (each) => each.serviceId === service.id && each.year === year && each.spent.includes(number),
  );
}

function next(
  service: Service,
  sequence: Sequence | undefined,
  decidedAt: ApplyContext['decidedAt'],
): GivenReference {
  const year = yearOfDecision(sequence, decidedAt);
  const taken = takeNumbers(sequenceIdOf(service.id), sequence, year, 1, year);
  return {
    fileReference: fileReferenceOf(service.referencePrefix, year, taken.to),
    changes: [put('sequences', taken.sequence)],
  };
}

function isHeldBy(lease: Lease, actor: Actor): boolean {
  return actor.kind === 'clerk' && lease.clerkId === actor.clerkId;
}
