import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { type AskServer, useAskServer } from '../../ui/use-ask-server.ts';
import type { Notice } from './calendar-notice.tsx';
import { type NotDone, notDone } from './refused-words.ts';
import { slotWords, toldWords, unitsWords } from './time-words.ts';

export interface Moves extends Pick<AskServer, 'isAsking'> {
  /** What became of it is told, but for what wasn't done: that is the caller's to show. */
  move(booking: Booking, to: Slot, units: number): Promise<NotDone | undefined>;
  /** The same, all of it told. */
  moveAndTell(booking: Booking, to: Slot, units: number): Promise<void>;
  tellNotDone(problem: NotDone, choose: (slot: Slot) => void): void;
}

/** Moves appointments, says who is told of it, and offers to take it back; never silently. */
export function useMoves(
  counterName: (id: string) => string,
  tell: (notice: Notice | undefined) => void,
): Moves {
  const { ask, isAsking } = useAskServer();
  const nameOf = useNameOf();
  const text = de.calendar;

  async function move(booking: Booking, to: Slot, units: number, isUndo = false) {
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
    if (answer === undefined) return undefined;
    if (answer.is === 'refused' && answer.reason.code === 'needsServer')
      return { sentence: text.server.offlineMove, nearest: [] };
    const problem = notDone(answer, nameOf);
    if (problem) return problem;
    if (answer.is === 'waiting') {
      tell({ severity: 'warning', lines: [text.server.waiting] });
      return undefined;
    }
    const { name } = booking.visitor;
    const when = text.at(unitsWords(to.start, units), counterName(to.counterId));
    const moved = movedTo(booking, to, units);
    const undo = { label: text.moving.undo, choose: () => void moveAndTell(moved, from, fromUnits, true) };
    tell({
      severity: 'success',
      lines: [isUndo ? text.moving.undone(name, when) : text.moving.done(name, when), toldWords(booking)],
      choices: isUndo ? [] : [undo],
    });
    return undefined;
  }

  async function moveAndTell(booking: Booking, to: Slot, units: number, isUndo = false): Promise<void> {
    const problem = await move(booking, to, units, isUndo);
    if (problem) tellNotDone(problem, (slot) => void moveAndTell(booking, slot, units));
  }

  function tellNotDone({ sentence, nearest }: NotDone, choose: (slot: Slot) => void): void {
    tell({
      severity: 'error',
      lines: [sentence, ...(nearest.length > 0 ? [text.server.nearest] : [])],
      choices: nearest.map((slot) => ({
        label: slotWords(slot, counterName),
        choose: () => choose(slot),
      })),
    });
  }

  return {
    isAsking,
    move: (booking, to, units) => move(booking, to, units),
    moveAndTell: (booking, to, units) => moveAndTell(booking, to, units),
    tellNotDone,
  };
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
