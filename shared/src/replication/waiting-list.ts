import { visitor } from '../domain/appointments/appointment.ts';
import { unitInstant } from '../domain/appointments/unit.ts';
import { visitServices } from '../domain/appointments/visit-services.ts';
import { mostOffers, waitingId } from '../domain/appointments/waiting.ts';
import { appointmentId, counterId } from '../domain/ids.ts';
import { language } from '../domain/language.ts';
import { instant, localDate } from '../domain/time.ts';
import { z } from '../domain/zod.ts';

/** Somebody who waits, as a clerk sees her who could book for her. */
export const waitingPerson = z.strictObject({
  waitingId,
  visitor,
  serviceIds: visitServices,
  /** The days that suit her. */
  firstOn: localDate,
  lastOn: localDate,
  language,
  since: instant,
  offeredCount: z.int().min(0).max(mostOffers),
  /** A time that is kept for her now, until she answers its mail. */
  openOffer: z
    .strictObject({ appointmentId, counterId, startsAt: unitInstant, expiresAt: instant })
    .nullable(),
});
export type WaitingPerson = z.infer<typeof waitingPerson>;

/** `GET /api/m/:municipality/waiting-list`, with a session: those she serves (`servesWaiting`), who came first first. */
export const waitingListAnswer = z.strictObject({ waiting: z.array(waitingPerson) });
