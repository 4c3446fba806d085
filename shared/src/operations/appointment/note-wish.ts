import { booking, claimedBy } from '../../domain/appointments/appointment.ts';
import { type Provisional, provisional } from '../../domain/appointments/provisional.ts';
import { unitMinutes, unitOf } from '../../domain/appointments/unit.ts';
import type { Visit } from '../../domain/appointments/visit.ts';
import { ref } from '../../domain/documents.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope } from '../../domain/scope.ts';
import { type Task, task } from '../../domain/task.ts';
import { localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, type Change, type Effect, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import { reminds, tells } from './appointment-mails.ts';
import { isRefusal, lasting, loadRules, placedAt, planned, rulesReads, takes } from './booking-rules.ts';
import { claimsForWish, settleWish } from './settle-wish.ts';

const { settled: _, ...noted } = provisional.shape;

/** A wish as it arrives, and the task it is kept in. */
const payload = z
  .strictObject({ taskId: task.shape.id, caseId: task.shape.caseId, ...noted })
  .refine(({ visitor: { email, phone } }) => email !== null || phone.trim() !== '');
export type Wish = Omit<z.infer<typeof payload>, 'taskId'>;

/**
 * Somebody wants a time, and there is no line: the desk notes what she would like and how she is reached (K11). Once it
 * arrives the server books the first of her wishes that is free, else the next time that would do, else somebody calls
 * her: a task says so. Nobody else's time is touched, and nobody waits without an answer.
 */
export const noteWish = defineOperation({
  kind: 'noteWish',
  v: 1,
  payload,
  reads: ({ taskId, ...wish }) => wishReads(wish, taskId),
  claims: (wish, docs, now, found) => {
    const rules = loadRules(docs, countersOf(wish), wish.serviceIds);
    if (rules === 'unknown') return [];
    const visit = planned(rules, wish.serviceIds, 'desk');
    return isRefusal(visit) ? [] : claimsForWish(rules, { ...wish, visit }, now, found);
  },
  writesByClaims: true,
  apply: ({ taskId, ...wish }, docs, context) => settled(wish, taskId, docs, context),
});

export function wishReads(wish: Pick<Wish, 'wishes' | 'serviceIds' | 'appointmentId'>, taskId: Task['id']) {
  return [
    ...rulesReads(countersOf(wish), wish.serviceIds),
    ref('appointments', wish.appointmentId),
    ref('tasks', taskId),
  ];
}

/**
 * What becomes of a wish: on a desk a task that waits; at the server a booking and a task that says so, which is done where
 * nobody has to be told by telephone.
 *
 * @param minutes of a time that was given already: as long as it was said to be
 */
export function settled(
  wish: Wish,
  taskId: Task['id'],
  docs: Load,
  { actor, decidedAt: now }: ApplyContext,
  minutes?: number,
): Outcome {
  const { appointmentId: id, serviceIds, wishes, untilOn, visitor, remark, language, way, caseId } = wish;
  const rules = loadRules(docs, countersOf(wish), serviceIds);
  const present = docs.get('appointments', id);
  const before = docs.get('tasks', taskId);
  if (rules === 'unknown') return forecastOnly();
  if (present !== undefined && present !== 'unknown') return refused('alreadyExists');
  if (before !== undefined && before !== 'unknown') return refused('alreadyExists');
  const [counter] = rules.counters;
  if (!counter) return refused('noSuchCounter');
  if (actor.kind !== 'clerk') return refused('notAllowed');
  if (!rules.counters.every(({ departmentId }) => can(actor, { action: 'book', in: departmentId })))
    return refused('notAllowed');
  const byId = actor.clerkId;
  const kept = (what: Provisional['settled'], isDone: boolean): Change =>
    put('tasks', {
      id: taskId,
      scope: activeScope(counter.departmentId),
      departmentId: counter.departmentId,
      caseId: null,
      text: visitor.name,
      dueOn: localDateOf(now),
      forId: null,
      byId,
      madeAt: now,
      done: isDone ? { byId, at: now } : null,
      wish: { appointmentId: id, serviceIds, wishes, untilOn, visitor, remark, language, way, settled: what },
    });
  const claims = docs.claims();
  if (claims === 'unknown') return accepted([kept(null, false)]);
  const usual = planned(rules, serviceIds, 'desk');
  // no longer by appointment, or at no counter: she is told, not turned away
  const visit: Visit | undefined = isRefusal(usual) ? undefined : lasting(usual, minutes);
  const found = visit && settleWish({ rules, claims, visit, wishes, untilOn, now });
  const at = rules.counters.find((each) => each.id === found?.counterId);
  if (!visit || !found || !at) return accepted([kept({ is: 'noTime' }, false)]);
  const booked = booking.parse({
    kind: 'booking',
    id,
    serviceIds,
    ...placedAt(at, visit, found.startsAt),
    state: { is: 'booked', at: now },
    fence: 1,
    changeCount: 0,
    way,
    visitor,
    remark,
    language,
    caseId,
    madeAt: now,
    madeById: byId,
  });
  const asWished = wishes.some((each) => each.counterId === at.id && each.startsAt === found.startsAt);
  const isFirst = wishes[0]?.counterId === at.id && wishes[0].startsAt === found.startsAt;
  const effects: readonly Effect[] = [...tells(booked, 'booked'), ...reminds(booked, now)];
  return accepted(
    // a mail tells her which time it became; where she has none she expects her first wish
    [
      put('appointments', booked),
      kept({ is: 'booked', ...found, asWished }, visitor.email !== null || isFirst),
    ],
    effects,
    [takes(claimedBy(booked), { state: 'booked', owner: id, until: null, fence: 1 })],
  );
}

/** As long as it was said to be. */
export function minutesBetween(startsAt: Provisional['wishes'][number]['startsAt'], endsAt: typeof startsAt) {
  return (unitOf(endsAt) - unitOf(startsAt)) * unitMinutes;
}

function countersOf({ wishes }: Pick<Wish, 'wishes'>) {
  return [...new Set(wishes.map(({ counterId }) => counterId))];
}
