import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { type BookingRules, rulesAmong } from '@amtsstube/shared/domain/appointments/visit';
import type { Waiting } from '@amtsstube/shared/domain/appointments/waiting';
import { ref } from '@amtsstube/shared/domain/documents';
import { scan } from '../execute/scan.ts';
import type { Read } from '../store/store.ts';

interface LoadedWaitingList {
  readonly entries: readonly Waiting[];
  readonly rules: BookingRules;
  /** By its id, what was offered to any of them, where it is still there. */
  readonly offered: ReadonlyMap<string, Booking>;
}

/** Who waits in a municipality, and what decides what they can be offered; undefined: nobody waits. */
export async function loadWaitingList(read: Read): Promise<LoadedWaitingList | undefined> {
  const entries = (await scan(read, ['waitings']))('waitings') as readonly Waiting[];
  if (entries.length === 0) return undefined;
  const all = await scan(read, ['settings', 'counters']);
  const settings = all('settings');
  if (settings === 'unknown') return undefined;
  const counters = all('counters');
  const rules: BookingRules = {
    ...rulesAmong(settings),
    counters: counters === 'unknown' ? [] : counters,
  };
  const offered = new Map<string, Booking>();
  for (const { appointmentId: id } of entries.flatMap(({ offers }) => offers)) {
    const booking = (await read.document(ref('appointments', id)))?.document as Booking | null | undefined;
    if (booking) offered.set(id, booking);
  }
  return { entries, rules, offered };
}
