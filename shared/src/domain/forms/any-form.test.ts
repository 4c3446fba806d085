import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerWords } from '../../fixtures/answer-words.ts';
import { aForm } from '../../fixtures/any-form.ts';
import { answers, type FormField } from '../form.ts';
import { checkAnswers, documentChecklist, fieldsOf, visibleFields } from '../form-interpreter.ts';
import { answersAsText, describeAnswers, summaryOf } from './describe-answers.ts';
import type { GroupField } from './field.ts';
import { decodePage, encodePage, withEntryAdded, withEntryRemoved } from './page-encoding.ts';

const runs = { numRuns: 1500 };

describe('whatever the form, whatever is given', () => {
  it('checking never throws, and what it accepts is complete, storable and accepted again as it is', () => {
    fc.assert(
      fc.property(formAndGiven(), ({ form, given }) => {
        const checked = checkAnswers(form, given);
        if (!checked.ok) {
          expect(checked.errors.length).toBeGreaterThan(0);
          return;
        }
        expect(answers.parse(checked.answers)).toEqual(checked.answers);
        expect(checkAnswers(form, JSON.parse(JSON.stringify(checked.answers)))).toEqual(checked);
        const visible = visibleFields(form, given);
        expect(visibleFields(form, checked.answers)).toEqual(visible);
        for (const each of visible)
          if ('required' in each && each.required) expect(checked.answers).toHaveProperty(each.id);
        const ids = visible.map(({ id }) => id);
        for (const id of Object.keys(checked.answers)) expect(ids).toContain(id);
      }),
      runs,
    );
  });

  it('what hidden fields hold changes nothing', () => {
    fc.assert(
      fc.property(formAndGiven(), ({ form, given }) => {
        const visible = new Set(visibleFields(form, given));
        const hidden = new Set(fieldsOf(form).flatMap((each) => (visible.has(each) ? [] : each.id)));
        const onlyShown = Object.fromEntries(Object.entries(given).filter(([id]) => !hidden.has(id)));
        expect(checkAnswers(form, onlyShown)).toEqual(checkAnswers(form, given));
      }),
      runs,
    );
  });

  it('whether a field is asked depends on what was asked before it, and on nothing after it', () => {
    fc.assert(
      fc.property(formAndGiven(), fc.nat(), ({ form, given }, at) => {
        const fields = fieldsOf(form);
        const upTo = fields.slice(0, 1 + (at % fields.length)).map(({ id }) => id);
        const early = Object.fromEntries(Object.entries(given).filter(([id]) => upTo.includes(id)));
        const asked = (input: Record<string, unknown>) =>
          visibleFields(form, input).filter(({ id }) => upTo.includes(id));
        expect(asked(early)).toEqual(asked(given));
      }),
      runs,
    );
  });

  it('each accepted answer is read out once, in the form’s order', () => {
    fc.assert(
      fc.property(formAndGiven(), ({ form, given }) => {
        const checked = checkAnswers(form, given);
        if (!checked.ok) return;
        const read = describeAnswers(form, checked.answers, answerWords).flatMap(({ rows }) => rows);
        const kept = fieldsOf(form).filter(({ id }) => Object.hasOwn(checked.answers, id));
        expect(read.map(({ path }) => path)).toEqual(kept.map(({ id }) => id));
        for (const row of read) if (row.kind === 'answer') expect(row.text).not.toBe('');
        const text = answersAsText(form, checked.answers, answerWords);
        for (const row of read)
          if (row.kind === 'answer') expect(text).toContain(`${row.label}: ${row.text}`);
        expect(typeof summaryOf(form, checked.answers, answerWords)).toBe('string');
        expect(documentChecklist(form, checked.answers).length).toBeLessThanOrEqual(1);
      }),
      runs,
    );
  });

  it('accepted answers come back from a page as they went there, through URL encoding and Windows line ends', () => {
    fc.assert(
      fc.property(formAndGiven(), ({ form, given }) => {
        const checked = checkAnswers(form, given);
        if (!checked.ok) return;
        const inputs = encodePage(form, checked.answers);
        const sent = new URLSearchParams(
          [...inputs].map(([name, text]) => [name, text.replaceAll('\n', '\r\n')]),
        );
        const page = decodePage(form, new Map(new URLSearchParams(sent.toString())));
        expect(page.unknown).toEqual([]);
        expect(checkAnswers(form, page.given)).toEqual(checked);
      }),
      runs,
    );
  });

  it('page and server agree: what the page’s check accepts, the server’s does, and stores the same', () => {
    fc.assert(
      fc.property(formAndInputs(), ({ form, inputs }) => {
        const page = decodePage(form, inputs);
        expect([...page.known.keys(), ...page.unknown].toSorted()).toEqual([...inputs.keys()].toSorted());
        const checked = checkAnswers(form, page.given);
        if (checked.ok) expect(checkAnswers(form, checked.answers)).toEqual(checked);
        else for (const { path } of checked.errors) expect(path).toMatch(/^[a-zA-Z0-9.]*$/);
      }),
      runs,
    );
  });

  it('an entry added and taken away again leaves what was typed', () => {
    fc.assert(
      fc.property(formAndInputs(), ({ form, inputs }) => {
        const group = fieldsOf(form).find((each): each is GroupField => each.type === 'group');
        if (!group) return;
        const { known } = decodePage(form, inputs);
        const before = decodePage(form, known).given[group.id] as unknown[];
        const added = withEntryAdded(group, known);
        const after = decodePage(form, added).given[group.id] as unknown[];
        if (before.length === group.maximumCount) {
          expect(after).toEqual(before);
          return;
        }
        expect(after.slice(0, -1)).toEqual(before);
        const removed = withEntryRemoved(group, before.length, added);
        expect(decodePage(form, removed).given[group.id]).toEqual(before);
        const first = decodePage(form, withEntryRemoved(group, 0, added)).given[group.id] as unknown[];
        expect(first.slice(0, before.length)).toEqual(after.slice(1));
      }),
      runs,
    );
  });
});

