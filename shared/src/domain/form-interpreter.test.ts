import { describe, expect, it } from 'vitest';
import { answerWords } from '../fixtures/answer-words.ts';
import { validDogAnswers } from '../fixtures/builders.ts';
import { dogTaxForm } from '../services/order/dog-tax-form.ts';
import type { FormDefinition, FormField } from './form.ts';
import { applicantNameOf, checkAnswers, contactEmailOf, visibleFields } from './form-interpreter.ts';
import { describeAnswers } from './forms/describe-answers.ts';

const words = answerWords;
const textField = (id: string, changed: Partial<Extract<FormField, { type: 'text' }>> = {}): FormField => ({
  id,
  type: 'text',
  label: id,
  required: false,
  maxLength: 10,
  ...changed,
});
const aForm = (...fields: FormField[]): FormDefinition => ({
  sections: [{ title: 'Angaben', fields }],
  applicantNameFields: [fields[0]?.id ?? ''],
});

describe('one field', () => {
  const optional = { label: 'x', required: false } as const;
  const text: FormField = { ...optional, id: 'x', type: 'text', maxLength: 5 };
  const plate: FormField = { ...text, maxLength: 40, pattern: { expression: '[A-Z]+|\\d+', says: 'x' } };
  const longText: FormField = { ...optional, id: 'x', type: 'longText', maxLength: 5 };
  const date: FormField = { ...optional, id: 'x', type: 'date' };
  const email: FormField = { ...optional, id: 'x', type: 'email' };
  const yesNo: FormField = { ...optional, id: 'x', type: 'yesNo' };
  const choice: FormField = {
    ...optional,
    id: 'x',
    type: 'choice',
    options: [
      { value: 'a', label: 'A' },
      { value: 'b', label: 'B' },
    ],
  };

  it.each<[FormField, unknown, string | boolean]>([
    [text, 'abcde', 'abcde'],
    [text, '  abc  ', 'abc'],
    [text, 'Mu\u0308ll', 'Müll'],
    // five letters, written as ten code units
    [text, 'a\u0308'.repeat(5), 'äääää'],
    [plate, 'ABC', 'ABC'],
    [plate, '123', '123'],
    [longText, 'a\r\nb\tc', 'a\nb\tc'],
    [date, '2026-02-28', '2026-02-28'],
    [date, '28.2.2026', '2026-02-28'],
    [date, ' 29.02.2028 ', '2028-02-29'],
    [email, ' a@b.de ', 'a@b.de'],
    [yesNo, true, true],
    [yesNo, 'yes', true],
    [yesNo, false, false],
    [yesNo, 'no', false],
    [choice, 'b', 'b'],
  ])('%o takes %j as %j', (field, given, kept) => {
    expect(checkAnswers(aForm(field), { x: given })).toEqual({ ok: true, answers: { x: kept } });
  });

  it.each<[FormField, unknown, string]>([
    [text, 'abcdef', 'tooLong'],
    [text, true, 'patternMismatch'],
    [text, 'a\nb', 'controlCharacters'],
    [text, 'a\tb', 'controlCharacters'],
    [text, 'a\u0000b', 'controlCharacters'],
    [text, 'a\u007fb', 'controlCharacters'],
    [text, 'a\ud800', 'controlCharacters'],
    // not the whole of it, although each half of the expression's alternative matches a part
    [plate, 'ABC1', 'patternMismatch'],
    [plate, '1ABC', 'patternMismatch'],
    [longText, 'abcdef', 'tooLong'],
    [longText, 'a\rb', 'controlCharacters'],
    [longText, 'a\u0007', 'controlCharacters'],
    [date, '31.02.2026', 'notADate'],
    [date, '2026-02-29', 'notADate'],
    [date, '28/02/2026', 'notADate'],
    [date, '28.02.26', 'notADate'],
    [date, 'gestern', 'notADate'],
    [email, 'a@b', 'notAnEmail'],
    [email, 'a b@c.de', 'notAnEmail'],
    [email, `${'x'.repeat(250)}@b.de`, 'notAnEmail'],
    [yesNo, 'ja', 'notYesOrNo'],
    [yesNo, 'true', 'notYesOrNo'],
    [choice, 'c', 'notAChoice'],
    [choice, 'A', 'notAChoice'],
    [choice, true, 'notAChoice'],
  ])('%o refuses %j: %s', (field, given, code) => {
    expect(checkAnswers(aForm(field), { x: given })).toEqual({ ok: false, errors: [{ path: 'x', code }] });
  });

  it.each([text, longText, date, email, yesNo, choice])('%o, left empty', (field) => {
    for (const given of [{}, { x: '' }, { x: null }, { x: undefined }, { x: 5 }, { x: ['a'] }]) {
      expect(checkAnswers(aForm(field), given)).toEqual({ ok: true, answers: {} });
      expect(checkAnswers(aForm({ ...field, required: true }), given)).toEqual({
        ok: false,
        errors: [{ path: 'x', code: 'required' }],
      });
    }
  });

  it.each(['text', 'longText', 'date', 'email'] as const)('%s of nothing but spaces is empty', (type) => {
    const field = { ...optional, id: 'x', type, maxLength: 5, required: true } as FormField;
    expect(checkAnswers(aForm(field), { x: ' \n ' })).toMatchObject({ errors: [{ code: 'required' }] });
  });

  it('is empty where its name is one that every object has', () => {
    for (const id of ['constructor', 'toString', 'valueOf']) {
      for (const type of ['yesNo', 'text', 'date'] as const) {
        const field = { ...optional, id, type, maxLength: 5 } as FormField;
        expect(checkAnswers(aForm(field), {})).toEqual({ ok: true, answers: {} });
      }
    }
  });

  it('of another form is refused, however harmless', () => {
    expect(checkAnswers(aForm(text), { x: 'ok', y: '' })).toEqual({
      ok: false,
      errors: [{ path: 'y', code: 'unknownField' }],
    });
  });
});

