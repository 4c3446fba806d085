import type { AsWritten } from '@amtsstube/shared/domain/case';
import { missingAnswers } from '@amtsstube/shared/domain/entered-answers';
import type { Answers, FormDefinition } from '@amtsstube/shared/domain/form';
import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import type { FormField, GroupField } from '@amtsstube/shared/domain/forms/field';
import type { FieldError } from '@amtsstube/shared/domain/forms/field-error';
import { partsOf } from '@amtsstube/shared/domain/forms/kinds/parts';
import { locateField } from '@amtsstube/shared/domain/forms/locate-field';
import { decodePage, entryCount, withEntryRemoved } from '@amtsstube/shared/domain/forms/page-encoding';
import { readFields } from '@amtsstube/shared/domain/forms/read-form';

/** What is typed, by the names that a page's inputs have: `lastName`, `address.street`, `children.0.bornOn`. */
export type Inputs = Readonly<Record<string, string>>;

/** An entry as far as it is typed. */
export interface ReadEntry {
  /** Paths of what is asked, given the answers so far. */
  readonly visible: ReadonlySet<string>;
  readonly answers: Answers;
  readonly asWritten: readonly AsWritten[];
  /** What the form's rules don't take, and nobody has said that the paper has it so. */
  readonly errors: readonly FieldError[];
  /** The fields that are wrong, confirmed or not. */
  readonly wrong: ReadonlySet<string>;
  /** The fields that the form demands and nothing is said about. */
  readonly missing: readonly string[];
}

/**
 * Reads what is typed by the form's rules. What a paper has only in part (an address without a postcode) is kept as it
 * stands; what is wrong only once the clerk has confirmed that it stands so on the paper.
 * @param confirmed paths of these
 */
export function readEntry(form: FormDefinition, typed: Inputs, confirmed: readonly string[]): ReadEntry {
  const { given } = decodePage(form, new Map(Object.entries(typed)));
  const { answers, errors, visible } = readFields(fieldsOf(form), given);
  const asWritten = new Map<string, AsWritten>();
  const wrong = new Set<string>();
  const unconfirmed: FieldError[] = [];
  for (const error of errors) {
    const located = locateField(form, error.path);
    if (located === undefined || located.field.type === 'information') continue;
    const { fieldPath } = located;
    const text = textAt(located.field, fieldPath, typed);
    if (error.code === 'required') {
      if (text !== '') asWritten.set(fieldPath, { path: fieldPath, text });
    } else {
      wrong.add(fieldPath);
      if (confirmed.includes(fieldPath) && text !== '') asWritten.set(fieldPath, { path: fieldPath, text });
      else unconfirmed.push(error);
    }
  }
  const written = [...asWritten.values()];
  return {
    visible,
    answers,
    asWritten: written,
    errors: unconfirmed,
    wrong,
    missing: missingAnswers(form, answers, written).filter((path) => !wrong.has(path)),
  };
}

/** Without entries of groups in which nothing stands: the paper has lines that are left empty. */
export function withoutEmptyEntries(form: FormDefinition, typed: Inputs): Inputs {
  let inputs: ReadonlyMap<string, string> = new Map(Object.entries(typed));
  for (const field of fieldsOf(form)) {
    if (field.type !== 'group') continue;
    for (let index = entryCount(field, inputs) - 1; index >= field.minimumCount; index -= 1)
      if (isEmptyEntry(field, index, inputs)) inputs = withEntryRemoved(field, index, inputs);
  }
  return Object.fromEntries(inputs);
}

/** What is typed into one field, by the names within it ('' = its own). */
export function inputsAt(typed: Inputs, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, text]) => {
      if (name === path) return [['', text]];
      return name.startsWith(`${path}.`) ? [[name.slice(path.length + 1), text]] : [];
    }),
  );
}

/** With another content of this field. */
export function withInputsAt(typed: Inputs, path: string, inputs: Inputs): Inputs {
  const others = Object.entries(typed).filter(([name]) => name !== path && !name.startsWith(`${path}.`));
  const own = Object.entries(inputs).map(([name, text]) => [name === '' ? path : `${path}.${name}`, text]);
  return Object.fromEntries([...others, ...own]);
}

/** A field's label as it is named in a list of fields: with its entry. */
export function labelAt(form: FormDefinition, path: string): string {
  const located = locateField(form, path);
  if (located === undefined) return path;
  const { entry, field } = located;
  return entry === undefined ? field.label : `${entry}: ${field.label}`;
}

function textAt(field: FormField, path: string, typed: Inputs): string {
  const inputs = inputsAt(typed, path);
  const names =
    field.type === 'address' || field.type === 'person' ? partsOf(field).map(({ name }) => name) : [''];
  return names
    .map((name) => inputs[name]?.trim() ?? '')
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, 5000);
}

function isEmptyEntry({ id }: GroupField, index: number, inputs: ReadonlyMap<string, string>): boolean {
  return ![...inputs].some(([name, text]) => name.startsWith(`${id}.${index}.`) && text.trim() !== '');
}
