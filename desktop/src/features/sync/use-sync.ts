import { NEVER } from 'rxjs';
import type { Health, OutboxEntry, RefusedEntry, WaitingFile } from '../../data/desk.ts';
import { useDesk } from '../../ui/desk-context.tsx';
import { useObservable } from '../../ui/use-observable.ts';

const nothing: readonly never[] = [];

/** How this desk stands to its server; undefined for the moment before the desk has said it. */
export interface Sync {
  readonly health: Health | undefined;
  readonly outbox: readonly OutboxEntry[] | undefined;
  /** Files saved here whose bytes the server doesn't have yet. */
  readonly files: readonly WaitingFile[];
}

export function useSync(): Sync {
  const { desk } = useDesk();
  return {
    health: useObservable(desk.health$, undefined),
    outbox: useObservable(desk.outbox$, undefined),
    files: useObservable(desk.files?.waiting$ ?? NEVER, nothing),
  };
}

/** What the server refused and the clerk hasn't taken note of. */
export function useRefused(): readonly RefusedEntry[] {
  return useObservable(useDesk().desk.refused$, nothing);
}