describe('conditions', () => {
  const yesNo: FormField = { id: 'has', type: 'yesNo', label: 'has', required: true };
  const color: FormField = {
    id: 'color',
    type: 'choice',
    label: 'color',
    required: true,
    showWhen: { fieldId: 'has', equals: true },
    options: [
      { value: 'red', label: 'Rot' },
      { value: 'blue', label: 'Blau' },
    ],
  };
  const shade = textField('shade', { required: true, showWhen: { fieldId: 'color', equals: 'red' } });
  const form = aForm(yesNo, color, shade);
  const shown = (given: Record<string, unknown>) => visibleFields(form, given).map(({ id }) => id);

  it('are met by an answer as it will be stored, however it was typed', () => {
    expect(shown({})).toEqual(['has']);
    expect(shown({ has: false })).toEqual(['has']);
    expect(shown({ has: 'no' })).toEqual(['has']);
    expect(shown({ has: true })).toEqual(['has', 'color']);
    expect(shown({ has: 'yes' })).toEqual(['has', 'color']);
    expect(shown({ has: 'yes', color: 'blue' })).toEqual(['has', 'color']);
    expect(shown({ has: 'yes', color: ' red ' })).toEqual(['has', 'color', 'shade']);
  });

  it('hide what hangs on a hidden field, too', () => {
    expect(shown({ has: 'no', color: 'red' })).toEqual(['has']);
  });

  it('a hidden field is not required, and what was typed into it before is dropped unread', () => {
    expect(checkAnswers(form, { has: 'no', color: 'green', shade: 'a\u0000' })).toEqual({
      ok: true,
      answers: { has: false },
    });
    expect(checkAnswers(form, { has: 'yes' })).toMatchObject({
      errors: [{ path: 'color', code: 'required' }],
    });
    expect(checkAnswers(form, { has: 'yes', color: 'red' })).toMatchObject({
      errors: [{ path: 'shade', code: 'required' }],
    });
  });
});

describe('read by a person', () => {
  it('dates, choices and yes or no in words, hidden and empty ones left out', () => {
    const given = validDogAnswers({ fromElsewhere: true, previousMunicipality: 'Stendal' });
    const rows = describeAnswers(dogTaxForm, given, words).flatMap((section) => section.rows);
    expect(rows).toContainEqual(expect.objectContaining({ label: 'Geboren am', text: '01.05.2024' }));
    expect(rows).toContainEqual(expect.objectContaining({ label: 'Geschlecht', text: 'männlich' }));
    expect(rows).toContainEqual(
      expect.objectContaining({ label: 'Kommt der Hund aus einer anderen Gemeinde?', text: 'Ja' }),
    );
    expect(rows).toContainEqual(
      expect.objectContaining({ label: 'Beantragen Sie eine Steuerermäßigung?', text: 'Nein' }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ label: 'Bisherige Gemeinde', text: 'Stendal' }));
    expect(rows.map(({ label }) => label)).not.toContain('Bemerkungen');
    expect(rows).toHaveLength(Object.keys(given).length);
    const hidden = describeAnswers(dogTaxForm, { ...given, fromElsewhere: false }, words);
    expect(JSON.stringify(hidden)).not.toContain('Stendal');
  });

  it('a section without an answer is left out', () => {
    const form: FormDefinition = {
      ...aForm(textField('a')),
      sections: [
        { title: 'Eins', fields: [textField('a')] },
        { title: 'Zwei', fields: [textField('b')] },
      ],
    };
    expect(describeAnswers(form, { b: 'x' }, words)).toEqual([
      { section: 'Zwei', rows: [{ kind: 'answer', path: 'b', label: 'b', text: 'x' }] },
    ]);
  });

  it('the applicant’s name and address are where the form says', () => {
    expect(applicantNameOf(dogTaxForm, validDogAnswers())).toBe('Erika Mustermann');
    expect(applicantNameOf(dogTaxForm, { lastName: 'Mustermann' })).toBe('Mustermann');
    expect(applicantNameOf(dogTaxForm, {})).toBe('');
    expect(contactEmailOf(dogTaxForm, validDogAnswers())).toBe('erika.mustermann@example.org');
    expect(contactEmailOf(dogTaxForm, { email: '' })).toBeUndefined();
    expect(contactEmailOf(aForm(textField('email')), { email: 'a@b.de' })).toBeUndefined();
  });
});
