import { checkInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { AppointmentMail } from '@amtsstube/shared/operations/outcome';
import { placeLines, readAppointment, toBring } from '../booking/appointment-facts.ts';
import { appointmentIcs } from '../booking/appointment-ics.ts';
import { confirmPath, managePath } from '../booking/appointment-links.ts';
import { dateAndTimes, momentSaid } from '../booking/appointment-words.ts';
import { startPath } from '../citizen/appointments/booking-paths.ts';
import type { Read } from '../store/store.ts';
import type { ComposedMail, MailOrigin } from './composed-mail.ts';
import { renderMail } from './render-mail.ts';
import { appointmentMails as inGerman } from './texts/appointments-de.ts';
import { appointmentMails as inEnglish } from './texts/appointments-en.ts';
import { contactLine } from './texts/de.ts';

const textsIn = { de: inGerman, en: inEnglish } as const;

/**
 * A mail about an appointment, in its person's language. undefined: it is gone, was changed since (a newer mail tells
 * that), or is over.
 */
export async function composeAppointmentMail(
  read: Read,
  { publicUrl, seal }: MailOrigin,
  municipality: MunicipalityId,
  { template, appointmentId, fence, from }: AppointmentMail,
  now: Instant,
): Promise<ComposedMail | undefined> {
  const facts = await readAppointment(read, municipality, appointmentId);
  if (!facts || facts.booking.fence !== fence || facts.booking.startsAt <= now) return undefined;
  const { booking, town, services } = facts;
  const { language, state } = booking;
  // the next one is offered it by now
  if (template === 'offer' && state.is === 'unconfirmed' && state.expiresAt <= now) return undefined;
  const isAsked = template === 'confirmRequest' || template === 'offer';
  // it may be opened where no cookie says so
  const urlOf = (path: string) =>
    `${publicUrl}${path}${language === 'de' ? '' : `${path.includes('?') ? '&' : '?'}lang=${language}`}`;
  const manage = urlOf(managePath(seal, municipality, appointmentId));
  const isCancelled = state.is === 'cancelled';
  const link = isCancelled
    ? urlOf(startPath({ id: municipality }, services))
    : isAsked
      ? urlOf(confirmPath(seal, municipality, booking))
      : manage;
  const said = textsIn[language][template]({
    when: dateAndTimes(booking.startsAt, booking.endsAt, language),
    before: from ? dateAndTimes(from.startsAt, from.endsAt, language) : '',
    where: placeLines(facts),
    services: services.map(({ name }) => name),
    bring: toBring(facts),
    until: state.is === 'unconfirmed' ? momentSaid(state.expiresAt, language) : '',
    reason: isCancelled ? state.reason : '',
    code: checkInCode(appointmentId),
    municipality: town.name,
    contact: contactLine(town),
  });
  // what isn't booked yet is in no calendar, and what was reminded of is in it already
  const goesToCalendar = !isAsked && template !== 'reminder';
  return {
    ...renderMail(said, link, town.name, language),
    town,
    ...(goesToCalendar && { calendar: appointmentIcs(facts, 'mail', isCancelled ? '' : manage, now) }),
  };
}
