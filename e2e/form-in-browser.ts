import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import { entryCount, type PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Page } from 'playwright-core';

/** What a person sees of one question. */
export interface SeenField {
  readonly path: string;
  readonly field: FormField;
  readonly isInSight: boolean;
  /** Nothing beside its label says that it may be left out. */
  readonly looksRequired: boolean;
  /** Names of its inputs that hold nothing, and of those that hold something: in sight only. */
  readonly empty: readonly string[];
  readonly filled: readonly string[];
}

/** Each question of a form with its path, those of a group once for each entry the page has. */
export function placesOf(
  form: FormDefinition,
  inputs: PageInputs,
): readonly (readonly [string, FormField])[] {
  return fieldsOf(form).flatMap((field): (readonly [string, FormField])[] => {
    if (field.type !== 'group') return [[field.id, field]];
    const members = Array.from({ length: entryCount(field, inputs) }, (_, index) =>
      field.fields.map((member) => [`${field.id}.${index}.${member.id}`, member] as const),
    );
    return [[field.id, field], ...members.flat()];
  });
}

/** Types into what is in sight, from top to bottom; what a text hides or brings up is hidden or there at once. */
export async function typeInto(page: Page, typed: PageInputs): Promise<void> {
  await page.evaluate(
    (texts) => {
      const named = new Map(texts);
      for (const input of document.querySelectorAll<HTMLInputElement>('.application-form [name]')) {
        const text = named.get(input.name);
        if (text === undefined || input.type === 'hidden' || !input.checkVisibility()) continue;
        if (input.type === 'radio') {
          if (input.value === text) input.click();
        } else if (input.type === 'checkbox') {
          if (input.checked !== (text !== '')) input.click();
        } else {
          input.value = text;
          input.dispatchEvent(new InputEvent('input', { bubbles: true }));
        }
      }
    },
    [...typed],
  );
}

/** What the form would send now, files aside. */
export async function inputsOn(page: Page): Promise<PageInputs> {
  const entries = await page.evaluate(() => {
    const form = document.querySelector<HTMLFormElement>('.application-form');
    const sent = form ? [...new FormData(form)] : [];
    return sent.flatMap(([name, text]) =>
      typeof text === 'string' && !name.startsWith('_') ? [[name, text] as const] : [],
    );
  });
  return new Map(entries);
}

/** What a person sees of these questions. */
export async function seenOn(
  page: Page,
  places: readonly (readonly [string, FormField])[],
): Promise<readonly SeenField[]> {
  const seen = await page.evaluate(
    (paths) => {
      const all = [...document.querySelectorAll<HTMLInputElement>('.application-form [name]')].filter(
        ({ type, name }) => type !== 'hidden' && type !== 'submit' && name !== '',
      );
      return paths.map((path) => {
        const own = all.filter(({ name }) => name === path || name.startsWith(`${path}.`));
        const element = document.getElementById(`field-${path}`) ?? own[0];
        const label = element?.closest('fieldset, .kern-form-input')?.querySelector('.kern-label');
        const inputs = own.filter((input) => input.checkVisibility());
        const holds = (input: HTMLInputElement) =>
          input.type === 'radio' || input.type === 'checkbox' ? input.checked : input.value.trim() !== '';
        const filled = new Set(inputs.filter(holds).map(({ name }) => name));
        return {
          isInSight: element?.checkVisibility() ?? false,
          looksRequired: label ? label.querySelector('.kern-label__optional') === null : false,
          filled: [...filled],
          empty: [...new Set(inputs.map(({ name }) => name))].filter((name) => !filled.has(name)),
        };
      });
    },
    places.map(([path]) => path),
  );
  return places.map(([path, field], index) => ({ path, field, ...(seen[index] as (typeof seen)[number]) }));
}

/** Presses a button of the form that the server answers with a page. */
export async function press(page: Page, name: string, value: string): Promise<void> {
  const answered = page.waitForEvent('domcontentloaded');
  await page.evaluate(
    ([named, text]) => {
      const button = document.querySelector<HTMLButtonElement>(`.application-form button[name="${named}"]`);
      if (!button) throw new Error(`no button ${named}`);
      // as the link of the summary that leads there would have it
      button.value = text;
      button.click();
    },
    [name, value] as const,
  );
  await answered;
}
