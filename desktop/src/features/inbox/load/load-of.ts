import type { Case } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { ClerkId, DepartmentId } from '@amtsstube/shared/domain/ids';
import { worksIn } from '@amtsstube/shared/domain/permissions';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { CaseRow } from '../../../data/desk.ts';
import type { DeadlineState } from '../../../ui/deadline-state.ts';

/** What somebody has on her desk. */
export interface Load {
  readonly open: number;
  readonly overdue: number;
  /** For an answer of the applicant. */
  readonly waiting: number;
  /** Due today or within a week. */
  readonly soon: number;
  /** When the oldest of them came in. */
  readonly oldestAt: Instant | undefined;
}

const nothing: Load = { open: 0, overdue: 0, waiting: 0, soon: 0, oldestAt: undefined };

/** Open cases of these departments by who has them; under null what nobody has. */
export function loadByClerk(
  rows: readonly CaseRow[],
  departmentIds: readonly DepartmentId[],
  deadlineState: (caseRecord: Case) => DeadlineState,
): ReadonlyMap<ClerkId | null, Load> {
  const among = new Set(departmentIds);
  const loads = new Map<ClerkId | null, Load>();
  for (const { caseRecord } of rows) {
    const { assigneeId, decision, departmentId, submittedAt, status } = caseRecord;
    if (decision !== null || !among.has(departmentId)) continue;
    const before = loads.get(assigneeId) ?? nothing;
    const state = deadlineState(caseRecord);
    loads.set(assigneeId, {
      open: before.open + 1,
      overdue: before.overdue + (state === 'overdue' ? 1 : 0),
      waiting: before.waiting + (status === 'waiting' ? 1 : 0),
      soon: before.soon + (state === 'today' || state === 'soon' ? 1 : 0),
      oldestAt: before.oldestAt && before.oldestAt < submittedAt ? before.oldestAt : submittedAt,
    });
  }
  return loads;
}

export function loadOf(loads: ReadonlyMap<ClerkId | null, Load>, id: ClerkId | null): Load {
  return loads.get(id) ?? nothing;
}

/**
 * Who gets which case, so that everybody has as many as the others afterwards: each goes to the one of its department
 * who has the fewest by then, the first named where several do. Cases nobody among them may work on go to nobody.
 * @param open how many each has now, the chosen cases among them
 */
export function distributeEvenly(
  cases: readonly Case[],
  clerks: readonly Clerk[],
  open: ReadonlyMap<ClerkId, number>,
): ReadonlyMap<Case['id'], Clerk> {
  const counts = new Map(clerks.map(({ id }) => [id, open.get(id) ?? 0]));
  for (const { assigneeId } of cases) {
    const held = assigneeId && counts.get(assigneeId);
    if (assigneeId && held !== undefined && held !== null) counts.set(assigneeId, Number(held) - 1);
  }
  const targets = new Map<Case['id'], Clerk>();
  for (const { id, departmentId } of cases) {
    let target: Clerk | undefined;
    for (const clerk of clerks) {
      if (!worksIn(clerk, departmentId)) continue;
      if (target === undefined || (counts.get(clerk.id) ?? 0) < (counts.get(target.id) ?? 0)) target = clerk;
    }
    if (target === undefined) continue;
    targets.set(id, target);
    counts.set(target.id, (counts.get(target.id) ?? 0) + 1);
  }
  return targets;
}
