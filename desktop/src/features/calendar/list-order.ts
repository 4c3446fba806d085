import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { compareGerman } from '../../ui/german-text.ts';

export const listColumns = ['time', 'counter', 'name', 'services'] as const;
export type ListColumn = (typeof listColumns)[number];

export interface ListOrder {
  readonly by: ListColumn;
  readonly isDescending: boolean;
}

/** By time first of all; where two are equal in a column, by time. */
export function orderedList<T>(
  entries: readonly T[],
  { by, isDescending }: ListOrder,
  of: (entry: T) => {
    readonly booking: Booking;
    readonly counter: string;
    readonly services: string;
  },
): readonly T[] {
  const textOf = (entry: T) => {
    const { booking, counter, services } = of(entry);
    return { time: booking.startsAt as string, counter, name: booking.visitor.name, services }[by];
  };
  const sign = isDescending ? -1 : 1;
  return entries.toSorted((a, b) => {
    const order = by === 'time' ? compareText(textOf(a), textOf(b)) : compareGerman(textOf(a), textOf(b));
    return order !== 0 ? sign * order : compareText(of(a).booking.startsAt, of(b).booking.startsAt);
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
