import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import { addDays, formatInstant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import type { TownTimes } from '../../booking/booking-times.ts';
import { type Html, type HtmlPart, html } from '../html.ts';
import { texts } from '../language.ts';
import type { MunicipalityFrame } from '../municipality-reader.ts';
import { heading, linkButton, notice, type Page, paragraph } from '../page.ts';
import type { AskedVisit } from './asked-visit.ts';
import { hasOtherHours, monthOf } from './booking-paths.ts';
import type { TimesWay } from './days-page.ts';
import { type DayOfTimes, freeDays, lastDay, nextFreeDay, previousFreeDay } from './free-times.ts';
import { localTimeOf, longDate } from './when.ts';

export interface TimesPage {
  readonly municipality: MunicipalityFrame;
  readonly asked: AskedVisit;
  readonly times: TownTimes;
  readonly way: TimesWay;
  readonly on: LocalDate;
  /** Around all times: a form, where they are buttons. */
  frame(times: Html): Html;
  /** One time: a button or a link. */
  pick(start: Unit): Html;
  /** Why somebody is here again. */
  readonly problem?: Html | undefined;
  elsewhere(): Promise<Html | false>;
}

/** The free times of one day, before and after noon, with the free days next to it. */
export async function timesPage(page: TimesPage): Promise<Page> {
  const { municipality, asked, times, way, on } = page;
  const text = texts().booking;
  const [day] = freeDays(times, asked.visit, on, on);
  return {
    title: `${page.problem ? `${texts().error}: ` : ''}${longDate(on)} – ${way.title}`,
    municipality,
    main: html`<div class="reading-width">
${heading(longDate(on))}
${way.above}
${page.problem}
${hasOtherHours(on) && day && paragraph(text.clocksChange)}
${day ? [paragraph(text.pickTime(day.times.length)), page.frame(timesOfDay(day, page))] : notice('info', text.dayFullTitle, paragraph(text.dayFull))}
${neighbours(page)}
${!nextFreeDay(times, asked.visit, localDateOf(times.now)) && (await page.elsewhere())}
</div>`,
  };
}

function timesOfDay({ times }: DayOfTimes, { pick }: Pick<TimesPage, 'pick'>): Html {
  const text = texts().booking;
  const isBeforeNoon = (start: Unit) => Number(formatInstant(instantOfUnit(start)).slice(-5, -3)) < 12;
  const part = (id: string, title: string, some: DayOfTimes['times']): HtmlPart =>
    some.length > 0 &&
    html`<section aria-labelledby="${id}"><h2 class="kern-heading-small" id="${id}">${title}</h2>
${timeList(some.map(({ start }) => pick(start)))}</section>`;
  return html`${[
    part(
      'before-noon',
      text.beforeNoon,
      times.filter(({ start }) => isBeforeNoon(start)),
    ),
    part(
      'after-noon',
      text.afterNoon,
      times.filter(({ start }) => !isBeforeNoon(start)),
    ),
  ]}`;
}

export function timeList(times: readonly Html[]): Html {
  return html`<ul class="time-list">${times.map((each) => html`<li>${each}</li>`)}</ul>`;
}

/** `name`: of the button that says which time was pressed. */
export function timeButton(name: string, start: Unit, says?: HtmlPart): Html {
  const at = instantOfUnit(start);
  return html`<button class="kern-btn kern-btn--secondary time-button" type="submit" name="${name}" value="${at}"><span class="kern-label">${says ?? localTimeOf(at)}</span></button>`;
}

function neighbours({ asked, times, way, on }: TimesPage): Html {
  const text = texts().booking;
  const today = localDateOf(times.now);
  const before = previousFreeDay(times, asked.visit, on);
  const after =
    on < lastDay(times, asked.visit) ? nextFreeDay(times, asked.visit, addDays(on, 1)) : undefined;
  const link = (day: DayOfTimes, rel: 'prev' | 'next', says: string) =>
    html`<a class="kern-btn kern-btn--tertiary" rel="${rel}" href="${way.timesHref(day.on)}"><span class="kern-label">${says}: ${longDate(day.on)}</span></a>`;
  return html`<nav class="day-turn" aria-label="${text.otherDays}">
${before && link(before, 'prev', text.dayBefore)}
${after && link(after, 'next', text.dayAfter)}
${linkButton(way.daysHref(monthOf(on < today ? today : on), 'list'), text.allDays, 'secondary')}
</nav>`;
}
