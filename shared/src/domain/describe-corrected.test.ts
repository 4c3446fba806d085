import { describe, expect, it } from 'vitest';
import { answerWords } from '../fixtures/answer-words.ts';
import { aDossier, validDogAnswers } from '../fixtures/builders.ts';
import { completeAnswers } from '../fixtures/complete-answers.ts';
import { berndKrueger } from '../fixtures/test-town.ts';
import { catalogueServices } from '../services/catalogue.ts';
import { dogTaxForm } from '../services/order/dog-tax-form.ts';
import type { CorrectedValue } from './case.ts';
import { checkCorrection } from './check-correction.ts';
import { answerAt } from './corrections.ts';
import { type CorrectedAnswerRow, type CorrectedRow, describeCorrected } from './describe-corrected.ts';
import type { FormDefinition } from './form.ts';
import { checkAnswers } from './form-interpreter.ts';
import { type DescribedRow, describeAnswers } from './forms/describe-answers.ts';
import { kindOf } from './forms/kinds/all-kinds.ts';
import { opId } from './ids.ts';

const dossierWith = (...corrections: readonly (readonly [path: string, value: CorrectedValue])[]) => {
  const { events, ...rest } = aDossier({ answers: validDogAnswers() });
  const [{ at } = { at: undefined }] = events;
  if (at === undefined) throw new Error('a dossier without events');
  const made = corrections.map(([path, value], index) => ({
    kind: 'answerCorrected' as const,
    opId: opId.parse(`correction-${index}`),
    at,
    byId: berndKrueger.id,
    path,
    value,
    basedOn: [],
  }));
  return { ...rest, events: [...events, ...made] };
};

function answersIn(rows: readonly CorrectedRow[]): readonly CorrectedAnswerRow[] {
  return rows.flatMap((row) =>
    row.kind === 'answer' ? [row] : row.entries.flatMap(({ rows: inner }) => answersIn(inner)),
  );
}
const rowOf = (dossier: ReturnType<typeof dossierWith>, path: string, isBegun?: (path: string) => boolean) =>
  describeCorrected(dogTaxForm, dossier, answerWords, isBegun)
    .flatMap(({ rows }) => answersIn(rows))
    .find((row) => row.path === path);

describe('an application with its corrections', () => {
  it('reads both: what was entered, and each value that stands', () => {
    const row = rowOf(dossierWith(['sex', 'female'], ['sex', 'male']), 'sex');
    expect(row?.entered).toEqual({ value: 'male', text: 'männlich' });
    expect(row?.standing.map(({ text }) => text)).toEqual(['weiblich', 'männlich']);
    expect(row?.counting).toBeUndefined();
    expect(rowOf(dossierWith(['sex', 'female']), 'sex')?.counting).toMatchObject({ text: 'weiblich' });
  });

  it('knows the questions that were not answered, and those taken back', () => {
    expect(rowOf(dossierWith(), 'phone')).toMatchObject({ entered: undefined, standing: [] });
    expect(rowOf(dossierWith(['phone', null]), 'phone')?.standing).toMatchObject([{ text: undefined }]);
  });

  it('reads values part by part where they look alike and are not', () => {
    const form: FormDefinition = {
      ...dogTaxForm,
      sections: [
        { title: 'Wo', fields: [{ id: 'home', type: 'address', label: 'Anschrift', required: true }] },
      ],
    };
    const common = { postalCode: '39576', place: 'Musterstadt' };
    const entered = { street: 'Hauptstraße 5', houseNumber: 'a', ...common };
    const corrected = { street: 'Hauptstraße', houseNumber: '5 a', ...common };
    const read = (value: typeof entered) => {
      const dossier = { answers: { home: entered }, events: dossierWith(['home', value]).events };
      const [row] = describeCorrected(form, dossier, answerWords).flatMap(({ rows }) => answersIn(rows));
      return [row?.entered?.text, row?.counting?.text, ...(row?.standing ?? []).map(({ text }) => text)];
    };
    const inParts = ['Straße: Hauptstraße\nHausnummer: 5 a', 'Straße: Hauptstraße 5\nHausnummer: a'].map(
      (first) => `${first}\nPostleitzahl: 39576\nOrt: Musterstadt`,
    );
    expect(read(corrected)).toEqual([inParts[1], inParts[0], inParts[0]]);
    const plain = 'Hauptstraße 5 a, 39576 Musterstadt';
    expect(read(entered)).toEqual([plain, plain, plain]);
  });

  it('keeps what somebody is typing, though its question is asked no more', () => {
    const isBegun = (path: string) => path === 'previousMunicipality';
    expect(rowOf(dossierWith(), 'previousMunicipality')).toBeUndefined();
    expect(rowOf(dossierWith(), 'previousMunicipality', isBegun)).toMatchObject({ isCorrectable: true });
  });

  it('names a group that is asked and holds no entry', () => {
    const form: FormDefinition = {
      ...dogTaxForm,
      sections: [
        {
          title: 'Kinder',
          fields: [
            {
              id: 'children',
              type: 'group',
              label: 'Kinder',
              entryTitle: 'Kind',
              addLabel: 'Weiteres Kind',
              minimumCount: 0,
              maximumCount: 5,
              fields: [{ id: 'bornOn', type: 'date', label: 'Geboren am', required: true }],
            },
          ],
        },
      ],
    };
    expect(describeCorrected(form, { answers: {}, events: [] }, answerWords)).toEqual([
      { section: 'Kinder', rows: [{ kind: 'entries', path: 'children', label: 'Kinder', entries: [] }] },
    ]);
  });

  it('asks what a corrected answer leads to, and keeps what was asked before', () => {
    expect(rowOf(dossierWith(), 'previousMunicipality')).toBeUndefined();
    expect(rowOf(dossierWith(['fromElsewhere', true]), 'previousMunicipality')).toMatchObject({
      isCorrectable: true,
    });
    // disputed: what was entered counts
    const disputed = dossierWith(['fromElsewhere', true], ['fromElsewhere', false]);
    expect(rowOf(disputed, 'previousMunicipality')).toBeUndefined();
  });
});

describe.each(catalogueServices.map(({ id, form }) => [id, form] as const))('the form of %s', (_id, form) => {
  it.each([1, 2, 3])(
    'reads out each answer as without corrections, and takes each as its own correction (seed %i)',
    (seed) => {
      const checked = checkAnswers(form, completeAnswers(form, seed));
      if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
      const { answers } = checked;
      const rows = describeCorrected(form, { answers, events: [] }, answerWords).flatMap((each) =>
        answersIn(each.rows),
      );
      const plain = describeAnswers(form, answers, answerWords).flatMap((each) => textsIn(each.rows));
      expect(rows.flatMap(({ path, entered }) => (entered ? [`${path} ${entered.text}`] : []))).toEqual(
        plain,
      );
      for (const { path, field, entered, isCorrectable } of rows) {
        if (!isCorrectable) {
          expect(field.type).toBe('upload');
          continue;
        }
        if (entered === undefined) continue;
        expect(answerAt(answers, path)).toEqual(entered.value);
        // through the inputs of an editor
        const inputs = new Map(kindOf(field).encode(field, entered.value));
        const given = kindOf(field).decode(field, (name) => inputs.get(name));
        expect(checkCorrection(form, answers, path, given)).toEqual({ ok: true, value: entered.value });
      }
    },
  );
});

function textsIn(rows: readonly DescribedRow[]): readonly string[] {
  return rows.flatMap((row) =>
    row.kind === 'answer'
      ? [`${row.path} ${row.text}`]
      : row.entries.flatMap(({ rows: inner }) => textsIn(inner)),
  );
}
