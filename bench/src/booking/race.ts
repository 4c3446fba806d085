import { type Booking, claimedBy } from '@amtsstube/shared/domain/appointments/appointment';
import { createSlotCalendar, type Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { planVisit } from '@amtsstube/shared/domain/appointments/visit';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import { addDays, localDateOf } from '@amtsstube/shared/domain/time';
import { claimsAround } from '@amtsstube/shared/operations/appointment/booking-rules';
import { type BenchTown, benchNow, benchRules, requestOf } from './town.ts';

export const citizens = 1000;
/** Five counters with ten times each. */
export const slots = 50;
const rules = benchRules(5, 1, [['09:00', '11:30']]);

export interface Race {
  readonly ms: number;
  /** Of each citizen, from her first look to her booking or to "nothing is free". */
  readonly citizenMs: readonly number[];
  readonly booked: number;
  readonly doubled: number;
  /** Acknowledged and not there. */
  readonly lost: number;
  readonly refused: number;
}

/** All at once want one of few times: each looks at what is free, takes one, and looks again where somebody was first. */
export async function race(bench: BenchTown): Promise<Race> {
  const town = await bench.found(rules);
  const acknowledged: string[] = [];
  let refused = 0;
  const citizen = async (index: number): Promise<number> => {
    const startedAt = performance.now();
    for (let attempt = 0; ; attempt += 1) {
      const free = await look(bench, town);
      const wanted = free[(index * 7 + attempt) % free.length];
      if (wanted === undefined) return performance.now() - startedAt;
      const id = `appointment-${index}-${attempt}`;
      const request = requestOf(id, 'service-1', wanted.counterId, instantOfUnit(wanted.start));
      const { result } = await bench.execute(town, 'requestBooking', request);
      if (result.decided === 'accepted') {
        acknowledged.push(id);
        return performance.now() - startedAt;
      }
      refused += 1;
    }
  };
  const startedAt = performance.now();
  const citizenMs = await Promise.all(Array.from({ length: citizens }, (_, index) => citizen(index)));
  const ms = performance.now() - startedAt;
  return { ms, citizenMs, refused, ...(await judge(bench, town, acknowledged)) };
}

/** The free list, read in one snapshot as the page reads it. */
async function look(bench: BenchTown, town: MunicipalityId): Promise<readonly Slot[]> {
  const plan = planVisit(rules, ['service-1' as never], 'web');
  if (!plan.possible) throw new Error(plan.why);
  const on = addDays(localDateOf(benchNow), 1);
  const noon = `${on}T11:00:00.000Z` as never;
  const claims = await bench.store.snapshot(town, async (read) => {
    const found = [];
    for (const { id } of rules.counters)
      found.push(...(await read.claims(claimsAround({ counterId: id, startsAt: noon }))));
    return found;
  });
  return createSlotCalendar(rules, claims, benchNow)
    .freeSlots(plan.visit, on, on)
    .flatMap(({ counters }) =>
      counters.flatMap(({ counterId, starts }) => starts.map((start) => ({ counterId, start }))),
    );
}

async function judge(bench: BenchTown, town: MunicipalityId, acknowledged: readonly string[]) {
  const stored = await bench.store.snapshot(town, (read) => read.allDocuments('appointments', '', 10_000));
  const bookings = stored.map(({ document }) => document as Booking);
  const units = bookings.flatMap((booking) => {
    const { counterId, from, to } = claimedBy(booking);
    return Array.from({ length: to - from }, (_, index) => `${counterId} ${from + index}`);
  });
  const ids = new Set(bookings.map(({ id }) => id as string));
  return {
    booked: bookings.length,
    doubled: units.length - new Set(units).size,
    lost: acknowledged.filter((id) => !ids.has(id)).length,
  };
}
