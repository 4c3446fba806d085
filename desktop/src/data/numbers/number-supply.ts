import { leaseId } from '@amtsstube/shared/domain/ids';
import type { Lease } from '@amtsstube/shared/domain/lease';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { localDateOf } from '@amtsstube/shared/domain/time';
import { leaseNumbers } from '@amtsstube/shared/operations/case/lease-numbers';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { combineLatest, distinctUntilChanged, interval, map, type Observable, startWith } from 'rxjs';
import type { Saved } from '../saved.ts';
import type { Environment } from '../environment.ts';
import type { Journal } from '../journal/journal.ts';
import type { LineView } from '../sync/line.ts';
import { type NumberOwner, neededNumbers } from './own-numbers.ts';

export interface NumberSupplyParts extends Pick<NumberOwner, 'actor'> {
  readonly journal: Pick<Journal, 'deviceId' | 'operations' | 'open' | 'refused' | 'dismiss'>;
  readonly leases$: Observable<readonly Lease[]>;
  readonly settings$: Observable<readonly Settings[]>;
  readonly line$: Observable<LineView>;
  readonly environment: Pick<Environment, 'now' | 'newId'>;
  readonly ask: (payload: PayloadOf<'leaseNumbers'>) => Promise<Saved>;
  readonly report: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/** Looked at again when nothing else happens: the year may turn. */
const lookAgainMs = 60 * 60 * 1000;

/**
 * Keeps this desk in numbers for file references: asks for more while it has a line and before they run out. Asks for the
 * same once an hour at most: what it doesn't get it can't have.
 */
export function supplyNumbers(parts: NumberSupplyParts): void {
  const { journal, environment, signal, report } = parts;
  const askedAt = new Map<string, number>();
  let running = false;

  async function look(leases: readonly Lease[], settings: readonly Settings[]): Promise<void> {
    await forgetRefused(journal);
    if (journal.open.some(({ kind }) => kind === leaseNumbers.kind)) return;
    const now = environment.now();
    const { deviceId, operations } = journal;
    const owner = { actor: parts.actor, deviceId, operations };
    const newId = () => leaseId.parse(environment.newId());
    for (const payload of neededNumbers(leases, settings, owner, localDateOf(now), newId)) {
      const { departmentId, wanted } = payload;
      const what = JSON.stringify([departmentId, wanted, leases.find(({ id }) => id === payload.leaseId)]);
      const last = askedAt.get(what);
      if (last !== undefined && Date.parse(now) - last < lookAgainMs) continue;
      askedAt.set(what, Date.parse(now));
      if (signal.aborted) return;
      await parts.ask(payload);
    }
  }

  const looking = combineLatest([
    parts.line$.pipe(
      map(({ line }) => line.state === 'connected'),
      distinctUntilChanged(),
    ),
    parts.leases$,
    parts.settings$,
    interval(lookAgainMs).pipe(startWith(0)),
  ]).subscribe(([isConnected, leases, settings]) => {
    if (running || signal.aborted || !isConnected) return;
    running = true;
    look(leases, settings)
      .catch((error: unknown) => {
        if (!signal.aborted) report(error);
      })
      .finally(() => {
        running = false;
      });
  });
  signal.addEventListener('abort', () => looking.unsubscribe());
}

/** Nobody asked for them by hand, so nobody need read why there are none. */
async function forgetRefused(journal: NumberSupplyParts['journal']): Promise<void> {
  for (const { operation } of journal.refused)
    if (operation.kind === leaseNumbers.kind) await journal.dismiss(operation.opId);
}
