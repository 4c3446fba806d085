import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import type { ServerFailure } from '../../ui/server-answer.ts';
import { useObservable } from '../../ui/use-observable.ts';

/** What the server says of who waits. */
export type WaitingPeople =
  | { readonly is: 'asking' }
  | { readonly is: 'failed'; readonly failure: ServerFailure }
  | { readonly is: 'there'; readonly people: readonly WaitingPerson[] };

/** Asks when it is opened, and again when the line is back. */
export function useWaitingPeople(): readonly [WaitingPeople, () => void] {
  const { desk, waitingList } = useDesk();
  const line = useObservable(desk.health$, undefined)?.line.state;
  const isConnected = line === 'connected';
  const [found, setFound] = useState<WaitingPeople>({ is: 'asking' });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew for each press, and when the line is back
  useEffect(() => {
    let isOver = false;
    void waitingList.waiting().then((answered) => {
      if (isOver) return;
      setFound(
        answered.ok ? { is: 'there', people: answered.answer } : { is: 'failed', failure: answered.failure },
      );
    });
    return () => {
      isOver = true;
    };
  }, [waitingList, asked, isConnected]);
  return [found, useCallback(() => setAsked((times) => times + 1), [])];
}
