import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { appointmentId, type ServiceId, taskId } from '@amtsstube/shared/domain/ids';
import { addDays, type LocalDate } from '@amtsstube/shared/domain/time';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { readDate } from '../../ui/read-date.ts';
import type { BookingDraft } from './booking-draft.ts';
import { dayOf } from './wall-clock.ts';

/** Where she says nothing else. */
const usualDays = 14;

/** The last day that would do; undefined: none that there is, or one before the wish. */
export function untilOf({ untilDay = '' }: BookingDraft, wished: Slot | undefined, today: LocalDate) {
  const first = wished ? dayOf(wished.start) : today;
  if (untilDay.trim() === '') return addDays(first, usualDays);
  const on = readDate(untilDay, today);
  return on !== undefined && on >= first ? on : undefined;
}

/** Nobody could be told what became of it. */
export function isUnreachable({ phone, email }: Pick<BookingDraft, 'phone' | 'email'>): boolean {
  return phone.trim() === '' && email.trim() === '';
}

export function wishOf(
  draft: BookingDraft,
  serviceIds: readonly ServiceId[],
  wished: Slot,
  untilOn: LocalDate,
  way: 'phone' | 'counter',
): PayloadOf<'noteWish'> {
  const { name, phone, email, remark, language, caseId, others = [], isOnlyThere = false } = draft;
  const id = crypto.randomUUID();
  const isOther = ({ counterId, start }: Slot) => counterId !== wished.counterId || start !== wished.start;
  return {
    taskId: taskId.parse(`wunsch-${id}`),
    appointmentId: appointmentId.parse(id),
    serviceIds: [...serviceIds],
    wishes: [wished, ...others.filter(isOther)].map(({ counterId, start }) => ({
      counterId,
      startsAt: instantOfUnit(start),
    })),
    untilOn,
    ...(!isOnlyThere && { elsewhereToo: true }),
    visitor: { name: name.trim(), email: email.trim() || null, phone: phone.trim() },
    remark: remark.trim(),
    language,
    way,
    caseId,
  };
}
