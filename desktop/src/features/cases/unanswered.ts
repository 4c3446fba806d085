import type {
  CorrectedAnswerRow,
  CorrectedRow,
  CorrectedSection,
} from '@amtsstube/shared/domain/describe-corrected';

/** A question that could be left unanswered, and was, also by all clerks; what a form demands is never left out of sight. */
function isLeftOut({ entered, standing, field }: CorrectedAnswerRow): boolean {
  return entered === undefined && standing.length === 0 && !field.required;
}

/** How many questions were left unanswered that a clerk could answer, or is told how; a group without entries is one. */
export function countUnanswered(sections: readonly CorrectedSection[]): number {
  const count = (rows: readonly CorrectedRow[]): number =>
    rows.reduce(
      (sum, row) =>
        row.kind === 'entries'
          ? sum +
            (row.entries.length === 0 ? 1 : row.entries.reduce((inner, each) => inner + count(each.rows), 0))
          : sum + (row.isCorrectable && isLeftOut(row) ? 1 : 0),
      0,
    );
  return sections.reduce((sum, { rows }) => sum + count(rows), 0);
}

/** Without them, but for those `keeps` names; sections and entries that hold nothing go too. */
export function withoutUnanswered(
  sections: readonly CorrectedSection[],
  keeps: (path: string) => boolean,
): readonly CorrectedSection[] {
  const answered = (rows: readonly CorrectedRow[]): readonly CorrectedRow[] =>
    rows.flatMap((row): readonly CorrectedRow[] => {
      if (row.kind === 'answer') return isLeftOut(row) && !keeps(row.path) ? [] : [row];
      if (row.entries.length === 0) return [];
      return [{ ...row, entries: row.entries.map((each) => ({ ...each, rows: answered(each.rows) })) }];
    });
  return sections
    .map(({ section, rows }) => ({ section, rows: answered(rows) }))
    .filter(({ rows }) => rows.length > 0);
}
