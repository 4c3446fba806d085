import { z } from './zod.ts';

const fieldId = z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/);

const condition = z.strictObject({ fieldId, equals: z.union([z.string(), z.boolean()]) });

const common = {
  id: fieldId,
  label: z.string().min(1).max(200),
  help: z.string().max(500).optional(),
  required: z.boolean(),
  /** Shown (and asked) only when an earlier answer has this value. */
  showWhen: condition.optional(),
};

export const formField = z.discriminatedUnion('type', [
  z.strictObject({
    ...common,
    type: z.literal('text'),
    maxLength: z.int().min(1).max(500),
    /** What the field expects, for browsers to fill in: an HTML autocomplete token. */
    autocomplete: z.string().max(40).optional(),
    pattern: z
      .strictObject({ expression: z.string().max(200).refine(isPattern), says: z.string().max(200) })
      .optional(),
  }),
  z.strictObject({ ...common, type: z.literal('longText'), maxLength: z.int().min(1).max(5000) }),
  z.strictObject({ ...common, type: z.literal('date') }),
  z.strictObject({ ...common, type: z.literal('email') }),
  z.strictObject({ ...common, type: z.literal('yesNo') }),
  z.strictObject({
    ...common,
    type: z.literal('choice'),
    options: z
      .array(z.strictObject({ value: z.string().min(1).max(60), label: z.string().min(1).max(200) }))
      .min(2)
      .max(50),
  }),
]);
export type FormField = z.infer<typeof formField>;

/**
 * What a form asks, as data: edited by people who don't program, never compiled. What doesn't fit together is
 * refused when the form is set up, where somebody can mend it, and not at a citizen's application.
 */
export const formDefinition = z
  .strictObject({
    sections: z
      .array(
        z.strictObject({
          title: z.string().min(1).max(200),
          fields: z.array(formField).min(1).max(60),
        }),
      )
      .min(1)
      .max(30),
    /** Which answers together are the applicant's name, and which is the address for mails. */
    applicantNameFields: z.array(fieldId).min(1).max(4),
    contactEmailField: fieldId.optional(),
  })
  .refine(fitsTogether);
export type FormDefinition = z.infer<typeof formDefinition>;

export const answerValue = z.union([z.string().max(5000), z.boolean()]);
export type AnswerValue = z.infer<typeof answerValue>;

/** Answers by field id. A field that is not visible has no answer. */
export const answers = z.record(fieldId, answerValue);
export type Answers = z.infer<typeof answers>;

/** As `checkAnswers` compiles it. */
function isPattern(expression: string): boolean {
  try {
    return new RegExp(`^(?:${expression})$`, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** Each field has its name for itself, conditions look back, and name and address come from fields that hold them. */
function fitsTogether(form: {
  readonly sections: readonly { readonly fields: readonly FormField[] }[];
  readonly applicantNameFields: readonly string[];
  readonly contactEmailField?: string | undefined;
}): boolean {
  const before = new Map<string, FormField['type']>();
  for (const { id, type, showWhen } of form.sections.flatMap(({ fields }) => fields)) {
    if (before.has(id) || (showWhen && !before.has(showWhen.fieldId))) return false;
    before.set(id, type);
  }
  return (
    form.applicantNameFields.every((id) => before.get(id) === 'text') &&
    (form.contactEmailField === undefined || before.get(form.contactEmailField) === 'email')
  );
}
