import type { CaseRow } from './desk.ts';
import { SortedRows } from './sorted-rows.ts';

/** Cases, newest first. */
export class CaseRows extends SortedRows<CaseRow> {
  constructor() {
    super(newestFirst);
  }
}

function newestFirst({ caseRecord: a }: CaseRow, { caseRecord: b }: CaseRow): number {
  if (a.submittedAt !== b.submittedAt) return a.submittedAt < b.submittedAt ? 1 : -1;
  if (a.id === b.id) return 0;
  return a.id < b.id ? -1 : 1;
}
