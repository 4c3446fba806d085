import type { Language } from '@amtsstube/shared/domain/language';
import { type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';

const timeZone = 'Europe/Berlin';
const localeOf = { de: 'de-DE', en: 'en-GB' } as const;

/** `Dienstag, 24. November 2026, 09:00 bis 09:15 Uhr`, in the local time of Saxony-Anhalt. */
export function dateAndTimes(startsAt: Instant, endsAt: Instant, language: Language): string {
  const [from, to] = [timeOf(startsAt), timeOf(endsAt)];
  return language === 'de'
    ? `${dayOf(startsAt, language)}, ${from} bis ${to} Uhr`
    : `${dayOf(startsAt, language)}, ${from} to ${to}`;
}

/** `Dienstag, 24. November 2026, 09:00 Uhr` */
export function momentSaid(at: Instant, language: Language): string {
  return `${dayOf(at, language)}, ${timeOf(at)}${language === 'de' ? ' Uhr' : ''}`;
}

/** `24. November 2026 bis 1. Dezember 2026`; one day alone as it is. */
export function daysSaid(firstOn: LocalDate, lastOn: LocalDate, language: Language): string {
  const format = new Intl.DateTimeFormat(localeOf[language], { timeZone: 'UTC', dateStyle: 'long' });
  const [first, last] = [firstOn, lastOn].map((on) => format.format(new Date(on)));
  return first === last ? `${first}` : `${first} ${language === 'de' ? 'bis' : 'to'} ${last}`;
}

function dayOf(at: Instant, language: Language): string {
  return new Intl.DateTimeFormat(localeOf[language], { timeZone, dateStyle: 'full' }).format(new Date(at));
}

/** Where the clock shows a time twice on its day, with the zone's name. */
function timeOf(at: Instant): string {
  const shown = clock(at);
  const isTwice = [-1, 1].some((hours) => {
    const other = new Date(Date.parse(at) + hours * 3_600_000).toISOString() as Instant;
    return localDateOf(other) === localDateOf(at) && clock(other) === shown;
  });
  return isTwice ? `${shown} ${zoneAt(at)}` : shown;
}

function clock(at: Instant): string {
  return new Intl.DateTimeFormat('de-DE', { timeZone, hour: '2-digit', minute: '2-digit' }).format(
    new Date(at),
  );
}

function zoneAt(at: Instant): string {
  const parts = new Intl.DateTimeFormat('de-DE', { timeZone, timeZoneName: 'short' }).formatToParts(
    new Date(at),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
