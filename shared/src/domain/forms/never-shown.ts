import type { Comparison, Condition } from './condition.ts';
import type { FormField } from './field.ts';

/** A comparison, or its opposite. */
interface Demand {
  readonly comparison: Comparison;
  readonly isMet: boolean;
}

/** Beyond this many ways a condition counts as one that can be met: nobody writes such a one by hand. */
const mostWays = 256;

/**
 * The fields (by id; members of groups, too) whose condition no answers at all can meet, although each comparison by
 * itself can be: it contradicts itself, the limits of the question it hangs on, or what that question hangs on.
 * Conditions are taken to look back.
 */
export function neverShown(fields: readonly FormField[]): ReadonlySet<string> {
  const found = new Set<string>();
  const ways = new Map<string, readonly (readonly Demand[])[]>();
  const known = new Map<string, FormField>();
  const enter = (field: FormField): void => {
    const own = field.showWhen ? waysTo(field.showWhen, true, ways) : [[]];
    const possible = own.filter((demands) => isConsistent(demands, known));
    if (possible.length === 0) found.add(field.id);
    ways.set(field.id, possible.length > 0 ? possible : [[]]);
    known.set(field.id, field);
    if (field.type === 'group') for (const member of field.fields) enter(member);
  };
  for (const field of fields) enter(field);
  return found;
}

/** Whether a condition on these fields (a document's) can be met at all. */
export function canEverBeMet(given: Condition, fields: readonly FormField[]): boolean {
  const probe = { id: '', type: 'information', label: '', text: '', showWhen: given } as const;
  return !neverShown([...fields, probe]).has('');
}

/** All ways to meet a condition: each a list of what must hold together. What is answered must have been asked. */
function waysTo(
  given: Condition,
  isMet: boolean,
  before: ReadonlyMap<string, readonly (readonly Demand[])[]>,
): readonly (readonly Demand[])[] {
  if ('not' in given) return waysTo(given.not, !isMet, before);
  if ('all' in given || 'any' in given) {
    const parts = 'all' in given ? given.all : given.any;
    const each = parts.map((part) => waysTo(part, isMet, before));
    return 'all' in given === isMet ? together(each) : each.flat().slice(0, mostWays);
  }
  const own = [[{ comparison: given, isMet }]];
  return isMet ? together([own, before.get(given.fieldId) ?? [[]]]) : own;
}

function together(parts: readonly (readonly (readonly Demand[])[])[]): readonly (readonly Demand[])[] {
  let all: readonly (readonly Demand[])[] = [[]];
  for (const ways of parts) {
    if (all.length * ways.length > mostWays) return [[]];
    all = all.flatMap((one) => ways.map((other) => [...one, ...other]));
  }
  return all;
}

function isConsistent(demands: readonly Demand[], known: ReadonlyMap<string, FormField>): boolean {
  const ids = new Set(demands.map(({ comparison }) => comparison.fieldId));
  return [...ids].every((id) => {
    const own = demands.filter(({ comparison }) => comparison.fieldId === id);
    return isPossible(own, known.get(id));
  });
}

/** Whether one answer to one question can be as all of these want it; without an answer, only refusals hold. */
function isPossible(demands: readonly Demand[], field: FormField | undefined): boolean {
  if (demands.every(({ isMet }) => !isMet)) return true;
  const met = (of: 'equals' | 'includes', is: boolean) =>
    demands.flatMap(({ comparison, isMet }) =>
      isMet === is && of in comparison ? [(comparison as Record<string, unknown>)[of]] : [],
    );
  if (demands.some(({ comparison, isMet }) => 'answered' in comparison && !isMet)) return false;
  const equals = new Set(met('equals', true));
  const refused = new Set(met('equals', false));
  if (equals.size > 1 || [...equals].some((value) => refused.has(value))) return false;
  if (met('includes', true).some((value) => met('includes', false).includes(value))) return false;
  const values = valuesOf(field);
  if (values && equals.size === 0 && values.every((value) => refused.has(value))) return false;
  const { least, most } = boundsOf(demands, field);
  if (least > most) return false;
  return [...equals].every((value) => typeof value !== 'number' || (value >= least && value <= most));
}

/** All values an answer can have, where they are few. */
function valuesOf(field: FormField | undefined): readonly unknown[] | undefined {
  if (field?.type === 'yesNo') return [true, false];
  return field?.type === 'choice' ? field.options.map(({ value }) => value) : undefined;
}

function boundsOf(demands: readonly Demand[], field: FormField | undefined) {
  let { least, most } = ownBounds(field);
  for (const { comparison, isMet } of demands) {
    if (!isMet) continue;
    if ('atLeast' in comparison) least = Math.max(least, comparison.atLeast);
    if ('atMost' in comparison) most = Math.min(most, comparison.atMost);
  }
  return { least, most };
}

function ownBounds(field: FormField | undefined): { readonly least: number; readonly most: number } {
  switch (field?.type) {
    case 'number':
    case 'money':
      return { least: field.minimum ?? -Infinity, most: field.maximum ?? Infinity };
    case 'group':
      return { least: field.minimumCount, most: field.maximumCount };
    case 'upload':
      return { least: 0, most: field.maximumCount };
    case 'multipleChoice':
      return { least: 1, most: field.options.length };
    default:
      return { least: -Infinity, most: Infinity };
  }
}
