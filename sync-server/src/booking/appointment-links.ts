import { type WaitingId, waitingId } from '@amtsstube/shared/domain/appointments/waiting';
import {
  type AppointmentId,
  appointmentId,
  type MunicipalityId,
  municipalityId,
} from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import type { TicketSeal } from '../citizen/ticket-seal.ts';

/** For whoever has an appointment without having an account: opens as long as the appointment is kept. */
const manageLink = z.strictObject({
  for: z.literal('appointment'),
  municipality: municipalityId,
  appointmentId,
});

/** Good once: confirming, moving and cancelling make another fence (K4). */
const confirmLink = z.strictObject({
  for: z.literal('confirm'),
  municipality: municipalityId,
  appointmentId,
  fence: z.int().min(1),
});
export type ConfirmLink = z.infer<typeof confirmLink>;

/** Of somebody on the waiting list, who waits no longer. */
const leaveLink = z.strictObject({ for: z.literal('waiting'), municipality: municipalityId, waitingId });

/** Where these links lead, below `/m/:municipality`; `:link` is what `openManageLink` and `openConfirmLink` read. */
export const manageRoute = '/appointments/manage/:link';
export const confirmRoute = '/appointments/confirm/:link';
export const leaveRoute = '/appointments/waiting/:link';

/** The page of one appointment: to look at it, to move it, to cancel it. Whoever has the link may. */
export function managePath(seal: TicketSeal, municipality: MunicipalityId, id: AppointmentId): string {
  const link = seal.seal({ for: 'appointment', municipality, appointmentId: id });
  return pathOf(municipality, manageRoute, link);
}

/** The page that makes a booking of what was asked for. @param fence the appointment's, as it is now */
export function confirmPath(
  seal: TicketSeal,
  municipality: MunicipalityId,
  { id, fence }: { readonly id: AppointmentId; readonly fence: number },
): string {
  const link = seal.seal({ for: 'confirm', municipality, appointmentId: id, fence });
  return pathOf(municipality, confirmRoute, link);
}

/** The page on which somebody says that she waits no longer (`leaveWaitingList`). */
export function leavePath(seal: TicketSeal, municipality: MunicipalityId, id: WaitingId): string {
  return pathOf(municipality, leaveRoute, seal.seal({ for: 'waiting', municipality, waitingId: id }));
}

/** undefined: not made by this server, or for another municipality than the address names. */
export function openManageLink(
  seal: TicketSeal,
  municipality: MunicipalityId,
  link: string,
): AppointmentId | undefined {
  const opened = manageLink.safeParse(seal.open(link)).data;
  return opened?.municipality === municipality ? opened.appointmentId : undefined;
}

/** undefined: as above. Whether it is used up only the appointment's fence tells. */
export function openConfirmLink(
  seal: TicketSeal,
  municipality: MunicipalityId,
  link: string,
): ConfirmLink | undefined {
  const opened = confirmLink.safeParse(seal.open(link)).data;
  return opened?.municipality === municipality ? opened : undefined;
}

/** undefined: as above. */
export function openLeaveLink(
  seal: TicketSeal,
  municipality: MunicipalityId,
  link: string,
): WaitingId | undefined {
  const opened = leaveLink.safeParse(seal.open(link)).data;
  return opened?.municipality === municipality ? opened.waitingId : undefined;
}

function pathOf(municipality: MunicipalityId, route: string, link: string): string {
  return `/m/${municipality}${route.replace(':link', link)}`;
}
