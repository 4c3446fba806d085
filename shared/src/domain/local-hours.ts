import { type Instant, type LocalDate, localHourOf } from './time.ts';

/** `2026-11-24T09`: a local day and hour. */
type LocalHour = string;

/** An hour here begins with an hour of UTC: of tens of thousands of moments only the hours have to be looked up. */
export function localHours(): (at: Instant) => LocalHour {
  const known = new Map<string, LocalHour>();
  return (at) => {
    const hour = at.slice(0, 13);
    const local = known.get(hour) ?? localHourOf(at);
    known.set(hour, local);
    return local;
  };
}

export function localDays(): (at: Instant) => LocalDate {
  const hourOf = localHours();
  return (at) => dayOfHour(hourOf(at));
}

function dayOfHour(hour: LocalHour): LocalDate {
  return hour.slice(0, 10) as LocalDate;
}

/** 0 to 23. */
export function clockHour(hour: LocalHour): number {
  return Number(hour.slice(11));
}
