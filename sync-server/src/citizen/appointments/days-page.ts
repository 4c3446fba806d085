import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { localDateOf } from '@amtsstube/shared/domain/time';
import type { TownTimes } from '../../booking/booking-times.ts';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { heading, notice, type Page, paragraph } from '../page.ts';
import type { AskedVisit } from './asked-visit.ts';
import { type DaysView, type Month, monthAfter, monthOf } from './booking-paths.ts';
import { type DayOfTimes, freeDaysOfMonth, lastDay, laterMonths, nextFreeDay } from './free-times.ts';
import { monthTable } from './month-table.ts';
import { localTimeOf, longDate, monthName, monthWord } from './when.ts';

/** Where the pages of free times are: the same for booking and for moving. */
export interface TimesWay {
  daysHref(month: Month | undefined, view: DaysView): string;
  timesHref(on: LocalDate): string;
  /** What stands at the top: what is booked, or what is moved from where. */
  readonly above: Html;
  readonly title: string;
}

export interface DaysAsked {
  /** undefined: the first with a free time. */
  readonly month: Month | undefined;
  readonly view: DaysView;
}

export interface DaysPage {
  readonly municipality: MunicipalityFrame;
  readonly asked: AskedVisit;
  readonly times: TownTimes;
  readonly way: TimesWay;
  readonly shown: DaysAsked;
  /** Where else it could be had, and other ways out. */
  elsewhere(): Promise<Html | false>;
}

/** The days of a month with free times, as a list or as a calendar; links only. */
export async function daysPage({
  municipality,
  asked,
  times,
  way,
  shown,
  elsewhere,
}: DaysPage): Promise<Page> {
  const text = texts().booking;
  const today = localDateOf(times.now);
  const first = nextFreeDay(times, asked.visit, today);
  const month = within(times, asked, shown.month ?? monthOf(first?.on ?? today));
  const days = freeDaysOfMonth(times, asked.visit, month);
  const main = first
    ? html`${soonest(way, first)}
${viewSwitch(way, month, shown.view)}
${monthTurn(times, asked, way, month, shown.view)}
${days.length === 0 ? monthIsFull(times, asked, way, month) : shown.view === 'calendar' ? monthTable({ month, days, today, href: way.timesHref }) : dayList(way, days)}`
    : notice('warning', text.fullTitle, paragraph(text.full));
  return {
    title: way.title,
    municipality,
    main: html`<div class="reading-width">
${heading(way.title)}
${way.above}
${main}
${days.length === 0 && (await elsewhere())}
</div>`,
  };
}

/** No month is shown that has nothing to offer by its date alone. */
function within(times: TownTimes, { visit }: AskedVisit, month: Month): Month {
  const [first, last] = [monthOf(localDateOf(times.now)), monthOf(lastDay(times, visit))];
  if (month < first) return first;
  return month > last ? last : month;
}

function soonest(way: TimesWay, { on, times: [time] }: DayOfTimes): Html | false {
  const text = texts().booking;
  return (
    time !== undefined &&
    html`<p class="kern-body soonest"><span>${text.soonest}</span> <a class="kern-link kern-link--no-visited-state" href="${way.timesHref(on)}">${text.dayAt(longDate(on), localTimeOf(instantOfUnit(time.start)))}</a></p>`
  );
}

function viewSwitch(way: TimesWay, month: Month, view: DaysView): Html {
  const text = texts().booking;
  const link = (to: DaysView, says: string) =>
    html`<li><a class="kern-link kern-link--no-visited-state view-switch__link" href="${way.daysHref(month, to)}"${view === to && html` aria-current="true"`}>${says}</a></li>`;
  return html`<nav class="view-switch" aria-label="${text.view}"><ul>${[link('list', text.asList), link('calendar', text.asCalendar)]}</ul></nav>`;
}

function monthTurn(
  times: TownTimes,
  { visit }: AskedVisit,
  way: TimesWay,
  month: Month,
  view: DaysView,
): Html {
  const text = texts().booking;
  const [before, after] = [monthAfter(month, -1), monthAfter(month)];
  const link = (to: Month, rel: 'prev' | 'next', says: string) =>
    html`<a class="kern-btn kern-btn--secondary month-turn__${rel}" rel="${rel}" href="${way.daysHref(to, view)}"><span class="kern-label"><span class="kern-sr-only">${says}: ${monthName(to)}</span><span aria-hidden="true">${monthWord(to)}</span></span></a>`;
  return html`<div class="month-turn">
<h2 class="kern-heading-medium">${monthName(month)}</h2>
<div class="month-turn__links">
${before >= monthOf(localDateOf(times.now)) && link(before, 'prev', text.previousMonth)}
${after <= monthOf(lastDay(times, visit)) && link(after, 'next', text.nextMonth)}
</div>
</div>`;
}

function dayList(way: TimesWay, days: readonly DayOfTimes[]): Html {
  const text = texts().booking;
  return html`<ul class="day-list">${days.map(({ on, times }) => {
    const [first, last] = [times[0], times.at(-1)];
    return html`<li><a class="day-list__day" href="${way.timesHref(on)}"><span class="day-list__date">${longDate(on)}</span> <span class="day-list__times">${text.freeTimes(times.length)}${
      first &&
      last &&
      first !== last &&
      html`, ${text.between(localTimeOf(instantOfUnit(first.start)), localTimeOf(instantOfUnit(last.start)))}`
    }</span></a></li>`;
  })}</ul>`;
}

function monthIsFull(times: TownTimes, { visit }: AskedVisit, way: TimesWay, month: Month): Html {
  const text = texts().booking;
  const today = localDateOf(times.now);
  const earlier = nextFreeDay(times, visit, today);
  const later = laterMonths(times, visit, month);
  const offered = later.length > 0 ? later : earlier ? [earlier] : [];
  return html`${notice('info', text.monthFullTitle(monthName(month)), paragraph(later.length > 0 ? text.monthFullLater : text.monthFullEarlier))}
${dayList(way, offered)}`;
}
