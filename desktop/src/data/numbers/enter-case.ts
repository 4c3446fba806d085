import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Lease } from '@amtsstube/shared/domain/lease';
import { type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { firstValueFrom, type Observable } from 'rxjs';
import type { Saved } from '../saved.ts';
import type { Journal } from '../journal/journal.ts';
import { Queue } from '../queue.ts';
import { nextNumber } from './own-numbers.ts';

interface EnterCaseParts {
  readonly actor: Actor;
  readonly journal: Pick<Journal, 'deviceId' | 'operations'>;
  readonly leases$: Observable<readonly Lease[]>;
  readonly now: () => Instant;
  readonly perform: (payload: PayloadOf<'enterCase'>) => Promise<Saved>;
}

export type EnteredCase = Omit<PayloadOf<'enterCase'>, 'leased'>;

/** Enters a case with the next number this desk holds, one case after another: no two may take the same. */
export function caseEntering({ actor, journal, leases$, now, perform }: EnterCaseParts) {
  const entering = new Queue();
  return (entered: EnteredCase): Promise<Saved> =>
    entering.run(async () => {
      const { deviceId, operations } = journal;
      const owner = { actor, deviceId, operations };
      const leases = await firstValueFrom(leases$);
      const leased = nextNumber(leases, owner, entered.serviceId, localDateOf(now()));
      return perform({ ...entered, leased });
    });
}
