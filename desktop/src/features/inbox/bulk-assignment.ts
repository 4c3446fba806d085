import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import type { Desk, Saved } from '../../data/desk.ts';
import { type Impossible, whyImpossible } from '../../ui/case-actions.ts';

/** `distribute`: handed over, to several at once. */
export const bulkActions = ['takeOver', 'handOver', 'giveBack', 'distribute'] as const;
export type BulkAction = (typeof bulkActions)[number];

export type BulkImpossible =
  | Impossible
  /** To hand over to who has it, or to somebody of another department. */
  | { readonly because: 'alreadyTheirs' }
  /** Among those it is to be distributed to, nobody works in its department. */
  | { readonly because: 'nobodyChosen' }
  | { readonly because: 'notInDepartment'; readonly name: string };

/** What would be done, and what the rules forbid, said before anything begins. */
export interface BulkPlan {
  readonly possible: readonly Case[];
  readonly impossible: readonly { readonly caseRecord: Case; readonly why: BulkImpossible }[];
}

/** @param target whom to, when handing over; undefined while nobody is chosen */
export function planBulk(
  actor: Actor,
  action: Exclude<BulkAction, 'distribute'>,
  cases: readonly Case[],
  target: Clerk | undefined,
): BulkPlan {
  const possible: Case[] = [];
  const impossible: { caseRecord: Case; why: BulkImpossible }[] = [];
  for (const caseRecord of cases) {
    const why =
      whyImpossible(actor, action, caseRecord) ??
      (action === 'handOver' && target ? whyNotTo(target, caseRecord) : undefined);
    if (why === undefined) possible.push(caseRecord);
    else impossible.push({ caseRecord, why });
  }
  return { possible, impossible };
}

/** As handing over, each to somebody of its own. */
export function planDistribution(
  actor: Actor,
  cases: readonly Case[],
  targets: ReadonlyMap<Case['id'], Clerk>,
): BulkPlan {
  const plans = cases.map((caseRecord): BulkPlan => {
    const target = targets.get(caseRecord.id);
    const plan = planBulk(actor, 'handOver', [caseRecord], target);
    return target === undefined && plan.possible.length > 0
      ? { possible: [], impossible: [{ caseRecord, why: { because: 'nobodyChosen' } }] }
      : plan;
  });
  return {
    possible: plans.flatMap(({ possible }) => possible),
    impossible: plans.flatMap(({ impossible }) => impossible),
  };
}

function whyNotTo(target: Clerk, caseRecord: Case): BulkImpossible | undefined {
  if (caseRecord.assigneeId === target.id) return { because: 'alreadyTheirs' };
  return target.departmentIds.includes(caseRecord.departmentId)
    ? undefined
    : { because: 'notInDepartment', name: target.name };
}

/** How it went so far. Every case is an operation of its own: one that isn't saved stops no other. */
export interface BulkProgress {
  readonly saved: readonly Case[];
  readonly failed: readonly { readonly caseRecord: Case; readonly saved: NotSaved }[];
  /** Not begun: stopped before. */
  readonly left: readonly Case[];
}
export type NotSaved = Exclude<Saved, { readonly result: 'saved' }>;

/** One after another, in the order given; stops before the next one when `signal` says so. */
export async function runBulk(
  desk: Pick<Desk, 'do'>,
  cases: readonly Case[],
  payloadOf: (caseRecord: Case) => PayloadOf<'assignCase'>,
  onProgress: (progress: BulkProgress) => void,
  signal: AbortSignal,
): Promise<BulkProgress> {
  const saved: Case[] = [];
  const failed: { caseRecord: Case; saved: NotSaved }[] = [];
  const soFar = (): BulkProgress => ({
    saved: [...saved],
    failed: [...failed],
    left: cases.slice(saved.length + failed.length),
  });
  for (const caseRecord of cases) {
    if (signal.aborted) break;
    const answer = await desk.do('assignCase', payloadOf(caseRecord));
    if (answer.result === 'saved') saved.push(caseRecord);
    else failed.push({ caseRecord, saved: answer });
    onProgress(soFar());
    // a device that can't write now can't write the next one either
    if (answer.result === 'notSaved' && answer.because !== 'tooLarge') break;
  }
  return soFar();
}
