import { fileKind } from '../blob.ts';
import { z } from '../zod.ts';
import { condition } from './condition.ts';
import { fieldId } from './field-id.ts';

const shown = {
  id: fieldId,
  label: z.string().min(1).max(200),
  help: z.string().max(500).optional(),
  /** Shown (and asked) only when earlier answers are so. */
  showWhen: condition.optional(),
};
const asked = { ...shown, required: z.boolean() };

const expression = z.string().max(200).refine(isPattern);
const optionLabel = z.string().min(1).max(200);

export const textField = z.strictObject({
  ...asked,
  type: z.literal('text'),
  maxLength: z.int().min(1).max(500),
  /** What the field expects, for browsers to fill in: an HTML autocomplete token. */
  autocomplete: z.string().max(40).optional(),
  pattern: z.strictObject({ expression, says: z.string().max(200) }).optional(),
});

/** Numbers and marks with a fixed shape (chip, licence plate): spaces don't count, an example is shown. */
export const patternField = z.strictObject({
  ...asked,
  type: z.literal('pattern'),
  maxLength: z.int().min(1).max(100),
  expression,
  says: z.string().min(1).max(200),
  example: z.string().min(1).max(100),
});

const simpleFields = [
  textField,
  patternField,
  z.strictObject({ ...asked, type: z.literal('longText'), maxLength: z.int().min(1).max(5000) }),
  z.strictObject({ ...asked, type: z.literal('date') }),
  z.strictObject({ ...asked, type: z.literal('email') }),
  z.strictObject({ ...asked, type: z.literal('phone') }),
  z.strictObject({ ...asked, type: z.literal('iban') }),
  z.strictObject({ ...asked, type: z.literal('yesNo') }),
  z.strictObject({
    ...asked,
    type: z.literal('number'),
    decimals: z.int().min(0).max(3),
    minimum: z.number().min(-1e9).max(1e9).optional(),
    maximum: z.number().min(-1e9).max(1e9).optional(),
    /** Behind the number: `m²`. */
    unit: z.string().max(20).optional(),
  }),
  /** Integer cents. */
  z.strictObject({
    ...asked,
    type: z.literal('money'),
    minimum: z.int().min(0).max(1e11).optional(),
    maximum: z.int().min(0).max(1e11).optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('choice'),
    options: z
      .array(z.strictObject({ value: z.string().min(1).max(60), label: optionLabel }))
      .min(2)
      .max(50),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('multipleChoice'),
    options: z
      .array(z.strictObject({ value: z.string().regex(/^[A-Za-z0-9-]{1,60}$/), label: optionLabel }))
      .min(1)
      .max(50),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('address'),
    /** The applicant's own, which browsers can fill in. */
    isApplicants: z.boolean().optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('person'),
    /** What is asked beside first and last name. */
    asks: z
      .array(z.enum(['birthName', 'bornOn', 'birthPlace', 'nationality']))
      .max(4)
      .optional(),
  }),
  z.strictObject({
    ...asked,
    type: z.literal('upload'),
    accepts: z.array(fileKind).min(1).max(4),
    maximumCount: z.int().min(1).max(20),
  }),
  /** Something to read, without an answer. */
  z.strictObject({ ...shown, type: z.literal('information'), text: z.string().min(1).max(2000) }),
] as const;

/** A field that may stand in a repeated group. */
export const memberField = z.discriminatedUnion('type', simpleFields);
export type MemberField = z.infer<typeof memberField>;

/** The same questions several times, once for each child, each vehicle … */
export const groupField = z.strictObject({
  ...shown,
  type: z.literal('group'),
  /** One of them, before its number: `Kind`. */
  entryTitle: z.string().min(1).max(60),
  /** On the button: `Weiteres Kind hinzufügen`. */
  addLabel: z.string().min(1).max(80),
  minimumCount: z.int().min(0).max(20),
  maximumCount: z.int().min(1).max(20),
  fields: z.array(memberField).min(1).max(20),
});
export type GroupField = z.infer<typeof groupField>;

export const formField = z.discriminatedUnion('type', [...simpleFields, groupField]);
export type FormField = z.infer<typeof formField>;

export type FieldOf<T extends FormField['type']> = Extract<FormField, { type: T }>;
export type AskedField = Exclude<MemberField, { type: 'information' }>;

/** As it is matched: the whole answer, not a part of it. */
export function wholeMatch(expression: string): RegExp {
  return new RegExp(`^(?:${expression})$`, 'u');
}

function isPattern(expression: string): boolean {
  try {
    return wholeMatch(expression) instanceof RegExp;
  } catch {
    return false;
  }
}
