import type { Case } from '@amtsstube/shared/domain/case';
import { formatInstant, type Instant } from '@amtsstube/shared/domain/time';
import { de } from '../../texts/de.ts';
import type { NameOf } from '../../ui/names.ts';

/** A value, and since when it is so. */
export interface SummaryFact {
  readonly value: string;
  readonly since: string;
}

/** Since when the case is in its state. */
export function statusSince({ decision, assignedAt, submittedAt, status }: Case): Instant {
  if (decision !== null) return decision.decidedAt;
  return status === 'received' ? submittedAt : (assignedAt ?? submittedAt);
}

/** Who has it, and since when; a decided case says who decided. */
export function whoHasIt({ assigneeId, assignedAt }: Case, nameOf: NameOf): SummaryFact {
  return {
    value: assigneeId === null ? de.cases.facts.nobody : nameOf(assigneeId),
    since:
      assigneeId === null || assignedAt === null ? '' : de.cases.summary.since(formatInstant(assignedAt)),
  };
}

/** How far this desk's own changes to the case are. */
export function handOverWords(
  waiting: number,
  expectedRefused: number,
  refused: number,
  waitingFiles: number,
): string {
  const text = de.cases.summary;
  const words = [
    waiting > 0 ? text.waiting(waiting) : '',
    waitingFiles > 0 ? text.waitingFiles(waitingFiles) : '',
    expectedRefused > 0 ? text.expectedRefused(expectedRefused) : '',
    refused > 0 ? text.refused(refused) : '',
  ].filter(Boolean);
  return words.length === 0 ? text.allHandedOver : words.join(' · ');
}
