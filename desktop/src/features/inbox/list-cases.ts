import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Case } from '@amtsstube/shared/domain/case';
import type { CaseRow } from '../../data/desk.ts';
import { compareGerman, foldGerman } from '../../ui/german-text.ts';
import type { InboxView } from '../../ui/place.ts';
import { type CaseStatusShown, shownStatus } from '../../ui/shown-status.ts';

export const sortColumns = [
  'fileReference',
  'applicant',
  'service',
  'status',
  'receivedOn',
  'assignee',
] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sorting {
  readonly by: SortColumn;
  readonly direction: 'asc' | 'desc';
}

/** What the list needs to say ids in words. */
export interface Naming {
  readonly serviceName: (id: string) => string;
  readonly assigneeName: (assigneeId: Case['assigneeId']) => string;
  readonly statusName: (status: CaseStatusShown) => string;
}

/** Whether a case belongs to a view. The inbox is what nobody has taken yet. */
export function isInView(caseRecord: Case, view: InboxView, actor: Actor): boolean {
  switch (view) {
    case 'unassigned':
      return caseRecord.assigneeId === null && caseRecord.status !== 'decided';
    case 'mine':
      return actor.kind === 'clerk' && caseRecord.assigneeId === actor.clerkId;
    case 'all':
      return true;
  }
}

/** Every word of the query somewhere in file reference or name, in any order; accents and case don't count. */
export function matches(caseRecord: Case, query: string): boolean {
  const searched = foldGerman(`${caseRecord.fileReference} ${caseRecord.applicantName}`);
  return foldGerman(query)
    .split(/\s+/)
    .every((word) => searched.includes(word));
}

/** A sorted copy, in German order; equal rows stay as the desk gave them (newest first). */
export function sortCases(
  rows: readonly CaseRow[],
  { by, direction }: Sorting,
  naming: Naming,
): readonly CaseRow[] {
  const keyed = rows.map((row) => ({ row, key: sortKey(row.caseRecord, by, naming) }));
  const sign = direction === 'asc' ? 1 : -1;
  return keyed.toSorted((left, right) => sign * compareGerman(left.key, right.key)).map(({ row }) => row);
}

function sortKey(caseRecord: Case, by: SortColumn, naming: Naming): string {
  switch (by) {
    case 'fileReference':
      return caseRecord.fileReference;
    case 'applicant':
      return caseRecord.applicantName;
    case 'service':
      return naming.serviceName(caseRecord.serviceId);
    case 'status':
      return naming.statusName(shownStatus(caseRecord));
    case 'receivedOn':
      return caseRecord.submittedAt;
    case 'assignee':
      return naming.assigneeName(caseRecord.assigneeId);
  }
}

/** The direction a column begins with: the newest first, words from A. */
export function firstDirection(by: SortColumn): Sorting['direction'] {
  return by === 'receivedOn' ? 'desc' : 'asc';
}
