import { describe, expect, it } from 'vitest';
import { type FormDefinition, type FormField, formDefinition } from '../form.ts';
import { checkAnswers, documentChecklist, maximumAnswersBytes } from '../form-interpreter.ts';
import { type Condition, condition } from './condition.ts';
import { locateField } from './locate-field.ts';
import { setUpProblems } from './set-up.ts';

const name: FormField = { id: 'name', type: 'text', label: 'Name', required: true, maxLength: 20 };
const has: FormField = { id: 'has', type: 'yesNo', label: 'Hat', required: true };
const years: FormField = { id: 'years', type: 'number', label: 'Jahre', required: false, decimals: 0 };
const colours: FormField = {
  id: 'colours',
  type: 'multipleChoice',
  label: 'Farben',
  required: false,
  options: [
    { value: 'red', label: 'Rot' },
    { value: 'blue', label: 'Blau' },
  ],
};
const dogs: FormField = {
  id: 'dogs',
  type: 'group',
  label: 'Hunde',
  entryTitle: 'Hund',
  addLabel: 'Weiteren Hund hinzufügen',
  minimumCount: 0,
  maximumCount: 3,
  fields: [
    { id: 'barks', type: 'yesNo', label: 'Bellt', required: true },
    {
      id: 'when',
      type: 'text',
      label: 'Wann',
      required: true,
      maxLength: 20,
      showWhen: { fieldId: 'barks', equals: true },
    },
  ],
};
const note: FormField = { id: 'note', type: 'information', label: 'Hinweis', text: 'x' };
const home: FormField = { id: 'home', type: 'address', label: 'Anschrift', required: false };
const last = (showWhen: Condition): FormField => ({
  id: 'last',
  type: 'text',
  label: 'Z',
  required: true,
  maxLength: 9,
  showWhen,
});
const formOf = (...fields: FormField[]): FormDefinition => ({
  sections: [{ title: 'Teil', fields }],
  applicantNameFields: ['name'],
});
const whole = (showWhen: Condition) => formOf(name, has, years, colours, dogs, note, home, last(showWhen));

