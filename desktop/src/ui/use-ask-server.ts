import type { OpId } from '@amtsstube/shared/domain/ids';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { useEffect, useRef, useState } from 'react';
import { combineLatest, filter, firstValueFrom, map } from 'rxjs';
import type { Desk, RefusedEntry } from '../data/desk.ts';
import { de } from '../texts/de.ts';
import { useDesk } from './desk-context.tsx';
import { useNameOf } from './names.ts';
import { stateAfter } from './use-action.ts';

/** What became of an act that only the server can decide. */
export type Answer =
  | { readonly is: 'accepted' }
  | { readonly is: 'refused'; readonly reason: RefusedEntry['reason'] }
  /** The line went before the answer came: it waits in the journal, and nothing has happened yet. */
  | { readonly is: 'waiting' }
  | { readonly is: 'notSaved'; readonly sentence: string };

export interface AskServer {
  readonly isAsking: boolean;
  /** undefined: one is being asked already. */
  ask<K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<Answer | undefined>;
  /** What is final as soon as it is saved: nobody is asked. */
  record<K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<Answer | undefined>;
}

/**
 * Does an act and waits for the server's word, because a person waits at the telephone. A refusal is shown by whoever
 * asked, and so is taken off the list of refused changes; who has left the screen by then finds it there.
 */
export function useAskServer(): AskServer {
  const { desk } = useDesk();
  const nameOf = useNameOf();
  const [isAsking, setIsAsking] = useState(false);
  const running = useRef(false);
  const isShown = useRef(false);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);
  async function perform<K extends Kind>(
    kind: K,
    payload: PayloadOf<K>,
    then: (opId: OpId) => Promise<Answer>,
  ): Promise<Answer | undefined> {
    if (running.current) return undefined;
    running.current = true;
    setIsAsking(true);
    try {
      const saved = await desk.do(kind, payload);
      if (saved.result === 'refusedHere') return { is: 'refused', reason: saved.reason };
      if (saved.result === 'notSaved') {
        const state = stateAfter(saved, nameOf);
        return { is: 'notSaved', sentence: state.state === 'failed' ? state.sentence : '' };
      }
      return await then(saved.opId);
    } catch (error) {
      reportError(error);
      return { is: 'notSaved', sentence: de.saved.not.journalUnwritable };
    } finally {
      running.current = false;
      setIsAsking(false);
    }
  }

  return {
    isAsking,
    ask: (kind, payload) =>
      perform(kind, payload, async (opId) => {
        const answer = await answerTo(desk, opId);
        if (answer.is === 'refused' && isShown.current) await desk.dismiss(opId);
        return answer;
      }),
    record: (kind, payload) => perform(kind, payload, async () => ({ is: 'accepted' })),
  };
}

/** The first word there is about it: the server's, or that there is no line to it. */
function answerTo(desk: Desk, opId: OpId): Promise<Answer> {
  // refusals first: an act that left the outbox is either among them or was accepted
  const answer$ = combineLatest([desk.refused$, desk.outbox$, desk.health$]).pipe(
    map(([refused, outbox, { line }]): Answer | undefined => {
      const entry = refused.find(({ operation }) => operation.opId === opId);
      if (entry) return { is: 'refused', reason: entry.reason };
      if (!outbox.some(({ operation }) => operation.opId === opId)) return { is: 'accepted' };
      return line.state === 'connected' ? undefined : { is: 'waiting' };
    }),
    filter((answer) => answer !== undefined),
  );
  return firstValueFrom(answer$);
}
