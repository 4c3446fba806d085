import { bookingSettings, closure, offerMinutesOf } from '../../domain/appointments/booking-settings.ts';
import { queueRulesOf } from '../../domain/appointments/queue-order.ts';
import { ref } from '../../domain/documents.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { defineOperation } from '../define-operation.ts';
import { accepted, forecastOnly, put, refused } from '../outcome.ts';
import { changedMeanwhile, fieldChange } from '../settings/field-change.ts';
import { loadSettings } from './booking-rules.ts';

/** Days on which the town hall, or some counters, are shut: added, or taken back. */
export const setClosure = defineOperation({
  kind: 'setClosure',
  v: 1,
  payload: z.discriminatedUnion('action', [
    z.strictObject({
      action: z.literal('add'),
      closure: closure.refine(({ firstOn, lastOn }) => firstOn <= lastOn),
    }),
    z.strictObject({ action: z.literal('remove'), closureId: closure.shape.id }),
  ]),
  reads: () => [ref('settings', 'booking')],
  apply: (payload, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = loadSettings(docs);
    if (before === 'unknown') return forecastOnly();
    if (payload.action === 'remove') {
      const closures = before.closures.filter(({ id }) => id !== payload.closureId);
      return accepted(
        closures.length === before.closures.length ? [] : [put('settings', { ...before, closures })],
      );
    }
    if (before.closures.some(({ id }) => id === payload.closure.id)) return refused('alreadyExists');
    return accepted([put('settings', { ...before, closures: [...before.closures, payload.closure] })]);
  },
});

const { holdMinutes, unconfirmedMinutes, coolingMinutes, holdsPerPerson, stepMinutes, offerMinutes } =
  bookingSettings.shape;
const { queueEarlyMinutes, queueLateMinutes, queueLongestMinutes } = bookingSettings.shape;

/** How long times are kept for whom, and at which minutes the web is offered them; field by field. */
export const changeBooking = defineOperation({
  kind: 'changeBooking',
  v: 1,
  payload: z
    .strictObject({
      holdMinutes: fieldChange(holdMinutes).optional(),
      unconfirmedMinutes: fieldChange(unconfirmedMinutes).optional(),
      coolingMinutes: fieldChange(coolingMinutes).optional(),
      holdsPerPerson: fieldChange(holdsPerPerson).optional(),
      stepMinutes: fieldChange(stepMinutes).optional(),
      offerMinutes: fieldChange(offerMinutes.unwrap()).optional(),
      queueEarlyMinutes: fieldChange(queueEarlyMinutes.unwrap()).optional(),
      queueLateMinutes: fieldChange(queueLateMinutes.unwrap()).optional(),
      queueLongestMinutes: fieldChange(queueLongestMinutes.unwrap()).optional(),
    })
    .refine((changes) => Object.keys(changes).length > 0),
  reads: () => [ref('settings', 'booking')],
  apply: (payload, docs, { actor }) => {
    if (!can(actor, { action: 'configure' })) return refused('notAllowed');
    const before = loadSettings(docs);
    if (before === 'unknown') return forecastOnly();
    const changes = Object.entries(payload).flatMap(([field, change]) =>
      change ? [[field, change] as const] : [],
    );
    const queue = queueRulesOf(before);
    const now = {
      ...before,
      offerMinutes: offerMinutesOf(before),
      queueEarlyMinutes: queue.earlyMinutes,
      queueLateMinutes: queue.lateMinutes,
      queueLongestMinutes: queue.longestMinutes,
    } as unknown as Readonly<Record<string, number>>;
    const changed = changedMeanwhile(
      Object.fromEntries(changes.map(([field]) => [field, String(now[field])])),
      Object.fromEntries(
        changes.map(([field, { from, to }]) => [field, { from: String(from), to: String(to) }]),
      ),
    );
    if (changed) return changed;
    const values = Object.fromEntries(changes.map(([field, { to }]) => [field, to]));
    return accepted([put('settings', { ...before, ...values })]);
  },
});
