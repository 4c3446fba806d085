import type { Comparison, Condition } from '@amtsstube/shared/domain/forms/condition';
import { formatLocalDate, parseLocalDate } from '@amtsstube/shared/domain/time';
import type { Compare, DraftComparison, DraftCondition, FieldType } from './form-draft.ts';
import { centsIn, eurosOf, numberIn, numberText } from './typed-numbers.ts';

/** What can be asked of an answer of this kind, in the order it is offered. */
export function comparesFor(type: FieldType): readonly Compare[] {
  switch (type) {
    case 'yesNo':
    case 'choice':
    case 'text':
    case 'longText':
    case 'pattern':
    case 'date':
    case 'email':
    case 'phone':
    case 'iban':
      return ['equals', 'notEquals', 'answered', 'notAnswered'];
    case 'number':
    case 'money':
      return ['equals', 'notEquals', 'atLeast', 'atMost', 'answered', 'notAnswered'];
    case 'multipleChoice':
      return ['includes', 'notIncludes', 'atLeast', 'atMost', 'answered', 'notAnswered'];
    case 'group':
    case 'upload':
      return ['atLeast', 'atMost', 'answered', 'notAnswered'];
    case 'address':
    case 'person':
      return ['answered', 'notAnswered'];
    case 'information':
      return [];
  }
}

/** Whether the comparison needs a value beside the question. */
export function needsValue(compare: Compare): boolean {
  return compare !== 'answered' && compare !== 'notAnswered';
}

type TypeOf = (fieldId: string) => FieldType | undefined;

/** What is said in selects and inputs, as a form has it; undefined: always. Of a question that is gone values stay texts. */
export function conditionIn(draft: DraftCondition, typeOf: TypeOf): Condition | undefined {
  if (draft.kind === 'always') return undefined;
  if (draft.kind === 'composed') return draft.condition;
  const all = draft.comparisons.map((each) => comparisonIn(each, typeOf(each.fieldId)));
  const [only] = all;
  if (all.length <= 1) return only;
  return draft.combine === 'all' ? { all } : { any: all };
}

/** A form's condition as the editor shows it; `composed` where showing and reading it again would make another one. */
export function draftOfCondition(given: Condition | undefined, typeOf: TypeOf): DraftCondition {
  if (given === undefined) return { kind: 'always' };
  const parts = 'all' in given ? given.all : 'any' in given ? given.any : [given];
  const comparisons = parts.map((part) => draftOfComparison(part, typeOf));
  const draft: DraftCondition = {
    kind: 'simple',
    combine: 'any' in given ? 'any' : 'all',
    comparisons: comparisons.filter((each) => each !== undefined),
  };
  const isSame =
    !comparisons.includes(undefined) && JSON.stringify(conditionIn(draft, typeOf)) === JSON.stringify(given);
  return isSame ? draft : { kind: 'composed', condition: given };
}

function comparisonIn({ fieldId, compare, value }: DraftComparison, type: FieldType | undefined): Condition {
  switch (compare) {
    case 'equals':
      return { fieldId, equals: valueIn(value, type) };
    case 'notEquals':
      return { not: { fieldId, equals: valueIn(value, type) } };
    case 'includes':
      return { fieldId, includes: value };
    case 'notIncludes':
      return { not: { fieldId, includes: value } };
    case 'atLeast':
      return { fieldId, atLeast: amountIn(value, type) };
    case 'atMost':
      return { fieldId, atMost: amountIn(value, type) };
    case 'answered':
      return { fieldId, answered: true };
    case 'notAnswered':
      return { not: { fieldId, answered: true } };
  }
}

function draftOfComparison(given: Condition, typeOf: TypeOf): DraftComparison | undefined {
  if ('all' in given || 'any' in given) return undefined;
  if ('not' in given) {
    const { not } = given;
    if ('all' in not || 'any' in not || 'not' in not) return undefined;
    if ('equals' in not) return { ...shown(not, typeOf), compare: 'notEquals' };
    if ('includes' in not) return { ...shown(not, typeOf), compare: 'notIncludes' };
    return 'answered' in not ? { ...shown(not, typeOf), compare: 'notAnswered' } : undefined;
  }
  return shown(given, typeOf);
}

function shown(given: Comparison, typeOf: TypeOf): DraftComparison {
  const { fieldId } = given;
  const type = typeOf(fieldId);
  if ('equals' in given) return { fieldId, compare: 'equals', value: textOf(given.equals, type) };
  if ('includes' in given) return { fieldId, compare: 'includes', value: given.includes };
  if ('atLeast' in given) return { fieldId, compare: 'atLeast', value: textOf(given.atLeast, type) };
  if ('atMost' in given) return { fieldId, compare: 'atMost', value: textOf(given.atMost, type) };
  return { fieldId, compare: 'answered', value: '' };
}

function valueIn(text: string, type: FieldType | undefined): string | boolean | number {
  if (type === 'yesNo' && (text === 'yes' || text === 'no')) return text === 'yes';
  if (type === 'date') return parseLocalDate(text) ?? text;
  return type === 'number' || type === 'money' ? amountIn(text, type) : text;
}

function amountIn(text: string, type: FieldType | undefined): number {
  return (type === 'money' ? centsIn(text) : numberIn(text)) ?? Number.NaN;
}

function textOf(value: string | boolean | number, type: FieldType | undefined): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return type === 'money' ? eurosOf(value) : numberText(value);
  const on = type === 'date' ? parseLocalDate(value) : undefined;
  return on ? formatLocalDate(on) : value;
}
