import {
  type CapacityFigures,
  type HallFigures,
  severalServices,
} from '@amtsstube/shared/domain/appointments/figures/hall-figures';
import type { QueueFigures } from '@amtsstube/shared/domain/appointments/figures/queue-figures';
import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import type { ReactNode } from 'react';
import { de } from '../../../texts/de.ts';
import { compareGerman } from '../../../ui/german-text.ts';
import { Part } from '../../../ui/part.tsx';
import { weekdayOf } from '../../../ui/weekday.ts';
import { Bar, type FiguresRow, FiguresTable } from '../figures-table.tsx';
import { bothWords, missedWords, percent, utilisation } from './hall-words.ts';

const text = de.hallFigures;

interface PartProps {
  readonly figures: HallFigures;
}
interface Naming {
  readonly nameOf: (id: string) => string;
}

/** Planned and booked time on one scale, and what became of it. */
export function CountersPart({ figures, nameOf }: PartProps & Naming) {
  const most = mostMinutes(figures.byCounter.values());
  const cells = (of: CapacityFigures, scale: number) => [
    ...capacityCells(of, scale),
    of.bookings.booked,
    of.bookings.cancelled,
    missedWords(of.bookings),
    of.queue.served,
  ];
  return (
    <Table
      title={text.byCounter}
      head={[text.counter, ...capacityHead, text.bookings, text.cancelled, text.missed, text.served]}
      rows={[
        ...named(figures.byCounter, nameOf, (of) => cells(of, most)),
        // its bar would dwarf the others
        { id: 'total', name: de.figures.all, cells: cells(figures.total, 0), isTotal: true },
      ]}
    />
  );
}

/** Nothing where nobody was booked or came. */
export function HallServicesPart({ figures, nameOf }: PartProps & Naming) {
  if (figures.byService.size === 0) return null;
  const nameOfService = (id: string) => (id === severalServices ? text.several : nameOf(id));
  const cells = ({ bookings, queue }: Pick<CapacityFigures, 'bookings' | 'queue'>) => [
    bookings.booked,
    text.hours(bookings.bookedMinutes),
    bookings.cancelled,
    missedWords(bookings),
    queue.came,
    bothWords(queue.waiting),
    bothWords(queue.service),
  ];
  return (
    <Table
      title={text.byService}
      head={[
        de.figures.service,
        text.bookings,
        text.booked,
        text.cancelled,
        text.missed,
        text.came,
        text.bothHead(text.waiting),
        text.bothHead(text.service),
      ]}
      rows={[
        ...named(figures.byService, nameOfService, cells),
        { id: 'total', name: de.figures.all, cells: cells(figures.total), isTotal: true },
      ]}
    />
  );
}

export function PlannedByDayPart({ figures: { byDay } }: PartProps) {
  const most = mostMinutes(byDay.values());
  return (
    <Table
      title={text.plannedByDay}
      head={[text.day, ...capacityHead, text.bookings, text.cancelled, text.missed]}
      rows={[...byDay].map(([on, of]) => ({
        id: on,
        name: dayName(on),
        cells: [
          ...capacityCells(of, most),
          of.bookings.booked,
          of.bookings.cancelled,
          missedWords(of.bookings),
        ],
      }))}
    />
  );
}

/** How long people waited and were served on each day, and in which hours most come. Nothing where nobody came. */
export function WaitingParts({ figures }: PartProps) {
  if (figures.total.queue.came === 0) return null;
  const days = [...figures.byDay].filter(([, { queue }]) => queue.came > 0);
  return (
    <>
      <QueueTable
        title={text.byHour}
        first={text.hour}
        rows={[...figures.byHour].map(([hour, queue]) => ({ id: `${hour}`, name: text.hourOf(hour), queue }))}
      />
      <QueueTable
        title={text.queueByDay}
        first={text.day}
        rows={days.map(([on, { queue }]) => ({ id: on, name: dayName(on), queue }))}
      />
      <QueueTable
        title={text.byWay}
        first={text.way}
        rows={[...figures.byWay].map(([way, queue]) => ({ id: way, name: de.queue.ways[way], queue }))}
      />
    </>
  );
}

interface QueueTableProps {
  readonly title: string;
  /** What the rows are. */
  readonly first: string;
  readonly rows: readonly { readonly id: string; readonly name: string; readonly queue: QueueFigures }[];
}

function QueueTable({ title, first, rows }: QueueTableProps) {
  const all = rows.map(({ queue }) => queue);
  const greatest = (of: (queue: QueueFigures) => number | undefined) =>
    Math.max(0, ...all.map((each) => of(each) ?? 0));
  const came = greatest((queue) => queue.came);
  const waited = greatest(({ waiting }) => waiting.median);
  const served = greatest(({ service }) => service.median);
  return (
    <Table
      title={title}
      head={[
        first,
        text.came,
        text.waitingHalf,
        text.waitingMostly,
        text.serviceHalf,
        text.serviceMostly,
        text.left,
      ]}
      rows={rows.map(({ id, name, queue: { waiting, service, ...queue } }) => ({
        id,
        name,
        cells: [
          <Bar key="came" value={queue.came} most={came} />,
          <MinutesBar key="waitingHalf" value={waiting.median} most={waited} />,
          minutesOr(waiting.mostly),
          <MinutesBar key="serviceHalf" value={service.median} most={served} />,
          minutesOr(service.mostly),
          queue.missed,
        ],
      }))}
    />
  );
}

function minutesOr(value: number | undefined): string {
  return value === undefined ? de.figures.nothing : text.minutes(value);
}

function MinutesBar({ value, most }: { readonly value: number | undefined; readonly most: number }) {
  return value === undefined ? (
    de.figures.nothing
  ) : (
    <Bar value={value} label={text.minutes(value)} most={most} />
  );
}

const capacityHead = [text.planned, text.internal, text.booked, text.utilisation] as const;

/** @param most minutes a whole bar stands for; 0: without bars */
function capacityCells(of: CapacityFigures, most: number): readonly ReactNode[] {
  const { planned, bookings } = of;
  return [
    <HoursBar key="planned" minutes={planned.web + planned.internal} most={most} />,
    text.hours(planned.internal),
    <HoursBar key="booked" minutes={bookings.bookedMinutes} most={most} />,
    percent(utilisation(of)),
  ];
}

function HoursBar({ minutes, most }: { readonly minutes: number; readonly most: number }) {
  return <Bar value={minutes} label={text.hours(minutes)} most={most} />;
}

function mostMinutes(all: Iterable<CapacityFigures>): number {
  return Math.max(
    0,
    ...[...all].flatMap(({ planned, bookings }) => [planned.web + planned.internal, bookings.bookedMinutes]),
  );
}

/** By name. */
function named<Of>(
  all: ReadonlyMap<string, Of>,
  nameOf: (id: string) => string,
  cells: (of: Of) => FiguresRow['cells'],
): readonly FiguresRow[] {
  return [...all]
    .map(([id, of]) => ({ id, name: nameOf(id), cells: cells(of) }))
    .toSorted((a, b) => compareGerman(a.name, b.name));
}

/** `Di 24.11.2026` */
function dayName(on: LocalDate): string {
  return `${weekdayOf(on).slice(0, 2)} ${formatLocalDate(on)}`;
}

function Table({
  title,
  ...table
}: { readonly title: string } & Omit<Parameters<typeof FiguresTable>[0], 'label'>) {
  return (
    <Part title={title}>
      <FiguresTable label={title} {...table} />
    </Part>
  );
}
