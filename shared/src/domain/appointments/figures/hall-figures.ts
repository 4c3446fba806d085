import type { Counter } from '../../counter.ts';
import type { CounterId, ServiceId } from '../../ids.ts';
import { clockHour, localDays, localHours } from '../../local-hours.ts';
import type { Period } from '../../office-figures.ts';
import { addDays, type LocalDate } from '../../time.ts';
import type { Booking } from '../appointment.ts';
import type { BookingSettings } from '../booking-settings.ts';
import type { Ticket } from '../ticket.ts';
import { type BookingFigures, bookingFigures, hallOf, type Judged, judge } from './booking-figures.ts';
import { type Planned, plannedMinutes, sumOfPlanned } from './planned-minutes.ts';
import { type QueueFigures, queueFigures, type Timed, timed } from './queue-figures.ts';

/** What the figures are counted from. */
export interface HallData {
  /** Out of use or not. */
  readonly counters: readonly Counter[];
  readonly booking: Pick<BookingSettings, 'closures'>;
  readonly bookings: readonly Booking[];
  readonly tickets: readonly Ticket[];
}

export interface VisitFigures {
  readonly bookings: BookingFigures;
  /** Of a counter: who was called there last. */
  readonly queue: QueueFigures;
}

export interface CapacityFigures extends VisitFigures {
  readonly planned: Planned;
}

/** Several services in one visit: which of them took how long is not known. */
export const severalServices = 'several';

type TicketWay = Ticket['way'];

export interface HallFigures {
  readonly total: CapacityFigures;
  /** Those with planned time, an appointment or a visitor. */
  readonly byCounter: ReadonlyMap<CounterId, CapacityFigures>;
  readonly byService: ReadonlyMap<ServiceId | typeof severalServices, VisitFigures>;
  /** Days with any of that, the first first. */
  readonly byDay: ReadonlyMap<LocalDate, CapacityFigures>;
  /** By the hour in which they came, as the clock shows it: from the first to the last with anybody, none left out. */
  readonly byHour: ReadonlyMap<number, QueueFigures>;
  readonly byWay: ReadonlyMap<TicketWay, QueueFigures>;
}

const ways = ['booked', 'walkIn', 'phone', 'kiosk'] as const satisfies readonly TicketWay[];

/**
 * What a lead asks of her counters: planned and booked time, what became of appointments, how long people waited and were
 * served. By local days, from documents alone, which every operation keeps up, so that it equals what the log gives.
 */
export function hallFigures(data: HallData, period: Period, today: LocalDate): HallFigures {
  const isWithin = (on: LocalDate) => period.from <= on && on <= period.to;
  const hall = hallOf(data.tickets);
  const dayOf = localDays();
  const all: Parts = {
    plans: plansOf(data, period),
    judged: data.bookings.flatMap((each) => {
      const on = dayOf(each.startsAt);
      return isWithin(on) ? judge(each, on, hall, today) : [];
    }),
    visitors: data.tickets.filter(({ on }) => isWithin(on)).map(timed),
  };
  const byDay = grouped(
    all,
    ({ on }) => on,
    ({ on }) => on,
    ({ ticket }) => ticket.on,
  );
  const byWay = Map.groupBy(all.visitors, ({ ticket }) => ticket.way);
  return {
    total: capacityFigures(all),
    byCounter: mapped(
      grouped(
        all,
        ({ counterId }) => counterId,
        ({ booking }) => booking.counterId,
        ({ calledTo }) => calledTo,
      ),
      capacityFigures,
    ),
    byService: mapped(
      grouped(
        { ...all, plans: [] },
        () => null,
        ({ booking }) => serviceOf(booking),
        ({ ticket }) => serviceOf(ticket),
      ),
      visitFigures,
    ),
    byDay: new Map([...mapped(byDay, capacityFigures)].toSorted(([a], [b]) => (a < b ? -1 : 1))),
    byHour: byHour(all.visitors),
    byWay: new Map(
      ways.flatMap((way) => (byWay.has(way) ? [[way, queueFigures(byWay.get(way) ?? [])]] : [])),
    ),
  };
}

/** A counter's planned time on a day. */
interface Plan {
  readonly counterId: CounterId;
  readonly on: LocalDate;
  readonly planned: Planned;
}

interface Parts {
  readonly plans: readonly Plan[];
  readonly judged: readonly Judged[];
  readonly visitors: readonly Timed[];
}

function capacityFigures(parts: Parts): CapacityFigures {
  return { planned: sumOfPlanned(parts.plans.map(({ planned }) => planned)), ...visitFigures(parts) };
}

function visitFigures({ judged, visitors }: Parts): VisitFigures {
  return { bookings: bookingFigures(judged), queue: queueFigures(visitors) };
}

/** Each with what belongs to one key, nothing left out but what has none. */
function grouped<Key>(
  { plans, judged, visitors }: Parts,
  ofPlan: (plan: Plan) => Key | null,
  ofJudged: (judged: Judged) => Key | null,
  ofVisitor: (visitor: Timed) => Key | null,
): ReadonlyMap<Key, Parts> {
  const [plansOf, judgedOf, visitorsOf] = [
    Map.groupBy(plans, ofPlan),
    Map.groupBy(judged, ofJudged),
    Map.groupBy(visitors, ofVisitor),
  ];
  const keys = new Set([...plansOf.keys(), ...judgedOf.keys(), ...visitorsOf.keys()]);
  return new Map(
    [...keys].flatMap((key) =>
      key === null
        ? []
        : [
            [
              key,
              {
                plans: plansOf.get(key) ?? [],
                judged: judgedOf.get(key) ?? [],
                visitors: visitorsOf.get(key) ?? [],
              },
            ],
          ],
    ),
  );
}

function mapped<Key, Of, To>(all: ReadonlyMap<Key, Of>, to: (of: Of) => To): ReadonlyMap<Key, To> {
  return new Map([...all].map(([key, of]) => [key, to(of)]));
}

/** Days on which nothing is planned are left out. */
function plansOf({ counters, booking }: HallData, { from, to }: Period): readonly Plan[] {
  const plans: Plan[] = [];
  for (let on = from; on <= to; on = addDays(on, 1))
    for (const counter of counters) {
      const planned = plannedMinutes(counter, booking, on);
      if (planned.web + planned.internal > 0) plans.push({ counterId: counter.id, on, planned });
    }
  return plans;
}

function serviceOf({ serviceIds: [first, ...others] }: Pick<Booking, 'serviceIds'>) {
  return first === undefined || others.length > 0 ? severalServices : first;
}

function byHour(visitors: readonly Timed[]): HallFigures['byHour'] {
  const hourOf = localHours();
  const hours = Map.groupBy(visitors, ({ ticket }) => clockHour(hourOf(ticket.arrivedAt)));
  const [first, last] = [Math.min(...hours.keys()), Math.max(...hours.keys())];
  const figures = new Map<number, QueueFigures>();
  for (let hour = first; hour <= last; hour += 1) figures.set(hour, queueFigures(hours.get(hour) ?? []));
  return figures;
}
