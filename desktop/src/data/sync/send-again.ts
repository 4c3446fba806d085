import type { OpId } from '@amtsstube/shared/domain/ids';
import { distinctUntilChanged, merge } from 'rxjs';
import type { Saved } from '../desk.ts';
import type { Journal } from '../journal/journal.ts';
import type { RefusedOperation } from '../journal/journal-state.ts';
import type { Line } from './line.ts';

export interface SendAgainOptions {
  readonly journal: Pick<Journal, 'refused' | 'changed$'>;
  readonly line: Pick<Line, 'serverVersion$'>;
  sendAgain(opId: OpId): Promise<Saved>;
  readonly report: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * What a server refused because of a bug is sent once more by itself when the server is another version (S3). If that
 * one has the bug too, its refusal says so, and the next version gets it. What can't be saved here now stays on the list.
 */
export function sendAgainOnceUpdated({ journal, line, sendAgain, report, signal }: SendAgainOptions): void {
  const tried = new Set<string>();
  // one after another, in the order they were done
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    const present = line.serverVersion$.value;
    if (present === undefined) return;
    for (const refused of journal.refused) {
      const attempt = `${refused.operation.opId} ${present}`;
      if (signal.aborted || !isOfAnotherVersion(refused, present) || tried.has(attempt)) continue;
      tried.add(attempt);
      const again = await sendAgain(refused.operation.opId);
      if (again.result === 'notSaved' && again.because === 'quotaExceeded') tried.delete(attempt);
    }
  };
  const looking = merge(journal.changed$, line.serverVersion$.pipe(distinctUntilChanged())).subscribe(() => {
    running = running.then(look).catch((error: unknown) => {
      if (!signal.aborted) report(error);
    });
  });
  signal.addEventListener('abort', () => looking.unsubscribe());
}

function isOfAnotherVersion({ receipt: { result } }: RefusedOperation, present: string): boolean {
  return (
    result.decided === 'refused' &&
    result.reason.code === 'internal' &&
    result.reason.serverVersion !== present
  );
}
