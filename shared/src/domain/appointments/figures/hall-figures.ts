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
import { type QueueFigures, queueFigures } from './queue-figures.ts';

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

export type TicketWay = Ticket['way'];

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
  const judged = data.bookings.flatMap((each) => {
    const on = dayOf(each.startsAt);
    return isWithin(on) ? judge(each, on, hall, today) : [];
  });
  const tickets = data.tickets.filter(({ on }) => isWithin(on));
  const plans = plansOf(data, period);
  const part = ({ plans, judged, tickets }: Parts): CapacityFigures => ({
    planned: sumOfPlanned(plans.map(({ planned }) => planned)),
    ...visitsOf(judged, tickets),
  });
  return {
    total: part({ plans, judged, tickets }),
    byCounter: new Map(
      data.counters.flatMap(({ id }) => {
        const own = {
          plans: plans.filter(({ counterId }) => counterId === id),
          judged: judged.filter(({ booking }) => booking.counterId === id),
          tickets: tickets.filter((each) => calledTo(each) === id),
        };
        return isEmpty(own) ? [] : [[id, part(own)]];
      }),
    ),
    byService: byService(judged, tickets),
    byDay: byDay(period, plans, judged, tickets, part),
    byHour: byHour(tickets),
    byWay: new Map(
      ways.flatMap((way) => {
        const own = tickets.filter((each) => each.way === way);
        return own.length === 0 ? [] : [[way, queueFigures(own)]];
      }),
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
  readonly tickets: readonly Ticket[];
}

function isEmpty({ plans, judged, tickets }: Parts): boolean {
  return plans.length === 0 && judged.length === 0 && tickets.length === 0;
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

function visitsOf(judged: readonly Judged[], tickets: readonly Ticket[]): VisitFigures {
  return { bookings: bookingFigures(judged), queue: queueFigures(tickets) };
}

function calledTo({ state }: Ticket): CounterId | null {
  return state.is === 'waiting' ? null : state.counterId;
}

function byService(judged: readonly Judged[], tickets: readonly Ticket[]): HallFigures['byService'] {
  const bookingsOf = Map.groupBy(judged, ({ booking }) => serviceOf(booking));
  const ticketsOf = Map.groupBy(tickets, serviceOf);
  const all = new Set([...bookingsOf.keys(), ...ticketsOf.keys()]);
  return new Map([...all].map((id) => [id, visitsOf(bookingsOf.get(id) ?? [], ticketsOf.get(id) ?? [])]));
}

function serviceOf({ serviceIds: [first, ...others] }: Pick<Booking, 'serviceIds'>) {
  return first === undefined || others.length > 0 ? severalServices : first;
}

function byDay(
  { from, to }: Period,
  plans: readonly Plan[],
  judged: readonly Judged[],
  tickets: readonly Ticket[],
  part: (of: Parts) => CapacityFigures,
): HallFigures['byDay'] {
  const [plansOn, judgedOn, ticketsOn] = [
    Map.groupBy(plans, ({ on }) => on),
    Map.groupBy(judged, ({ on }) => on),
    Map.groupBy(tickets, ({ on }) => on),
  ];
  const days = new Map<LocalDate, CapacityFigures>();
  for (let on = from; on <= to; on = addDays(on, 1)) {
    const own = {
      plans: plansOn.get(on) ?? [],
      judged: judgedOn.get(on) ?? [],
      tickets: ticketsOn.get(on) ?? [],
    };
    if (!isEmpty(own)) days.set(on, part(own));
  }
  return days;
}

function byHour(tickets: readonly Ticket[]): HallFigures['byHour'] {
  const hourOf = localHours();
  const hours = Map.groupBy(tickets, ({ arrivedAt }) => clockHour(hourOf(arrivedAt)));
  const [first, last] = [Math.min(...hours.keys()), Math.max(...hours.keys())];
  const figures = new Map<number, QueueFigures>();
  for (let hour = first; hour <= last; hour += 1) figures.set(hour, queueFigures(hours.get(hour) ?? []));
  return figures;
}
