import { claimedBy } from '../../domain/appointments/appointment.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { tellsOfCancelling } from './appointment-mails.ts';
import { loadBooking, loadSettings, minutesLater, releases } from './booking-rules.ts';

/**
 * Nobody comes. Where the office cancels, `reason` is told to the person who had it. Safe without a line, and twice is once (K12): it takes nothing from anybody. The time cools, so that it
 * can't be handed on (K5).
 */
export const cancelAppointment = defineOperation({
  kind: 'cancelAppointment',
  v: 1,
  payload: z.strictObject({ appointmentId, reason: z.string().max(500) }),
  reads: ({ appointmentId: id }) => [ref('settings', 'booking'), ref('appointments', id)],
  apply: ({ appointmentId: id, reason }, docs, { actor, decidedAt: now }) => {
    const settings = loadSettings(docs);
    const before = loadBooking(docs.get, id);
    if (settings === 'unknown' || before === 'unknown') return forecastOnly();
    if (before === undefined) return refused('noSuchAppointment');
    if (!can(actor, { action: 'changeAppointment', in: before.departmentId })) return refused('notAllowed');
    if (before.state.is === 'cancelled') return accepted([]);
    const fence = before.fence + 1;
    const byId = actor.kind === 'clerk' ? actor.clerkId : null;
    const cancelled = { ...before, state: { is: 'cancelled', at: now, byId, reason } as const, fence };
    return accepted([put('appointments', cancelled)], tellsOfCancelling(before, cancelled, now), [
      releases(claimedBy(before), { owner: id, until: minutesLater(now, settings.coolingMinutes), fence }),
    ]);
  },
});
