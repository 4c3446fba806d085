import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import { decodePage, encodePage, type PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { readFields } from '@amtsstube/shared/domain/forms/read-form';
import { completeAnswers } from '@amtsstube/shared/fixtures/complete-answers';
import { catalogueServices } from '@amtsstube/shared/services/catalogue';
import { describe, expect, it } from 'vitest';
import { finderIn, type PageCondition, pageCondition } from './field-conditions.ts';

type IsMet = (condition: PageCondition, answers: PageInputs) => boolean;
const script = new URL('../../web/scripts/conditions.js', import.meta.url).href;
const { isMet } = (await import(/* @vite-ignore */ script)) as { readonly isMet: IsMet };

const first = Number(process.env['CONDITIONS_SEED'] ?? Date.now() % 2 ** 31);
const seeds = Array.from({ length: 60 }, (_, index) => first + index);

/** Paths of what the page's script leaves in sight; undefined conditions it leaves to the server, and shows. */
function shownByScript(form: FormDefinition, typed: PageInputs): ReadonlySet<string> {
  const inSight = new Map(typed);
  const shown = new Set<string>();
  const goThrough = (members: readonly FormField[], prefix: string): void => {
    for (const field of members) {
      const path = `${prefix}${field.id}`;
      const condition = field.showWhen && pageCondition(field.showWhen, finderIn(form, members, prefix));
      if (condition && !isMet(condition, inSight)) {
        for (const name of [...inSight.keys()])
          if (name === path || name.startsWith(`${path}.`)) inSight.delete(name);
        continue;
      }
      shown.add(path);
      if (field.type !== 'group') continue;
      const entries = Math.max(field.minimumCount, Number(typed.get(path) ?? 0));
      for (let index = 0; index < entries; index += 1) goThrough(field.fields, `${path}.${index}.`);
    }
  };
  for (const { fields } of form.sections) goThrough(fields, '');
  return shown;
}

describe(`what the page’s script shows (CONDITIONS_SEED=${first})`, () => {
  it.each(catalogueServices.map(({ id, form }) => [id, form] as const))(
    '%s: is what the server asks, whichever way through the form, with what was typed on another way still there',
    (_, form) => {
      const groups = new Set(fieldsOf(form).flatMap(({ id, type }) => (type === 'group' ? [id] : [])));
      for (const seed of seeds) {
        const left = [...encodePage(form, completeAnswers(form, seed + 1000))].filter(
          ([name]) => !groups.has(name.split('.')[0] ?? ''),
        );
        const answered = encodePage(form, completeAnswers(form, seed));
        const inputs = new Map([
          ...emptyInputs(form),
          ...left.filter(([name]) => !hasPart(answered, name)),
          ...answered,
        ]);
        const asked = readFields(fieldsOf(form), decodePage(form, inputs).given).visible;
        expect([...shownByScript(form, inputs)].toSorted(), `seed ${seed}`).toEqual([...asked].toSorted());
      }
    },
  );
});

const typedInto = ['text', 'longText', 'number', 'money', 'date', 'email', 'phone', 'iban', 'pattern'];

/** A page has an input for each question that is typed into, answered or not. */
function emptyInputs(form: FormDefinition): readonly (readonly [string, string])[] {
  return fieldsOf(form).flatMap(({ id, type }) => (typedInto.includes(type) ? [[id, ''] as const] : []));
}

/** Something of this field is answered: another way's half of it would make it another answer. */
function hasPart(answered: PageInputs, name: string): boolean {
  const field = name.split('.')[0];
  return [...answered.keys()].some((each) => each.split('.')[0] === field);
}
