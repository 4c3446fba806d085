import {
  allFields,
  blankField,
  type DraftDocument,
  type DraftField,
  type DraftMember,
  type FormDraft,
} from './form-draft.ts';
import { itemOf } from './form-problems.ts';

/** A draft as it is after a step, and which item of the outline the step was about. */
export interface Step {
  readonly draft: FormDraft;
  readonly item: string;
}

/** Where a removed item stood, to be put back by `putBack` however the draft was changed since. */
export type Removed =
  | { readonly kind: 'section'; readonly index: number; readonly section: FormDraft['sections'][number] }
  | { readonly kind: 'field'; readonly parent: string; readonly index: number; readonly field: DraftField }
  | { readonly kind: 'document'; readonly index: number; readonly document: DraftDocument };

/** With one question changed, wherever it stands. */
export function withField(draft: FormDraft, id: string, changed: Partial<DraftField>): FormDraft {
  const change = <F extends DraftMember>(field: F): F => (field.id === id ? { ...field, ...changed } : field);
  return {
    ...draft,
    sections: draft.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => {
        const own = change(field);
        return { ...own, fields: own.fields.map(change) };
      }),
    })),
  };
}

export function withSectionTitle(draft: FormDraft, key: string, title: string): FormDraft {
  const { sections } = draft;
  return { ...draft, sections: sections.map((each) => (each.key === key ? { ...each, title } : each)) };
}

export function withDocument(draft: FormDraft, id: string, changed: Partial<DraftDocument>): FormDraft {
  const { documents } = draft;
  return { ...draft, documents: documents.map((each) => (each.id === id ? { ...each, ...changed } : each)) };
}

export function addSection(draft: FormDraft, key: string): Step {
  const sections = [...draft.sections, { key, title: '', fields: [] }];
  return { draft: { ...draft, sections }, item: itemOf('section', key) };
}

export function addDocument(draft: FormDraft, id: string): Step {
  const document: DraftDocument = { id, isNew: true, label: '', help: '', when: { kind: 'always' } };
  return { draft: { ...draft, documents: [...draft.documents, document] }, item: itemOf('document', id) };
}

/** @param behind an item: a question goes behind it, into its section at the end, or into its group unless `isBeside` */
export function addField(draft: FormDraft, behind: string, id: string, isBeside = false): Step {
  const field = { ...blankField(id), maxLength: '200' };
  return { draft: inserted(draft, field, behind, isBeside), item: itemOf('field', id) };
}

/** The same question once more, right behind it; with new names, its group's members too. */
export function duplicateField(
  draft: FormDraft,
  id: string,
  label: (of: string) => string,
  newId: () => string,
): Step | undefined {
  const found = allFields(draft).find((field) => field.id === id);
  if (found === undefined) return undefined;
  const members = 'fields' in found ? (found as DraftField).fields : [];
  const names = new Map(members.map((member) => [member.id, newId()]));
  const copy: DraftField = {
    ...found,
    id: newId(),
    isNew: true,
    label: label(found.label),
    fields: members.map((member) => ({
      ...member,
      id: names.get(member.id) ?? '',
      isNew: true,
      when: renamedIn(member.when, names),
    })),
  };
  return { draft: inserted(draft, copy, itemOf('field', id), true), item: itemOf('field', copy.id) };
}

/** One place up or down; over the edge of a section into the next. undefined: it is at the end already. */
export function moved(draft: FormDraft, item: string, by: -1 | 1): FormDraft | undefined {
  const [kind, id = ''] = item.split(':');
  if (kind === 'document') {
    const documents = swapped(draft.documents, (each) => each.id === id, by);
    return documents && { ...draft, documents };
  }
  if (kind === 'section') {
    const sections = swapped(draft.sections, (each) => each.key === id, by);
    return sections && { ...draft, sections };
  }
  const { sections } = draft;
  for (const [at, section] of sections.entries()) {
    const within = swapped(section.fields, (field) => field.id === id, by);
    if (within) return withFields(draft, at, within);
    const field = section.fields.find((each) => each.id === id);
    if (field) {
      const next = sections[at + by];
      if (next === undefined) return undefined;
      const without = withFields(
        draft,
        at,
        section.fields.filter((each) => each !== field),
      );
      return withFields(without, at + by, by < 0 ? [...next.fields, field] : [field, ...next.fields]);
    }
    for (const group of section.fields) {
      const members = swapped(group.fields, (member) => member.id === id, by);
      if (members) return withField(draft, group.id, { fields: [...members] });
    }
  }
  return undefined;
}

