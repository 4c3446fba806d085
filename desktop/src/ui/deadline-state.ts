import type { Case } from '@amtsstube/shared/domain/case';
import { addDays, type LocalDate } from '@amtsstube/shared/domain/time';

/** `done`: decided, so that nothing is due any more. `soon`: within the next seven days. */
export type DeadlineState = 'none' | 'done' | 'overdue' | 'today' | 'soon' | 'later';

export type Dated = Pick<Case, 'deadlineOn' | 'decision'>;

/** How pressing a case is on `today`; made once for a whole list, because adding days costs more than comparing them. */
export function deadlineStateOn(today: LocalDate): (dated: Dated) => DeadlineState {
  const lastSoon = addDays(today, 7);
  return ({ deadlineOn, decision }) => {
    if (deadlineOn === null) return 'none';
    if (decision !== null) return 'done';
    if (deadlineOn < today) return 'overdue';
    if (deadlineOn === today) return 'today';
    return deadlineOn <= lastSoon ? 'soon' : 'later';
  };
}
