import { dayNumber, dayOfNumber, weekdayOf } from '@amtsstube/shared/domain/appointments/local-day';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import { firstOf, lastOf, type Month } from './booking-paths.ts';
import type { DayOfTimes } from './free-times.ts';
import { longDate, monthName } from './when.ts';

interface MonthTable {
  readonly month: Month;
  readonly days: readonly DayOfTimes[];
  readonly today: LocalDate;
  href(on: LocalDate): string;
}

/** A month as a table: weeks from Monday on, each free day a link that says how many times are free. */
export function monthTable({ month, days, today, href }: MonthTable): Html {
  const text = texts();
  const byDay = new Map(days.map((day) => [day.on, day.times.length]));
  const [first, last] = [dayNumber(firstOf(month)), dayNumber(lastOf(month))];
  const begin = first - (weekdayOf(firstOf(month)) - 1);
  const weeks = Array.from({ length: Math.ceil((last - begin + 1) / 7) }, (_, week) => begin + week * 7);
  const cell = (number: number): Html => {
    const on = dayOfNumber(number);
    if (number < first || number > last) return html`<td class="month-table__outside"></td>`;
    const free = byDay.get(on) ?? 0;
    const isToday = on === today && html` aria-current="date"`;
    const day = Number(on.slice(8));
    if (free === 0)
      return html`<td${isToday}><span class="month-table__day"><span aria-hidden="true">${day}</span><span class="kern-sr-only">${text.booking.dayWithout(longDate(on))}</span></span></td>`;
    return html`<td${isToday}><a class="month-table__day month-table__day--free" href="${href(on)}"><span aria-hidden="true">${day}</span><span class="month-table__count" aria-hidden="true">${free}<span class="month-table__word"> ${text.booking.freeWord}</span></span><span class="kern-sr-only">${longDate(on)}: ${text.booking.freeTimes(free)}</span></a></td>`;
  };
  return html`<table class="month-table">
<caption class="kern-sr-only">${text.booking.monthCaption(monthName(month))}</caption>
<thead><tr>${text.when.weekdays.map((name) => html`<th scope="col"><span aria-hidden="true">${name.slice(0, 2)}</span><span class="kern-sr-only">${name}</span></th>`)}</tr></thead>
<tbody>${weeks.map((week) => html`<tr>${[0, 1, 2, 3, 4, 5, 6].map((day) => cell(week + day))}</tr>`)}</tbody>
</table>
<p class="kern-body kern-body--muted month-table__legend">${text.booking.monthLegend}</p>`;
}
