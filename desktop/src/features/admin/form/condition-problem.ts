import { comparisonsOf } from '@amtsstube/shared/domain/forms/condition';
import type { FormField } from '@amtsstube/shared/domain/forms/field';
import { canBeMet } from '@amtsstube/shared/domain/forms/set-up';
import { de } from '../../../texts/de.ts';
import { comparesFor, needsValue } from './draft-condition.ts';
import {
  allFields,
  type DraftComparison,
  type DraftCondition,
  type DraftMember,
  type FormDraft,
} from './form-draft.ts';
import { centsIn, numberIn } from './typed-numbers.ts';

interface Where {
  /** The question that has the condition; undefined: a document. */
  readonly of: DraftMember | undefined;
  /** What is asked before it, and can be looked at. */
  readonly visible: readonly DraftMember[];
}

/** What is wrong with a condition, in words that say where; undefined: nothing. */
export function conditionProblem(draft: FormDraft, when: DraftCondition, where: Where): string | undefined {
  if (when.kind === 'always') return undefined;
  const text = de.formEditor.problems;
  if (when.kind === 'simple' && when.comparisons.length === 0) return text.conditionEmpty;
  if (when.kind === 'simple' && when.comparisons.length > 10) return text.conditionTooLong;
  for (const id of idsIn(when)) {
    const says = placeProblem(draft, id, where);
    if (says !== undefined) return says;
  }
  if (when.kind === 'composed') {
    const misfit = comparisonsOf(when.condition).find((comparison) => {
      const field = where.visible.find(({ id }) => id === comparison.fieldId);
      // of a field it takes no more than its kind and its options
      return field !== undefined && !canBeMet(comparison, field as unknown as FormField);
    });
    return misfit && text.conditionDoesNotFit(labelOf(draft, misfit.fieldId));
  }
  for (const comparison of when.comparisons) {
    const field = where.visible.find(({ id }) => id === comparison.fieldId);
    const says = field && comparisonProblem(comparison, field);
    if (says !== undefined) return says;
  }
  return undefined;
}

export function idsIn(when: DraftCondition): readonly string[] {
  if (when.kind === 'always') return [];
  return when.kind === 'simple'
    ? when.comparisons.map(({ fieldId }) => fieldId)
    : comparisonsOf(when.condition).map(({ fieldId }) => fieldId);
}

/** A question that can't be looked at from here: not chosen, gone, this one, later, or one in a group from outside. */
function placeProblem(draft: FormDraft, id: string, { of, visible }: Where): string | undefined {
  const text = de.formEditor.problems;
  if (visible.some((field) => field.id === id)) return undefined;
  if (id === '') return text.conditionNotChosen;
  const target = allFields(draft).find((field) => field.id === id);
  if (target === undefined) return text.conditionGone;
  if (target.id === of?.id) return text.conditionOnItself;
  const circle = of && circleThrough(draft, of.id, target.id);
  if (circle !== undefined) return text.conditionCircle(circle.map((each) => labelOf(draft, each)));
  const isTop = draft.sections.some(({ fields }) => fields.some((field) => field.id === id));
  return isTop ? text.conditionLater(labelOf(draft, id)) : text.conditionInGroup(labelOf(draft, id));
}

/** From one question by its conditions back to itself; undefined: there is no such way through `via`. */
function circleThrough(draft: FormDraft, start: string, via: string): readonly string[] | undefined {
  const conditions = new Map(allFields(draft).map(({ id, when }) => [id, idsIn(when)]));
  const seen = new Set<string>();
  const search = (at: string, way: readonly string[]): readonly string[] | undefined => {
    if (at === start) return [...way, at];
    if (seen.has(at)) return undefined;
    seen.add(at);
    for (const next of conditions.get(at) ?? []) {
      const found = search(next, [...way, at]);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return search(via, [start]);
}

export function labelOf(draft: FormDraft, id: string): string {
  const label =
    allFields(draft)
      .find((field) => field.id === id)
      ?.label.trim() ?? '';
  return label === '' ? de.formEditor.unnamed : label;
}

function comparisonProblem({ compare, value }: DraftComparison, field: DraftMember): string | undefined {
  const text = de.formEditor.problems;
  const name = field.label.trim() === '' ? de.formEditor.unnamed : field.label.trim();
  if (!comparesFor(field.type).includes(compare)) return text.conditionDoesNotFit(name);
  if (!needsValue(compare)) return undefined;
  if (value.trim() === '') return text.conditionNoValue(name);
  switch (field.type) {
    case 'yesNo':
      return value === 'yes' || value === 'no' ? undefined : text.conditionDoesNotFit(name);
    case 'choice':
    case 'multipleChoice':
      if (compare !== 'atLeast' && compare !== 'atMost')
        return field.options.some((option) => option.value === value)
          ? undefined
          : text.conditionOptionGone(name);
      return isNumber(numberIn(value)) ? undefined : text.conditionNoNumber(name);
    case 'number':
    case 'group':
    case 'upload':
      return isNumber(numberIn(value)) ? undefined : text.conditionNoNumber(name);
    case 'money':
      return isNumber(centsIn(value)) ? undefined : text.conditionNoNumber(name);
    default:
      return value.length > 200 ? text.tooLong(200) : undefined;
  }
}

function isNumber(value: number | undefined): boolean {
  return value !== undefined && !Number.isNaN(value);
}