describe('a form is refused when it is set up', () => {
  it.each<[string, Condition, string]>([
    ['on itself', { fieldId: 'last', answered: true }, 'conditionNotBackwards'],
    ['on nothing', { fieldId: 'nope', answered: true }, 'conditionNotBackwards'],
    ['into a group', { fieldId: 'barks', equals: true }, 'conditionNotBackwards'],
    ['on something to read', { fieldId: 'note', answered: true }, 'conditionNeverMet'],
    ['on an option there isn’t', { fieldId: 'colours', includes: 'green' }, 'conditionNeverMet'],
    ['on a text of a yes or no', { fieldId: 'has', equals: 'yes' }, 'conditionNeverMet'],
    ['on a number of a text', { fieldId: 'name', atLeast: 3 }, 'conditionNeverMet'],
    ['on an address as a text', { fieldId: 'home', equals: 'x' }, 'conditionNeverMet'],
    [
      'deep inside',
      {
        not: {
          any: [
            { fieldId: 'has', equals: true },
            { fieldId: 'last', answered: true },
          ],
        },
      },
      'conditionNotBackwards',
    ],
  ])('with a condition %s', (_, showWhen, code) => {
    expect(setUpProblems(whole(showWhen))).toEqual([{ at: 'last', code }]);
    expect(formDefinition.safeParse(whole(showWhen)).success).toBe(false);
  });

  it('with a condition that looks forward, so that none can go in a circle', () => {
    const first = { ...years, showWhen: { fieldId: 'last', answered: true } } as FormField;
    const form = formOf(name, first, last({ fieldId: 'years', atLeast: 1 }));
    expect(setUpProblems(form)).toEqual([{ at: 'years', code: 'conditionNotBackwards' }]);
  });

  it.each<[string, FormDefinition, string]>([
    ['two fields of one id, one in a group', formOf(name, { ...has, id: 'barks' }, dogs), 'idTwice'],
    [
      'an option twice',
      formOf(name, {
        ...colours,
        options: [
          ...(colours.type === 'multipleChoice' ? colours.options : []),
          { value: 'red', label: 'R' },
        ],
      } as FormField),
      'optionTwice',
    ],
    [
      'bounds the wrong way round',
      formOf(name, { ...years, minimum: 5, maximum: 4 } as FormField),
      'minimumAboveMaximum',
    ],
    [
      'a group of more than it may have',
      formOf(name, { ...dogs, minimumCount: 4 } as FormField),
      'minimumAboveMaximum',
    ],
    ['a name that is none', { ...formOf(name, has), applicantNameFields: ['has'] }, 'notAName'],
    ['mails to what is no address', { ...formOf(name), contactEmailField: 'name' }, 'notAnEmailField'],
    ['a summary of a group', { ...formOf(name, dogs), summaryFields: ['dogs'] }, 'notASummary'],
    [
      'a document twice',
      {
        ...formOf(name),
        supportingDocuments: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
      'idTwice',
    ],
    [
      'a document on nothing',
      {
        ...formOf(name),
        supportingDocuments: [{ id: 'a', label: 'A', neededWhen: { fieldId: 'x', answered: true } }],
      },
      'conditionNotBackwards',
    ],
  ])('with %s', (_, form, code) => {
    expect(setUpProblems(form).map((each) => each.code)).toEqual([code]);
    expect(formDefinition.safeParse(form).success).toBe(false);
  });

  it('with a condition nested deeper than anybody reads', () => {
    const comparison: Condition = { fieldId: 'has', equals: true };
    expect(condition.safeParse({ not: { not: { not: comparison } } }).success).toBe(true);
    expect(condition.safeParse({ not: { not: { not: { not: comparison } } } }).success).toBe(false);
  });
});

describe('conditions', () => {
  const asked = (showWhen: Condition, given: Record<string, unknown>) => {
    const checked = checkAnswers(whole(showWhen), { name: 'N', has: 'no', ...given });
    return !checked.ok && checked.errors.some(({ path, code }) => path === 'last' && code === 'required');
  };
  it.each<[Condition, Record<string, unknown>, boolean]>([
    [{ fieldId: 'years', atLeast: 3 }, { years: '3' }, true],
    [{ fieldId: 'years', atLeast: 3 }, { years: '2' }, false],
    [{ fieldId: 'years', atLeast: 3 }, {}, false],
    [{ fieldId: 'years', atMost: 3 }, { years: '3' }, true],
    [{ fieldId: 'colours', includes: 'red' }, { colours: ['blue', 'red'] }, true],
    [{ fieldId: 'colours', includes: 'red' }, { colours: ['blue'] }, false],
    [{ fieldId: 'dogs', atLeast: 1 }, { dogs: [{ barks: 'no' }] }, true],
    [{ fieldId: 'dogs', atLeast: 1 }, { dogs: [{}] }, false],
    [{ not: { fieldId: 'home', answered: true } }, {}, true],
    [
      {
        all: [
          { fieldId: 'has', equals: false },
          { fieldId: 'years', answered: true },
        ],
      },
      {},
      false,
    ],
    [
      {
        any: [
          { fieldId: 'has', equals: false },
          { fieldId: 'years', answered: true },
        ],
      },
      {},
      true,
    ],
    // an answer that isn't accepted is none
    [{ fieldId: 'years', answered: true }, { years: 'viele' }, false],
  ])('%j with %j: %s', (showWhen, given, expected) => {
    expect(setUpProblems(whole(showWhen))).toEqual([]);
    expect(asked(showWhen, given)).toBe(expected);
  });

  it('in a group look at the same entry, and errors say which', () => {
    const given = { name: 'N', dogs: [{ barks: 'no', when: 'nie' }, { barks: 'yes' }, {}] };
    expect(checkAnswers(formOf(name, dogs), given)).toEqual({
      ok: false,
      errors: [{ path: 'dogs.1.when', code: 'required' }],
    });
    expect(locateField(formOf(name, dogs), 'dogs.1.when')).toMatchObject({
      entry: 'Hund 2',
      fieldPath: 'dogs.1.when',
    });
    expect(checkAnswers(formOf(name, dogs), { ...given, dogs: given.dogs.slice(0, 1) })).toEqual({
      ok: true,
      answers: { name: 'N', dogs: [{ barks: false }] },
    });
    expect(
      checkAnswers(formOf(name, dogs), { name: 'N', dogs: Array(4).fill({ barks: true, when: 'x' }) }),
    ).toMatchObject({
      errors: [{ path: 'dogs', code: 'tooMany' }],
    });
  });

  it('say which documents are needed', () => {
    const form: FormDefinition = {
      ...formOf(name, has),
      supportingDocuments: [
        { id: 'always', label: 'Immer' },
        { id: 'sometimes', label: 'Manchmal', neededWhen: { fieldId: 'has', equals: true } },
      ],
    };
    const ids = (answers: Record<string, boolean>) => documentChecklist(form, answers).map(({ id }) => id);
    expect(ids({ has: false })).toEqual(['always']);
    expect(ids({ has: true })).toEqual(['always', 'sometimes']);
  });
});

it('answers that leave no room in an operation are refused, umlauts counted as two bytes', () => {
  const fields = Array.from(
    { length: 30 },
    (_, index): FormField => ({
      id: `t${index}`,
      type: 'longText',
      label: 'T',
      required: false,
      maxLength: 5000,
    }),
  );
  const form = formOf(name, ...fields);
  const given = (letter: string) => ({
    name: 'N',
    ...Object.fromEntries(fields.map(({ id }) => [id, letter.repeat(5000)])),
  });
  expect(new TextEncoder().encode(JSON.stringify(given('ä'))).length).toBeGreaterThan(maximumAnswersBytes);
  expect(checkAnswers(form, given('ä'))).toEqual({
    ok: false,
    errors: [{ path: '', code: 'answersTooLong' }],
  });
  expect(checkAnswers(form, given('a')).ok).toBe(true);
});
