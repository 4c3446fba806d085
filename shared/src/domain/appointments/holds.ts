import { appointmentId, counterId } from '../ids.ts';
import { scope } from '../scope.ts';
import { instant } from '../time.ts';
import { z } from '../zod.ts';
import { unitInstant } from './unit.ts';

/** Who is filling in a form: a random text of her visit to the page, which says nothing about her. */
export const visitKey = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{15,63}$/)
  .brand<'VisitKey'>();
export type VisitKey = z.infer<typeof visitKey>;

/** What one person keeps while she fills in a form (K4). Never leaves the server. */
export const holds = z.strictObject({
  id: visitKey,
  scope,
  holds: z
    .array(
      z.strictObject({
        /** Of the appointment it may become. */
        appointmentId,
        counterId,
        startsAt: unitInstant,
        freeAt: unitInstant,
        expiresAt: instant,
        isExtended: z.boolean(),
        fence: z.int().min(1),
      }),
    )
    .max(20),
});
export type Holds = z.infer<typeof holds>;
export type Hold = Holds['holds'][number];
