import type { Case } from '@amtsstube/shared/domain/case';
import type { ClerkId } from '@amtsstube/shared/domain/ids';
import type { CaseRow } from '../../data/desk.ts';
import type { DeadlineState } from '../../ui/deadline-state.ts';
import { type CaseStatusShown, shownStatus } from '../../ui/shown-status.ts';

export const filterKinds = ['status', 'deadline', 'assignee', 'service', 'department', 'channel'] as const;
export type FilterKind = (typeof filterKinds)[number];

/** Values chosen in each kind: any of one kind, and all kinds together. Empty = the kind doesn't filter. */
export type Filters = Readonly<Record<FilterKind, readonly string[]>>;

export const noFilters: Filters = {
  status: [],
  deadline: [],
  assignee: [],
  service: [],
  department: [],
  channel: [],
};

/** Not a state, but looked for like one: an answer of the applicant that nobody has taken note of. */
export const answered = '@answered';

export const statusValues = [
  'received',
  'inProgress',
  'waiting',
  'awaitingApproval',
  'approved',
  'partly',
  'rejected',
  'handedOver',
  'withdrawn',
  'notResponsible',
  answered,
] as const satisfies readonly (CaseStatusShown | typeof answered)[];
/** `week`: today and the seven days after it. */
export const deadlineValues = ['overdue', 'today', 'week', 'none'] as const;
export type DeadlineValue = (typeof deadlineValues)[number];
export const channelValues = [
  'web',
  'paper',
  'phone',
  'email',
  'counter',
] as const satisfies readonly Case['channel'][];
/** No clerk's id can be one of these. */
export const nobody = '@nobody';
export const me = '@me';

const mostValues = 200;

/** What is not known any more (an older version's value) filters nothing, instead of hiding everything. */
export function parseFilters(kept: unknown): Filters {
  const from = typeof kept === 'object' && kept !== null ? (kept as Readonly<Record<string, unknown>>) : {};
  const texts = (kind: FilterKind): string[] => {
    const values = from[kind];
    if (!Array.isArray(values)) return [];
    return [...new Set(values.filter((each) => typeof each === 'string'))].slice(0, mostValues);
  };
  const among = (kind: FilterKind, known: readonly string[]) =>
    texts(kind).filter((each) => known.includes(each));
  return {
    status: among('status', statusValues),
    deadline: among('deadline', deadlineValues),
    assignee: texts('assignee'),
    service: texts('service'),
    department: texts('department'),
    channel: among('channel', channelValues),
  };
}

export function isFiltering(filters: Filters): boolean {
  return filterKinds.some((kind) => filters[kind].length > 0);
}

export function toggleFilter(filters: Filters, kind: FilterKind, value: string): Filters {
  const chosen = filters[kind];
  const changed = chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value];
  return { ...filters, [kind]: changed };
}

/** Who looks, and when: "ich" and "heute" depend on it. */
export interface FilterContext {
  readonly clerkId: ClerkId | undefined;
  readonly deadlineState: (caseRecord: Case) => DeadlineState;
}

/** What passes all filters, in the order given. */
export function filterCases(
  rows: readonly CaseRow[],
  filters: Filters,
  context: FilterContext,
): readonly CaseRow[] {
  const tests = testsOf(filters, context);
  return tests.length === 0
    ? rows
    : rows.filter(({ caseRecord }) => tests.every((passes) => passes(caseRecord)));
}

/** How many rows each value of a kind would show, with the other kinds' filters as they are. */
export function countValues(
  rows: readonly CaseRow[],
  filters: Filters,
  kind: FilterKind,
  context: FilterContext,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { caseRecord } of filterCases(rows, { ...filters, [kind]: [] }, context)) {
    const values = valuesOf(caseRecord, kind, context);
    for (const value of typeof values === 'string' ? [values] : values)
      counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** How many rows appear when one kind alone is taken away; only kinds that hide some by themselves. */
export function hiddenByKind(
  rows: readonly CaseRow[],
  filters: Filters,
  context: FilterContext,
): readonly { readonly kind: FilterKind; readonly hidden: number }[] {
  const shown = filterCases(rows, filters, context).length;
  return filterKinds
    .filter((kind) => filters[kind].length > 0)
    .map((kind) => ({
      kind,
      hidden: filterCases(rows, { ...filters, [kind]: [] }, context).length - shown,
    }))
    .filter(({ hidden }) => hidden > 0);
}

function testsOf(filters: Filters, context: FilterContext): readonly ((caseRecord: Case) => boolean)[] {
  return filterKinds
    .filter((kind) => filters[kind].length > 0)
    .map((kind) => {
      const chosen = new Set(filters[kind]);
      return (caseRecord) => hasAny(chosen, valuesOf(caseRecord, kind, context));
    });
}

type Values = string | readonly string[];

function valuesOf(caseRecord: Case, kind: FilterKind, context: FilterContext): Values {
  switch (kind) {
    case 'status':
      return caseRecord.unreadAnswers ? [shownStatus(caseRecord), answered] : shownStatus(caseRecord);
    case 'deadline':
      return deadlineValuesOf[context.deadlineState(caseRecord)];
    case 'assignee':
      if (caseRecord.assigneeId === null) return nobody;
      return caseRecord.assigneeId === context.clerkId ? me : caseRecord.assigneeId;
    case 'service':
      return caseRecord.serviceId;
    case 'department':
      return caseRecord.departmentId;
    case 'channel':
      return caseRecord.channel;
  }
}

const deadlineValuesOf: Readonly<Record<DeadlineState, DeadlineValue | readonly DeadlineValue[]>> = {
  none: 'none',
  done: [],
  overdue: 'overdue',
  today: ['today', 'week'],
  soon: 'week',
  later: [],
};

function hasAny(chosen: ReadonlySet<string>, values: Values): boolean {
  return typeof values === 'string' ? chosen.has(values) : values.some((value) => chosen.has(value));
}
