import { randomUUID } from 'node:crypto';
import { unitInstant } from '@amtsstube/shared/domain/appointments/unit';
import { appointmentId, counterId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import type { TicketSeal } from '../ticket-seal.ts';

const place = z.strictObject({ counterId, startsAt: unitInstant });

/** Of a page with one button about an appointment: pressed twice, it is one act. */
const actTicket = z.strictObject({
  for: z.literal('act'),
  municipality: municipalityId,
  appointmentId,
  opId,
  /** Where the appointment was when the page was made. */
  from: place,
  /** Where it is to go; absent: the act is another. */
  to: place.optional(),
});
export type ActTicket = z.infer<typeof actTicket>;

export const actField = '_ticket';

export function sealedAct(
  seal: TicketSeal,
  of: Pick<ActTicket, 'municipality' | 'appointmentId' | 'from' | 'to'>,
): string {
  return seal.seal({ for: 'act', ...of, opId: opId.parse(`citizen.${randomUUID()}`) });
}

/** undefined: not made by this server, or for another appointment. */
export function openAct(
  seal: TicketSeal,
  sealed: string | undefined,
  { municipality, appointmentId: id }: Pick<ActTicket, 'municipality' | 'appointmentId'>,
): ActTicket | undefined {
  const act = actTicket.safeParse(seal.open(sealed ?? '')).data;
  return act?.municipality === municipality && act.appointmentId === id ? act : undefined;
}
