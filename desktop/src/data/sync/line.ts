import { type Instant, instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import { serverVersion as serverVersionSchema } from '@amtsstube/shared/operations/refusal';
import { BehaviorSubject, distinctUntilChanged, filter, map, type Observable } from 'rxjs';
import type { LineFailure, LineState } from '../desk.ts';
import type { Answered, TransportFailure } from './transport.ts';

/** More than this and the clerk is told (S12). */
const tolerableClockError = 120_000;

export interface LineView {
  readonly line: LineState;
  readonly lastContactAt: Instant | undefined;
  readonly clockOffByMs: number | undefined;
  /** Stays after the line is up again; another object for each failure. */
  readonly lastFailure: LineFailure | undefined;
}

/** Each time the line is there after it wasn't. */
export function whenConnected(line$: Observable<LineView>): Observable<unknown> {
  return line$.pipe(
    map(({ line }) => line.state === 'connected'),
    distinctUntilChanged(),
    filter((isConnected) => isConnected),
  );
}

/** What the answers, and their absence, say about the line. The truth on screen comes from here alone. */
export class Line {
  readonly #now: () => Instant;
  /** The server's clock in its last answer. */
  serverTime: Instant | undefined;
  /** The server's program, as of its last answer. */
  readonly serverVersion$ = new BehaviorSubject<string | undefined>(undefined);
  readonly view$ = new BehaviorSubject<LineView>({
    line: { state: 'connecting' },
    lastContactAt: undefined,
    clockOffByMs: undefined,
    lastFailure: undefined,
  });

  constructor(now: () => Instant) {
    this.#now = now;
  }

  note(answered: Answered<object>): void {
    if (!answered.ok) {
      this.noteFailure(answered.failure);
      return;
    }
    const now = this.#now();
    const serverTime = serverTimeIn(answered.answer);
    this.serverTime = serverTime ?? this.serverTime;
    const serverVersion = serverVersionIn(answered.answer);
    if (serverVersion !== undefined) this.serverVersion$.next(serverVersion);
    const off = serverTime === undefined ? 0 : millisecondsOf(now) - millisecondsOf(serverTime);
    this.view$.next({
      line: { state: 'connected' },
      lastContactAt: now,
      clockOffByMs:
        serverTime === undefined
          ? this.view$.value.clockOffByMs
          : Math.abs(off) > tolerableClockError
            ? off
            : undefined,
      lastFailure: this.view$.value.lastFailure,
    });
  }

  noteFailure(failure: TransportFailure): void {
    const line = lineAfter(failure);
    if (line) this.view$.next({ ...this.view$.value, line, lastFailure: { line, at: this.#now() } });
  }
}

function serverTimeIn(answer: object): Instant | undefined {
  return 'serverTime' in answer ? instant.parse(answer.serverTime) : undefined;
}

function serverVersionIn(answer: object): string | undefined {
  return 'serverVersion' in answer ? serverVersionSchema.parse(answer.serverVersion) : undefined;
}

function lineAfter(failure: TransportFailure): LineFailure['line'] | undefined {
  switch (failure) {
    case 'signedOut':
    case 'foreignDevice':
      return { state: 'signedOut' };
    case 'revoked':
      return { state: 'revoked' };
    case 'deactivated':
      return { state: 'deactivated' };
    case 'network':
    case 'timeout':
    case 'badAnswer':
    case 'unavailable':
      return { state: 'offline', cause: failure };
    case 'refusedRequest':
      return { state: 'offline', cause: 'badAnswer' };
    case 'tooLarge':
    case 'aborted':
      return undefined;
  }
}
