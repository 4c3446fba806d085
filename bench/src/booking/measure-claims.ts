import { createSlotCalendar } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { planVisit } from '@amtsstube/shared/domain/appointments/visit';
import { addDays, localDateOf } from '@amtsstube/shared/domain/time';
import { type BenchTown, benchNow, benchRules, requestOf } from './town.ts';

const aloneCount = 300;
const groupedCount = 2000;
const together = 100;

export interface ClaimRate {
  readonly aloneCount: number;
  readonly aloneMs: number;
  readonly groupedCount: number;
  readonly groupedMs: number;
}

/** Bookings of times nobody else wants: a commit and an fsync each, and as many at once as come at once. */
export async function measureClaims(bench: BenchTown): Promise<ClaimRate> {
  const rules = benchRules(20, 1, [['08:00', '17:00']]);
  const town = await bench.found(rules);
  const plan = planVisit(rules, ['service-1' as never], 'web');
  if (!plan.possible) throw new Error(plan.why);
  const first = addDays(localDateOf(benchNow), 1);
  const free = createSlotCalendar(rules, [], benchNow)
    .freeSlots(plan.visit, first, addDays(first, 20))
    .flatMap(({ counters }) =>
      counters.flatMap(({ counterId, starts }) => starts.map((start) => ({ counterId, start }))),
    );
  const book = async (index: number) => {
    const slot = free[index];
    if (slot === undefined) throw new Error('more bookings than times');
    const request = requestOf(`rate-${index}`, 'service-1', slot.counterId, instantOfUnit(slot.start));
    const { result } = await bench.execute(town, 'requestBooking', request);
    if (result.decided !== 'accepted') throw new Error(`refused: ${JSON.stringify(result)}`);
  };
  const aloneAt = performance.now();
  for (let index = 0; index < aloneCount; index += 1) await book(index);
  const aloneMs = performance.now() - aloneAt;
  const groupedAt = performance.now();
  for (let from = aloneCount; from < aloneCount + groupedCount; from += together)
    await Promise.all(Array.from({ length: together }, (_, index) => book(from + index)));
  return { aloneCount, aloneMs, groupedCount, groupedMs: performance.now() - groupedAt };
}
