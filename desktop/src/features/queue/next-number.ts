import { lastOfSeries, seriesOf, type Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import type { Counter } from '@amtsstube/shared/domain/counter';
import type { CounterId } from '@amtsstube/shared/domain/ids';
import { type LocalDate, localDate } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { DeviceSetting } from '../../ui/device-setting.ts';

const givenSchema = z.object({ on: localDate, last: z.record(z.string(), z.int()) });
type Given = z.infer<typeof givenSchema>;

/**
 * What this PC has given out today, by series: a colleague who goes on here without a line doesn't see what waits in the
 * other's journal, and must not give the same numbers.
 */
export const givenHere = new DeviceSetting<Given>('amtsstube.ticket-numbers', givenSchema, {
  on: '1970-01-01' as LocalDate,
  last: {},
});

/** The next number of this PC's series on this day, and that it is given out from now on. */
export function nextNumber(
  tickets: readonly Ticket[],
  counters: readonly Counter[],
  own: CounterId | undefined,
  on: LocalDate,
  given: DeviceSetting<Given> = givenHere,
): { readonly series: string; readonly nth: number } {
  const series = seriesOf(counters, own);
  const before = given.value.on === on ? given.value.last : {};
  const known = tickets.filter((each) => each.on === on).map(({ number }) => number);
  const nth = Math.max(lastOfSeries(known, series), before[series] ?? 0) + 1;
  given.change({ on, last: { ...before, [series]: nth } });
  return { series, nth };
}
