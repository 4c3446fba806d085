import { instantOfUnit, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { taskId } from '@amtsstube/shared/domain/ids';
import { minutesBetween } from '@amtsstube/shared/operations/appointment/note-wish';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import type { Wanted } from './free-times.ts';
import { dayOf } from './wall-clock.ts';

/** Another time of the same length, of somebody who can be told what became of it. */
export function isWish({ moved, to, minutes }: Wanted): boolean {
  const { visitor, counterId, startsAt, endsAt } = moved;
  const isReachable = visitor.email !== null || visitor.phone.trim() !== '';
  const isElsewhere = counterId !== to.counterId || unitOf(startsAt) !== to.start;
  return isReachable && isElsewhere && minutes === minutesBetween(startsAt, endsAt);
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
