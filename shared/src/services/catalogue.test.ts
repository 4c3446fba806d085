import { describe, expect, it } from 'vitest';
import type { Answers, AnswerValue, FormDefinition } from '../domain/form.ts';
import { formDefinition } from '../domain/form.ts';
import { checkAnswers, documentChecklist, fieldsOf } from '../domain/form-interpreter.ts';
import { answersAsText, summaryOf } from '../domain/forms/describe-answers.ts';
import type { AskedField, FormField } from '../domain/forms/field.ts';
import type { FieldErrorCode } from '../domain/forms/field-error.ts';
import { partsOf } from '../domain/forms/kinds/parts.ts';
import { decodePage, encodePage } from '../domain/forms/page-encoding.ts';
import { readFields } from '../domain/forms/read-form.ts';
import { setUpProblems } from '../domain/forms/set-up.ts';
import { answerWords } from '../fixtures/answer-words.ts';
import { completeAnswers } from '../fixtures/complete-answers.ts';
import { testTownConfiguration } from '../fixtures/test-town.ts';
import { catalogue, catalogueServices } from './catalogue.ts';

const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

describe('the catalogue', () => {
  it('has at least four services in each area of a town hall, and two of the district', () => {
    for (const area of ['property', 'family', 'education', 'order'] as const)
      expect(catalogue[area].length).toBeGreaterThanOrEqual(4);
    expect(catalogue.district.length).toBeGreaterThanOrEqual(2);
    expect(catalogueServices.length).toBeGreaterThanOrEqual(20);
  });

  it('has each name, id and reference prefix once, also in the test town', () => {
    for (const member of ['id', 'name', 'referencePrefix'] as const)
      expect(new Set(catalogueServices.map((each) => each[member])).size).toBe(catalogueServices.length);
    const services = testTownConfiguration.settings.filter(({ kind }) => kind === 'service');
    expect(services).toHaveLength(catalogueServices.length);
    const ids = testTownConfiguration.settings.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const each of services)
      if (each.kind === 'service')
        expect(ids).toEqual(expect.arrayContaining([each.departmentId, each.formVersionId]));
  });
});

it.each(
  catalogueServices
    .filter(({ form }) => fieldsOf(form).some(({ type }) => type === 'upload'))
    .map(({ id, form }) => [id, form] as const),
)('%s doesn’t ask on paper for what came as a file', (_id, form) => {
  const shorter = seeds.filter((seed) => {
    const answers = completeAnswers(form, seed);
    const onPaper = documentChecklist(form, withoutFiles(form, answers));
    return documentChecklist(form, answers).length < onPaper.length;
  });
  expect(shorter.length).toBeGreaterThan(0);
});

