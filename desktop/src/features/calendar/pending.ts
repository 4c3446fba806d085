import { type Unit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { type BookingRules, planVisit } from '@amtsstube/shared/domain/appointments/visit';
import type { CounterId, OpId } from '@amtsstube/shared/domain/ids';
import { bookByClerk } from '@amtsstube/shared/operations/appointment/book-by-clerk';
import { moveAppointment } from '@amtsstube/shared/operations/appointment/move-appointment';
import { noteWish } from '@amtsstube/shared/operations/appointment/note-wish';
import type { OutboxEntry } from '../../data/desk.ts';

/** What was asked of the server and isn't decided: shown where it would be, and as nothing but that (L10). */
export interface Pending {
  readonly opId: OpId;
  readonly is: 'booking' | 'move' | 'wish';
  readonly counterId: CounterId;
  readonly from: Unit;
  readonly to: Unit;
  /** Of a booking or a wish: who comes. */
  readonly name: string | undefined;
  /** Of a move: which appointment. */
  readonly appointmentId: string;
}

export function pendingOf(outbox: readonly OutboxEntry[], rules: BookingRules): readonly Pending[] {
  return outbox.flatMap(({ operation: { opId, kind, payload } }): Pending[] => {
    const booked = kind === 'bookByClerk' ? bookByClerk.payload.safeParse(payload).data : undefined;
    const asked = kind === 'moveAppointment' ? moveAppointment.payload.safeParse(payload).data : undefined;
    // into the desk's own times it is moved already
    const moved = asked?.leaseId === undefined ? asked : undefined;
    const wished = kind === 'noteWish' ? noteWish.payload.safeParse(payload).data : undefined;
    const to = booked ?? moved?.to ?? wished?.wishes[0];
    const given = booked ?? moved ?? (wished && { ...wished, minutes: undefined });
    if (!to || !given) return [];
    const planned = planVisit(rules, given.serviceIds, 'desk');
    const usual = planned.possible ? planned.visit.visitUnits : 1;
    const from = unitOf(to.startsAt);
    return [
      {
        opId,
        is: booked ? 'booking' : wished ? 'wish' : 'move',
        counterId: to.counterId,
        from,
        to: from + (given.minutes === undefined ? usual : given.minutes / unitMinutes),
        name: (booked ?? wished)?.visitor.name,
        appointmentId: given.appointmentId,
      },
    ];
  });
}
