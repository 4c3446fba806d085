import type { Actor } from '../../domain/actor.ts';
import { type Ticket, type TicketState, ticket } from '../../domain/appointments/ticket.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId, type ClerkId, counterId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import type { Instant } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { doneAt } from './done-at.ts';

/**
 * A visitor is called to a counter: one who waits, who didn't come when she was called, or once more who was called there.
 * Of two desks that call the same one exactly one gets her (K13).
 */
export const callTicket = defineOperation({
  kind: 'callTicket',
  v: 1,
  payload: z.strictObject({ ticketId: appointmentId, counterId }),
  reads: (payload) => [ref('appointments', payload.ticketId), ref('counters', payload.counterId)],
  apply: ({ ticketId, counterId: to }, docs, context) =>
    onTicket(ticketId, docs, context.actor, (before, byId) => {
      const counter = docs.get('counters', to);
      if (counter === 'unknown') return forecastOnly();
      if (counter === undefined || counter.departmentId !== before.departmentId)
        return refused('noSuchCounter');
      const { state } = before;
      const calledAt = doneAt(context);
      const called = (calls: number) =>
        accepted([
          put('appointments', { ...before, state: { is: 'called', counterId: to, byId, calledAt, calls } }),
        ]);
      switch (state.is) {
        case 'waiting':
          return called(1);
        case 'missed':
          return called(state.calls + 1);
        case 'called':
          return state.byId === byId && state.counterId === to ? called(state.calls + 1) : taken(state);
        case 'serving':
          return taken(state);
        case 'served':
          return refused({ code: 'alreadyServed', byId: state.byId, at: state.at });
        default:
          return assertNever(state);
      }
    }),
});

/**
 * What becomes of a visitor, by who called her: she is there (`serving`), everything is done (`served`), she didn't come
 * (`missed`), or back into the queue (`waiting`), which also undoes each of them. Also a remark, and whether she goes before
 * all others, by anybody. What is so already stays: twice is once.
 */
export const changeTicket = defineOperation({
  kind: 'changeTicket',
  v: 1,
  payload: z
    .strictObject({
      ticketId: appointmentId,
      to: z.enum(['waiting', 'serving', 'served', 'missed']).optional(),
      remark: ticket.shape.remark.optional(),
      isUrgent: ticket.shape.isUrgent.optional(),
    })
    .refine(({ to, remark, isUrgent }) => [to, remark, isUrgent].some((each) => each !== undefined)),
  reads: (payload) => [ref('appointments', payload.ticketId)],
  apply: ({ ticketId, to, remark, isUrgent }, docs, context) =>
    onTicket(ticketId, docs, context.actor, (before, byId) => {
      const state = to === undefined ? before.state : nextState(before.state, to, byId, doneAt(context));
      if ('code' in state) return refused(state);
      const noted = { remark: remark ?? before.remark, isUrgent: isUrgent ?? before.isUrgent };
      return accepted([put('appointments', { ...before, ...noted, state })]);
    }),
});

function nextState(
  state: TicketState,
  to: 'waiting' | 'serving' | 'served' | 'missed',
  byId: ClerkId,
  now: Instant,
): TicketState | Refusal {
  if (state.is === to) return state;
  if ((state.is === 'called' || state.is === 'serving') && state.byId !== byId) return refusalOf(state);
  if (to === 'waiting') return { is: 'waiting' };
  if (state.is === 'served') return { code: 'alreadyServed', byId: state.byId, at: state.at };
  if (to === 'missed')
    return state.is === 'waiting'
      ? { is: 'missed', counterId: null, byId, calledAt: null, calls: 0, at: now }
      : { is: 'missed', ...callOf(state), at: now };
  if (state.is === 'waiting' || state.is === 'missed') return { code: 'notCalled' };
  const startedAt = state.is === 'serving' ? state.startedAt : now;
  if (to === 'serving') return { is: 'serving', ...callOf(state), startedAt };
  // served without a word in between: she was there from when she was called
  const from = state.is === 'serving' ? startedAt : state.calledAt;
  return { is: 'served', ...callOf(state), startedAt: from, at: now };
}

function callOf<
  S extends Pick<TicketState & { is: 'called' | 'missed' }, 'counterId' | 'byId' | 'calledAt' | 'calls'>,
>({ counterId: to, byId, calledAt, calls }: S): Pick<S, 'counterId' | 'byId' | 'calledAt' | 'calls'> {
  return { counterId: to, byId, calledAt, calls };
}

type Taken = Extract<TicketState, { is: 'called' | 'serving' }>;

function taken(state: Taken): Outcome {
  return refused(refusalOf(state));
}

function refusalOf({ counterId: at, byId, calledAt }: Taken): Refusal {
  return { code: 'alreadyCalled', counterId: at, byId, at: calledAt };
}

/** A clerk of the department does something with a ticket that is here. */
function onTicket(
  id: Ticket['id'],
  docs: Pick<Load, 'get'>,
  actor: Actor,
  does: (before: Ticket, byId: ClerkId) => Outcome,
): Outcome {
  const before = docs.get('appointments', id);
  if (before === 'unknown') return forecastOnly();
  if (before?.kind !== 'ticket') return refused('noSuchTicket');
  if (actor.kind !== 'clerk' || !can(actor, { action: 'book', in: before.departmentId }))
    return refused('notAllowed');
  return does(before, actor.clerkId);
}
