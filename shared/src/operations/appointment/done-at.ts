import type { Instant } from '../../domain/time.ts';
import type { ApplyContext } from '../define-operation.ts';

/** When a person did it, also where it was handed over hours later; never after it was decided, whatever her clock says. */
export function doneAt({ at, decidedAt }: Pick<ApplyContext, 'at' | 'decidedAt'>): Instant {
  return at < decidedAt ? at : decidedAt;
}
