import { wholeMatch } from '@amtsstube/shared/domain/forms/field';
import { de } from '../../../texts/de.ts';
import type { DraftMember } from './form-draft.ts';
import { centsIn, numberIn } from './typed-numbers.ts';

interface OwnProblem {
  readonly part: keyof DraftMember;
  readonly says: string;
}

/** What is wrong with a question by itself, at each of its inputs; its condition is another matter. */
export function fieldProblems(field: DraftMember): readonly OwnProblem[] {
  const text = de.formEditor.problems;
  const found: OwnProblem[] = [];
  const add = (part: keyof DraftMember, says: string | undefined) =>
    says !== undefined && found.push({ part, says });
  add('label', textProblem(field.label, 200));
  if (field.help.trim().length > 500) add('help', text.tooLong(500));
  const limits = limitsOf(field);
  for (const [part, { least, most, isOptional = false, isMoney = false }] of Object.entries(limits)) {
    const typed = field[part as keyof DraftMember] as string;
    const value = isMoney ? centsIn(typed) : numberIn(typed);
    if (value === undefined) add(part as keyof DraftMember, isOptional ? undefined : text.missing);
    else if (Number.isNaN(value)) add(part as keyof DraftMember, text.notANumber);
    else if (!isMoney && (value < least || value > most || isBroken(field, part, value)))
      add(part as keyof DraftMember, text.between(least, most));
  }
  if (found.length > 0) return found;
  add('maximum', rangeProblem(field));
  switch (field.type) {
    case 'text':
      if (field.expression !== '') add('expression', expressionProblem(field.expression));
      if (field.says.trim().length > 200) add('says', text.tooLong(200));
      break;
    case 'pattern':
      add('expression', field.expression === '' ? text.missing : expressionProblem(field.expression));
      add('says', textProblem(field.says, 200));
      add('example', textProblem(field.example, 100) ?? exampleProblem(field));
      break;
    case 'choice':
    case 'multipleChoice':
      add('options', optionsProblem(field));
      break;
    case 'number':
      if (field.unit.trim().length > 20) add('unit', text.tooLong(20));
      break;
    case 'upload':
      if (field.accepts.length === 0) add('accepts', text.noKinds);
      break;
    case 'information':
      add('text', textProblem(field.text, 2000));
      break;
    case 'group':
      add('entryTitle', textProblem(field.entryTitle, 60));
      add('addLabel', textProblem(field.addLabel, 80));
      break;
    default:
      break;
  }
  return found;
}

interface Limit {
  readonly least: number;
  readonly most: number;
  readonly isOptional?: boolean;
  readonly isMoney?: boolean;
}

/** The numbers a kind has, and between what each may be. */
function limitsOf({ type }: DraftMember): Partial<Record<keyof DraftMember, Limit>> {
  switch (type) {
    case 'text':
      return { maxLength: { least: 1, most: 500 } };
    case 'pattern':
      return { maxLength: { least: 1, most: 100 } };
    case 'longText':
      return { maxLength: { least: 1, most: 5000 } };
    case 'number': {
      const bound = { least: -1e9, most: 1e9, isOptional: true };
      return { decimals: { least: 0, most: 3, isOptional: true }, minimum: bound, maximum: bound };
    }
    case 'money': {
      const bound = { least: 0, most: 1e11, isOptional: true, isMoney: true };
      return { minimum: bound, maximum: bound };
    }
    case 'upload':
      return { maximumCount: { least: 1, most: 20 } };
    case 'group':
      return {
        minimumCount: { least: 0, most: 20, isOptional: true },
        maximumCount: { least: 1, most: 20 },
      };
    default:
      return {};
  }
}

/** Counts are whole; the bounds of a number have its decimals. */
function isBroken(field: DraftMember, part: string, value: number): boolean {
  const decimals = part === 'minimum' || part === 'maximum' ? (numberIn(field.decimals) ?? 0) : 0;
  return Number.isInteger(decimals) && decimals >= 0 && decimals <= 3
    ? Number(value.toFixed(decimals)) !== value
    : false;
}

function rangeProblem(field: DraftMember): string | undefined {
  const text = de.formEditor.problems;
  const read = field.type === 'money' ? centsIn : numberIn;
  if (field.type === 'number' || field.type === 'money') {
    const [least, most] = [read(field.minimum), read(field.maximum)];
    return least !== undefined && most !== undefined && least > most ? text.minimumAboveMaximum : undefined;
  }
  if (field.type !== 'group') return undefined;
  return (numberIn(field.minimumCount) ?? 0) > (numberIn(field.maximumCount) ?? 0)
    ? text.minimumAboveMaximum
    : undefined;
}

function textProblem(typed: string, longest: number): string | undefined {
  const text = de.formEditor.problems;
  if (typed.trim() === '') return text.missing;
  return typed.trim().length > longest ? text.tooLong(longest) : undefined;
}

function expressionProblem(expression: string): string | undefined {
  const text = de.formEditor.problems;
  if (expression.length > 200) return text.tooLong(200);
  return compiled(expression) === undefined ? text.notAPattern : undefined;
}

/** The example a citizen is shown must itself be accepted: else nobody could fill in the question as it says. */
function exampleProblem({ expression, example, maxLength }: DraftMember): string | undefined {
  const text = de.formEditor.problems;
  const matched = compiled(expression);
  const given = example.replaceAll(/\s+/gu, '');
  if (given.length > (numberIn(maxLength) ?? 0)) return text.exampleTooLong;
  return matched === undefined || matched.test(given) ? undefined : text.exampleDoesNotFit;
}

function compiled(expression: string): RegExp | undefined {
  try {
    return wholeMatch(expression);
  } catch {
    return undefined;
  }
}

function optionsProblem({ type, options }: DraftMember): string | undefined {
  const text = de.formEditor.problems;
  const labels = options.map(({ label }) => label.trim());
  const fewest = type === 'choice' ? 2 : 1;
  if (labels.length < fewest) return text.tooFewOptions(fewest);
  if (labels.length > 50) return text.tooManyOptions;
  if (labels.some((label) => label === '')) return text.emptyOption;
  if (labels.some((label) => label.length > 200)) return text.tooLong(200);
  const twice = labels.find((label, index) => labels.indexOf(label) < index);
  return twice === undefined ? undefined : text.optionTwice(twice);
}
