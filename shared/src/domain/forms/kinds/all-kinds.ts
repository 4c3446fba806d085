import type { AskedField, FieldOf } from '../field.ts';
import { choice, multipleChoice, yesNo } from './choice.ts';
import { date } from './date.ts';
import { iban } from './iban.ts';
import type { Kind } from './kind.ts';
import { money, number } from './number.ts';
import { address, person } from './parts.ts';
import { email, longText, pattern, phone, text } from './text.ts';
import { upload } from './upload.ts';

const kinds: { readonly [T in AskedField['type']]: Kind<FieldOf<T>> } = {
  text,
  longText,
  pattern,
  email,
  phone,
  iban,
  number,
  money,
  date,
  choice,
  multipleChoice,
  yesNo,
  address,
  person,
  upload,
};

/** What is particular about this field's kind. */
export function kindOf<F extends AskedField>(field: F): Kind<F> {
  // the table pairs each type with its own kind, which TypeScript can't follow through a union
  return kinds[field.type] as unknown as Kind<F>;
}
