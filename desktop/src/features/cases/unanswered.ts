import type {
  CorrectedAnswerRow,
  CorrectedRow,
  CorrectedSection,
} from '@amtsstube/shared/domain/describe-corrected';

/** A question that could be left unanswered, and was, also by all clerks; what a form demands is never left out of sight. */
function isLeftOut({ entered, standing, field }: CorrectedAnswerRow): boolean {
  return entered === undefined && standing.length === 0 && !field.required;
}

/** How many questions were left unanswered that a clerk could answer. */
export function countUnanswered(sections: readonly CorrectedSection[]): number {
  const count = (rows: readonly CorrectedRow[]): number =>
    rows.reduce(
      (sum, row) =>
        row.kind === 'entries'
          ? sum + row.entries.reduce((inner, entry) => inner + count(entry.rows), 0)
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
      return [{ ...row, entries: row.entries.map((each) => ({ ...each, rows: answered(each.rows) })) }];
    });
  return sections
    .map(({ section, rows }) => ({ section, rows: answered(rows) }))
    .filter(({ rows }) => rows.length > 0);
}
