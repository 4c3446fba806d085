import { randomUUID } from 'node:crypto';
import { type Hold, type Holds, holds, type VisitKey } from '@amtsstube/shared/domain/appointments/holds';
import { instantOfUnit, type Unit } from '@amtsstube/shared/domain/appointments/unit';
import { chosenOf } from '@amtsstube/shared/domain/appointments/visit-questions';
import { ref } from '@amtsstube/shared/domain/documents';
import { type AppointmentId, type MunicipalityId, opId } from '@amtsstube/shared/domain/ids';
import { extendHold, holdSlot } from '@amtsstube/shared/operations/appointment/hold-slot';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { CoreContext } from '../../core-context.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { decideOnce } from '../decide-once.ts';
import type { AskedVisit } from './asked-visit.ts';
import {
  appointmentIdFor,
  type BookingTicket,
  newBookingTicket,
  type TimesTicket,
} from './booking-tickets.ts';
import { countersAt } from './free-times.ts';

export type HeldTime =
  | { readonly ok: true; readonly ticket: BookingTicket }
  | { readonly ok: false; readonly reason: Refusal };

/**
 * Keeps a time for a person, at whichever counter still has it. The same page asking for the same time again gets the same.
 * `former`: what she kept before and gives up for it, if she gets it.
 */
export async function holdTime(
  { core, times }: Pick<CitizenContext, 'core' | 'times'>,
  page: TimesTicket,
  { services, visit, questions }: AskedVisit,
  start: Unit,
  former?: AppointmentId,
): Promise<HeldTime> {
  const { municipality, visitKey } = page;
  const startsAt = instantOfUnit(start);
  const id = appointmentIdFor(page, startsAt);
  const serviceIds = services.map((each) => each.id);
  const chosen = chosenOf(questions);
  const answers = chosen.length > 0 ? { answers: [...chosen] } : {};
  const ticketAt = (counterId: BookingTicket['counterId']) =>
    newBookingTicket(
      { municipality, appointmentId: id, visitKey, serviceIds, ...answers, counterId, startsAt },
      core.now(),
    );
  const kept = await holdOf(core, municipality, { visitKey, appointmentId: id });
  if (kept && kept.expiresAt >= core.now()) return { ok: true, ticket: ticketAt(kept.counterId) };
  const free = countersAt(await times.at(municipality, former), visit, start);
  // where nobody has it any more, the rule says why
  const asked = free.length > 0 ? free : [...visit.counterIds].slice(0, 1);
  let reason: Refusal = { code: 'slotNotFree', why: 'taken', nearest: [] };
  for (const counterId of asked) {
    const result = await decideOnce(core, municipality, {
      opId: opId.parse(`citizen.${randomUUID()}`),
      definition: holdSlot,
      payload: {
        appointmentId: id,
        visitKey,
        serviceIds,
        counterId,
        startsAt,
        ...(former && { insteadOf: former }),
      },
    });
    if (result.decided === 'accepted') return { ok: true, ticket: ticketAt(counterId) };
    reason = result.reason;
    if (reason.code !== 'slotNotFree') break;
  }
  // a second press that came at the same moment
  const other =
    reason.code === 'alreadyExists' && (await holdOf(core, municipality, { visitKey, appointmentId: id }));
  return other ? { ok: true, ticket: ticketAt(other.counterId) } : { ok: false, reason };
}

/** More time for the form. @returns the refusal where there is none to be had */
export async function extendTime(
  { core }: Pick<CitizenContext, 'core'>,
  { municipality, appointmentId, visitKey }: BookingTicket,
): Promise<Refusal | undefined> {
  const result = await decideOnce(core, municipality, {
    opId: opId.parse(`citizen.${randomUUID()}`),
    definition: extendHold,
    payload: { appointmentId, visitKey },
  });
  return result.decided === 'refused' ? result.reason : undefined;
}

/** What is kept for this booking; undefined: nothing, or no longer. */
export async function holdOf(
  { store }: Pick<CoreContext, 'store'>,
  municipality: MunicipalityId,
  of: { readonly visitKey: VisitKey; readonly appointmentId: AppointmentId },
): Promise<Hold | undefined> {
  const all = await holdsOf({ store }, municipality, of.visitKey);
  return all.find((each) => each.appointmentId === of.appointmentId);
}

async function holdsOf(
  { store }: Pick<CoreContext, 'store'>,
  municipality: MunicipalityId,
  key: VisitKey,
): Promise<Holds['holds']> {
  const stored = await store.snapshot(municipality, (read) => read.document(ref('holds', key)));
  return stored?.document ? holds.parse(stored.document).holds : [];
}
