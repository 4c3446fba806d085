import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { lastOfSeries, seriesOf, type Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import { covers, type TimeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { instantOfUnit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { type BookingRules, planVisit } from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { appointmentId, type ServiceId, taskId } from '@amtsstube/shared/domain/ids';
import { addDays, type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { instantAtMinutes, readClock, readMinutes } from '../../ui/read-clock.ts';
import { readDate } from '../../ui/read-date.ts';
import type { ArrivedRow, GivenRow, VisitRow } from './noting-draft.ts';

/** Why a row can't be entered as it is: which field, and what to say. */
type RowProblem =
  | 'service'
  | 'came'
  | 'left'
  | 'leftBeforeCame'
  | 'ahead'
  | 'day'
  | 'clock'
  | 'over'
  | 'name'
  | 'phone'
  | 'notOffered'
  | 'keptElsewhere';

export type Act =
  | { readonly kind: 'takeTicket'; readonly payload: PayloadOf<'takeTicket'> }
  | { readonly kind: 'bookLeased'; readonly payload: PayloadOf<'bookLeased'> }
  | { readonly kind: 'noteWish'; readonly payload: PayloadOf<'noteWish'> };

export type Read = { readonly act: Act } | { readonly problem: RowProblem };

/** Where and when the sheet was written on. */
interface Sheet {
  readonly counter: Counter;
  readonly on: LocalDate;
  readonly now: Instant;
  /** What somebody may come for to this counter without an appointment. */
  readonly serviceIds: ReadonlySet<ServiceId>;
}

/** How long somebody's wish is good for, where the time on the sheet isn't free. */
const wishDays = 14;

/** A booked person was there. Without times: when she was booked. */
export function arrivedAct(
  { came, left }: Pick<ArrivedRow, 'came' | 'left'>,
  booked: Booking,
  sheet: Sheet,
  tickets: readonly Ticket[],
  counters: readonly Counter[],
): Read {
  const { startsAt, endsAt } = booked;
  const span = spanOf({ came, left }, sheet, { cameAt: startsAt, leftAt: endsAt });
  if ('problem' in span) return span;
  const { serviceIds, id } = booked;
  const visit = {
    ticketId: appointmentId.parse(crypto.randomUUID()),
    serviceIds,
    way: 'booked' as const,
    appointmentId: id,
    remark: '',
  };
  return { act: ticketAct({ ...visit, ...span }, sheet, tickets, counters) };
}

/** Somebody was there without an appointment. */
export function visitAct(
  { key, serviceId, remark, came, left }: VisitRow,
  sheet: Sheet,
  tickets: readonly Ticket[],
  counters: readonly Counter[],
): Read {
  if (serviceId === null || !sheet.serviceIds.has(serviceId)) return { problem: 'service' };
  const span = spanOf({ came, left }, sheet);
  if ('problem' in span) return span;
  const visit = {
    // entered twice is once
    ticketId: appointmentId.parse(key),
    serviceIds: [serviceId],
    way: 'walkIn' as const,
    appointmentId: null,
    remark: remark.trim(),
  };
  return { act: ticketAct({ ...visit, ...span }, sheet, tickets, counters) };
}

/**
 * Somebody was given a time by hand. One that this PC has ahead is hers for good (K8); any other is a wish that the
 * server makes the best of (K11).
 */
export function givenAct(
  row: GivenRow,
  { counter, now }: Sheet,
  rules: BookingRules,
  leases: { readonly own: readonly TimeLease[]; readonly others: readonly TimeLease[] },
): Read {
  const { serviceId, name, phone } = row;
  const day = readDate(row.day, localDateOf(now));
  if (day === undefined) return { problem: 'day' };
  const units = readClock(row.clock);
  const startsAt = units === undefined ? undefined : instantAtMinutes(day, units * unitMinutes);
  if (startsAt === undefined) return { problem: 'clock' };
  if (startsAt <= now) return { problem: 'over' };
  if (serviceId === null) return { problem: 'service' };
  if (name.trim() === '') return { problem: 'name' };
  const planned = planVisit(rules, [serviceId], 'desk');
  if (!planned.possible || !planned.visit.counterIds.has(counter.id)) return { problem: 'notOffered' };
  const { visitUnits, units: claimed } = planned.visit;
  const start = unitOf(startsAt);
  const given = {
    appointmentId: appointmentId.parse(row.key),
    serviceIds: [serviceId],
    visitor: { name: name.trim(), email: null, phone: phone.trim() },
    remark: '',
    language: 'de' as const,
    way: 'counter' as const,
    caseId: null,
  };
  const freeAt = instantOfUnit(start + claimed);
  const isInside = (each: TimeLease) =>
    each.counterId === counter.id && covers(each, { startsAt, endsAt: freeAt });
  // it was promised for good, and is so only where it is kept
  if (leases.others.some(isInside)) return { problem: 'keptElsewhere' };
  const lease = leases.own.find(isInside);
  if (lease) {
    const times = { startsAt, endsAt: instantOfUnit(start + visitUnits), freeAt };
    const payload = { ...given, ...times, leaseId: lease.id, counterId: counter.id };
    return { act: { kind: 'bookLeased', payload } };
  }
  if (phone.trim() === '') return { problem: 'phone' };
  const wish = {
    taskId: taskId.parse(`wunsch-${row.key}`),
    wishes: [{ counterId: counter.id, startsAt }],
    untilOn: addDays(day, wishDays),
    elsewhereToo: true as const,
  };
  return { act: { kind: 'noteWish', payload: { ...given, ...wish } } };
}

interface Span {
  readonly cameAt: Instant;
  readonly leftAt: Instant;
}

/** @param usual where nothing is typed; without it each must be */
function spanOf(
  { came, left }: { readonly came: string; readonly left: string },
  { on, now }: Sheet,
  usual?: Span,
): Span | { readonly problem: RowProblem } {
  const cameAt = came.trim() === '' ? usual?.cameAt : timeOn(on, came);
  if (cameAt === undefined) return { problem: 'came' };
  const typed = left.trim() === '' ? undefined : timeOn(on, left);
  if (typed === undefined && left.trim() !== '') return { problem: 'left' };
  // who wrote no end down was there for as long as planned, or nobody knows
  const leftAt = typed ?? (usual && usual.leftAt > cameAt ? usual.leftAt : cameAt);
  if (leftAt < cameAt) return { problem: 'leftBeforeCame' };
  return cameAt > now ? { problem: 'ahead' } : { cameAt, leftAt };
}

function timeOn(on: LocalDate, text: string): Instant | undefined {
  const minutes = readMinutes(text);
  return minutes === undefined ? undefined : instantAtMinutes(on, minutes);
}

function ticketAct(
  {
    cameAt,
    leftAt,
    ...visit
  }: Span & Pick<PayloadOf<'takeTicket'>, 'ticketId' | 'serviceIds' | 'way' | 'appointmentId' | 'remark'>,
  { counter, on }: Sheet,
  tickets: readonly Ticket[],
  counters: readonly Counter[],
): Act {
  const series = seriesOf(
    counters.filter(({ departmentId }) => departmentId === counter.departmentId),
    counter.id,
  );
  const known = tickets.filter((each) => each.on === on).map(({ number }) => number);
  return {
    kind: 'takeTicket',
    payload: {
      ...visit,
      departmentId: counter.departmentId,
      on,
      series,
      nth: lastOfSeries(known, series) + 1,
      isTold: false,
      counterId: counter.id,
      isUrgent: false,
      noted: { counterId: counter.id, cameAt, leftAt },
    },
  };
}
