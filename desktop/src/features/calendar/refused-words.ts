import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { de } from '../../texts/de.ts';
import type { NameOf } from '../../ui/names.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import type { Answer } from '../../ui/use-ask-server.ts';

/** Why it wasn't done, and what is free instead, to be chosen with one press. */
export interface NotDone {
  readonly sentence: string;
  readonly nearest: readonly Slot[];
}

/** undefined: it was done, or still may be. */
export function notDone(answer: Answer, nameOf: NameOf): NotDone | undefined {
  if (answer.is === 'notSaved') return { sentence: answer.sentence, nearest: [] };
  if (answer.is !== 'refused') return undefined;
  const { reason } = answer;
  if (reason.code === 'needsServer') return { sentence: de.calendar.server.offline, nearest: [] };
  if (reason.code === 'notWaiting') return { sentence: de.waitingList.booking.gone, nearest: [] };
  if (reason.code !== 'slotNotFree')
    return { sentence: de.calendar.server.refused(refusalSentence(reason, nameOf)), nearest: [] };
  return {
    sentence: de.calendar.server.refused(de.appointments.refusals.slot[reason.why]),
    nearest: reason.nearest.map(({ counterId, startsAt }) => ({ counterId, start: unitOf(startsAt) })),
  };
}
