import { type BlockId, blockedTime } from '../../domain/appointments/opening-hours.ts';
import { unitOf } from '../../domain/appointments/unit.ts';
import { ref } from '../../domain/documents.ts';
import { counterId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { addDays, daysBetween, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { longAgo, releases } from './booking-rules.ts';

const { id: blockId, startsAt, endsAt, reason } = blockedTime.shape;
/** Longer than that is a closure, or other opening hours. */
const mostDays = 31;
/** What was blocked stays in the counter's document so long, for whoever asks what was that week. */
const keptDays = 60;

/**
 * A counter is closed for a while: nothing more is booked then. Whoever has an appointment in it keeps it, until
 * somebody moves or cancels it; who that is `hitAppointments` tells before it is saved.
 */
export const blockTime = defineOperation({
  kind: 'blockTime',
  v: 1,
  payload: z
    .strictObject({ counterId, blockId, startsAt, endsAt, reason })
    .refine((each) => each.startsAt < each.endsAt)
    .refine((each) => daysBetween(localDateOf(each.startsAt), localDateOf(each.endsAt)) <= mostDays),
  reads: (payload) => [ref('counters', payload.counterId)],
  apply: ({ counterId: id, blockId: block, ...given }, docs, { actor, decidedAt: now }) => {
    const before = docs.get('counters', id);
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchCounter');
    if (!can(actor, { action: 'blockTime', in: before.departmentId })) return refused('notAllowed');
    const blocked = before.blocked ?? [];
    if (blocked.some((each) => each.id === block)) return refused('alreadyExists');
    const oldest = addDays(localDateOf(now), -keptDays);
    const kept = blocked.filter((each) => localDateOf(each.endsAt) >= oldest);
    return accepted(
      [put('counters', { ...before, blocked: [...kept, { id: block, ...given, madeAt: now }] })],
      [],
      [
        {
          does: 'fill',
          counterId: id,
          from: unitOf(given.startsAt),
          to: unitOf(given.endsAt),
          state: 'blocked',
          owner: ownerOf(block),
          until: null,
          fence: 1,
        },
      ],
    );
  },
});

/** It can be booked again. Twice is once. */
export const unblockTime = defineOperation({
  kind: 'unblockTime',
  v: 1,
  payload: z.strictObject({ counterId, blockId }),
  reads: (payload) => [ref('counters', payload.counterId)],
  apply: ({ counterId: id, blockId: block }, docs, { actor }) => {
    const before = docs.get('counters', id);
    if (before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchCounter');
    if (!can(actor, { action: 'blockTime', in: before.departmentId })) return refused('notAllowed');
    const found = before.blocked?.find((each) => each.id === block);
    if (!found) return accepted([]);
    const range = { counterId: id, from: unitOf(found.startsAt), to: unitOf(found.endsAt) };
    return accepted(
      [put('counters', { ...before, blocked: before.blocked?.filter((each) => each !== found) })],
      [],
      [releases(range, { owner: ownerOf(block), until: longAgo, fence: 2 })],
    );
  },
});

/** Not to be mistaken for an appointment, whatever a desk calls it. */
function ownerOf(block: BlockId): string {
  return `block:${block}`;
}
