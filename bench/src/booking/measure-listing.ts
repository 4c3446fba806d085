import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { planVisit } from '@amtsstube/shared/domain/appointments/visit';
import { addDays, localDateOf } from '@amtsstube/shared/domain/time';
import { ClaimsPicture } from '@amtsstube/sync-server/booking/claims-picture';
import { KeptDays } from '@amtsstube/sync-server/booking/kept-days';
import { type BenchTown, benchNow, benchRules, requestOf } from './town.ts';

const days = 31;
const rounds = 40;
/** The first ones pay for compiling. */
const warmUp = 10;

export interface Listing {
  readonly times: readonly number[];
  /** Of the process, while others want the processor too. */
  readonly cpuMs: readonly number[];
  readonly slots: number;
  readonly claims: number;
}

/** What is free at ten counters for each of twenty services, a month ahead, where half of the time is somebody's. */
export async function measureListing(bench: BenchTown): Promise<Listing> {
  const rules = benchRules(10, 20, [
    ['08:00', '12:00'],
    ['13:00', '17:00'],
  ]);
  const town = await bench.found(rules);
  const first = localDateOf(benchNow);
  const last = addDays(first, days - 1);
  const from = unitOf(benchNow);
  const to = from + days * 288;
  await bench.store.transact(town, async (tx) => {
    for (const { id } of rules.counters)
      for (let start = from; start < to; start += 8) {
        // between seven and seventeen o'clock: nights are nobody's
        if (start % 288 < 6 * 12 || start % 288 >= 16 * 12) continue;
        await tx.writeClaims(
          [
            {
              does: 'take',
              counterId: id,
              from: start,
              to: start + 4,
              state: 'booked',
              owner: `${id}-${start}`,
              until: null,
              fence: 1,
            },
          ],
          1,
          benchNow,
        );
      }
  });
  const picture = new ClaimsPicture();
  const kept = new KeptDays(picture);
  const times: number[] = [];
  const cpuMs: number[] = [];
  let slots = 0;
  let count = 0;
  for (let round = 0; round < rounds; round += 1) {
    // somebody booked since: one decision to catch up with
    await bench.execute(
      town,
      'requestBooking',
      requestOf(`seen-${round}`, 'service-1', 'counter-1', benchNow),
    );
    const startedAt = performance.now();
    const cpu = process.cpuUsage();
    const change = await bench.store.snapshot(town, (read) => picture.bringTo(read, benchNow));
    const calendar = kept.calendar(rules, change, benchNow);
    slots = 0;
    for (const { id } of rules.services) {
      const plan = planVisit(rules, [id], 'web');
      if (!plan.possible) throw new Error(plan.why);
      for (const { counters } of calendar.freeSlots(plan.visit, first, last))
        for (const { starts } of counters) slots += starts.length;
    }
    const ms = performance.now() - startedAt;
    const { user, system } = process.cpuUsage(cpu);
    count = [...picture.claims()].length;
    if (round < warmUp) continue;
    times.push(ms);
    cpuMs.push((user + system) / 1000);
  }
  return { times, cpuMs, slots, claims: count };
}
