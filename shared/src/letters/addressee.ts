import type { Answers, AnswerValue, FormDefinition } from '../domain/form.ts';
import { fieldsOf } from '../domain/form-interpreter.ts';

/**
 * The applicant's name and address, line by line, as the form's fields say. Empty where the form asks for no address or
 * none was given. A c/o or a company is for the clerk to add.
 */
export function addresseeOf(form: FormDefinition, answers: Answers, name: string): readonly string[] {
  const place = addressOf(form, answers) ?? plainAddressOf(form, answers);
  return name === '' || place === undefined ? [] : [name, ...place];
}

/** Of an address field: the applicant's own before any other. */
function addressOf(form: FormDefinition, answers: Answers): readonly string[] | undefined {
  const fields = fieldsOf(form).filter((field) => field.type === 'address');
  const own = fields.filter(({ isApplicants }) => isApplicants === true);
  for (const { id } of [...own, ...fields]) {
    const { street = '', houseNumber = '', postalCode = '', place = '' } = partsIn(answers[id]);
    if (street !== '' && place !== '')
      return [`${street} ${houseNumber}`.trim(), `${postalCode} ${place}`.trim()];
  }
  return undefined;
}

/** Of forms from before there were address fields: a street, and a field for postcode and place. */
function plainAddressOf(form: FormDefinition, answers: Answers): readonly string[] | undefined {
  const fields = fieldsOf(form);
  const street = fields.find((field) => field.type === 'text' && field.autocomplete === 'street-address');
  const line = textIn(street && answers[street.id]);
  const place = fields
    .filter((field) => field.type === 'text' && field !== street)
    .map(({ id }) => textIn(answers[id]))
    .find((text) => /^\d{5} \S/.test(text));
  return line === '' || place === undefined ? undefined : [line, place];
}

function partsIn(value: AnswerValue | undefined): Readonly<Record<string, string>> {
  return typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, string>) : {};
}

function textIn(value: AnswerValue | undefined): string {
  return typeof value === 'string' ? value.trim() : '';
}
