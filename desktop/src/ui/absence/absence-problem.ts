import type { Absence } from '@amtsstube/shared/domain/clerk';
import { clerkId } from '@amtsstube/shared/domain/ids';
import { parseLocalDate } from '@amtsstube/shared/domain/time';

/** As typed: `24.12.2026`, and '' for nobody. */
export interface TypedAbsence {
  readonly from: string;
  readonly until: string;
  readonly deputyId: string;
}

export type AbsenceProblem = { readonly field: 'from' | 'until'; readonly problem: 'day' | 'order' };

/** What was typed, or what is wrong with it and where. */
export function readAbsence(typed: TypedAbsence): Absence | AbsenceProblem {
  const from = parseLocalDate(typed.from);
  const until = parseLocalDate(typed.until);
  if (from === undefined) return { field: 'from', problem: 'day' };
  if (until === undefined) return { field: 'until', problem: 'day' };
  if (until < from) return { field: 'until', problem: 'order' };
  const deputyId = typed.deputyId === '' ? null : clerkId.parse(typed.deputyId);
  return { from, until, deputyId };
}
