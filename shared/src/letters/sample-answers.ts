import type { Answers, AnswerValue, FormDefinition, FormField } from '../domain/form.ts';

/** Answers that nobody gave, one to each question, for whoever writes a template to see where they come to stand. */
export function sampleAnswers(form: FormDefinition): Answers {
  const given = form.sections
    .flatMap(({ fields }) => fields)
    .flatMap((field): [string, AnswerValue][] => {
      const value = sampleOf(field);
      return value === undefined ? [] : [[field.id, value]];
    });
  return Object.fromEntries(given);
}

/** What browsers would fill in. */
const filledIn: Readonly<Record<string, string>> = {
  'given-name': 'Erika',
  'family-name': 'Mustermann',
  'street-address': 'Musterweg 7',
  tel: '03900 123-45',
};

function sampleOf(field: FormField): AnswerValue | undefined {
  switch (field.type) {
    case 'text':
      // in brackets, so that it is taken for no answer
      return filledIn[field.autocomplete ?? ''] ?? `[${field.label}]`;
    case 'longText':
      return `[${field.label}]`;
    case 'pattern':
      return field.example;
    case 'date':
      return '2026-05-18';
    case 'email':
      return 'erika.mustermann@example.org';
    case 'phone':
      return '03900 123-45';
    case 'iban':
      return 'DE02120300000000202051';
    case 'yesNo':
      return true;
    case 'number':
      return field.minimum ?? Math.min(3, field.maximum ?? 3);
    case 'money':
      return field.minimum ?? Math.min(2500, field.maximum ?? 2500);
    case 'choice':
      return field.options[0]?.value;
    case 'multipleChoice':
      return field.options.slice(0, 2).map(({ value }) => value);
    case 'address':
      return { street: 'Musterweg', houseNumber: '7', postalCode: '39576', place: 'Musterstadt' };
    case 'person':
      return {
        firstName: 'Erika',
        lastName: 'Mustermann',
        ...Object.fromEntries((field.asks ?? []).map((part) => [part, samplePart[part]])),
      };
    case 'upload':
    case 'information':
    case 'group':
      return undefined;
  }
}

const samplePart = {
  birthName: 'Beispiel',
  bornOn: '1990-05-01',
  birthPlace: 'Musterstadt',
  nationality: 'deutsch',
} as const;
