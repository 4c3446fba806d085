import type { Appointment, Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { DepartmentId } from '@amtsstube/shared/domain/ids';
import { activeScope } from '@amtsstube/shared/domain/scope';
import type { Service, Settings } from '@amtsstube/shared/domain/settings';
import { type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import { FollowedDocuments } from '../store/followed-documents.ts';
import type { Read } from '../store/store.ts';

const pageSize = 1000;

/** Everybody who is or was in a department's hall today, and who is booked for today. */
export interface HallDay {
  readonly tickets: readonly Ticket[];
  readonly bookings: readonly Booking[];
  /** Booked for another day to come. */
  readonly later: readonly Booking[];
}

/** What is kept of a department's appointments: a call costs what has changed since the last. */
export class HallReader {
  readonly #appointments: FollowedDocuments<Appointment>;

  /** @param now what was over by then is never looked at */
  constructor(department: DepartmentId, now: Instant) {
    const begun = localDateOf(now);
    this.#appointments = new FollowedDocuments(
      'appointments',
      [activeScope(department)],
      (each) => each.kind !== 'number' && dayOf(each) >= begun,
    );
  }

  async read(read: Read, now: Instant): Promise<HallDay> {
    const today = localDateOf(now);
    const known = await this.#appointments.read(read);
    const all = known.filter((each) => dayOf(each) === today);
    return {
      tickets: all.filter((each) => each.kind === 'ticket'),
      bookings: all.filter((each) => each.kind === 'booking'),
      later: known.filter((each) => each.kind === 'booking').filter((each) => dayOf(each) > today),
    };
  }
}

function dayOf(each: Appointment): string {
  return each.kind === 'booking' ? localDateOf(each.startsAt) : each.on;
}

export async function countersOf(read: Read, department: DepartmentId): Promise<readonly Counter[]> {
  const all = await read.allDocuments('counters', '', pageSize);
  return all
    .map(({ document }) => document as Counter | null)
    .filter((each) => each !== null)
    .filter((each) => each.departmentId === department);
}

/** What somebody may come for without an appointment, by name; the department's own name. */
export async function servicesOf(
  read: Read,
  department: DepartmentId,
): Promise<{ readonly name: string | undefined; readonly services: readonly Service[] }> {
  const all = (await read.allDocuments('settings', '', pageSize)).map(
    ({ document }) => document as Settings | null,
  );
  const own = all.find((each) => each?.kind === 'department' && each.id === department);
  return {
    name: own?.kind === 'department' ? own.name : undefined,
    services: all
      .filter((each) => each?.kind === 'service')
      .filter((each) => each.departmentId === department && each.isSwitchedOff !== true)
      .toSorted((a, b) => a.name.localeCompare(b.name, 'de')),
  };
}
