import type { FormDefinition } from '../domain/form.ts';
import type { Condition } from '../domain/forms/condition.ts';
import type { FieldOf, FormField, MemberField } from '../domain/forms/field.ts';

type Section = FormDefinition['sections'][number];
type More<T extends FormField['type']> = Partial<Omit<FieldOf<T>, 'id' | 'type' | 'label'>>;

/** Short forms for writing forms as data. Fields are required unless they say otherwise. */
export function text(id: string, label: string, more: More<'text'> = {}): FieldOf<'text'> {
  return { id, type: 'text', label, required: true, maxLength: 160, ...more };
}

export function longText(id: string, label: string, more: More<'longText'> = {}): FieldOf<'longText'> {
  return { id, type: 'longText', label, required: true, maxLength: 2000, ...more };
}

export function pattern(
  id: string,
  label: string,
  more: More<'pattern'> & Pick<FieldOf<'pattern'>, 'expression' | 'says' | 'example'>,
): FieldOf<'pattern'> {
  return { id, type: 'pattern', label, required: true, maxLength: 40, ...more };
}

export function number(id: string, label: string, more: More<'number'> = {}): FieldOf<'number'> {
  return { id, type: 'number', label, required: true, decimals: 0, minimum: 0, ...more };
}

export function money(id: string, label: string, more: More<'money'> = {}): FieldOf<'money'> {
  return { id, type: 'money', label, required: true, ...more };
}

export function date(id: string, label: string, more: More<'date'> = {}): FieldOf<'date'> {
  return { id, type: 'date', label, required: true, ...more };
}

export function yesNo(id: string, label: string, more: More<'yesNo'> = {}): FieldOf<'yesNo'> {
  return { id, type: 'yesNo', label, required: true, ...more };
}

export function iban(id: string, label: string, more: More<'iban'> = {}): FieldOf<'iban'> {
  return { id, type: 'iban', label, required: true, ...more };
}

export function address(id: string, label: string, more: More<'address'> = {}): FieldOf<'address'> {
  return { id, type: 'address', label, required: true, ...more };
}

export function person(id: string, label: string, more: More<'person'> = {}): FieldOf<'person'> {
  return { id, type: 'person', label, required: true, ...more };
}

/** @param options value → label */
export function choice(
  id: string,
  label: string,
  options: Readonly<Record<string, string>>,
  more: More<'choice'> = {},
): FieldOf<'choice'> {
  return { id, type: 'choice', label, required: true, options: optionsOf(options), ...more };
}

/** @param options value → label */
export function multipleChoice(
  id: string,
  label: string,
  options: Readonly<Record<string, string>>,
  more: More<'multipleChoice'> = {},
): FieldOf<'multipleChoice'> {
  return { id, type: 'multipleChoice', label, required: true, options: optionsOf(options), ...more };
}

/** Files are never demanded: whoever can't scan brings the paper. */
export function upload(id: string, label: string, more: More<'upload'> = {}): FieldOf<'upload'> {
  return {
    id,
    type: 'upload',
    label,
    required: false,
    accepts: ['pdf', 'jpeg', 'png', 'tiff'],
    maximumCount: 3,
    ...more,
  };
}

/** When a document is asked for on paper: where it didn't come with the form. */
export function unlessUploaded(uploadId: string): Condition {
  return { not: { fieldId: uploadId, answered: true } };
}

export function information(
  id: string,
  label: string,
  says: string,
  more: More<'information'> = {},
): FieldOf<'information'> {
  return { id, type: 'information', label, text: says, ...more };
}

export function group(
  id: string,
  label: string,
  more: Omit<FieldOf<'group'>, 'id' | 'type' | 'label' | 'fields'>,
  fields: MemberField[],
): FieldOf<'group'> {
  return { id, type: 'group', label, ...more, fields };
}

/** Who applies, under the same ids in every form. */
export function applicantSection(
  more: {
    readonly title?: string;
    readonly asks?: FieldOf<'person'>['asks'];
    readonly fields?: readonly FormField[];
  } = {},
): Section {
  return {
    title: more.title ?? 'Angaben zur Person',
    fields: [
      person('applicant', 'Antragstellende Person', more.asks ? { asks: more.asks } : {}),
      address('applicantAddress', 'Anschrift', { isApplicants: true }),
      {
        id: 'email',
        type: 'email',
        label: 'E-Mail-Adresse',
        help: 'Dorthin schicken wir die Eingangsbestätigung und Hinweise auf Neuigkeiten.',
        required: true,
      },
      {
        id: 'phone',
        type: 'phone',
        label: 'Telefon',
        help: 'Für Rückfragen, zum Beispiel 03900 123456.',
        required: false,
      },
      ...(more.fields ?? []),
    ],
  };
}

/** What all forms with `applicantSection` share. */
export const applicantIs: Pick<FormDefinition, 'applicantNameFields' | 'contactEmailField'> = {
  applicantNameFields: ['applicant'],
  contactEmailField: 'email',
};

function optionsOf(options: Readonly<Record<string, string>>): { value: string; label: string }[] {
  return Object.entries(options).map(([value, label]) => ({ value, label }));
}
