import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { type Comparison, type Condition, comparisonsOf } from '@amtsstube/shared/domain/forms/condition';
import type { GroupField } from '@amtsstube/shared/domain/forms/field';
import { formatCents } from '@amtsstube/shared/domain/forms/kinds/number';
import { texts } from './language.ts';

/** A condition over the inputs of a page, for its script; names instead of field ids. */
export type PageCondition =
  | { readonly name: string; readonly equals: string }
  | { readonly name: string; readonly equalsNumber: number }
  | { readonly name: string; readonly atLeast: number }
  | { readonly name: string; readonly atMost: number }
  /** Any input of this name, or below it, holds something. */
  | { readonly name: string; readonly answered: true }
  /** How many entries of a group count: the first `kept` as they are, further ones where they hold something. */
  | { readonly entriesOf: string; readonly kept: number; readonly atLeast: number }
  | { readonly entriesOf: string; readonly kept: number; readonly atMost: number }
  | { readonly all: readonly PageCondition[] }
  | { readonly any: readonly PageCondition[] }
  | { readonly not: PageCondition };

/** Finds a condition's field among those before it, and the name of its input (in the same entry of a group). */
export type FindField = (fieldId: string) => { readonly field: FormField; readonly name: string } | undefined;

export function finderIn(form: FormDefinition, members: readonly FormField[], prefix: string): FindField {
  return (fieldId) => {
    const member = members.find(({ id }) => id === fieldId);
    if (member) return { field: member, name: `${prefix}${fieldId}` };
    const field = form.sections.flatMap(({ fields }) => fields).find(({ id }) => id === fieldId);
    return field && { field, name: fieldId };
  };
}

/** undefined: the script can't know as surely as the server, so the field stays in sight. */
export function pageCondition(condition: Condition, find: FindField): PageCondition | undefined {
  if (comparisonsOf(condition).some((each) => !canFollow(each, find))) return undefined;
  return translated(condition, find);
}

/** `„Art der Betreuung“: Krippe` */
export function conditionText(condition: Condition, find: FindField): string {
  if ('all' in condition)
    return condition.all.map((each) => conditionText(each, find)).join(` ${texts().form.and} `);
  if ('any' in condition)
    return condition.any.map((each) => conditionText(each, find)).join(` ${texts().form.or} `);
  if ('not' in condition) return `${texts().form.not} ${conditionText(condition.not, find)}`;
  const field = find(condition.fieldId)?.field;
  const label = `„${field?.label ?? condition.fieldId}“`;
  if ('answered' in condition) return `${label} ${texts().form.isAnswered}`;
  return `${label}: ${field ? wanted(condition, field) : ''}`;
}

/** The one answer a condition hangs on, where it is as simple as that. */
export function onlyAnswer(
  condition: Condition,
  find: FindField,
): readonly [label: string, answer: string] | undefined {
  if (!('equals' in condition) && !('includes' in condition)) return undefined;
  const field = find(condition.fieldId)?.field;
  return field && [field.label, wanted(condition, field)];
}

function wanted(comparison: Comparison, field: FormField): string {
  if ('includes' in comparison) return optionLabel(field, comparison.includes);
  if ('equals' in comparison) {
    if (typeof comparison.equals === 'boolean') return comparison.equals ? texts().yes : texts().no;
    return typeof comparison.equals === 'number'
      ? amount(field, comparison.equals)
      : optionLabel(field, comparison.equals);
  }
  if ('atLeast' in comparison) return texts().form.atLeast(amount(field, comparison.atLeast));
  return 'atMost' in comparison ? texts().form.atMost(amount(field, comparison.atMost)) : '';
}

/** A group none of whose entries counts has no answer, which is not the same as the number 0. */
function ofEntries(condition: Comparison, { minimumCount }: GroupField, name: string): PageCondition {
  const entries = { entriesOf: name, kept: minimumCount };
  if ('atLeast' in condition) return { ...entries, atLeast: Math.max(1, condition.atLeast) };
  const isAnswered = { ...entries, atLeast: 1 };
  return 'atMost' in condition ? { all: [isAnswered, { ...entries, atMost: condition.atMost }] } : isAnswered;
}

function amount(field: FormField, value: number): string {
  if (field.type === 'money') return formatCents(value);
  const text = String(value).replace('.', ',');
  return field.type === 'number' && field.unit !== undefined ? `${text} ${field.unit}` : text;
}

function optionLabel(field: FormField, value: string): string {
  const options = field.type === 'choice' || field.type === 'multipleChoice' ? field.options : [];
  return options.find((option) => option.value === value)?.label ?? value;
}

function canFollow(comparison: Comparison, find: FindField): boolean {
  const type = find(comparison.fieldId)?.field.type;
  if (type === undefined || type === 'information') return false;
  if ('atLeast' in comparison || 'atMost' in comparison)
    return type === 'number' || type === 'money' || type === 'group';
  if (!('equals' in comparison)) return true;
  return ['text', 'longText', 'choice', 'yesNo', 'number', 'money'].includes(type);
}

function translated(condition: Condition, find: FindField): PageCondition {
  if ('all' in condition) return { all: condition.all.map((each) => translated(each, find)) };
  if ('any' in condition) return { any: condition.any.map((each) => translated(each, find)) };
  if ('not' in condition) return { not: translated(condition.not, find) };
  const { field, name } = find(condition.fieldId) ?? { field: undefined, name: condition.fieldId };
  if (field?.type === 'group') return ofEntries(condition, field, name);
  // a page holds euros where answers hold cents
  const scale = field?.type === 'money' ? 100 : 1;
  if ('answered' in condition) return { name, answered: true };
  if ('includes' in condition) return { name: `${name}.${condition.includes}`, answered: true };
  if ('atLeast' in condition) return { name, atLeast: condition.atLeast / scale };
  if ('atMost' in condition) return { name, atMost: condition.atMost / scale };
  if (typeof condition.equals === 'number') return { name, equalsNumber: condition.equals / scale };
  return {
    name,
    equals: typeof condition.equals === 'boolean' ? (condition.equals ? 'yes' : 'no') : condition.equals,
  };
}