describe.each(catalogueServices.map((each) => [each.id, each] as const))('%s', (_id, template) => {
  const { form, description } = template;

  it('says all a person wants to know', () => {
    expect(template.serviceKey ?? '99000000000000').toMatch(/^99\d{12}$/);
    expect(template.summary.length).toBeGreaterThan(60);
    expect(description.searchWords.length).toBeGreaterThanOrEqual(5);
    expect(description.needs.length).toBeGreaterThan(0);
    expect(description.fee.says + description.duration).not.toBe('');
    expect(template.decisionWithinDays ?? template.decisionWithinMonths).toBeGreaterThan(0);
    // what the district decides says where it goes, and can be had there
    expect(description.channels.includes('district')).toBe(description.responsibleBody.kind === 'district');
  });

  it('has a form that can be set up, with a name, an address for mails and a summary', () => {
    expect(setUpProblems(form)).toEqual([]);
    expect(formDefinition.parse(form)).toEqual(form);
    expect(form.contactEmailField).toBe('email');
    expect(fieldsOf(form).some((field) => field.type === 'upload' && field.required)).toBe(false);
  });

  it('accepts a whole application, whichever way through the form, and from the page the same', () => {
    const asked = new Set<string>();
    const needed = new Set<string>();
    for (const seed of seeds) {
      const answers = completeAnswers(form, seed);
      expect(checkAnswers(form, answers), `seed ${seed}`).toEqual({ ok: true, answers });
      const page = decodePage(form, encodePage(form, answers));
      expect(checkAnswers(form, page.given), `seed ${seed}`).toEqual({ ok: true, answers });
      for (const path of readFields(fieldsOf(form), answers).visible)
        asked.add(path.replaceAll(/\.\d+\./g, '.'));
      // what came as a file is not asked for on paper
      for (const given of [answers, withoutFiles(form, answers)])
        for (const { id } of documentChecklist(form, given)) needed.add(id);
      expect(answersAsText(form, answers, answerWords)).toContain('erika.mustermann@example.org');
      if (form.summaryFields) expect(summaryOf(form, answers, answerWords)).not.toBe('');
    }
    // no question and no document that nobody ever comes to
    expect([...asked].toSorted()).toEqual(pathsOf(fieldsOf(form)).toSorted());
    expect([...needed].toSorted()).toEqual((form.supportingDocuments ?? []).map(({ id }) => id).toSorted());
  });

  it('refuses each answer in each way it can be wrong, and says where', () => {
    for (const seed of seeds.slice(0, 10)) {
      const answers = completeAnswers(form, seed);
      for (const [path, field] of placesOf(fieldsOf(form), answers)) {
        for (const [wrong, code, at] of wrongsOf(field)) {
          if (code === 'required' && isWholeEntry(answers, path)) continue;
          const checked = checkAnswers(form, changed(answers, path, wrong));
          const errors = checked.ok ? [] : checked.errors;
          expect(errors, `${path} = ${JSON.stringify(wrong)}, seed ${seed}`).toContainEqual({
            path: at === '' ? path : `${path}.${at}`,
            code,
          });
        }
      }
    }
  });
});

function pathsOf(fields: readonly FormField[], prefix = ''): readonly string[] {
  return fields.flatMap((field) => [
    `${prefix}${field.id}`,
    ...(field.type === 'group' ? pathsOf(field.fields, `${prefix}${field.id}.`) : []),
  ]);
}

/** Each answer that was given, with its path and field. */
function placesOf(
  fields: readonly FormField[],
  given: Answers,
  prefix = '',
): (readonly [string, AskedField])[] {
  return fields.flatMap((field): (readonly [string, AskedField])[] => {
    const value = given[field.id];
    if (field.type === 'information' || value === undefined) return [];
    if (field.type !== 'group') return [[`${prefix}${field.id}`, field]];
    const entries = value as unknown as readonly Answers[];
    return entries.flatMap((entry, index) => placesOf(field.fields, entry, `${prefix}${field.id}.${index}.`));
  });
}

/** An entry of a group with no other answer: without this one it is an empty entry, and those are left out. */
function isWholeEntry(answers: Answers, path: string): boolean {
  const [groupId = '', index] = path.split('.');
  if (index === undefined) return false;
  const entries = answers[groupId] as unknown as readonly Answers[];
  return Object.keys(entries[Number(index)] ?? {}).length === 1;
}

function changed(answers: Answers, path: string, value: unknown): Record<string, unknown> {
  const copy = structuredClone(answers) as Record<string, unknown>;
  const steps = path.split('.');
  const last = steps.pop() ?? '';
  let place = copy;
  for (const step of steps) place = place[step] as Record<string, unknown>;
  place[last] = value;
  return copy;
}

type Wrong = readonly [given: unknown, code: FieldErrorCode, at: string];

