import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { visibleFields } from '@amtsstube/shared/domain/form-interpreter';
import { decodePage, type PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';

/** The sections that ask something, given what was typed so far; the first always does. */
export function askedSections(form: FormDefinition, typed: PageInputs): readonly number[] {
  const visible = new Set(visibleFields(form, decodePage(form, typed).given).map(({ id }) => id));
  return [...form.sections.keys()].filter(
    (index) => index === 0 || form.sections[index]?.fields.some(({ id }) => visible.has(id)),
  );
}

/** The asked section before or behind one; undefined: there is none. */
export function neighbour(
  form: FormDefinition,
  typed: PageInputs,
  index: number,
  direction: 'next' | 'back',
): number | undefined {
  const asked = askedSections(form, typed);
  return direction === 'next' ? asked.find((each) => each > index) : asked.findLast((each) => each < index);
}

/** The section a path of an answer or of an error leads into; undefined: the path leads to none. */
export function sectionOf(form: FormDefinition, path: string): number | undefined {
  const [id] = path.split('.');
  const index = form.sections.findIndex(({ fields }) => fields.some((field) => field.id === id));
  return index < 0 ? undefined : index;
}

/** Of these errors those of one section. */
export function errorsIn<E extends { readonly path: string }>(
  form: FormDefinition,
  index: number,
  errors: readonly E[],
): readonly E[] {
  return errors.filter(({ path }) => sectionOf(form, path) === index);
}
