import { distinctUntilChanged, EMPTY, filter, map, type Observable, switchMap, throttleTime } from 'rxjs';
import type { AppUpdates } from './app-updates.ts';
import type { SessionState } from './session-state.ts';

/** As often as that a bad line in between may answer nonsense without the server being asked for its program. */
const atMostEachMs = 60_000;

/** An answer this program can't read is often a newer server's: the program that belongs to it is there as well. */
export function lookAfterBadAnswers(
  state$: Observable<SessionState>,
  updates: Pick<AppUpdates, 'look'>,
): void {
  state$
    .pipe(
      switchMap((now) => (now.state === 'open' ? now.desk.health$ : EMPTY)),
      map(({ lastFailure }) => lastFailure),
      distinctUntilChanged(),
      filter((failure) => failure?.line.state === 'offline' && failure.line.cause === 'badAnswer'),
      throttleTime(atMostEachMs),
    )
    .subscribe(() => updates.look());
}
