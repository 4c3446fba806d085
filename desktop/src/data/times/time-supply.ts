import type { Counter } from '@amtsstube/shared/domain/counter';
import { type CounterId, leaseId } from '@amtsstube/shared/domain/ids';
import type { Lease } from '@amtsstube/shared/domain/lease';
import { leaseTime, returnTime } from '@amtsstube/shared/operations/appointment/lease-time';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { combineLatest, distinctUntilChanged, interval, map, type Observable, startWith } from 'rxjs';
import type { Environment } from '../environment.ts';
import type { Journal } from '../journal/journal.ts';
import type { Saved } from '../saved.ts';
import type { LineView } from '../sync/line.ts';
import { neededTimes, spareTimes, type TimeOwner } from './own-times.ts';

interface Asks {
  (kind: 'leaseTime', payload: PayloadOf<'leaseTime'>): Promise<Saved>;
  (kind: 'returnTime', payload: PayloadOf<'returnTime'>): Promise<Saved>;
}

export interface TimeSupplyParts extends Pick<TimeOwner, 'actor'> {
  readonly journal: Pick<Journal, 'deviceId' | 'open'>;
  readonly leases$: Observable<readonly Lease[]>;
  readonly counters$: Observable<readonly Counter[]>;
  /** Where this PC stands. */
  readonly ownCounter$: Observable<CounterId | undefined>;
  readonly line$: Observable<LineView>;
  readonly environment: Pick<Environment, 'now' | 'newId'>;
  readonly ask: Asks;
  readonly report: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Looked at again when nothing else happens: another day may have begun. */
const lookAgainMs = 60 * 60 * 1000;

/**
 * Keeps times of its own counter ahead for this desk while it has a line (K7), and gives back what it won't need on the day
 * (K9). Asks for the same once an hour at most: what it doesn't get it can't have.
 */
export function supplyTimes(parts: TimeSupplyParts): void {
  const { journal, environment, signal, report, ask } = parts;
  const askedAt = new Map<string, number>();
  let running = false;

  async function look(
    leases: readonly Lease[],
    counters: readonly Counter[],
    at: CounterId | undefined,
  ): Promise<void> {
    // what waits changes what there is
    if (journal.open.some(({ kind }) => kind === leaseTime.kind || kind === returnTime.kind)) return;
    const now = environment.now();
    const owner = { actor: parts.actor, deviceId: journal.deviceId };
    for (const payload of spareTimes(leases, owner, counters, at, now)) {
      if (signal.aborted) return;
      await ask('returnTime', payload);
    }
    const wanted = neededTimes(leases, owner, counters, at, now, () => leaseId.parse(environment.newId()));
    if (!wanted || signal.aborted) return;
    const { counterId, days, endedIds } = wanted;
    const what = JSON.stringify([counterId, days.map(({ on }) => on), endedIds]);
    const last = askedAt.get(what);
    if (last !== undefined && Date.parse(now) - last < lookAgainMs) return;
    askedAt.set(what, Date.parse(now));
    await ask('leaseTime', wanted);
  }

  const looking = combineLatest([
    parts.line$.pipe(
      map(({ line }) => line.state === 'connected'),
      distinctUntilChanged(),
    ),
    parts.leases$,
    parts.counters$,
    parts.ownCounter$,
    interval(lookAgainMs).pipe(startWith(0)),
  ]).subscribe(([isConnected, leases, counters, at]) => {
    if (running || signal.aborted || !isConnected) return;
    running = true;
    look(leases, counters, at)
      .catch((error: unknown) => {
        if (!signal.aborted) report(error);
      })
      .finally(() => {
        running = false;
      });
  });
  signal.addEventListener('abort', () => looking.unsubscribe());
}
