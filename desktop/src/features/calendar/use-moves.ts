import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Slot } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit, unitMinutes, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { LeaseId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import { useEffect, useMemo, useRef } from 'react';
import { de } from '../../texts/de.ts';
import { useNameOf } from '../../ui/names.ts';
import { type AskServer, useAskServer } from '../../ui/use-ask-server.ts';
import { useIsOffline } from '../../ui/use-is-offline.ts';
import type { Notice } from './calendar-notice.tsx';
import { type Known, nearestTo, type Wanted, whyNotThere } from './free-times.ts';
import { leaseForMove } from './lease-times.ts';
import { isWish, wishToMove } from './move-wish.ts';
import { type NotDone, notDone } from './refused-words.ts';
import { slotWords, toldWords, unitsWords } from './time-words.ts';
import type { CalendarData } from './use-calendar-data.ts';

export interface Moves extends Pick<AskServer, 'isAsking'> {
  readonly known: Known;
  /** What became of it is told, but for what wasn't done: that is the caller's to show. */
  move(booking: Booking, to: Slot, units: number): Promise<NotDone | undefined>;
  /** The same, all of it told; where it can't be done, what can. */
  moveAndTell(booking: Booking, to: Slot, units: number): Promise<void>;
  /** In words, as far as this desk knows; undefined: it can be moved there. */
  whyNot(wanted: Wanted): string | undefined;
  /** Without a line: noted as a wish, the appointment stays until the server has decided (K11). undefined: not here. */
  wish(wanted: Wanted): (() => Promise<NotDone | undefined>) | undefined;
}

/** Moves appointments, says who is told of it, and offers to take it back; never silently. */
export function useMoves(
  data: CalendarData,
  now: Instant,
  counterName: (id: string) => string,
  tell: (notice: Notice | undefined) => void,
): Moves {
  const { ask, record, isAsking } = useAskServer();
  const nameOf = useNameOf();
  const isOffline = useIsOffline();
  const text = de.calendar;
  const known = useMemo(() => ({ ...data, isOffline }), [data, isOffline]);
  /** Taken back later, by what is known then. */
  const latest = useRef(known);
  useEffect(() => {
    latest.current = known;
  }, [known]);

  /** @param undone the own times of this desk which it was moved into: out of them it goes back without a line too */
  async function move(booking: Booking, to: Slot, units: number, undone?: { readonly leaseId?: LeaseId }) {
    const { leases, isOffline: hasNoLine } = latest.current;
    const from = { counterId: booking.counterId, start: unitOf(booking.startsAt) };
    const fromUnits = unitOf(booking.endsAt) - from.start;
    const minutes = units * unitMinutes;
    const lease = leaseForMove(leases.own, booking, to, minutes);
    const leaseId = lease?.id ?? (hasNoLine ? undone?.leaseId : undefined);
    tell(undefined);
    const payload = {
      appointmentId: booking.id,
      serviceIds: booking.serviceIds,
      from: { counterId: from.counterId, startsAt: booking.startsAt },
      to: { counterId: to.counterId, startsAt: instantOfUnit(to.start) },
      minutes,
    };
    const answer = leaseId
      ? await record('moveAppointment', { ...payload, leaseId })
      : await ask('moveAppointment', payload);
    if (answer === undefined) return undefined;
    if (answer.is === 'refused' && answer.reason.code === 'needsServer')
      return {
        sentence: text.server.offlineMove,
        nearest: nearestTo(latest.current, now, { moved: booking, to, minutes }),
      };
    const problem = notDone(answer, nameOf);
    if (problem) return problem;
    if (answer.is === 'waiting') {
      tell({ severity: 'warning', lines: [text.server.waiting] });
      return undefined;
    }
    const { name } = booking.visitor;
    const when = text.at(unitsWords(to.start, units), counterName(to.counterId));
    const moved = movedTo(booking, to, units);
    const back = { ...(leaseId && { leaseId }) };
    const undo = { label: text.moving.undo, choose: () => void moveAndTell(moved, from, fromUnits, back) };
    tell({
      severity: 'success',
      lines: [
        undone ? text.moving.undone(name, when) : text.moving.done(name, when),
        ...(leaseId && hasNoLine ? [lease ? text.leases.moved : text.leases.movedBack] : []),
        toldWords(booking),
      ],
      choices: undone ? [] : [undo],
    });
    return undefined;
  }

  async function moveAndTell(
    booking: Booking,
    to: Slot,
    units: number,
    undone?: { readonly leaseId?: LeaseId },
  ): Promise<void> {
    const wanted = { moved: booking, to, minutes: units * unitMinutes };
    const why = undone ? undefined : whyNotThere(latest.current, now, wanted);
    const problem = why
      ? { sentence: sentenceOf(why), nearest: nearestTo(latest.current, now, wanted) }
      : await move(booking, to, units, undone);
    if (problem) tellNotDone(problem, wanted);
  }

  function tellNotDone({ sentence, nearest }: NotDone, wanted: Wanted): void {
    const { moved, minutes } = wanted;
    const note = wish(wanted);
    tell({
      severity: 'error',
      lines: [sentence, ...(nearest.length > 0 ? [text.server.nearest] : [])],
      choices: [
        ...nearest.map((slot) => ({
          label: slotWords(slot, counterName),
          choose: () => void moveAndTell(moved, slot, minutes / unitMinutes),
        })),
        ...(note ? [{ label: text.moving.wish, choose: () => void note().then(tellProblem) }] : []),
      ],
    });
  }

  function tellProblem(problem: NotDone | undefined): void {
    if (problem) tell({ severity: 'error', lines: [problem.sentence] });
  }

  function wish(wanted: Wanted): (() => Promise<NotDone | undefined>) | undefined {
    if (!isWish(wanted) || whyNotThere(known, now, wanted) !== 'needsServer') return undefined;
    return async () => {
      tell(undefined);
      const noted = wishToMove(wanted);
      const answer = await record('noteWish', noted);
      const problem = answer && notDone(answer, nameOf);
      if (answer && !problem)
        tell({
          severity: 'warning',
          lines: [text.moving.wished(wanted.moved.visitor.name)],
          wishId: noted.taskId,
        });
      return problem;
    };
  }

  return {
    isAsking,
    known,
    move: (booking, to, units) => move(booking, to, units),
    moveAndTell: (booking, to, units) => moveAndTell(booking, to, units),
    whyNot: (wanted) => {
      const why = whyNotThere(known, now, wanted);
      return why && wordsOf(why);
    },
    wish,
  };
}

type Why = NonNullable<ReturnType<typeof whyNotThere>>;

function wordsOf(why: Why): string {
  return why === 'needsServer' ? de.calendar.moving.needsServer : de.appointments.refusals.slot[why];
}

function sentenceOf(why: Why): string {
  return why === 'needsServer'
    ? de.calendar.server.offlineMove
    : de.calendar.booking.notFree(de.appointments.refusals.slot[why]);
}

/** Where it is after that, as far as moving it once more has to say. */
function movedTo(booking: Booking, to: Slot, units: number): Booking {
  const startsAt = instantOfUnit(to.start);
  const endsAt = instantOfUnit(to.start + units);
  const freeAt = instantOfUnit(to.start + units + unitOf(booking.freeAt) - unitOf(booking.endsAt));
  return { ...booking, counterId: to.counterId, startsAt, endsAt, freeAt };
}
