import type { Case } from './case.ts';
import type { LocalDate } from './time.ts';

/** What can be due of a case: the decision, an answer of the applicant, or what somebody wants to see again. */
export type DueKind = 'deadline' | 'answer' | 'followUp';

export interface Due {
  readonly kind: DueKind;
  readonly on: LocalDate;
}

export type Dated = Pick<Case, 'deadlineOn' | 'decision' | 'waitingUntil' | 'followUp'>;

/** What is due next. Of a decided case only the follow-up; undefined: nothing. On the same day the statutory one first. */
export function nextDue({ decision, deadlineOn, waitingUntil, followUp }: Dated): Due | undefined {
  let due: Due | undefined;
  const consider = (kind: DueKind, on: LocalDate | null | undefined) => {
    if (on && (due === undefined || on < due.on)) due = { kind, on };
  };
  if (decision === null) {
    consider('deadline', deadlineOn);
    consider('answer', waitingUntil);
  }
  consider('followUp', followUp?.on);
  return due;
}
