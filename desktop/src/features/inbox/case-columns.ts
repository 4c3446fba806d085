/** What the list can say of a case, in the order it does where nobody has changed it. */
export const caseColumns = [
  'fileReference',
  'applicant',
  'service',
  'status',
  'deadline',
  'receivedOn',
  'assignee',
  'department',
  'channel',
] as const;
export type CaseColumn = (typeof caseColumns)[number];

/** The link to the case: always there. */
export const fixedColumn = 'fileReference' satisfies CaseColumn;

export const startColumns: readonly CaseColumn[] = [
  'fileReference',
  'applicant',
  'service',
  'status',
  'deadline',
  'receivedOn',
  'assignee',
];

/** The least a column needs to stay readable, in rem, and its share of what is left over. */
const widths: Readonly<Record<CaseColumn, { readonly rem: number; readonly share: number }>> = {
  fileReference: { rem: 10.5, share: 1.1 },
  applicant: { rem: 4, share: 1.6 },
  service: { rem: 4, share: 1.5 },
  status: { rem: 8.75, share: 1 },
  deadline: { rem: 8, share: 1 },
  receivedOn: { rem: 5.75, share: 0.6 },
  assignee: { rem: 4, share: 1.1 },
  department: { rem: 4, share: 1.1 },
  channel: { rem: 3.5, share: 0.6 },
};
const checkboxRem = 1.25;
/** Between columns, and at both ends together three times as much. */
export const gapRem = 0.5;

/** Grid columns of head and rows, after the one for the checkbox. */
export function columnTemplate(columns: readonly CaseColumn[]): string {
  const each = columns.map((column) => `minmax(${widths[column].rem}rem, ${widths[column].share}fr)`);
  return [`${checkboxRem}rem`, ...each].join(' ');
}

/** What a table of these columns needs; with less it becomes cards. */
export function neededRem(columns: readonly CaseColumn[]): number {
  const least = columns.reduce((sum, column) => sum + widths[column].rem, checkboxRem);
  return least + (columns.length + 3) * gapRem;
}

/** Known columns, each once, the link among them; anything else is the start. */
export function parseColumns(kept: unknown): readonly CaseColumn[] {
  if (!Array.isArray(kept)) return startColumns;
  const known = new Set(kept.filter((each): each is CaseColumn => caseColumns.includes(each)));
  return known.size === 0 ? startColumns : known.has(fixedColumn) ? [...known] : [fixedColumn, ...known];
}

/** Shown last when it was hidden; the link stays. */
export function toggleColumn(columns: readonly CaseColumn[], column: CaseColumn): readonly CaseColumn[] {
  if (column === fixedColumn) return columns;
  return columns.includes(column) ? columns.filter((each) => each !== column) : [...columns, column];
}

/** One place to the left (-1) or right (1); at the end nothing happens. */
export function moveColumn(
  columns: readonly CaseColumn[],
  column: CaseColumn,
  by: -1 | 1,
): readonly CaseColumn[] {
  const from = columns.indexOf(column);
  const other = columns[from + by];
  if (from < 0 || other === undefined) return columns;
  return columns.with(from, other).with(from + by, column);
}
