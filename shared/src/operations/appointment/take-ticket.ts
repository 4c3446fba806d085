import type { Booking } from '../../domain/appointments/appointment.ts';
import {
  kioskSeries,
  type NumberMark,
  numberMarkId,
  numbersFrom,
  type Ticket,
  type TicketNumber,
  ticket,
  ticketNth,
  ticketSeries,
} from '../../domain/appointments/ticket.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId, type ClerkId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { activeScope } from '../../domain/scope.ts';
import { type Instant, instant, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { doneAt } from './done-at.ts';

const { departmentId, on, serviceIds, counterId, way, isUrgent, remark } = ticket.shape;
/** So many who were given the same number on one day: nobody's work, a program's. */
const mostTries = 90;

/** Refused is only what can't be put right at once: who stands there gets a number. */
type Payload = z.infer<typeof payload>;
type Noted = NonNullable<Payload['noted']>;
const payload = z.strictObject({
  ticketId: appointmentId,
  departmentId,
  on,
  /** The number wished for: what its desk or kiosk gave out last, and one more. */
  series: ticketSeries,
  nth: ticketNth,
  /** She knows it already; else it may as well be the next. */
  isTold: z.boolean(),
  serviceIds,
  counterId,
  way,
  /** Her appointment; null: she has none. */
  appointmentId: appointmentId.nullable(),
  isUrgent,
  remark,
  /** From notes on paper, when everything works again: she was at this counter then, and is gone (K14). */
  noted: z
    .strictObject({ counterId: counterId.unwrap(), cameAt: instant, leftAt: instant })
    .refine(({ cameAt, leftAt }) => cameAt <= leftAt)
    .optional(),
});

/**
 * Somebody has come, by appointment or without, and gets a number nobody else has in this department on this day (K13).
 * Without a line as well: each counter has its own letter, and where two PCs gave out the same, `numbersFrom` keeps them
 * apart.
 */
export const takeTicket = defineOperation({
  kind: 'takeTicket',
  v: 1,
  payload,
  reads: (given) => [
    ref('appointments', given.ticketId),
    ref('settings', given.departmentId),
    ...(given.appointmentId === null ? [] : [ref('appointments', given.appointmentId)]),
    ...(given.noted === undefined ? [] : [ref('counters', given.noted.counterId)]),
  ],
  readsThen: (given, get) => marksTried(given, get).map((id) => ref('appointments', id)),
  apply: (given, docs, context) => {
    const { actor } = context;
    const isKiosk = actor.kind === 'citizen' && given.series === kioskSeries;
    if (!isKiosk && !can(actor, { action: 'book', in: given.departmentId })) return refused('notAllowed');
    const department = docs.get('settings', given.departmentId);
    const booked = given.appointmentId === null ? undefined : docs.get('appointments', given.appointmentId);
    if (department === 'unknown' || booked === 'unknown') return forecastOnly();
    if (department?.kind !== 'department') return refused('noSuchDepartment');
    const present = docs.get('appointments', given.ticketId);
    // what isn't here is nobody's yet: its id was made for this visitor
    if (present !== undefined && present !== 'unknown') return refused('alreadyExists');
    if (given.appointmentId !== null) {
      const why = whyNotArriving(booked?.kind === 'booking' ? booked : undefined, given);
      if (why) return refused(why);
    }
    const number = freeNumber(given, docs.get);
    if (number === undefined) return refused('alreadyExists');
    const byId = actor.kind === 'clerk' ? actor.clerkId : undefined;
    if (given.noted) {
      const counter = docs.get('counters', given.noted.counterId);
      if (counter === 'unknown') return forecastOnly();
      if (counter?.departmentId !== given.departmentId) return refused('noSuchCounter');
      if (byId === undefined) return refused('notAllowed');
    }
    const visit =
      given.noted && byId !== undefined ? visitOf(given.noted, byId, context.decidedAt) : undefined;
    const arrivedAt = visit?.arrivedAt ?? doneAt(context);
    const common = { scope: activeScope(given.departmentId), departmentId: given.departmentId, on: given.on };
    const mark: NumberMark = {
      kind: 'number',
      id: numberMarkId(given.departmentId, given.on, number),
      ...common,
      ticketId: given.ticketId,
    };
    const made: Ticket = {
      kind: 'ticket',
      id: given.ticketId,
      ...common,
      number,
      serviceIds: given.serviceIds,
      counterId: given.counterId,
      way: given.way,
      appointment: booked?.kind === 'booking' ? { id: booked.id, startsAt: booked.startsAt } : null,
      arrivedAt,
      isUrgent: given.isUrgent,
      remark: given.remark,
      ...(visit ? { isNoted: true, state: visit.state } : { state: { is: 'waiting' } }),
    };
    const arrived = { ticketId: given.ticketId, number, at: arrivedAt };
    return accepted([
      put('appointments', mark),
      put('appointments', made),
      ...(booked?.kind === 'booking' ? [put('appointments', { ...booked, arrived })] : []),
    ]);
  },
});

/** All of it is over, whatever a clock says: nothing lies after its decision. */
function visitOf({ counterId: at, cameAt, leftAt }: Noted, byId: ClerkId, decidedAt: Instant) {
  const arrivedAt = doneAt({ at: cameAt, decidedAt });
  const call = { counterId: at, byId, calledAt: arrivedAt, calls: 1 };
  return {
    arrivedAt,
    state: { is: 'served' as const, ...call, startedAt: arrivedAt, at: doneAt({ at: leftAt, decidedAt }) },
  };
}

function whyNotArriving(
  booked: Booking | undefined,
  { departmentId: department, on: day }: Payload,
): Refusal | undefined {
  if (booked === undefined || booked.departmentId !== department) return { code: 'noSuchAppointment' };
  if (booked.state.is === 'cancelled') return { code: 'appointmentCancelled' };
  if (booked.state.is === 'unconfirmed') return { code: 'notConfirmed' };
  if (booked.arrived) return { code: 'alreadyArrived', number: booked.arrived.number };
  if (localDateOf(booked.startsAt) !== day) return { code: 'notToday', startsAt: booked.startsAt };
  return undefined;
}

/** undefined: there is none. A mark that is not here is nobody's as far as a desk knows. */
function freeNumber(given: Payload, get: Load['get']): TicketNumber | undefined {
  const number = numbersFrom(given.series, given.nth, given.isTold);
  for (let tries = 0; tries < mostTries; tries += 1) {
    const mark = get('appointments', numberMarkId(given.departmentId, given.on, number(tries)));
    if (mark === undefined || mark === 'unknown') return number(tries);
  }
  return undefined;
}

/** The marks up to the first that is free. */
function marksTried(given: Payload, get: Load['get']) {
  const number = numbersFrom(given.series, given.nth, given.isTold);
  const tried = [];
  for (let tries = 0; tries < mostTries; tries += 1) {
    const id = numberMarkId(given.departmentId, given.on, number(tries));
    tried.push(id);
    const mark = get('appointments', id);
    if (mark === undefined || mark === 'unknown') break;
  }
  return tried;
}
