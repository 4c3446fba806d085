import type { Actor } from '../../domain/actor.ts';
import { type Booking, booking, claimedBy } from '../../domain/appointments/appointment.ts';
import { type Provisional, provisional } from '../../domain/appointments/provisional.ts';
import { unitMinutes, unitOf } from '../../domain/appointments/unit.ts';
import type { BookingRules, Visit } from '../../domain/appointments/visit.ts';
import type { Counter } from '../../domain/counter.ts';
import { ref } from '../../domain/documents.ts';
import type { ClerkId, CounterId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope } from '../../domain/scope.ts';
import { type Task, task } from '../../domain/task.ts';
import { localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, type Change, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import { reminds, tells } from './appointment-mails.ts';
import {
  isRefusal,
  lasting,
  loadBooking,
  loadRules,
  type Place,
  placedAt,
  planned,
  rulesReads,
  takes,
  timesOf,
} from './booking-rules.ts';
import { claimOf, type Moved, movedTo, movesClaims, whyNotMoved } from './moved-booking.ts';
import { claimsForWish, settleWish } from './settle-wish.ts';

const { settled: _, ...noted } = provisional.shape;

/** A wish as it arrives, and the task it is kept in. */
const payload = z
  .strictObject({ taskId: task.shape.id, caseId: task.shape.caseId, ...noted })
  .refine(({ visitor: { email, phone } }) => email !== null || phone.trim() !== '');
export type Wish = Omit<z.infer<typeof payload>, 'taskId'>;

/**
 * Somebody wants a time, or another one, and there is no line: the desk notes what she would like and how she is reached
 * (K11). Once it arrives the server books the first of her wishes that is free, else the next time that would do, else
 * somebody calls her: a task says so. Nobody else's time is touched, and nobody waits without an answer.
 */
export const noteWish = defineOperation({
  kind: 'noteWish',
  v: 1,
  payload,
  reads: ({ taskId, ...wish }) => wishReads(wish, taskId),
  claims: (wish, docs, now, found) => {
    const rules = loadRules(docs, [...countersOf(wish), ...othersFor(wish, docs.get)], wish.serviceIds);
    const before = loadBooking(docs.get, wish.appointmentId);
    if (rules === 'unknown' || before === 'unknown') return [];
    const visit = visitOf(wish, rules, wish.moves && before);
    return visit ? claimsForWish(rules, { ...wish, visit }, now, found) : [];
  },
  readsThen: (wish, get) => othersFor(wish, get).map((id) => ref('counters', id)),
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
 * @param given of a time she was given already: as long as it was said to be; and whether a call that is noted already is
 *   about something older, and this one takes its place
 */
export function settled(
  wish: Wish,
  taskId: Task['id'],
  docs: Load,
  context: ApplyContext,
  given: { readonly minutes?: number; readonly isCallRenewed?: true } = {},
): Outcome {
  const { appointmentId: id, wishes, moves, visitor } = wish;
  const { actor, decidedAt: now } = context;
  const rules = rulesFor(wish, docs, actor);
  const present = docs.get('appointments', id);
  const noted = docs.get('tasks', taskId);
  if (rules === 'unknown' || (moves && present === 'unknown')) return forecastOnly();
  if (noted !== undefined && noted !== 'unknown' && !given.isCallRenewed) return refused('alreadyExists');
  if (!moves && present !== undefined && present !== 'unknown') return refused('alreadyExists');
  const named = rules.counters.filter(({ id: each }) => countersOf(wish).includes(each));
  const [counter] = named;
  if (!counter) return refused('noSuchCounter');
  if (actor.kind !== 'clerk') return refused('notAllowed');
  if (!named.every((each) => mayBook(actor, each))) return refused('notAllowed');
  const before = moves && standing(docs, id);
  const why = moves && whyNotMoved(before, moves, actor);
  if (why) return refused(why);
  const kept = (became: Provisional['settled'], isDone: boolean) =>
    taskOf(wish, taskId, counter.departmentId, became, isDone, context, actor.clerkId);
  const claims = docs.claims();
  if (claims === 'unknown') return accepted([kept(null, false)]);
  const visit = visitOf(wish, rules, before, given.minutes);
  const found = visit && settleWish({ ...wish, rules, claims, visit, moves: before?.id, now });
  const at = rules.counters.find((each) => each.id === found?.counterId);
  if (!visit || !found || !at) return accepted([kept({ is: 'noTime' }, false)]);
  const placed = placedAt(at, visit, found.startsAt);
  const asWished = wishes.some((each) => isSame(each, found));
  // at another counter it is still the time she wished, and the mail says where
  const isWishedTime = wishes.some(({ startsAt }) => startsAt === found.startsAt);
  const what = before
    ? movedTo(before, placed, context)
    : bookedFor(wish, placed, isWishedTime ? undefined : visit, actor.clerkId, now);
  const isFirst = wishes[0] !== undefined && isSame(wishes[0], found);
  // a mail tells her which time it became; where she has none she expects her first wish
  const isTold = visitor.email !== null || isFirst;
  return accepted(
    [put('appointments', what.booking), kept({ is: 'booked', ...found, asWished }, isTold)],
    what.effects,
    before
      ? movesClaims(before, what.booking, rules.booking, now)
      : [takes(claimedBy(what.booking), claimOf(what.booking))],
  );
}

/** The task it is kept in: to call her, once it is settled, unless it `isDone`. */
function taskOf(
  { caseId: _caseId, ...wish }: Wish,
  id: Task['id'],
  departmentId: Task['departmentId'],
  what: Provisional['settled'],
  isDone: boolean,
  { decidedAt: now }: ApplyContext,
  byId: ClerkId,
): Change {
  return put('tasks', {
    id,
    scope: activeScope(departmentId),
    departmentId,
    caseId: null,
    text: wish.visitor.name,
    dueOn: localDateOf(now),
    forId: null,
    byId,
    madeAt: now,
    done: isDone ? { byId, at: now } : null,
    wish: { ...wish, settled: what },
  });
}

/** @param instead how long it is, where it isn't a time she wished: she is told so, with an apology */
function bookedFor(
  { appointmentId: id, serviceIds, wishes, visitor, remark, language, way, caseId }: Wish,
  placed: ReturnType<typeof placedAt>,
  instead: Visit | undefined,
  byId: ClerkId,
  now: ApplyContext['decidedAt'],
): Moved {
  const booked = booking.parse({
    kind: 'booking',
    id,
    serviceIds,
    ...placed,
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
  const [first] = wishes;
  const told =
    instead && first
      ? tells(booked, 'bookedInstead', { from: wishedTime(instead, first.startsAt) })
      : tells(booked, 'booked');
  return { booking: booked, effects: [...told, ...reminds(booked, now)] };
}

/** What she expected. */
function wishedTime(visit: Visit, at: Place['startsAt']) {
  const { startsAt, endsAt } = timesOf(visit, at);
  return { startsAt, endsAt };
}

/** With the counters she named, and those where else it can be: of others she has no right to book. */
function rulesFor(wish: Wish, docs: Load, actor: Actor): BookingRules | 'unknown' {
  const named = countersOf(wish);
  const rules = loadRules(docs, [...named, ...othersFor(wish, docs.get)], wish.serviceIds);
  if (rules === 'unknown') return rules;
  const isMeant = (counter: Counter) => named.includes(counter.id) || mayBook(actor, counter);
  return { ...rules, counters: rules.counters.filter(isMeant) };
}

function mayBook(actor: Actor, { departmentId }: Counter): boolean {
  return can(actor, { action: 'book', in: departmentId });
}

/** The counters she didn't name that offer all of it, where one of those will do too. */
export function othersFor(
  wish: Pick<Wish, 'serviceIds' | 'wishes' | 'elsewhereToo'>,
  get: Load['get'],
): readonly CounterId[] {
  if (!wish.elsewhereToo) return [];
  const [first, ...others] = wish.serviceIds.map((id) => {
    const found = get('settings', id);
    return found && found !== 'unknown' && found.kind === 'service' ? found.appointment : undefined;
  });
  const named = countersOf(wish);
  const isEverywhere = (id: CounterId) => others.every((each) => each?.counterIds.includes(id));
  return (first?.counterIds ?? []).filter((id) => !named.includes(id) && isEverywhere(id));
}

/** How long it is; undefined: no longer by appointment, or at no counter: she is told, not turned away. */
function visitOf(
  { serviceIds }: Pick<Wish, 'serviceIds'>,
  rules: BookingRules,
  moved: Booking | undefined,
  minutes = moved && minutesBetween(moved.startsAt, moved.endsAt),
): Visit | undefined {
  const usual = planned(rules, serviceIds, 'desk');
  return isRefusal(usual) ? undefined : lasting(usual, minutes);
}

function standing(docs: Load, id: Wish['appointmentId']): Booking | undefined {
  const found = loadBooking(docs.get, id);
  return found === 'unknown' ? undefined : found;
}

function isSame(one: Place, other: Place): boolean {
  return one.counterId === other.counterId && one.startsAt === other.startsAt;
}

/** As long as it was said to be. */
export function minutesBetween(startsAt: Provisional['wishes'][number]['startsAt'], endsAt: typeof startsAt) {
  return (unitOf(endsAt) - unitOf(startsAt)) * unitMinutes;
}

function countersOf({ wishes }: Pick<Wish, 'wishes'>) {
  return [...new Set(wishes.map(({ counterId }) => counterId))];
}
