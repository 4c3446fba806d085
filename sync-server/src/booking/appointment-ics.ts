import type { Instant } from '@amtsstube/shared/domain/time';
import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type AppointmentFacts, placeLines, toBring } from './appointment-facts.ts';

/** The media type of a download; a mail adds the method. */
export const icsType = 'text/calendar; charset=utf-8';
export const icsFileName = 'termin.ics';

export interface AppointmentIcs {
  readonly text: string;
  /** What a mail's media type has to say, too (RFC 6047). */
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL';
}

const words = {
  de: {
    appointment: 'Termin',
    bring: 'Bitte mitbringen:',
    manage: 'Termin ansehen, verschieben oder absagen:',
  },
  en: {
    appointment: 'Appointment',
    bring: 'Please bring:',
    manage: 'Look at, move or cancel the appointment:',
  },
} as const;

/**
 * An appointment as calendars take it in (RFC 5545). The same UID for ever, and a greater SEQUENCE with each change: a
 * calendar puts the new time in place of the old, and takes out what was cancelled. Times are UTC, so that no calendar
 * has to know when clocks change here.
 *
 * @param to `mail`: to the person herself, as something agreed on that asks for no answer. `download`: to be put in any
 *   calendar, and it names nobody.
 * @param manageUrl '' in what was cancelled
 */
export function appointmentIcs(
  facts: AppointmentFacts,
  to: 'mail' | 'download',
  manageUrl: string,
  now: Instant,
): AppointmentIcs {
  const { booking, town, municipality, services } = facts;
  const said = words[booking.language];
  const isCancelled = booking.state.is === 'cancelled';
  const method = isCancelled ? 'CANCEL' : to === 'mail' ? 'REQUEST' : 'PUBLISH';
  const bring = toBring(facts);
  const { email } = booking.visitor;
  const calendar = ical({
    prodId: { company: 'Amtsstube', product: 'Termine', language: booking.language.toUpperCase() },
    method: ICalCalendarMethod[method],
    events: [
      {
        id: `${booking.id}.${municipality}@amtsstube`,
        // a cancellation counts as a change, too
        sequence: booking.changeCount + (isCancelled ? 1 : 0),
        stamp: new Date(now),
        start: new Date(booking.startsAt),
        end: new Date(booking.endsAt),
        summary: `${said.appointment}: ${services.map(({ name }) => name).join(', ') || town.name}`,
        location: placeLines(facts).join(', '),
        description: [
          ...(bring.length > 0 && !isCancelled ? [said.bring, ...bring.map((each) => `- ${each}`), ''] : []),
          ...(manageUrl === '' ? [] : [said.manage, manageUrl]),
        ].join('\n'),
        url: manageUrl || null,
        status: isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
        transparency: isCancelled ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
        organizer: { name: town.name, email: town.email },
        ...(to === 'mail' &&
          email !== null && {
            attendees: [
              { email, name: booking.visitor.name, status: ICalAttendeeStatus.ACCEPTED, rsvp: false },
            ],
          }),
      },
    ],
  });
  return { text: calendar.toString(), method };
}
