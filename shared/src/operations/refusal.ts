import { fieldError } from '../domain/forms/field-error.ts';
import { clerkId } from '../domain/ids.ts';
import { instant } from '../domain/time.ts';
import { z } from '../domain/zod.ts';

/** Why the server refused an operation: a closed list, each with what a person needs to understand it. */
export const refusal = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('malformed') }),
  z.strictObject({ code: z.literal('internal') }),
  z.strictObject({ code: z.literal('notAllowed') }),
  z.strictObject({ code: z.literal('noSuchCase') }),
  z.strictObject({ code: z.literal('noSuchClerk') }),
  z.strictObject({ code: z.literal('noSuchService') }),
  z.strictObject({ code: z.literal('formVersionGone') }),
  z.strictObject({ code: z.literal('invalidAnswers'), errors: z.array(fieldError) }),
  z.strictObject({ code: z.literal('alreadyExists') }),
  z.strictObject({ code: z.literal('alreadyDecided'), byId: clerkId, at: instant }),
  z.strictObject({ code: z.literal('alreadyAssigned'), toId: clerkId }),
  z.strictObject({ code: z.literal('notAssigned'), toId: clerkId.nullable() }),
  z.strictObject({ code: z.literal('reasonRequired') }),
  z.strictObject({ code: z.literal('textRequired') }),
]);
export type Refusal = z.infer<typeof refusal>;
