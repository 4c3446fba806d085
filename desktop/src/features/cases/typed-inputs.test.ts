import { checkCorrection } from '@amtsstube/shared/domain/check-correction';
import { checkAnswers, fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import { kindOf } from '@amtsstube/shared/domain/forms/kinds/all-kinds';
import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import { catalogueServices } from '@amtsstube/shared/services/catalogue';
import { describe, expect, it } from 'vitest';
import { typedInputs } from './typed-inputs.ts';

describe('an answer as one types it', () => {
  it('is read as the same answer, for each question of each form', () => {
    for (const { form } of catalogueServices) {
      const checked = checkAnswers(form, completeAnswers(form, 5));
      if (!checked.ok) throw new Error(JSON.stringify(checked.errors));
      for (const field of fieldsOf(form)) {
        const value = checked.answers[field.id];
        if (value === undefined || field.type === 'group' || field.type === 'information') continue;
        if (field.type === 'upload') continue;
        const inputs = typedInputs(field, value);
        const given = kindOf(field).decode(field, (name) => inputs[name]);
        expect(checkCorrection(form, checked.answers, field.id, given)).toEqual({ ok: true, value });
      }
    }
  });

  it('writes days as people do, also among a person’s parts', () => {
    const on = { id: 'on', type: 'date', label: 'Tag', required: true } as const;
    expect(typedInputs(on, '2026-05-24')).toEqual({ '': '24.05.2026' });
    const person = {
      id: 'who',
      type: 'person',
      label: 'Wer',
      required: true,
      asks: ['bornOn' as const],
    } as const;
    const value = { firstName: 'Mia', lastName: 'Weiß', bornOn: '2025-05-24' };
    expect(typedInputs({ ...person, asks: [...person.asks] }, value)).toEqual({
      ...value,
      bornOn: '24.05.2025',
    });
    expect(typedInputs(on, null)).toEqual({});
  });
});
