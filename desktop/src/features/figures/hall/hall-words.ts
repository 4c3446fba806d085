import type { BookingFigures } from '@amtsstube/shared/domain/appointments/figures/booking-figures';
import type {
  CapacityFigures,
  HallFigures,
} from '@amtsstube/shared/domain/appointments/figures/hall-figures';
import type { Durations } from '@amtsstube/shared/domain/durations';
import { de } from '../../../texts/de.ts';

const text = de.hallFigures;

/** Booked of planned time; undefined where none was planned. */
export function utilisation({ planned, bookings }: CapacityFigures): number | undefined {
  const minutes = planned.web + planned.internal;
  return minutes === 0 ? undefined : bookings.bookedMinutes / minutes;
}

/** Of those of whom it is known whether they came. */
export function missedShare({ missed, came }: BookingFigures): number | undefined {
  return missed + came === 0 ? undefined : missed / (missed + came);
}

export function percent(share: number | undefined): string {
  return share === undefined ? de.figures.nothing : de.figures.percent(share);
}

export function missedWords(of: BookingFigures): string {
  const share = missedShare(of);
  return share === undefined
    ? de.figures.nothing
    : text.missedOf(of.missed, of.missed + of.came, percent(share));
}

/** `7 Min. (neun von zehn: 20 Min.)` */
export function minutesWords({ median, mostly }: Durations): string {
  if (median === undefined || mostly === undefined) return de.figures.nothing;
  return `${text.minutes(median)} (${de.figures.mostly(text.minutes(mostly))})`;
}

/** `7 / 20 Min.` */
export function bothWords({ median, mostly }: Durations): string {
  return median === undefined || mostly === undefined ? de.figures.nothing : text.both(median, mostly);
}

/** The hour in which most came, the earliest of several. */
export function rushOf({ byHour }: HallFigures): string {
  const [most] = [...byHour].toSorted(([, a], [, b]) => b.came - a.came);
  return most === undefined ? de.figures.nothing : text.rushOf(text.hourOf(most[0]), most[1].came);
}
