import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { type Subscription, startWith } from 'rxjs';
import type { Journal } from './journal/journal.ts';

/** Written by a desk by itself: that a case was looked at, and what it keeps ahead of its counter's time. */
const ownKinds: readonly Kind[] = ['recordViews', 'leaseTime', 'returnTime'];

export function isDoneByPerson({ kind }: Pick<DeskOperation, 'kind'>): boolean {
  return !ownKinds.some((own) => own === kind);
}

/** Nobody is asked about what nobody did: where it is refused (the case was erased meanwhile), the note of it goes (J6). */
export function dismissOwnDoing(
  journal: Pick<Journal, 'changed$' | 'refused' | 'dismiss'>,
  report: (error: unknown) => void,
): Subscription {
  const begun = new Set<string>();
  return journal.changed$.pipe(startWith(undefined)).subscribe(() => {
    for (const { operation } of journal.refused) {
      if (isDoneByPerson(operation) || begun.has(operation.opId)) continue;
      begun.add(operation.opId);
      journal.dismiss(operation.opId).catch(report);
    }
  });
}
