import { z } from '../zod.ts';

/** Why an answer is not accepted; the wording belongs to whoever shows it. */
export const fieldErrorCode = z.enum([
  'required',
  'tooLong',
  'notADate',
  'notAnEmail',
  'notAPhone',
  'notAnIban',
  'notAPostalCode',
  'notANumber',
  'notMoney',
  'tooManyDecimals',
  'belowMinimum',
  'aboveMaximum',
  'notAChoice',
  'notYesOrNo',
  'patternMismatch',
  'controlCharacters',
  'tooMany',
  'notAFile',
  'fileKindRefused',
  'unknownField',
  'answersTooLong',
]);
export type FieldErrorCode = z.infer<typeof fieldErrorCode>;

/**
 * `path` leads to the answer: a field's id, with a part (`address.postalCode`) or through an entry of a group
 * (`children.0.bornOn`). '' is the application as a whole.
 */
export const fieldError = z.strictObject({ path: z.string().max(300), code: fieldErrorCode });
export type FieldError = z.infer<typeof fieldError>;
