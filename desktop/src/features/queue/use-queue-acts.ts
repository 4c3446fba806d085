import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { mayCall } from '@amtsstube/shared/domain/appointments/queue-order';
import { numberOf, type Ticket } from '@amtsstube/shared/domain/appointments/ticket';
import { appointmentId, type CounterId, type DepartmentId } from '@amtsstube/shared/domain/ids';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { useState } from 'react';
import { firstValueFrom } from 'rxjs';
import { de } from '../../texts/de.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useNameOf } from '../../ui/names.ts';
import { refusalSentence } from '../../ui/refusal-sentence.ts';
import { type Answer, useAskServer } from '../../ui/use-ask-server.ts';
import { useObservable } from '../../ui/use-observable.ts';
import { useToday } from '../../ui/use-today.ts';
import { nextNumber } from './next-number.ts';
import type { QueueData } from './use-queue-data.ts';

export interface Said {
  readonly severity: 'success' | 'warning' | 'error';
  readonly sentence: string;
}

export type Visit = Pick<PayloadOf<'takeTicket'>, 'serviceIds' | 'way' | 'isUrgent' | 'remark' | 'counterId'>;

export interface QueueActs {
  readonly isBusy: boolean;
  readonly hasLine: boolean;
  readonly said: Said | undefined;
  say(said: Said | undefined): void;
  mayCall(ticket: Ticket): boolean;
  call(ticket: Ticket): Promise<void>;
  change(ticket: Ticket, change: Omit<PayloadOf<'changeTicket'>, 'ticketId'>): Promise<boolean>;
  checkIn(booking: Booking): Promise<void>;
  takeIn(visit: Visit): Promise<boolean>;
}

/** What a clerk does in the hall; each says what became of it. With a line the server's word is waited for: two desks may want the same. */
export function useQueueActs(
  departmentId: DepartmentId,
  { rows, counters }: QueueData,
  own: CounterId | undefined,
): QueueActs {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const today = useToday();
  const { ask, isAsking } = useAskServer();
  const hasLine = useObservable(desk.health$, undefined)?.line.state === 'connected';
  const [said, say] = useState<Said>();
  const text = de.queue;

  /** Whether it is done, as far as anybody knows; what wasn't is said. */
  function settle(answer: Answer | undefined, done: Said | undefined): boolean {
    if (answer === undefined) return false;
    const problem =
      answer.is === 'refused'
        ? text.refused(refusalSentence(answer.reason, nameOf))
        : answer.is === 'notSaved'
          ? answer.sentence
          : undefined;
    say(problem === undefined ? done : { severity: 'error', sentence: problem });
    return problem === undefined;
  }

  async function take(visit: Visit, booking: Booking | undefined): Promise<boolean> {
    const { series, nth } = nextNumber(
      rows.map(({ ticket }) => ticket),
      counters,
      own,
      today,
    );
    const ticketId = appointmentId.parse(crypto.randomUUID());
    const answer = await ask('takeTicket', {
      ticketId,
      departmentId,
      on: today,
      series,
      nth,
      isTold: true,
      appointmentId: booking?.id ?? null,
      ...visit,
    });
    // another PC of this counter may have given out the same without a line
    const made = (await firstValueFrom(desk.watch('appointments', ticketId)))?.document;
    const number = made?.kind === 'ticket' ? made.number : numberOf(series, nth);
    return settle(answer, {
      severity: 'success',
      sentence: text.gotNumber(number, booking?.visitor.name ?? ''),
    });
  }

  return {
    isBusy: isAsking,
    hasLine,
    said,
    say,
    mayCall: (ticket) => mayCall(ticket, own, hasLine),
    call: async (ticket) => {
      if (own === undefined) return say({ severity: 'warning', sentence: text.noOwn });
      if (!mayCall(ticket, own, hasLine)) return say({ severity: 'warning', sentence: text.onlyOwn });
      settle(await ask('callTicket', { ticketId: ticket.id, counterId: own }), {
        severity: 'success',
        sentence: text.called(ticket.number),
      });
    },
    change: async (ticket, change) =>
      settle(await ask('changeTicket', { ticketId: ticket.id, ...change }), undefined),
    checkIn: async (booking) => {
      const { serviceIds, counterId } = booking;
      await take({ serviceIds, counterId, way: 'booked', isUrgent: false, remark: '' }, booking);
    },
    takeIn: (visit) => take(visit, undefined),
  };
}
