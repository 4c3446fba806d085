import { addDays, type LocalDate, parseLocalDate } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import { foldGerman } from '../../ui/german-text.ts';

export type ReceivedOn =
  | { readonly ok: true; readonly on: LocalDate }
  | { readonly ok: false; readonly because: 'notADay' | 'inFuture' };

/**
 * The day something came in, as one types it at the counter: `24.11.2026`, `24.11.26`, `24.11.`, `gestern`. Without a
 * year it is the last such day: what lies ahead can't have come in.
 */
export function readReceivedOn(text: string, today: LocalDate): ReceivedOn {
  const on = dayIn(foldGerman(text.trim()), today);
  if (on === undefined) return { ok: false, because: 'notADay' };
  return on > today ? { ok: false, because: 'inFuture' } : { ok: true, on };
}

function dayIn(text: string, today: LocalDate): LocalDate | undefined {
  if (text === de.entry.today) return today;
  if (text === de.entry.yesterday) return addDays(today, -1);
  const year = Number(today.slice(0, 4));
  const short = /^(\d{1,2}\.\d{1,2}\.)(\d{2})?$/.exec(text);
  if (short === null) return parseLocalDate(text);
  if (short[2] !== undefined) return parseLocalDate(`${short[1]}20${short[2]}`);
  const thisYear = parseLocalDate(`${short[1]}${year}`);
  return thisYear !== undefined && thisYear > today ? parseLocalDate(`${short[1]}${year - 1}`) : thisYear;
}
