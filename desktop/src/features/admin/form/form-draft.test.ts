import { aForm } from '@amtsstube/shared/fixtures/any-form';
import { catalogueServices } from '@amtsstube/shared/services/catalogue';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { de } from '../../../texts/de.ts';
import { compareForms } from './compare-forms.ts';
import { draftOfForm } from './draft-of-form.ts';
import { addDocument, addField, moved, removed, withField } from './edit-form.ts';
import { type FormDraft, fieldTypes } from './form-draft.ts';
import { formInDraft } from './form-in-draft.ts';
import { problemsOf } from './form-problems.ts';
import { itemsOf } from './use-form-editor.ts';

describe('a form as a draft', () => {
  it.each(catalogueServices)('$name is the same form once it was opened, and has no problem', ({ form }) => {
    const draft = draftOfForm(form);
    expect(problemsOf(draft)).toEqual([]);
    expect(formInDraft(draft)).toEqual(form);
  });

  it('any form: opened and read it is the same', () => {
    fc.assert(
      fc.property(aForm(), (form) => {
        const read = formInDraft(draftOfForm(form));
        expect(read && compareForms(form, read).sentences).toEqual([]);
      }),
    );
  });

  it('whatever is done to a form: it has a problem that is said, or it is a form that settings accept', () => {
    fc.assert(
      fc.property(aForm(), fc.array(fc.tuple(fc.nat(99), fc.nat(99)), { maxLength: 6 }), (form, acts) => {
        const draft = acts.reduce(
          (done, [what, where], turn) => someAct(done, what, where, `n${turn}`),
          draftOfForm(form),
        );
        const problems = problemsOf(draft);
        if (problems.length === 0) expect(formInDraft(draft)).toBeDefined();
        // the sentence that says nothing is never needed
        expect(problems.map(({ says }) => says)).not.toContain(de.formEditor.problems.other);
      }),
      { numRuns: 300 },
    );
  });
});

function someAct(draft: FormDraft, what: number, where: number, id: string): FormDraft {
  const items = itemsOf(draft);
  const item = items[where % items.length] ?? '';
  const [, name = ''] = item.split(':');
  switch (what % 6) {
    case 0:
      return moved(draft, item, what % 2 === 0 ? 1 : -1) ?? draft;
    case 1:
      return moved(draft, item, -1) ?? draft;
    case 2:
      return removed(draft, item)?.draft ?? draft;
    case 3:
      return withField(addField(draft, item, id).draft, id, {
        label: 'Neu',
        type: fieldTypes[where % 17] ?? 'text',
      });
    case 4:
      return withField(draft, name, { type: fieldTypes[what % 17] ?? 'text' });
    default:
      return addDocument(draft, id).draft;
  }
}
