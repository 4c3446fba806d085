import { dogTaxForm } from '@amtsstube/shared/services/order/dog-tax-form';
import { describe, expect, it } from 'vitest';
import { compareForms } from './compare-forms.ts';
import { draftOfForm } from './draft-of-form.ts';
import {
  addDocument,
  addField,
  duplicateField,
  moved,
  putBack,
  removed,
  withDocument,
  withField,
} from './edit-form.ts';
import { nameOf, withFinalNames } from './final-names.ts';
import { allFields, type FormDraft } from './form-draft.ts';
import { formInDraft } from './form-in-draft.ts';
import { linesOf, optionsIn } from './option-lines.ts';
import { itemsOf } from './use-form-editor.ts';

const draft = draftOfForm(dogTaxForm);
const published = allFields(draft).map(({ id }) => id);

describe('the names of answers', () => {
  it.each([
    ['Rasse des Hundes', 'rasseDesHundes'],
    ['2. Wohnsitz', 'wohnsitz'],
    ['§ 3?', 'frage'],
    ['Donaudampfschifffahrtsgesellschaftskapitän', 'donaudampfschifffahrtsgesellscha'],
  ])('of „%s“: %s', (label, name) => {
    expect(nameOf(label, 'frage')).toBe(name);
  });

  it('are made of labels, never of one that any version used, and what refers to them follows', () => {
    const first = withField(addField(draft, 'field:chip', 'n1').draft, 'n1', {
      label: 'Chip',
      type: 'yesNo',
    });
    const second = withField(addField(first, 'field:n1', 'n2').draft, 'n2', {
      label: 'Impfung?',
      when: {
        kind: 'simple',
        combine: 'all',
        comparisons: [{ fieldId: 'n1', compare: 'equals', value: 'yes' }],
      },
    });
    const named = withFinalNames({ ...second, summaryFields: ['n2'] }, [...published, 'impfung']);
    expect(
      allFields(named)
        .map(({ id }) => id)
        .filter((id) => !published.includes(id)),
    ).toEqual(['chip2', 'impfung2']);
    expect(named.summaryFields).toEqual(['impfung2']);
    expect(named.sections[1]?.fields.find(({ id }) => id === 'impfung2')?.when).toMatchObject({
      comparisons: [{ fieldId: 'chip2' }],
    });
    expect(published.every((id) => allFields(named).some((field) => field.id === id))).toBe(true);
    expect(formInDraft(named)).toBeDefined();
  });

  it('of choices: what was there keeps its name, however it is worded', () => {
    const options = allFields(draft).find(({ id }) => id === 'sex')?.options ?? [];
    const fresh = ['n1', 'n2', 'n3'];
    const newId = () => fresh.shift() ?? '';
    const reworded = optionsIn('weiblich\nmännlich, kastriert', options, newId);
    expect(reworded.map(({ value }) => value)).toEqual(['female', 'male']);
    const more = optionsIn('unbekannt\nweiblich\nmännlich', options, newId);
    expect(more.map(({ value }) => value)).toEqual(['n1', 'female', 'male']);
    expect(linesOf(more)).toBe('unbekannt\nweiblich\nmännlich');
    const named = withFinalNames(withField(draft, 'sex', { options: more }), []);
    expect(
      allFields(named)
        .find(({ id }) => id === 'sex')
        ?.options.map(({ value }) => value),
    ).toEqual(['unbekannt', 'female', 'male']);
  });
});

describe('removing', () => {
  it.each(itemsOf(draft).filter((item) => item !== 'uses'))(
    '%s, and putting it back, is as if nothing was',
    (item) => {
      const gone = removed(draft, item);
      expect(gone && putBack(gone.draft, gone.gone)).toEqual(draft);
    },
  );

  it('and putting back spares what was done since', () => {
    const gone = removed(draft, 'field:chip');
    const since = gone && withField(gone.draft, 'breed', { label: 'Hunderasse' });
    const back = since && gone && putBack(since, gone.gone);
    expect(back).toEqual(withField(draft, 'breed', { label: 'Hunderasse' }));
  });
});

describe('two versions compared, in words', () => {
  const formOf = (changed: FormDraft) => formInDraft(withFinalNames(changed, published)) ?? dogTaxForm;
  const sentences = (changed: FormDraft) => compareForms(dogTaxForm, formOf(changed)).sentences;

  it('nothing changed: nothing is said', () => {
    expect(sentences(draft)).toEqual([]);
  });

  it('says what was added, taken out, changed and moved, each once', () => {
    let changed = withField(addField(draft, 'field:chip', 'n1').draft, 'n1', { label: 'Impfung' });
    changed = removed(changed, 'field:phone')?.draft ?? changed;
    changed = withField(changed, 'breed', { label: 'Hunderasse', required: false });
    changed = moved(changed, 'field:remarks', -1) ?? changed;
    changed = withDocument(addDocument(changed, 'd1').draft, 'd1', { label: 'Impfpass' });
    expect(sentences(changed)).toEqual([
      'Frage „Impfung“ hinzugefügt (Angaben zum Hund)',
      'Frage „Telefon“ entfernt',
      'Frage „Rasse“ geändert: Wortlaut, Pflicht',
      'Frage „Grund der Steuerermäßigung“ verschoben',
      'Unterlage „Impfpass“ hinzugefügt',
    ]);
  });

  it('what becomes of begun answers: gone ones and other kinds drop out, new ones are asked', () => {
    const changed = withField(removed(draft, 'field:phone')?.draft ?? draft, 'breed', {
      type: 'longText',
      maxLength: '99',
    });
    expect(compareForms(dogTaxForm, formOf(changed))).toMatchObject({
      dropped: ['Telefon', 'Rasse'],
      asked: ['Rasse'],
    });
  });

  it('a question copied is another question with the same wording', () => {
    const copy = duplicateField(
      draft,
      'chip',
      (label) => `${label} (2)`,
      () => 'n9',
    );
    expect(copy && sentences(copy.draft)).toEqual(['Frage „Chipnummer (2)“ hinzugefügt (Angaben zum Hund)']);
  });
});
