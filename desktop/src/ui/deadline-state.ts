import { type Dated, nextDue } from '@amtsstube/shared/domain/due';
import { addDays, type LocalDate } from '@amtsstube/shared/domain/time';

/** How pressing a day is. `soon`: within the next seven days. */
export type Pressing = 'overdue' | 'today' | 'soon' | 'later';

/** `done`: decided, so that nothing is due any more. */
export type DeadlineState = 'none' | 'done' | Pressing;

/** How pressing a day is on `today`; made once for a whole list, because adding days costs more than comparing them. */
export function pressingOn(today: LocalDate): (on: LocalDate) => Pressing {
  const lastSoon = addDays(today, 7);
  return (on) => {
    if (on < today) return 'overdue';
    if (on === today) return 'today';
    return on <= lastSoon ? 'soon' : 'later';
  };
}

/** How pressing a case is on `today`, by what is due of it next. */
export function deadlineStateOn(today: LocalDate): (dated: Dated) => DeadlineState {
  const pressing = pressingOn(today);
  return (dated) => {
    const due = nextDue(dated);
    if (due !== undefined) return pressing(due.on);
    return dated.deadlineOn !== null && dated.decision !== null ? 'done' : 'none';
  };
}