/** The ways in which an answer of this kind is wrong, with the code each gets and where it stands. */
function wrongsOf(field: AskedField): readonly Wrong[] {
  const missing: readonly Wrong[] = field.required ? [['', 'required', '']] : [];
  switch (field.type) {
    case 'text':
      return [
        ...missing,
        ['x'.repeat(field.maxLength + 1), 'tooLong', ''],
        ['a\u0000b', 'controlCharacters', ''],
        ...(field.pattern ? [['#', 'patternMismatch', ''] as const] : []),
      ];
    case 'longText':
      return [
        ...missing,
        ['x'.repeat(field.maxLength + 1), 'tooLong', ''],
        ['a\u0007', 'controlCharacters', ''],
      ];
    case 'pattern':
      return [
        ...missing,
        ['#', 'patternMismatch', ''],
        ['#1', 'patternMismatch', ''],
        ['1'.repeat(101), 'tooLong', ''],
      ];
    case 'date':
      return [...missing, ['31.2.2026', 'notADate', ''], ['gestern', 'notADate', '']];
    case 'email':
      return [...missing, ['erika@', 'notAnEmail', '']];
    case 'phone':
      return [...missing, ['ruf mich an', 'notAPhone', ''], ['12', 'notAPhone', '']];
    case 'iban':
      return [...missing, ['DE02120300000000202052', 'notAnIban', ''], ['DE02', 'notAnIban', '']];
    case 'yesNo':
      return [...missing, ['vielleicht', 'notYesOrNo', '']];
    case 'number':
      return [
        ...missing,
        ['viele', 'notANumber', ''],
        ['1,2345', 'tooManyDecimals', ''],
        ...(field.minimum === undefined ? [] : [[field.minimum - 1, 'belowMinimum', ''] as const]),
        ...(field.maximum === undefined ? [] : [[field.maximum + 1, 'aboveMaximum', ''] as const]),
      ].filter(([given]) => given !== '1,2345' || (field.minimum ?? 0) <= 1) as readonly Wrong[];
    case 'money':
      return [
        ...missing,
        ['viel', 'notMoney', ''],
        ['1,234', 'notMoney', ''],
        [-1, 'belowMinimum', ''],
        [1e12, 'aboveMaximum', ''],
      ];
    case 'choice':
      return [...missing, ['nothing-of-it', 'notAChoice', '']];
    case 'multipleChoice':
      return [
        ...(field.required ? [[[], 'required', ''] as const] : []),
        [['nothing-of-it'], 'notAChoice', ''],
      ];
    case 'address':
      return [
        ...partsMissing(field),
        [{ ...whole(field), postalCode: '3957' }, 'notAPostalCode', 'postalCode'],
      ];
    case 'person':
      return [
        ...partsMissing(field),
        [{ ...whole(field), nickname: 'Eri' }, 'unknownField', 'nickname'],
        ...(field.asks?.includes('bornOn')
          ? [[{ ...whole(field), bornOn: '30.2.1990' }, 'notADate', 'bornOn'] as const]
          : []),
      ];
    case 'upload':
      return [
        [[{ hash: 'x' }], 'notAFile', '0'],
        [[{ hash: 'a'.repeat(64), name: 'x.exe', kind: 'exe', bytes: 1 }], 'fileKindRefused', '0'],
        [Array.from({ length: field.maximumCount + 1 }, () => ({})), 'tooMany', ''],
      ];
  }
}

function withoutFiles(form: FormDefinition, answers: Answers): Answers {
  const uploads = fieldsOf(form).flatMap(({ id, type }) => (type === 'upload' ? [id] : []));
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !uploads.includes(id)));
}

type WithParts = Extract<AskedField, { type: 'address' | 'person' }>;

function whole(field: WithParts): Record<string, string> {
  const asked: AnswerValue = {
    ...(completeAnswers(
      { sections: [{ title: 'x', fields: [withoutCondition(field)] }], applicantNameFields: [] },
      1,
    )[field.id] as Record<string, string>),
  };
  return asked;
}

function withoutCondition(field: WithParts): WithParts {
  const { showWhen: _, ...rest } = field;
  return rest;
}

/** Each part alone left out: whoever begins has to finish. */
function partsMissing(field: WithParts): readonly Wrong[] {
  return partsOf(field)
    .filter(({ name }) => name !== 'birthName')
    .map(({ name }) => {
      const { [name]: _, ...rest } = whole(field);
      return [rest, 'required', name];
    });
}
