import type { Appointment, Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { DepartmentId } from '@amtsstube/shared/domain/ids';
import { activeScope } from '@amtsstube/shared/domain/scope';
import type { Service, Settings } from '@amtsstube/shared/domain/settings';
import { type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import type { Read } from '../store/store.ts';

const pageSize = 1000;

/** Everybody who is or was in a department's hall today, and who is booked for today. */
export interface HallDay {
  readonly tickets: readonly Ticket[];
  readonly bookings: readonly Booking[];
  /** Booked for another day to come. */
  readonly later: readonly Booking[];
}

/** What is kept of a department's appointments is read anew from `after`, so a call costs what has changed since. */
export class HallReader {
  readonly #scopes: readonly string[];
  readonly #known = new Map<string, Appointment>();
  #seq = 0;
  #epoch = '';

  constructor(department: DepartmentId) {
    this.#scopes = [activeScope(department)];
  }

  async read(read: Read, now: Instant): Promise<HallDay> {
    const head = await read.head();
    if (head.epoch !== this.#epoch || head.seq < this.#seq) {
      this.#known.clear();
      this.#seq = 0;
      this.#epoch = head.epoch;
    }
    for (let after = this.#seq; ; ) {
      const changed = await read.changes('appointments', this.#scopes, after, pageSize);
      for (const { id, document } of changed) this.#note(id, document as Appointment | null, now);
      const last = changed.at(-1);
      if (last === undefined || changed.length < pageSize) break;
      after = last.seq;
    }
    this.#seq = head.seq;
    const today = localDateOf(now);
    const known = [...this.#known.values()];
    const all = known.filter((each) => dayOf(each) === today);
    return {
      tickets: all.filter((each) => each.kind === 'ticket'),
      bookings: all.filter((each) => each.kind === 'booking'),
      later: known.filter((each) => each.kind === 'booking').filter((each) => dayOf(each) > today),
    };
  }

  /** What is over is not kept; what is to come will be today's some day. */
  #note(id: string, document: Appointment | null, now: Instant): void {
    if (document === null || document.kind === 'number' || dayOf(document) < localDateOf(now))
      this.#known.delete(id);
    else this.#known.set(id, document);
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
