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

const widths: Readonly<Record<CaseColumn, string>> = {
  fileReference: 'minmax(9.5rem, 1.1fr)',
  applicant: 'minmax(8rem, 1.6fr)',
  service: 'minmax(8rem, 1.6fr)',
  status: 'minmax(8.5rem, 1.1fr)',
  deadline: 'minmax(9.5rem, 1fr)',
  receivedOn: '6.5rem',
  assignee: 'minmax(7rem, 1.1fr)',
  department: 'minmax(7rem, 1.1fr)',
  channel: '6rem',
};

/** Grid columns of head and rows, after the one for the checkbox. */
export function columnTemplate(columns: readonly CaseColumn[]): string {
  return ['2rem', ...columns.map((column) => widths[column])].join(' ');
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
