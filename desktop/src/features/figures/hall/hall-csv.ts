import {
  type CapacityFigures,
  type HallFigures,
  severalServices,
  type VisitFigures,
} from '@amtsstube/shared/domain/appointments/figures/hall-figures';
import type { QueueFigures } from '@amtsstube/shared/domain/appointments/figures/queue-figures';
import { de } from '../../../texts/de.ts';
import { type CsvCell, csvOf } from '../../../ui/csv.ts';
import { missedShare, utilisation } from './hall-words.ts';

const text = de.hallFigures;
const { minutes, share, count } = text.csv;

interface Names {
  readonly service: (id: string) => string;
  readonly counter: (id: string) => string;
}

/** A figure: its name, its unit, its value; undefined where there is none to tell. */
type Figure = readonly [name: string, unit: string, value: CsvCell];

/** Everything the screen shows, one value a line. Days as `2026-11-24`, so that they sort. */
export function hallCsv(figures: HallFigures, names: Names): string {
  const lines = (part: string, name: string, all: readonly Figure[]) =>
    all.map((figure) => [part, name, ...figure]);
  const serviceName = (id: string) => (id === severalServices ? text.several : names.service(id));
  return csvOf([
    text.csv.head,
    ...lines(de.figures.all, '', allOf(figures.total)),
    ...[...figures.byCounter].flatMap(([id, of]) => lines(text.counter, names.counter(id), allOf(of))),
    ...[...figures.byService].flatMap(([id, of]) => lines(de.figures.service, serviceName(id), visitsOf(of))),
    ...[...figures.byDay].flatMap(([on, of]) => lines(text.day, on, allOf(of))),
    ...[...figures.byHour].flatMap(([hour, of]) => lines(text.hour, text.hourOf(hour), queueOf(of))),
    ...[...figures.byWay].flatMap(([way, of]) => lines(text.way, de.queue.ways[way], queueOf(of))),
  ]);
}

function allOf(of: CapacityFigures): readonly Figure[] {
  const { planned } = of;
  return [
    [text.planned, minutes, planned.web + planned.internal],
    [text.internal, minutes, planned.internal],
    [text.utilisation, share, percentCell(utilisation(of))],
    ...visitsOf(of),
  ];
}

function visitsOf({ bookings, queue }: VisitFigures): readonly Figure[] {
  return [
    [text.booked, minutes, bookings.bookedMinutes],
    [text.bookings, count, bookings.booked],
    [text.ahead, count, bookings.ahead],
    [text.cancelled, count, bookings.cancelled],
    [text.missed, count, bookings.missed],
    [text.missed, share, percentCell(missedShare(bookings))],
    [text.unclear, count, bookings.unclear],
    ...queueOf(queue),
  ];
}

function queueOf({ waiting, service, ...queue }: QueueFigures): readonly Figure[] {
  return [
    [text.came, count, queue.came],
    [text.served, count, queue.served],
    [text.left, count, queue.missed],
    [text.uncalled, count, queue.uncalled],
    [text.waitingHalf, minutes, waiting.median],
    [text.waitingMostly, minutes, waiting.mostly],
    [text.serviceHalf, minutes, service.median],
    [text.serviceMostly, minutes, service.mostly],
  ];
}

/** `62,5` */
function percentCell(of: number | undefined): CsvCell {
  return of === undefined ? undefined : (of * 100).toFixed(1).replace('.', ',');
}
