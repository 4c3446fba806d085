import { useDesk } from './desk-context.tsx';
import { useObservable } from './use-observable.ts';

/** Whether there is no line to the server; while nobody knows yet, there is. */
export function useIsOffline(): boolean {
  const line = useObservable(useDesk().desk.health$, undefined)?.line.state ?? 'connecting';
  return line !== 'connected' && line !== 'connecting';
}
