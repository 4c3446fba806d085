import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { de } from '../../../texts/de.ts';

/** What makes one form another, in sentences; and what becomes of answers that were given to the former. */
export interface FormChanges {
  readonly sentences: readonly string[];
  /** Labels of questions whose answers drop out. */
  readonly dropped: readonly string[];
  /** Labels of questions that are asked anew. */
  readonly asked: readonly string[];
}

interface Placed {
  readonly field: FormField;
  /** The section or group it stands in. */
  readonly in: string;
}

export function compareForms(before: FormDefinition, after: FormDefinition): FormChanges {
  const text = de.formEditor.changes;
  const [old, now] = [placedIn(before), placedIn(after)];
  const added = [...now.values()].filter(({ field }) => !old.has(field.id));
  const gone = [...old.values()].filter(({ field }) => !now.has(field.id));
  const kept = [...now.values()].flatMap(({ field }) => {
    const former = old.get(field.id)?.field;
    return former ? [{ former, field }] : [];
  });
  const changed = kept.flatMap(({ former, field }) => {
    const parts = partsChanged(former, field);
    return parts.length > 0
      ? [
          text.changed(
            former.label,
            parts.map((part) => text.parts[part]),
          ),
        ]
      : [];
  });
  const otherKind = kept.filter(({ former, field }) => former.type !== field.type);
  const hasAnswer = ({ type }: FormField) => type !== 'information';
  return {
    sentences: [
      ...sectionSentences(before, after),
      ...added.map(({ field, in: place }) => text.added(field.label, place)),
      ...gone.map(({ field }) => text.removed(field.label)),
      ...changed,
      ...movedSentences(before, after, old, now),
      ...documentSentences(before, after),
      ...(isSame(usesOf(before), usesOf(after)) ? [] : [text.uses]),
    ],
    dropped: [...gone.map(({ field }) => field), ...otherKind.map(({ former }) => former)]
      .filter(hasAnswer)
      .map(({ label }) => label),
    asked: [...added.map(({ field }) => field), ...otherKind.map(({ field }) => field)]
      .filter(hasAnswer)
      .map(({ label }) => label),
  };
}

function placedIn({ sections }: FormDefinition): ReadonlyMap<string, Placed> {
  const placed: Placed[] = sections.flatMap(({ title, fields }) =>
    fields.flatMap((field) => [
      { field, in: title },
      ...(field.type === 'group' ? field.fields.map((member) => ({ field: member, in: field.label })) : []),
    ]),
  );
  return new Map(placed.map((each) => [each.field.id, each]));
}

type ChangedPart = keyof typeof de.formEditor.changes.parts;

function partsChanged(former: FormField, field: FormField): readonly ChangedPart[] {
  const { label, help, showWhen, type, ...details } = inside(former);
  const { label: newLabel, help: newHelp, showWhen: newWhen, type: newType, ...newDetails } = inside(field);
  const { required, options, ...limits } = details as Record<string, unknown>;
  const { required: nowRequired, options: newOptions, ...newLimits } = newDetails as Record<string, unknown>;
  const parts: Readonly<Record<ChangedPart, boolean>> = {
    label: label === newLabel,
    help: isSame(help, newHelp),
    type: type === newType,
    required: type !== newType || required === nowRequired,
    options: type !== newType || isSame(options, newOptions),
    limits: type !== newType || isSame(limits, newLimits),
    when: isSame(showWhen, newWhen),
  };
  return (Object.keys(parts) as ChangedPart[]).filter((part) => !parts[part]);
}

/** Without the members of a group, which are compared by themselves. */
function inside(field: FormField): Omit<FormField, 'fields'> & { readonly fields?: undefined } {
  return { ...field, fields: undefined };
}

function movedSentences(
  before: FormDefinition,
  after: FormDefinition,
  old: ReadonlyMap<string, Placed>,
  now: ReadonlyMap<string, Placed>,
): readonly string[] {
  const { renamed } = sectionChanges(before, after);
  const ids = new Set(movedIds(old, now));
  for (const [id, { in: place }] of now) {
    const former = old.get(id)?.in;
    const isGroup = former !== undefined && [...old.values()].some(({ field }) => field.label === former);
    if (former !== undefined && !isGroup && place !== (renamed?.was === former ? renamed.is : former))
      ids.add(id);
  }
  return [...ids].map((id) => de.formEditor.changes.moved(now.get(id)?.field.label ?? id));
}

/** Sections have no names of their own: one gone and one new is taken for one under another heading. */
function sectionChanges(before: FormDefinition, after: FormDefinition) {
  const old = before.sections.map(({ title }) => title);
  const now = after.sections.map(({ title }) => title);
  const gone = old.filter((title) => !now.includes(title));
  const fresh = now.filter((title) => !old.includes(title));
  const [was, is] = [gone[0], fresh[0]];
  const isOne = gone.length === 1 && fresh.length === 1 && was !== undefined && is !== undefined;
  return { gone, fresh, renamed: isOne ? { was, is } : undefined };
}

function sectionSentences(before: FormDefinition, after: FormDefinition): readonly string[] {
  const text = de.formEditor.changes;
  const { gone, fresh, renamed } = sectionChanges(before, after);
  if (renamed) return [text.sectionRenamed(renamed.was, renamed.is)];
  return [...fresh.map(text.sectionAdded), ...gone.map(text.sectionRemoved)];
}

function documentSentences(before: FormDefinition, after: FormDefinition): readonly string[] {
  const text = de.formEditor.changes;
  const [old, now] = [before.supportingDocuments ?? [], after.supportingDocuments ?? []];
  return [
    ...now.flatMap((each) => {
      const former = old.find(({ id }) => id === each.id);
      if (former === undefined) return [text.documentAdded(each.label)];
      return isSame(former, each) ? [] : [text.documentChanged(each.label)];
    }),
    ...old
      .filter(({ id }) => !now.some((each) => each.id === id))
      .map(({ label }) => text.documentRemoved(label)),
  ];
}

function usesOf({ applicantNameFields, contactEmailField, summaryFields = [] }: FormDefinition): unknown {
  return [applicantNameFields, contactEmailField, summaryFields];
}

/** The fewest questions one would have to move: those outside a longest run that kept its order, or in another place. */
function movedIds(old: ReadonlyMap<string, Placed>, now: ReadonlyMap<string, Placed>): readonly string[] {
  const before = [...old.keys()].filter((id) => now.has(id));
  const after = [...now.keys()].filter((id) => old.has(id));
  const places = after.map((id) => before.indexOf(id));
  const longest: { readonly length: number; readonly from: number }[] = [];
  for (const [index, place] of places.entries()) {
    let best = { length: 1, from: -1 };
    for (let earlier = 0; earlier < index; earlier += 1) {
      const length = (longest[earlier]?.length ?? 0) + 1;
      if ((places[earlier] ?? 0) < place && length > best.length) best = { length, from: earlier };
    }
    longest.push(best);
  }
  const staying = new Set<string>();
  const end = longest.reduce(
    (found, { length }, index) => (length > (longest[found]?.length ?? 0) ? index : found),
    0,
  );
  for (let at = end; at >= 0 && at < after.length; at = longest[at]?.from ?? -1) staying.add(after[at] ?? '');
  return after.filter((id) => !staying.has(id));
}

/** By content: no matter in which order members stand. */
function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_key, each: unknown) =>
      typeof each === 'object' && each !== null && !Array.isArray(each)
        ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : each,
    ) ?? ''
  );
}
