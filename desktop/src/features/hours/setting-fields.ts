import {
  type BookingSettings,
  bookingSettings,
  offerMinutesOf,
} from '@amtsstube/shared/domain/appointments/booking-settings';
import { queueRulesOf } from '@amtsstube/shared/domain/appointments/queue-order';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';

export const settingFields = [
  'holdMinutes',
  'unconfirmedMinutes',
  'coolingMinutes',
  'holdsPerPerson',
  'stepMinutes',
  'offerMinutes',
  'queueEarlyMinutes',
  'queueLateMinutes',
  'queueLongestMinutes',
] as const;
export type SettingField = (typeof settingFields)[number];

/** Least and most, as the schema has them, to be said. */
export const bounds: Readonly<Record<Exclude<SettingField, 'stepMinutes'>, readonly [number, number]>> = {
  holdMinutes: [1, 120],
  unconfirmedMinutes: [5, 10_080],
  coolingMinutes: [0, 1440],
  holdsPerPerson: [1, 20],
  offerMinutes: [15, 10_080],
  queueEarlyMinutes: [0, 120],
  queueLateMinutes: [0, 240],
  queueLongestMinutes: [0, 480],
};

export function settingOf(booking: BookingSettings, field: SettingField): number {
  const queue = queueRulesOf(booking);
  switch (field) {
    case 'offerMinutes':
      return offerMinutesOf(booking);
    case 'queueEarlyMinutes':
      return queue.earlyMinutes;
    case 'queueLateMinutes':
      return queue.lateMinutes;
    case 'queueLongestMinutes':
      return queue.longestMinutes;
    default:
      return booking[field];
  }
}

/** What was typed, with what stood there when she began. */
export type TypedSettings = Readonly<
  Partial<Record<SettingField, { readonly from: number; readonly to: string } | undefined>>
>;

/** What to change, or at which fields what was typed can't be saved; `undefined`: nothing differs. */
export function changesOf(
  typed: TypedSettings,
):
  | { readonly ok: true; readonly changes: PayloadOf<'changeBooking'> | undefined }
  | { readonly ok: false; readonly wrong: readonly SettingField[] } {
  const wrong: SettingField[] = [];
  const changes: Record<string, { readonly from: number; readonly to: number }> = {};
  for (const field of settingFields) {
    const own = typed[field];
    if (own === undefined) continue;
    const text = own.to.trim();
    const to = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
    if (!bookingSettings.shape[field].safeParse(to).success) wrong.push(field);
    else if (to !== own.from) changes[field] = { from: own.from, to };
  }
  if (wrong.length > 0) return { ok: false, wrong };
  return {
    ok: true,
    changes: Object.keys(changes).length === 0 ? undefined : (changes as PayloadOf<'changeBooking'>),
  };
}
