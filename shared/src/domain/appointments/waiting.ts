import { appointmentId, counterId } from '../ids.ts';
import { language } from '../language.ts';
import { scope } from '../scope.ts';
import { instant, localDate } from '../time.ts';
import { z } from '../zod.ts';
import { visitor } from './appointment.ts';
import { unitInstant } from './unit.ts';
import { chosenAnswers } from './visit-questions.ts';
import { visitServices } from './visit-services.ts';

/** Of an entry in the waiting list: unguessable, and no appointment's. */
export const waitingId = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{15,63}$/)
  .brand<'WaitingId'>();
export type WaitingId = z.infer<typeof waitingId>;

/** Who has let so many offers pass doesn't wait any more. */
export const mostOffers = 3;

/**
 * Somebody who waits for a time on some days. No desk fetches it: who waits is nobody's business but of who could give her
 * a time, who asks the server each time (`replication/waiting-list.ts`), and only the server can offer one.
 */
export const waiting = z.strictObject({
  id: waitingId,
  scope,
  serviceIds: visitServices,
  /** The days that suit her. */
  firstOn: localDate,
  lastOn: localDate,
  visitor: z.strictObject({ ...visitor.shape, email: visitor.shape.email.unwrap() }),
  /** What she was asked before; absent: nothing. */
  answers: chosenAnswers.optional(),
  language,
  madeAt: instant,
  /** What was offered so far; the last may still be open. */
  offers: z.array(z.strictObject({ appointmentId, counterId, startsAt: unitInstant })).max(mostOffers),
});
export type Waiting = z.infer<typeof waiting>;
