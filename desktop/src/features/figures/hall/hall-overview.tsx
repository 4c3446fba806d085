import type { HallFigures } from '@amtsstube/shared/domain/appointments/figures/hall-figures';
import { de } from '../../../texts/de.ts';
import { Facts, Part } from '../../../ui/part.tsx';
import { minutesWords, missedWords, percent, rushOf, utilisation } from './hall-words.ts';

const text = de.hallFigures;

/** What the period comes to, in one glance; of visitors nothing where none came. */
export function HallOverview({ figures }: { readonly figures: HallFigures }) {
  const { planned, bookings, queue } = figures.total;
  return (
    <Part title={text.overview}>
      <Facts
        rows={[
          {
            label: text.planned,
            value: text.plannedOf(text.hours(planned.web + planned.internal), text.hours(planned.internal)),
          },
          {
            label: text.booked,
            value: text.bookedOf(text.hours(bookings.bookedMinutes), percent(utilisation(figures.total))),
          },
          { label: text.bookings, value: text.bookingsOf(bookings.booked, bookings.ahead) },
          { label: text.cancelled, value: bookings.cancelled },
          { label: text.missed, value: missedWords(bookings) },
          ...(bookings.unclear === 0 ? [] : [{ label: text.unclear, value: bookings.unclear }]),
          ...(queue.came === 0 ? [] : queueFacts(figures)),
        ]}
      />
    </Part>
  );
}

function queueFacts(figures: HallFigures) {
  const { queue } = figures.total;
  const ways = [...figures.byWay].map(([way, { came }]) => text.wayOf(de.queue.ways[way], came));
  return [
    { label: text.came, value: text.cameOf(queue.came, ways) },
    { label: text.served, value: queue.served },
    { label: text.left, value: queue.missed },
    { label: text.waiting, value: minutesWords(queue.waiting) },
    { label: text.service, value: minutesWords(queue.service) },
    { label: text.rush, value: rushOf(figures) },
  ];
}
