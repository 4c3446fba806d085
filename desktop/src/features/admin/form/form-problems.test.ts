import { catalogueServices } from '@amtsstube/shared/services/catalogue';
import { describe, expect, it } from 'vitest';
import { de } from '../../../texts/de.ts';
import { draftOfForm } from './draft-of-form.ts';
import { addField, moved, removed, withField } from './edit-form.ts';
import { blankField, type DraftCondition, type DraftField, type FormDraft } from './form-draft.ts';
import { itemOf, problemsOf } from './form-problems.ts';

const text = de.formEditor.problems;
const on = (fieldId: string, value = 'yes'): DraftCondition => ({
  kind: 'simple',
  combine: 'all',
  comparisons: [{ fieldId, compare: 'equals', value }],
});
const question = (id: string, changed: Partial<DraftField> = {}): DraftField => ({
  ...blankField(id, 'yesNo'),
  label: id.toUpperCase(),
  ...changed,
});
const draftOf = (...fields: DraftField[]): FormDraft => ({
  sections: [
    { key: 's0', title: 'Teil', fields: [question('name', { type: 'text', maxLength: '9' }), ...fields] },
  ],
  applicantNameFields: ['name'],
  contactEmailField: '',
  summaryFields: [],
  documents: [],
});
const at = (draft: FormDraft, id: string) =>
  problemsOf(draft)
    .filter(({ item }) => item === itemOf('field', id))
    .map(({ part, says }) => `${part}: ${says}`);

describe('what is wrong with a form is said where it is', () => {
  it('conditions in a circle: at the one that looks forward, with the whole way round', () => {
    const a = question('a', { when: on('c') });
    const b = question('b', { when: on('a') });
    const c = question('c', { when: on('b') });
    const draft = draftOf(a, b, c);
    expect(at(draft, 'a')).toEqual([`when: ${text.conditionCircle(['A', 'C', 'B', 'A'])}`]);
    expect([at(draft, 'b'), at(draft, 'c')]).toEqual([[], []]);
  });

  it.each<[string, FormDraft, string]>([
    ['on itself', draftOf(question('a', { when: on('a') })), text.conditionOnItself],
    [
      'on a later question',
      draftOf(question('a', { when: on('b') }), question('b')),
      text.conditionLater('B'),
    ],
    ['on one that is gone', draftOf(question('a', { when: on('x') })), text.conditionGone],
    ['on nothing chosen', draftOf(question('a', { when: on('') })), text.conditionNotChosen],
    [
      'without an answer',
      draftOf(question('b'), question('a', { when: on('b', '') })),
      text.conditionNoValue('B'),
    ],
    [
      'on an answer that is no more',
      draftOf(
        question('b', { type: 'choice', options: lines('Rot', 'Blau') }),
        question('a', { when: on('b', 'x') }),
      ),
      text.conditionOptionGone('B'),
    ],
    [
      'that can never be: yes and no',
      draftOf(
        question('b'),
        question('a', {
          required: true,
          when: {
            kind: 'simple',
            combine: 'all',
            comparisons: [
              { fieldId: 'b', compare: 'equals', value: 'yes' },
              { fieldId: 'b', compare: 'equals', value: 'no' },
            ],
          },
        }),
      ),
      text.neverShownRequired,
    ],
  ])('a condition %s', (_, draft, says) => {
    expect(at(draft, 'a')).toEqual([`when: ${says}`]);
  });

  it.each<[string, Partial<DraftField>, string]>([
    ['no answers to choose from', { type: 'choice' }, `options: ${text.tooFewOptions(2)}`],
    [
      'the same answer twice',
      { type: 'choice', options: lines('Rot', ' Rot') },
      `options: ${text.optionTwice('Rot')}`,
    ],
    [
      'bounds the wrong way round',
      { type: 'number', minimum: '5', maximum: '4' },
      `maximum: ${text.minimumAboveMaximum}`,
    ],
    ['an amount that is none', { type: 'money', minimum: 'viel' }, `minimum: ${text.notANumber}`],
    [
      'a bound finer than the number',
      { type: 'number', decimals: '0', minimum: '1,5' },
      `minimum: ${text.between(-1e9, 1e9)}`,
    ],
    [
      'a pattern that is none',
      { type: 'pattern', expression: '(', says: 'x', example: '1', maxLength: '9' },
      `expression: ${text.notAPattern}`,
    ],
    [
      'an example its pattern refuses',
      { type: 'pattern', expression: '\\d+', says: 'x', example: 'A', maxLength: '9' },
      `example: ${text.exampleDoesNotFit}`,
    ],
    [
      'an example that is too long',
      { type: 'pattern', expression: '\\d+', says: 'x', example: '123', maxLength: '2' },
      `example: ${text.exampleTooLong}`,
    ],
    ['no wording', { label: ' ' }, `label: ${text.missing}`],
    ['files of no kind', { type: 'upload', maximumCount: '3' }, `accepts: ${text.noKinds}`],
  ])('%s', (_, changed, says) => {
    expect(at(draftOf(question('a', changed)), 'a')).toEqual([says]);
  });

  it('of every shipped form with one question taken out: what hung on it is named, and putting it back mends it', () => {
    for (const { form } of catalogueServices) {
      const draft = draftOfForm(form);
      const hanging = form.sections
        .flatMap(({ fields }) => fields)
        .find(({ showWhen }) => showWhen && 'fieldId' in showWhen);
      if (!hanging?.showWhen || !('fieldId' in hanging.showWhen)) continue;
      const without = removed(draft, itemOf('field', hanging.showWhen.fieldId))?.draft;
      expect(without && at(without, hanging.id)).toEqual([`when: ${text.conditionGone}`]);
    }
  });
});

describe('moving a question', () => {
  it('leads over the edge of a section into the next and back', () => {
    const draft: FormDraft = {
      ...draftOf(question('a')),
      sections: [...draftOf(question('a')).sections, { key: 's1', title: 'Zwei', fields: [question('b')] }],
    };
    const down = moved(draft, 'field:a', 1);
    expect(down?.sections.map(({ fields }) => fields.map(({ id }) => id))).toEqual([['name'], ['a', 'b']]);
    expect(down && moved(down, 'field:a', -1)).toEqual(draft);
    expect(moved(draft, 'field:b', 1)).toBeUndefined();
  });

  it('a new one goes behind the chosen one, into a group at its end', () => {
    const group = question('g', { type: 'group', fields: [question('m')] });
    const draft = draftOf(group, question('z'));
    const inside = addField(draft, 'field:g', 'neu').draft.sections[0]?.fields[1]?.fields.map(({ id }) => id);
    expect(inside).toEqual(['m', 'neu']);
    const beside = addField(draft, 'field:g', 'neu', true).draft.sections[0]?.fields.map(({ id }) => id);
    expect(beside).toEqual(['name', 'g', 'neu', 'z']);
    expect(withField(draft, 'm', { label: 'Neu' }).sections[0]?.fields[1]?.fields[0]?.label).toBe('Neu');
  });
});

function lines(...labels: string[]): DraftField['options'] {
  return labels.map((label, index) => ({ value: `v${index}`, label, isNew: false }));
}
