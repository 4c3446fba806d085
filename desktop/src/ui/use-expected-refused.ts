import type { OpId } from '@amtsstube/shared/domain/ids';
import { useMemo } from 'react';
import { useDesk } from './desk-context.tsx';
import { useObservable } from './use-observable.ts';

/** The operations of this desk that the server will probably refuse, by what is known here (L5). */
export function useExpectedRefused(): ReadonlySet<OpId> {
  const { desk } = useDesk();
  const outbox = useObservable(desk.outbox$, undefined);
  return useMemo(
    () => new Set(outbox?.flatMap(({ operation, forecast }) => (forecast ? [operation.opId] : []))),
    [outbox],
  );
}
