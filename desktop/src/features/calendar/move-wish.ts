import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { taskId } from '@amtsstube/shared/domain/ids';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import type { Wanted } from './free-times.ts';
import { dayOf } from './wall-clock.ts';

/** Whether somebody can tell her what became of it. */
export function isReachable({ visitor: { email, phone } }: Pick<Booking, 'visitor'>): boolean {
  return email !== null || phone.trim() !== '';
}

/** Another time for somebody who has one: she has that until the server has decided (K11). */
export function wishToMove({ moved, to }: Pick<Wanted, 'moved' | 'to'>): PayloadOf<'noteWish'> {
  const { id, serviceIds, counterId, startsAt, visitor, remark, language, way, caseId } = moved;
  return {
    taskId: taskId.parse(`wunsch-${crypto.randomUUID()}`),
    appointmentId: id,
    serviceIds,
    wishes: [{ counterId: to.counterId, startsAt: instantOfUnit(to.start) }],
    untilOn: dayOf(to.start),
    moves: { counterId, startsAt },
    visitor,
    remark,
    language,
    way: way === 'web' ? 'phone' : way,
    caseId,
  };
}