const texts = fc.oneof(
  fc.constantFrom('', ' ', 'yes', 'no', 'red', 'blue', ' red', '2026-02-28', '29.2.2028', '30.2.2026'),
  fc.constantFrom(
    'a@b.de',
    'ABC',
    '123',
    '1 2 3',
    'a\r\nb',
    'e\u0301',
    '\ud800',
    '\ufeff x',
    '12,5',
    '1.200,50 €',
  ),
  fc.constantFrom('-0', '-0,00', '39576', '03900 1234', 'DE02 1203 0000 0000 2020 51', 'on', '0.1', '1e3'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const file = fc.record(
  {
    hash: fc.constantFrom('a'.repeat(64), 'x'),
    name: fc.constantFrom('plan.pdf', 'ö ß.pdf', 'a\nb'),
    kind: fc.constantFrom('pdf', 'exe'),
    bytes: fc.constantFrom(1, 0.5, 900),
  },
  { requiredKeys: ['hash', 'name'] },
);
const anything = fc.oneof(
  { weight: 6, arbitrary: texts },
  fc.boolean(),
  fc.constantFrom(null, undefined, 7, -0, 12.5, 12.345, Number.NaN, Number.POSITIVE_INFINITY, [], {}),
  fc.array(fc.constantFrom('red', 'blue', 'green', 4), { maxLength: 3 }),
  fc.array(file, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('street', 'houseNumber', 'postalCode', 'place', 'x', 'toString'), texts),
);

/** What fits the kind, most of the time. */
function fitting(field: FormField): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'group':
      return fc.array(fc.oneof({ weight: 9, arbitrary: givenFor(field.fields) }, anything), { maxLength: 4 });
    case 'address':
      return fc.constant({ street: 'Weg', houseNumber: '1a', postalCode: '39576', place: ' Ort ' });
    case 'person':
      return fc.record(
        { firstName: texts, lastName: fc.constant('Weiß'), bornOn: texts },
        { requiredKeys: [] },
      );
    case 'upload':
      return fc.array(fc.constant({ hash: 'b'.repeat(64), name: 'x.pdf', kind: 'pdf', bytes: 5 }), {
        maxLength: 2,
      });
    case 'multipleChoice':
      return fc.subarray(['blue', 'red']);
    case 'iban':
      return fc.constantFrom('DE02 1203 0000 0000 2020 51', 'at611904300234573201');
    case 'yesNo':
      return fc.constantFrom('yes', 'no', true);
    case 'number':
    case 'money':
      return fc.constantFrom('12', '12,5', '0', '1.200', 13, '-0');
    case 'email':
      return fc.constant('a@b.de');
    default:
      return fc.constantFrom('ABC', '123', '28.2.2026', 'red', '03900 12-3');
  }
}

function givenFor(fields: readonly FormField[]): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'information')
      .map((each) => [each.id, fc.oneof({ weight: 5, arbitrary: fitting(each) }, anything)]),
  );
  return fc.record(model, { requiredKeys: [] });
}

function formAndGiven() {
  return aForm().chain((form) =>
    fc
      .tuple(
        givenFor(fieldsOf(form)),
        fc.option(fc.constantFrom('zz', 'toString', '__proto__'), { freq: 12 }),
      )
      .map(([given, more]) => ({ form, given: more === null ? given : { ...given, [more]: 'x' } })),
  );
}

/** What a browser might send: the names of the form's inputs and some of nobody's. */
function formAndInputs() {
  return aForm().chain((form) => {
    const ids = fieldsOf(form).flatMap((each) =>
      each.type === 'group'
        ? [each.id, ...each.fields.flatMap(({ id }) => [0, 1, 2, 7].map((at) => `${each.id}.${at}.${id}`))]
        : [each.id],
    );
    const endings = ['', '', '.street', '.lastName', '.firstName', '.red', '.0.hash', '.0.bytes', '.bornOn'];
    const name = fc
      .tuple(fc.constantFrom(...ids), fc.constantFrom(...endings))
      .map((parts) => parts.join(''));
    const text = fc.oneof(texts, fc.constantFrom('1', '2', '3', '999999999', '1.5', 'b'.repeat(64)));
    return fc
      .dictionary(fc.oneof({ weight: 9, arbitrary: name }, fc.constantFrom('zz', 'toString')), text)
      .map((typed) => ({ form, inputs: new Map(Object.entries(typed)) }));
  });
}