export function removed(
  draft: FormDraft,
  item: string,
): { readonly draft: FormDraft; readonly gone: Removed } | undefined {
  const [kind, id = ''] = item.split(':');
  if (kind === 'document') {
    const index = draft.documents.findIndex((each) => each.id === id);
    const document = draft.documents[index];
    return (
      document && {
        draft: { ...draft, documents: draft.documents.toSpliced(index, 1) },
        gone: { kind, index, document },
      }
    );
  }
  if (kind === 'section') {
    const index = draft.sections.findIndex((each) => each.key === id);
    const section = draft.sections[index];
    return (
      section && {
        draft: { ...draft, sections: draft.sections.toSpliced(index, 1) },
        gone: { kind, index, section },
      }
    );
  }
  for (const [at, { key, fields }] of draft.sections.entries()) {
    const index = fields.findIndex((field) => field.id === id);
    const field = fields[index];
    if (field)
      return {
        draft: withFields(draft, at, fields.toSpliced(index, 1)),
        gone: { kind: 'field', parent: itemOf('section', key), index, field },
      };
    for (const group of fields) {
      const place = group.fields.findIndex((member) => member.id === id);
      const member = group.fields[place];
      if (member)
        return {
          draft: withField(draft, group.id, { fields: group.fields.toSpliced(place, 1) }),
          gone: {
            kind: 'field',
            parent: itemOf('field', group.id),
            index: place,
            field: { ...member, fields: [] },
          },
        };
    }
  }
  return undefined;
}

/** What was removed, at its place again; at the end where its section or group is gone since. */
export function putBack(draft: FormDraft, gone: Removed): FormDraft {
  if (gone.kind === 'document')
    return { ...draft, documents: draft.documents.toSpliced(gone.index, 0, gone.document) };
  if (gone.kind === 'section')
    return { ...draft, sections: draft.sections.toSpliced(gone.index, 0, gone.section) };
  const [kind, parent = ''] = gone.parent.split(':');
  if (kind === 'field') {
    const group = allFields(draft).find(({ id }) => id === parent) as DraftField | undefined;
    if (group?.fields)
      return withField(draft, parent, { fields: group.fields.toSpliced(gone.index, 0, gone.field) });
  }
  const at = draft.sections.findIndex(({ key }) => key === parent);
  const index = at < 0 ? draft.sections.length - 1 : at;
  const fields = draft.sections[index]?.fields ?? [];
  return withFields(draft, index, fields.toSpliced(gone.index, 0, gone.field));
}

/** With conditions that look at other names than before. */
export function renamedIn(
  when: DraftMember['when'],
  names: ReadonlyMap<string, string>,
): DraftMember['when'] {
  if (when.kind !== 'simple') return when;
  return {
    ...when,
    comparisons: when.comparisons.map((each) => ({
      ...each,
      fieldId: names.get(each.fieldId) ?? each.fieldId,
    })),
  };
}

function inserted(draft: FormDraft, field: DraftField, behind: string, isBeside = false): FormDraft {
  const [kind, id = ''] = behind.split(':');
  for (const [at, { key, fields }] of draft.sections.entries()) {
    if (kind === 'section' && key === id) return withFields(draft, at, [...fields, field]);
    const index = fields.findIndex((each) => each.id === id);
    const found = fields[index];
    if (kind === 'field' && found?.type === 'group' && !isBeside)
      return withField(draft, id, { fields: [...found.fields, field] });
    if (kind === 'field' && found) return withFields(draft, at, fields.toSpliced(index + 1, 0, field));
    const group = fields.find((each) => each.fields.some((member) => member.id === id));
    if (kind === 'field' && group) {
      const place = group.fields.findIndex((member) => member.id === id);
      return withField(draft, group.id, { fields: group.fields.toSpliced(place + 1, 0, field) });
    }
  }
  const last = draft.sections.length - 1;
  return last < 0
    ? { ...draft, sections: [{ key: 's0', title: '', fields: [field] }] }
    : withFields(draft, last, [...(draft.sections[last]?.fields ?? []), field]);
}

function withFields(draft: FormDraft, at: number, fields: readonly DraftField[]): FormDraft {
  const { sections } = draft;
  return {
    ...draft,
    sections: sections.map((each, index) => (index === at ? { ...each, fields: [...fields] } : each)),
  };
}

/** With the one that is meant and its neighbour exchanged; undefined: it has none there. */
export function swapped<T>(all: readonly T[], is: (each: T) => boolean, by: -1 | 1): T[] | undefined {
  const at = all.findIndex(is);
  const [one, other] = [all[at], all[at + by]];
  if (one === undefined || other === undefined) return undefined;
  return all.with(at, other).with(at + by, one);
}
