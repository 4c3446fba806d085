import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { useMemo } from 'react';
import { NEVER } from 'rxjs';
import type { OutboxEntry, RefusedEntry, Shown } from '../../data/desk.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { caseOf } from '../../ui/operation-words.ts';
import { useObservable } from '../../ui/use-observable.ts';

export type WatchedCase =
  | { readonly state: 'loading' }
  | { readonly state: 'notHere' }
  | { readonly state: 'here'; readonly shown: Shown<Case>; readonly dossier: Shown<Dossier> | undefined };

const loading = Symbol('loading');

/** Both halves of a case. The listed half alone is enough to show something. */
export function useCase(caseId: string): WatchedCase {
  const { desk } = useDesk();
  const shown = useObservable(
    useMemo(() => desk.watch('cases', caseId), [desk, caseId]),
    loading,
  );
  const dossier = useObservable(
    useMemo(() => desk.watch('dossiers', caseId), [desk, caseId]),
    loading,
  );
  if (shown === loading || dossier === loading) return { state: 'loading' };
  return shown === undefined ? { state: 'notHere' } : { state: 'here', shown, dossier };
}

/** What of this case is in trouble: expected to be refused (L5), and what was refused (J6). */
export function useTroubleWith(caseId: string): {
  readonly expected: readonly OutboxEntry[];
  readonly refused: readonly RefusedEntry[];
} {
  const { desk } = useDesk();
  const outbox = useObservable(desk.outbox$, undefined);
  const refused = useObservable(desk.refused$, undefined);
  return useMemo(() => {
    const isHere = ({ operation }: Pick<OutboxEntry, 'operation'>) => caseOf(operation) === caseId;
    return {
      expected: outbox?.filter((entry) => entry.forecast !== undefined && isHere(entry)) ?? [],
      refused: refused?.filter(isHere) ?? [],
    };
  }, [outbox, refused, caseId]);
}

/** How many files added to this case here have bytes that the server doesn't have yet. */
export function useWaitingFiles(caseId: string): number {
  const waiting = useObservable(useDesk().desk.files?.waiting$ ?? NEVER, undefined);
  return waiting?.filter(({ entry }) => entry.caseId === caseId).length ?? 0;
}
