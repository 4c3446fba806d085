import { ref } from '../../domain/documents.ts';
import { departmentId, leaseId, serviceId } from '../../domain/ids.ts';
import {
  fewNumbers,
  freeNumbers,
  isLeaseOf,
  isNumberLease,
  type NumberBlock,
  type NumberBlockLease,
  numbersPerBlock,
  referenceYear,
  unspent,
  yearsToReserve,
} from '../../domain/lease.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope } from '../../domain/scope.ts';
import { localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, type Change, forecastOnly, put, refused } from '../outcome.ts';
import { sequenceIdOf, takeNumbers, yearOfDecision } from './file-reference.ts';

const wanted = z.strictObject({ serviceId, year: referenceYear });

/**
 * A desk reserves file references ahead, for cases that are entered without a line. It asks by itself while it has one.
 * What it can't have any more (the service moved, the year is over) or has enough of is left out.
 */
export const leaseNumbers = defineOperation({
  kind: 'leaseNumbers',
  v: 1,
  payload: z.strictObject({ leaseId, departmentId, wanted: z.array(wanted).min(1).max(200) }),
  reads: (payload) => {
    const services = [...new Set(payload.wanted.map((each) => each.serviceId))];
    return [
      ref('leases', payload.leaseId),
      ...services.flatMap((id) => [ref('settings', id), ref('sequences', sequenceIdOf(id))]),
    ];
  },
  apply: (payload, docs, context) => {
    const { actor, deviceId, decidedAt } = context;
    if (actor.kind !== 'clerk' || !can(actor, { action: 'enter', in: payload.departmentId }))
      return refused('notAllowed');
    const before = docs.get('leases', payload.leaseId);
    if (before === 'unknown') return forecastOnly();
    if (
      before !== undefined &&
      !(
        isNumberLease(before) &&
        before.departmentId === payload.departmentId &&
        isLeaseOf(before, { actor, deviceId })
      )
    )
      return refused('alreadyExists');
    const reserved: Change[] = [];
    const blocks = [...(before?.blocks ?? [])];
    for (const each of payload.wanted) {
      const service = docs.get('settings', each.serviceId);
      // the server alone knows the series
      if (service === 'unknown' || docs.get('sequences', sequenceIdOf(each.serviceId)) === 'unknown')
        return forecastOnly();
      if (service?.kind !== 'service' || service.departmentId !== payload.departmentId) continue;
      if (freeNumbers({ blocks }, service.id, each.year).length >= fewNumbers) continue;
      const taken = reserve(each, docs, reserved, decidedAt);
      if (taken === undefined) continue;
      blocks.push({ ...each, prefix: service.referencePrefix, from: taken.from, to: taken.to, spent: [] });
      reserved.push(put('sequences', taken.sequence));
    }
    if (reserved.length === 0) return accepted([]);
    const lease: NumberBlockLease = {
      kind: 'numberBlock',
      id: payload.leaseId,
      scope: activeScope(payload.departmentId),
      departmentId: payload.departmentId,
      clerkId: actor.clerkId,
      deviceId,
      grantedAt: decidedAt,
      blocks: blocks.filter(hasFree),
    };
    return accepted([put('leases', lease), ...lastOfEach(reserved)]);
  },
});

/** undefined: not a year that anything is given in now. */
function reserve(
  { serviceId: service, year }: z.infer<typeof wanted>,
  docs: Load,
  reserved: readonly Change[],
  decidedAt: ApplyContext['decidedAt'],
) {
  const id = sequenceIdOf(service);
  const changed = reserved.findLast((each) => each.id === id);
  const stored = docs.get('sequences', id);
  const known = changed?.collection === 'sequences' ? (changed.document ?? undefined) : stored;
  const before = known === 'unknown' ? undefined : known;
  const present = yearOfDecision(before, decidedAt);
  const isGivenNow = year === present || yearsToReserve(localDateOf(decidedAt)).includes(year);
  return isGivenNow && year >= present ? takeNumbers(id, before, year, numbersPerBlock, present) : undefined;
}

/** This year's and the next one's numbers of a service come from one document. */
function lastOfEach(changes: readonly Change[]): readonly Change[] {
  return [...new Map(changes.map((change) => [change.id, change])).values()];
}

function hasFree(block: NumberBlock): boolean {
  return unspent(block).length > 0;
}
