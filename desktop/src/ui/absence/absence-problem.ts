import type { Absence } from '@amtsstube/shared/domain/clerk';
import { clerkId } from '@amtsstube/shared/domain/ids';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { readDate } from '../read-date.ts';

/** As typed: `24.12.2026`, and '' for nobody. */
export interface TypedAbsence {
  readonly from: string;
  readonly until: string;
  readonly deputyId: string;
}

export type AbsenceProblem = { readonly field: 'from' | 'until'; readonly problem: 'day' | 'order' };

/** What was typed, or what is wrong with it and where. */
export function readAbsence(typed: TypedAbsence, today: LocalDate): Absence | AbsenceProblem {
  const from = readDate(typed.from, today);
  const until = readDate(typed.until, today);
  if (from === undefined) return { field: 'from', problem: 'day' };
  if (until === undefined) return { field: 'until', problem: 'day' };
  if (until < from) return { field: 'until', problem: 'order' };
  const deputyId = typed.deputyId === '' ? null : clerkId.parse(typed.deputyId);
  return { from, until, deputyId };
}
