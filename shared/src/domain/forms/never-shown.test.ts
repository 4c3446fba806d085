import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aForm } from '../../fixtures/any-form.ts';
import { visibleFields } from '../form-interpreter.ts';
import type { Condition } from './condition.ts';
import type { FormField } from './field.ts';
import { canEverBeMet, neverShown } from './never-shown.ts';

const has: FormField = { id: 'has', type: 'yesNo', label: 'Hat', required: true };
const years: FormField = {
  id: 'years',
  type: 'number',
  label: 'Jahre',
  required: false,
  decimals: 0,
  minimum: 1,
  maximum: 9,
  showWhen: { fieldId: 'has', equals: true },
};
const colour: FormField = {
  id: 'colour',
  type: 'choice',
  label: 'Farbe',
  required: false,
  options: [
    { value: 'red', label: 'Rot' },
    { value: 'blue', label: 'Blau' },
  ],
};
const on = (showWhen: Condition): FormField => ({
  id: 'last',
  type: 'text',
  label: 'Z',
  required: true,
  maxLength: 9,
  showWhen,
});
const yes = { fieldId: 'has', equals: true } as const;
const no = { fieldId: 'has', equals: false } as const;

describe('a question that can never be asked', () => {
  it.each<[string, Condition, boolean]>([
    ['yes and no', { all: [yes, no] }, true],
    ['yes or no', { any: [yes, no] }, false],
    [
      'neither yes nor no, and answered',
      { all: [{ not: yes }, { not: no }, { fieldId: 'has', answered: true }] },
      true,
    ],
    ['neither yes nor no: left empty', { all: [{ not: yes }, { not: no }] }, false],
    ['no, and what is only asked after yes', { all: [no, { fieldId: 'years', answered: true }] }, true],
    ['more than the question takes', { fieldId: 'years', atLeast: 10 }, true],
    [
      'less than 3 and more than 5',
      {
        all: [
          { fieldId: 'years', atMost: 3 },
          { fieldId: 'years', atLeast: 5 },
        ],
      },
      true,
    ],
    [
      'exactly 3',
      {
        all: [
          { fieldId: 'years', atMost: 3 },
          { fieldId: 'years', atLeast: 3 },
        ],
      },
      false,
    ],
    [
      'two colours at once',
      {
        all: [
          { fieldId: 'colour', equals: 'red' },
          { fieldId: 'colour', equals: 'blue' },
        ],
      },
      true,
    ],
    ['not so that one of two fits', { not: { any: [yes, { not: yes }] } }, true],
  ])('%s: %s', (_, condition, isNever) => {
    expect(neverShown([has, years, colour, on(condition)]).has('last')).toBe(isNever);
    expect(canEverBeMet(condition, [has, years, colour])).toBe(!isNever);
  });

  it('hangs on one that can’t be asked itself: only the first is named', () => {
    const first = { ...years, showWhen: { all: [yes, no] } } as FormField;
    expect([...neverShown([has, first, on({ fieldId: 'years', answered: true })])]).toEqual(['years']);
  });

  it('of any form: what some answers show is never called never shown', () => {
    fc.assert(
      fc.property(
        aForm(),
        fc.array(fc.constantFrom('yes', 'no', '12', '3', 'red', 'ABC', ''), { minLength: 9, maxLength: 9 }),
        (form, typed) => {
          const fields = form.sections.flatMap((section) => section.fields);
          const given = Object.fromEntries(
            fields
              .filter(({ type }) => type !== 'information' && type !== 'group')
              .map(({ id, type }, index) => [
                id,
                type === 'multipleChoice' ? ['blue'] : typed[index % typed.length],
              ]),
          );
          const never = neverShown(fields);
          for (const { id } of visibleFields(form, given)) expect(never.has(id)).toBe(false);
        },
      ),
    );
  });
});
