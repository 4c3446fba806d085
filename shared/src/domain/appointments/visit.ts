import type { Counter } from '../counter.ts';
import type { CounterId, ServiceId } from '../ids.ts';
import type { Service, Settings } from '../settings.ts';
import { type AppointmentOffer, type BookingSettings, defaultBookingSettings } from './booking-settings.ts';
import { minutesOf } from './local-day.ts';
import { unitMinutes } from './unit.ts';

/** Everything that decides which times there are, but the claims. */
export interface BookingRules {
  readonly counters: readonly Counter[];
  readonly services: readonly Service[];
  readonly booking: BookingSettings;
}

/** What of a municipality's settings decides times; the defaults where it has set nothing. */
export function rulesAmong(settings: readonly Settings[]): Pick<BookingRules, 'booking' | 'services'> {
  return {
    booking: settings.find((each) => each.kind === 'booking') ?? defaultBookingSettings,
    services: settings.filter((each) => each.kind === 'service'),
  };
}

/** `web`: whoever books from outside. `desk`: a clerk, who may use internal time, any unit, and needs no lead time. */
export type Audience = 'web' | 'desk';

/** What is booked in one go, at one counter: one service, or several after one another. */
export interface Visit {
  readonly serviceIds: readonly ServiceId[];
  readonly audience: Audience;
  /** Without the buffer. */
  readonly visitUnits: number;
  /** With it: what is claimed. */
  readonly units: number;
  readonly counterIds: ReadonlySet<CounterId>;
  readonly leadMinutes: number;
  readonly horizonDays: number;
}

export type VisitProblem =
  | 'noSuchService'
  /** The service has no appointments. */
  | 'notByAppointment'
  | 'notOnWeb'
  /** No counter in use offers all of it. */
  | 'noCounter'
  /** Longer than any counter that offers it is ever open at a stretch. */
  | 'tooLong';

export type Planned =
  | { readonly possible: true; readonly visit: Visit }
  | { readonly possible: false; readonly why: VisitProblem; readonly serviceId?: ServiceId };

/** Several services are one contiguous visit: durations add up, and the longest buffer follows the last (K6). */
export function planVisit(
  rules: Pick<BookingRules, 'counters' | 'services'>,
  serviceIds: readonly ServiceId[],
  audience: Audience,
): Planned {
  const offers: AppointmentOffer[] = [];
  for (const serviceId of serviceIds) {
    const service = rules.services.find(({ id }) => id === serviceId);
    if (!service) return { possible: false, why: 'noSuchService', serviceId };
    if (!service.appointment) return { possible: false, why: 'notByAppointment', serviceId };
    if (audience === 'web' && (!service.appointment.isOnWeb || service.isSwitchedOff === true))
      return { possible: false, why: 'notOnWeb', serviceId };
    offers.push(service.appointment);
  }
  if (offers.length === 0) return { possible: false, why: 'noSuchService' };
  const counters = rules.counters.filter(
    ({ id, deactivatedAt }) =>
      deactivatedAt === undefined && offers.every((offer) => offer.counterIds.includes(id)),
  );
  if (counters.length === 0) return { possible: false, why: 'noCounter' };
  const visitUnits = offers.reduce((sum, each) => sum + each.durationMinutes, 0) / unitMinutes;
  const units = visitUnits + Math.max(...offers.map((each) => each.bufferMinutes)) / unitMinutes;
  if (counters.every((counter) => longestUnits(counter, audience) < units))
    return { possible: false, why: 'tooLong' };
  return {
    possible: true,
    visit: {
      serviceIds,
      audience,
      visitUnits,
      units,
      counterIds: new Set(counters.map(({ id }) => id)),
      leadMinutes: Math.max(...offers.map((each) => each.leadMinutes)),
      horizonDays: Math.min(...offers.map((each) => each.horizonDays)),
    },
  };
}

/**
 * At least as long as the counter is ever open at a stretch: what doesn't fit into this fits on no day. A day on which an
 * hour is there twice may fit more, which is not what anybody plans for.
 */
function longestUnits({ openingHours = [], exceptions = [] }: Counter, audience: Audience): number {
  const days = [
    ...[1, 2, 3, 4, 5, 6, 7].map((weekday) => openingHours.filter((rule) => rule.weekday === weekday)),
    ...exceptions.map(({ ranges }) => ranges),
  ];
  let longest = 0;
  for (const day of days) {
    let [from, to] = [0, 0];
    const offered = day
      .filter((each) => audience === 'desk' || each.share === 'web')
      .map((each) => ({ from: minutesOf(each.from), to: minutesOf(each.to) }))
      .toSorted((a, b) => a.from - b.from);
    for (const range of offered) {
      if (range.from > to) from = range.from;
      to = Math.max(to, range.to);
      longest = Math.max(longest, to - from);
    }
  }
  return longest / unitMinutes;
}
