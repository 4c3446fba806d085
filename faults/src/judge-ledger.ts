import { isDeepStrictEqual } from 'node:util';
import { enterCase } from '@amtsstube/shared/operations/case/enter-case';
import type { LedgerLine } from './desk-messages.ts';

/** What the server decided of one operation, as far as it is judged here. */
export interface Decided {
  readonly opId: string;
  readonly decided: 'accepted' | 'refused';
  readonly payload: unknown;
}

export interface LedgerVerdict {
  readonly lost: readonly string[];
  readonly doubled: readonly string[];
  /** Other promises broken: the order of a clerk's acts (b). */
  readonly broken: readonly string[];
}

/**
 * Every acknowledged operation is decided exactly once, with the text that was acknowledged, and where it was refused
 * that text is still on the desk (a); the server's order of one clerk's acts is hers (b).
 * @param log in the server's order
 * @param refusedOnDesks ids of what the desks show as refused
 * @param isServerEnough the desk's journal was damaged: a refused text that the server has is not lost
 */
export function judgeLedger(
  ledger: readonly LedgerLine[],
  log: readonly Decided[],
  refusedOnDesks: ReadonlySet<string>,
  isServerEnough = false,
): LedgerVerdict {
  const [lost, doubled, broken]: [string[], string[], string[]] = [[], [], []];
  const decisions = Map.groupBy(log, ({ opId }) => opId);
  for (const { opId, clerkId, kind, payload } of ledger) {
    const what = `${kind} ${opId} of ${clerkId}`;
    const [decision, ...more] = decisions.get(opId) ?? [];
    if (decision === undefined) lost.push(`${what} was never decided`);
    else if (!isText(kind, payload, decision.payload)) lost.push(`${what} has another text at the server`);
    else if (decision.decided === 'refused' && !refusedOnDesks.has(opId) && !isServerEnough)
      lost.push(`${what} was refused, and its text is not on the desk`);
    if (more.length > 0) doubled.push(`${what} was decided ${more.length + 1} times`);
  }
  for (const [clerkId, lines] of Map.groupBy(ledger, (line) => line.clerkId)) {
    const own = new Set<string>(lines.map(({ opId }) => opId));
    const order = [...new Set(log.filter(({ opId }) => own.has(opId)).map(({ opId }) => opId))];
    const wanted = lines.map(({ opId }) => opId).filter((opId) => decisions.has(opId));
    if (order.join() !== wanted.join()) broken.push(`(b) the server's order is not ${clerkId}'s`);
  }
  return { lost, doubled, broken };
}

/** Of a case entered at a desk the number is the desk's doing: what the clerk wrote is all the rest. */
function isText(kind: string, acknowledged: unknown, decided: unknown): boolean {
  if (kind !== enterCase.kind) return isDeepStrictEqual(decided, acknowledged);
  const { leased: _, ...rest } = decided as { readonly leased?: unknown };
  return isDeepStrictEqual(rest, acknowledged);
}
