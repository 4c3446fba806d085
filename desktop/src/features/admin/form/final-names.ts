import { fieldId } from '@amtsstube/shared/domain/forms/field-id';
import { foldGerman } from '../../../ui/german-text.ts';
import { withField } from './edit-form.ts';
import { allFields, type DraftCondition, type DraftMember, type FormDraft } from './form-draft.ts';

/**
 * The draft as it is published: what is new in it gets its name from its label (`Rasse des Hundes` → `rasseDesHundes`),
 * and whatever refers to it follows. Names that are published already never change.
 * @param used names of questions in all versions there were: no answer may come to mean something else
 */
export function withFinalNames(draft: FormDraft, used: readonly string[]): FormDraft {
  const fields = allFields(draft);
  const fresh = fields.filter(({ isNew }) => isNew);
  const names = namesFor(
    fresh,
    [...used, ...fields.filter(({ isNew }) => !isNew).map(({ id }) => id)],
    'frage',
  );
  const newDocuments = draft.documents.filter(({ isNew }) => isNew);
  const takenDocuments = draft.documents.filter(({ isNew }) => !isNew).map(({ id }) => id);
  const documentNames = namesFor(newDocuments, takenDocuments, 'nachweis');
  const optionNames = new Map(fields.map((field) => [field.id, optionNamesOf(field)]));
  const rename = (id: string) => names.get(id) ?? id;
  const renamed = (when: DraftCondition): DraftCondition =>
    when.kind === 'simple'
      ? {
          ...when,
          comparisons: when.comparisons.map((each) => ({
            ...each,
            fieldId: rename(each.fieldId),
            value: optionNames.get(each.fieldId)?.get(each.value) ?? each.value,
          })),
        }
      : when;
  let named = draft;
  for (const field of fields) {
    const values = optionNames.get(field.id);
    named = withField(named, field.id, {
      when: renamed(field.when),
      options: field.options.map(({ value, label }) => ({
        value: values?.get(value) ?? value,
        label,
        isNew: false,
      })),
    });
  }
  for (const field of fields) named = withField(named, field.id, { id: rename(field.id), isNew: false });
  return {
    ...named,
    applicantNameFields: draft.applicantNameFields.map(rename),
    contactEmailField: rename(draft.contactEmailField),
    summaryFields: draft.summaryFields.map(rename),
    documents: draft.documents.map((each) => ({
      ...each,
      id: documentNames.get(each.id) ?? each.id,
      isNew: false,
      when: renamed(each.when),
    })),
  };
}

function namesFor(
  fresh: readonly { readonly id: string; readonly label: string }[],
  taken: readonly string[],
  fallback: string,
): ReadonlyMap<string, string> {
  const all = new Set(taken);
  return new Map(
    fresh.map(({ id, label }) => {
      const name = freeOf(nameOf(label, fallback), all);
      all.add(name);
      return [id, name];
    }),
  );
}

/** `Größe (in m²)` → `groesseInM`: the first words, as many as a name may have. */
export function nameOf(label: string, fallback: string): string {
  const words = foldGerman(label.replaceAll('ß', 'ss'))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  // a name begins with a letter
  while (words.length > 0 && !/^[a-z]/.test(words[0] ?? '')) words.shift();
  let name = '';
  for (const word of words) {
    const next = name === '' ? word : word.charAt(0).toUpperCase() + word.slice(1);
    if ((name + next).length > 32) break;
    name += next;
  }
  name = name === '' ? (words[0] ?? '').slice(0, 32) : name;
  return fieldId.safeParse(name).success ? name : fallback;
}

/** What a choice is kept as; both kinds of choice take these characters. */
function optionNamesOf({ options }: DraftMember): ReadonlyMap<string, string> {
  const taken = new Set(options.filter(({ isNew }) => !isNew).map(({ value }) => value));
  return new Map(
    options
      .filter(({ isNew }) => isNew)
      .map(({ value, label }) => {
        const name = freeOf(nameOf(label, 'auswahl'), taken);
        taken.add(name);
        return [value, name];
      }),
  );
}

function freeOf(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let index = 2; ; index += 1) if (!taken.has(`${name}${index}`)) return `${name}${index}`;
}
