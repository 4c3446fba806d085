import { numberOf } from '@amtsstube/shared/domain/appointments/ticket';
import { formatInstant, formatLocalDate } from '@amtsstube/shared/domain/time';
import type { z } from '@amtsstube/shared/domain/zod';
import type { bookingRefusals } from '@amtsstube/shared/operations/appointment/booking-refusals';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { de } from '../texts/de.ts';
import type { NameOf } from './names.ts';

type BookingRefusal = z.infer<(typeof bookingRefusals)[number]>;

/** Why an act on an appointment was refused; no full stop. */
export function bookingRefusal(reason: BookingRefusal, nameOf: NameOf): string {
  const text = de.appointments.refusals;
  switch (reason.code) {
    case 'visitNotOffered':
      return text.visit[reason.why];
    case 'slotNotFree': {
      const times = reason.nearest.map(({ startsAt }) => formatInstant(startsAt)).join('; ');
      return `${text.slot[reason.why]}${times === '' ? '' : text.nearest(times)}`;
    }
    case 'tooManyHolds':
      return text.tooManyHolds(reason.most);
    case 'appointmentMoved':
      return text.appointmentMoved(formatInstant(reason.startsAt));
    case 'alreadyArrived':
      return text.alreadyArrived(reason.number);
    case 'notToday':
      return text.notToday(formatInstant(reason.startsAt));
    case 'alreadyCalled':
      return text.alreadyCalled(nameOf(reason.byId), formatInstant(reason.at));
    case 'alreadyServed':
      return text.alreadyServed(nameOf(reason.byId), formatInstant(reason.at));
    case 'hoursDontFit': {
      const [one = '', other = ''] = reason.ranges;
      return reason.problem === 'overlap'
        ? text.hours.overlap(one, other, reason.on === null ? '' : formatLocalDate(reason.on))
        : text.hours[reason.problem](one);
    }
    default:
      return text[reason.code];
  }
}

type AppointmentOperation = {
  [K in AppointmentKind]: { readonly kind: K; readonly payload: PayloadOf<K> };
}[AppointmentKind];
type AppointmentKind =
  | 'bookByClerk'
  | 'bookLeased'
  | 'noteWish'
  | 'leaseTime'
  | 'returnTime'
  | 'revokeTime'
  | 'moveAppointment'
  | 'cancelAppointment'
  | 'leaveWaitingList'
  | 'blockTime'
  | 'unblockTime'
  | 'setOpeningHours'
  | 'setException'
  | 'setClosure'
  | 'changeBooking'
  | 'takeTicket'
  | 'callTicket'
  | 'changeTicket';

/** What a clerk did about appointments, and what she typed. */
export function appointmentWords(operation: AppointmentOperation): {
  readonly title: string;
  readonly label?: string;
  readonly typed?: string;
} {
  const text = de.appointments.operation;
  switch (operation.kind) {
    case 'noteWish': {
      const { visitor, remark, wishes } = operation.payload;
      const times = wishes.map(({ startsAt }) => formatInstant(startsAt));
      return {
        title: text.noteWish(visitor.name),
        label: de.operation.texts.values,
        typed: [visitor.name, visitor.email, visitor.phone, ...times, remark].filter(Boolean).join('\n'),
      };
    }
    case 'bookByClerk':
    case 'bookLeased': {
      const { visitor, remark, startsAt } = operation.payload;
      const typed = [visitor.name, visitor.email, visitor.phone, formatInstant(startsAt), remark];
      return {
        title: text.bookByClerk(visitor.name),
        label: de.operation.texts.values,
        typed: typed.filter(Boolean).join('\n'),
      };
    }
    case 'moveAppointment':
      return { title: text.moveAppointment(formatInstant(operation.payload.to.startsAt)) };
    case 'cancelAppointment':
      return { title: text.cancelAppointment, label: text.reason, typed: operation.payload.reason };
    case 'blockTime': {
      const { startsAt, endsAt, reason } = operation.payload;
      const title = text.blockTime(formatInstant(startsAt), formatInstant(endsAt));
      return { title, label: text.reason, typed: reason };
    }
    case 'setException':
      return { title: text.setException(formatLocalDate(operation.payload.on)) };
    case 'setClosure':
      return {
        title:
          operation.payload.action === 'add'
            ? text.addClosure(operation.payload.closure.name)
            : text.removeClosure,
      };
    case 'revokeTime':
      return { title: text.revokeTime, label: text.reason, typed: operation.payload.reason };
    case 'takeTicket': {
      const { series, nth, remark, noted } = operation.payload;
      const title = noted
        ? text.noteVisit(formatInstant(noted.cameAt))
        : text.takeTicket(numberOf(series, nth));
      return { title, label: text.remark, typed: remark };
    }
    case 'changeTicket': {
      const { to, remark } = operation.payload;
      return { title: text.changeTicket[to ?? 'noted'], label: text.remark, typed: remark ?? '' };
    }
    case 'callTicket':
    case 'leaseTime':
    case 'returnTime':
    case 'leaveWaitingList':
    case 'unblockTime':
    case 'setOpeningHours':
    case 'changeBooking':
      return { title: text[operation.kind] };
  }
}
