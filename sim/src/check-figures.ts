import { type Appointment, isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { hallFigures } from '@amtsstube/shared/domain/appointments/figures/hall-figures';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { CollectionName } from '@amtsstube/shared/domain/documents';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { Task } from '@amtsstube/shared/domain/task';
import { localDate, localDateOf } from '@amtsstube/shared/domain/time';
import { countsOfFigures, countsOfLog, unequalSums } from '@amtsstube/shared/fixtures/hall-counts';
import { besideTheLog, LoggedHall } from '@amtsstube/shared/fixtures/logged-hall';
import type { LogRow, Read } from '@amtsstube/sync-server/store/store';

const everything = 1_000_000;
/** All that a history is about. */
const period = { from: localDate.parse('2026-10-01'), to: localDate.parse('2027-06-30') };

/** What the lead's figures of appointments and the hall say otherwise than what was logged, on the day of the last decision. */
export async function wrongFigures(read: Read, log: readonly LogRow[]): Promise<readonly string[]> {
  const all = async <D>(collection: CollectionName) =>
    (await read.allDocuments(collection, '', everything)).flatMap(({ document }) =>
      document === null ? [] : [document as unknown as D],
    );
  const settings = await all<Settings>('settings');
  const counters = await all<Counter>('counters');
  const tasks = await all<Task>('tasks');
  const hall = new LoggedHall(besideTheLog({ settings, counters, tasks: () => tasks }));
  for (const { opId, kind, at, decidedAt, result } of log) {
    if (result.decided !== 'accepted') continue;
    const payload = await read.payload(opId);
    // erased with those it was about
    if (payload !== undefined && payload !== null) hall.read({ kind, payload, at, decidedAt });
  }
  const appointments = await all<Appointment>('appointments');
  const data = {
    counters,
    booking: settings.find((each) => each.kind === 'booking') ?? defaultBookingSettings,
    bookings: appointments.filter(isBooking),
    tickets: appointments.filter((each) => each.kind === 'ticket'),
  };
  const last = log.at(-1);
  if (last === undefined) return [];
  const today = localDateOf(last.decidedAt);
  const figures = hallFigures(data, period, today);
  const [shown, logged] = [countsOfFigures(figures), countsOfLog(hall, period, today)];
  const names = new Set([...Object.keys(shown), ...Object.keys(logged)]);
  return [
    ...[...names]
      .filter((name) => shown[name] !== logged[name])
      .map((name) => `${name}: shown ${shown[name]}, logged ${logged[name]}`),
    ...unequalSums(figures),
  ];
}
