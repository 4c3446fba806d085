import { condition } from './forms/condition.ts';
import { formField } from './forms/field.ts';
import { fieldId } from './forms/field-id.ts';
import { setUpProblems } from './forms/set-up.ts';
import { z } from './zod.ts';

export { type Answers, type AnswerValue, answers, answerValue } from './forms/answers.ts';
export { type FormField, formField } from './forms/field.ts';

/** Something on paper that the office needs to see: always, or depending on the answers. */
export const supportingDocument = z.strictObject({
  id: fieldId,
  label: z.string().min(1).max(200),
  help: z.string().max(500).optional(),
  neededWhen: condition.optional(),
});
export type SupportingDocument = z.infer<typeof supportingDocument>;

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
    /** Which answers say in one line what the application is about. */
    summaryFields: z.array(fieldId).max(4).optional(),
    supportingDocuments: z.array(supportingDocument).max(30).optional(),
  })
  .superRefine((form, context) => {
    for (const { at, code } of setUpProblems(form))
      context.addIssue({ code: 'custom', message: code, path: [at] });
  });
export type FormDefinition = z.infer<typeof formDefinition>;
