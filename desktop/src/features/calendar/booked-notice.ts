import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { de } from '../../texts/de.ts';
import type { CalendarView } from '../../ui/place.ts';
import { goTo } from '../../ui/use-place.ts';
import type { Notice } from './calendar-notice.tsx';
import { toldWords, unitsWords } from './time-words.ts';
import type { Booked } from './use-booking-form.ts';
import { dayOf } from './wall-clock.ts';

interface Ways {
  /** Where it can be shown; undefined: it is in sight. */
  readonly view: CalendarView | undefined;
  readonly openWaiting: () => void;
}

/** What was booked, who is told, and what is likely to be wanted next. */
export function bookedNotice(
  { answer, name, slot, units, hasEmail, isOffList }: Booked,
  counterName: (id: string) => string,
  { view, openWaiting }: Ways,
): Notice {
  const text = de.calendar;
  if (answer === 'waiting') return { severity: 'warning', lines: [text.server.waiting] };
  const when = text.at(unitsWords(slot.start, units), counterName(slot.counterId));
  const show = (on: CalendarView) => () => goTo({ screen: 'calendar', view: on, on: dayOf(slot.start) });
  return {
    severity: 'success',
    lines: [
      text.booking.done(`${name}, ${when}`),
      ...(isOffList ? [de.waitingList.booking.off(name)] : []),
      ...(hasEmail ? [text.told.byMail(name)] : []),
    ],
    choices: [
      ...(view ? [{ label: text.booking.show, choose: show(view) }] : []),
      ...(isOffList ? [{ label: de.waitingList.booking.back, choose: openWaiting }] : []),
    ],
  };
}

/** What was cancelled, who is told, and the way back: another booking, since the mail may have gone. */
export function cancelledNotice(booking: Booking, again: (() => void) | undefined): Notice {
  const text = de.calendar.cancelling;
  return {
    severity: 'success',
    lines: [text.done(booking.visitor.name), toldWords(booking)],
    choices: again ? [{ label: text.again, choose: again }] : [],
  };
}
