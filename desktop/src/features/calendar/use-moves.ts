import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import type { Notice } from './calendar-notice.tsx';
import { notDone } from './refused-words.ts';
import { slotWords, toldWords, unitsWords } from './time-words.ts';
import { type AskServer, useAskServer } from './use-ask-server.ts';

export interface Moves extends Pick<AskServer, 'isAsking'> {
  /** Resolves when the server has spoken. */
  move(booking: Booking, to: Slot, units: number): Promise<void>;
}

/** Moves appointments, says who is told of it, and offers to take it back; never silently. */
export function useMoves(
  counterName: (id: string) => string,
  tell: (notice: Notice | undefined) => void,
): Moves {
  const { ask, isAsking } = useAskServer();
  const nameOf = useNameOf();
  const text = de.calendar;

  async function move(booking: Booking, to: Slot, units: number, isUndo = false): Promise<void> {
    const from = { counterId: booking.counterId, start: unitOf(booking.startsAt) };
    const fromUnits = unitOf(booking.endsAt) - from.start;
    tell(undefined);
    const answer = await ask('moveAppointment', {
      appointmentId: booking.id,
      serviceIds: booking.serviceIds,
      from: { counterId: from.counterId, startsAt: booking.startsAt },
      to: { counterId: to.counterId, startsAt: instantOfUnit(to.start) },
      minutes: units * unitMinutes,
    });
    if (answer === undefined) return;
    const problem = notDone(answer, nameOf);
    const { name } = booking.visitor;
    if (problem) {
      const isOffline = answer.is === 'refused' && answer.reason.code === 'needsServer';
      tell({
        severity: 'error',
        lines: [
          isOffline ? text.server.offlineMove : problem.sentence,
          ...(problem.nearest.length > 0 ? [text.server.nearest] : []),
        ],
        choices: problem.nearest.map((slot) => ({
          label: slotWords(slot, counterName),
          choose: () => void move(booking, slot, units),
        })),
      });
      return;
    }
    if (answer.is === 'waiting') {
      tell({ severity: 'warning', lines: [text.server.waiting] });
      return;
    }
    const when = text.at(unitsWords(to.start, units), counterName(to.counterId));
    const moved = movedTo(booking, to, units);
    tell({
      severity: 'success',
      lines: [isUndo ? text.moving.undone(name, when) : text.moving.done(name, when), toldWords(booking)],
      ...(!isUndo && {
        choices: [{ label: text.moving.undo, choose: () => void move(moved, from, fromUnits, true) }],
      }),
    });
  }

  return { isAsking, move: (booking, to, units) => move(booking, to, units) };
}

/** Where it is after that, as far as moving it once more has to say. */
function movedTo(booking: Booking, to: Slot, units: number): Booking {
  return {
    ...booking,
    counterId: to.counterId,
    startsAt: instantOfUnit(to.start),
    endsAt: instantOfUnit(to.start + units),
  };
}
