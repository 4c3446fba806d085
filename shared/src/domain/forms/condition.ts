import { z } from '../zod.ts';
import type { AnswerValue } from './answers.ts';
import { fieldId } from './field-id.ts';

/** What an earlier answer must be for a field to be asked or a document to be needed. */
export type Condition =
  | { readonly fieldId: string; readonly equals: string | boolean | number }
  /** A multiple choice with this option among those chosen. */
  | { readonly fieldId: string; readonly includes: string }
  /** A number, an amount in cents, or how many entries a group has. */
  | { readonly fieldId: string; readonly atLeast: number }
  | { readonly fieldId: string; readonly atMost: number }
  | { readonly fieldId: string; readonly answered: true }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export type Comparison = Extract<Condition, { readonly fieldId: string }>;

const comparison: z.ZodType<Condition> = z.union([
  z.strictObject({ fieldId, equals: z.union([z.string().max(200), z.boolean(), z.number()]) }),
  z.strictObject({ fieldId, includes: z.string().max(60) }),
  z.strictObject({ fieldId, atLeast: z.number() }),
  z.strictObject({ fieldId, atMost: z.number() }),
  z.strictObject({ fieldId, answered: z.literal(true) }),
]);

/** Levels are written out, because a nesting without end would overflow the stack of whoever reads it. */
export const condition: z.ZodType<Condition> = combined(combined(combined(comparison)));

function combined(inner: z.ZodType<Condition>): z.ZodType<Condition> {
  return z.union([
    comparison,
    z.strictObject({ all: z.array(inner).min(1).max(10) }),
    z.strictObject({ any: z.array(inner).min(1).max(10) }),
    z.strictObject({ not: inner }),
  ]);
}

/** All comparisons a condition is made of, in order. */
export function comparisonsOf(given: Condition): readonly Comparison[] {
  if ('all' in given) return given.all.flatMap(comparisonsOf);
  if ('any' in given) return given.any.flatMap(comparisonsOf);
  return 'not' in given ? comparisonsOf(given.not) : [given];
}

/**
 * @param answerTo the accepted answer to an earlier field; undefined when it was not asked, left empty or not
 *   acceptable. What hangs on such an answer is not met, and `not` of it is.
 */
export function isMet(given: Condition, answerTo: (fieldId: string) => AnswerValue | undefined): boolean {
  if ('all' in given) return given.all.every((each) => isMet(each, answerTo));
  if ('any' in given) return given.any.some((each) => isMet(each, answerTo));
  if ('not' in given) return !isMet(given.not, answerTo);
  const answer = answerTo(given.fieldId);
  if (answer === undefined) return false;
  if ('equals' in given) return answer === given.equals;
  if ('includes' in given) return Array.isArray(answer) && answer.some((chosen) => chosen === given.includes);
  if ('answered' in given) return true;
  const amount = Array.isArray(answer) ? answer.length : answer;
  if (typeof amount !== 'number') return false;
  return 'atLeast' in given ? amount >= given.atLeast : amount <= given.atMost;
}
