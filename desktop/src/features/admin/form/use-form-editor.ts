import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { FormVersion, Service } from '@amtsstube/shared/domain/settings';
import { useMemo, useState } from 'react';
import { de } from '../../../texts/de.ts';
import { useSettings } from '../../../ui/names.ts';
import { useFormDraft } from '../../../ui/use-form-draft.ts';
import { draftOfForm, newForm } from './draft-of-form.ts';
import { moved, putBack, type Removed, removed, type Step } from './edit-form.ts';
import { type FormDraft, type KeptFormDraft, keptFormDraft } from './form-draft.ts';
import { formInDraft } from './form-in-draft.ts';
import { type FormProblem, itemOf, problemsOf, usesItem } from './form-problems.ts';
import { nameOfItem } from './item-names.ts';

/** A form in work on this device: its draft, what is wrong with it, and which item of it is chosen. */
export interface FormEditor {
  readonly service: Service;
  /** The version new applications use. */
  readonly current: FormVersion | undefined;
  readonly draft: FormDraft;
  readonly isBegun: boolean;
  /** The version the draft was begun from isn't the present one any more. */
  readonly isOvertaken: boolean;
  readonly basedOn: KeptFormDraft['basedOn'];
  readonly problems: readonly FormProblem[];
  /** What the draft says, once it is a form. */
  readonly form: FormDefinition | undefined;
  readonly chosen: string;
  readonly choose: (item: string) => void;
  readonly change: (draft: FormDraft) => void;
  /** Adds something, and chooses it. */
  readonly take: (step: Step) => void;
  readonly move: (item: string, by: -1 | 1) => void;
  readonly remove: (item: string) => void;
  /** What was removed last, until it is put back or something else is. */
  readonly gone: Removed | undefined;
  readonly undo: () => void;
  /** Begins anew from this form, based on the present version. */
  readonly begin: (draft: FormDraft) => void;
  readonly discard: () => void;
  /** Where an item was moved to last, to be read out. */
  readonly movedTo: string;
  /** An item to bring the focus to in the outline, or whose first input is to be typed into; counted, to be told apart. */
  readonly focus: { readonly on: 'outline' | 'settings'; readonly turn: number } | undefined;
}

export function useFormEditor(service: Service): FormEditor {
  const [kept, setKept] = useFormDraft(`admin/form/${service.id}`, keptFormDraft);
  const current = useSettings().find(
    (each): each is FormVersion => each.kind === 'formVersion' && each.id === service.formVersionId,
  );
  const published = useMemo(
    () => (current ? draftOfForm(current.form) : newForm(de.formEditor.newFormParts)),
    [current],
  );
  const draft = kept?.draft ?? published;
  const basedOn = kept === undefined ? service.formVersionId : kept.basedOn;
  const problems = useMemo(() => problemsOf(draft), [draft]);
  const form = useMemo(() => formInDraft(draft), [draft]);
  const [chosenItem, setChosen] = useState<string>();
  const [gone, setGone] = useState<Removed>();
  const [movedTo, setMovedTo] = useState('');
  const [focus, setFocus] = useState<FormEditor['focus']>();
  const first = draft.sections[0];
  const fallback = first ? itemOf('section', first.key) : usesItem;
  const chosen = chosenItem !== undefined && isThere(draft, chosenItem) ? chosenItem : fallback;
  const focusOn = (on: 'outline' | 'settings') => setFocus({ on, turn: (focus?.turn ?? 0) + 1 });
  const change = (next: FormDraft) => setKept({ basedOn, draft: next });

  return {
    service,
    current,
    draft,
    isBegun: kept !== undefined,
    isOvertaken: kept !== undefined && kept.basedOn !== service.formVersionId,
    basedOn,
    problems,
    form,
    chosen,
    choose: setChosen,
    change,
    take(step) {
      change(step.draft);
      setChosen(step.item);
      focusOn('settings');
    },
    move(item, by) {
      const next = moved(draft, item, by);
      if (next === undefined) return;
      change(next);
      setChosen(item);
      setMovedTo(placeIn(next, item));
      focusOn('outline');
    },
    remove(item) {
      const next = removed(draft, item);
      if (next === undefined) return;
      const items = itemsOf(draft);
      const at = items.indexOf(item);
      change(next.draft);
      setGone(next.gone);
      const left = itemsOf(next.draft);
      setChosen(items.slice(0, at).findLast((each) => left.includes(each)) ?? left[0] ?? usesItem);
      focusOn('outline');
    },
    gone,
    undo() {
      if (gone === undefined) return;
      change(putBack(draft, gone));
      setGone(undefined);
      setChosen(itemOfRemoved(gone));
      focusOn('outline');
    },
    begin(next) {
      setKept({ basedOn: service.formVersionId, draft: next });
      setGone(undefined);
    },
    discard() {
      setKept(undefined);
      setGone(undefined);
    },
    movedTo,
    focus,
  };
}

/** All items of the outline, from above. */
export function itemsOf(draft: FormDraft): readonly string[] {
  return [
    ...draft.sections.flatMap(({ key, fields }) => [
      itemOf('section', key),
      ...fields.flatMap((field) => [
        itemOf('field', field.id),
        ...(field.type === 'group' ? field.fields.map(({ id }) => itemOf('field', id)) : []),
      ]),
    ]),
    ...draft.documents.map(({ id }) => itemOf('document', id)),
    usesItem,
  ];
}

/** `Rasse: jetzt an Stelle 7 von 18`, counted among all of its kind. */
function placeIn(draft: FormDraft, item: string): string {
  const [kind = ''] = item.split(':');
  const alike = itemsOf(draft).filter((each) => each.startsWith(`${kind}:`));
  return de.formEditor.movedTo(nameOfItem(draft, item), alike.indexOf(item) + 1, alike.length);
}

function isThere(draft: FormDraft, item: string): boolean {
  return itemsOf(draft).includes(item);
}

export function itemOfRemoved(gone: Removed): string {
  if (gone.kind === 'section') return itemOf('section', gone.section.key);
  return gone.kind === 'field' ? itemOf('field', gone.field.id) : itemOf('document', gone.document.id);
}

export function nameOfRemoved(gone: Removed): string {
  const name =
    gone.kind === 'section'
      ? gone.section.title
      : gone.kind === 'field'
        ? gone.field.label
        : gone.document.label;
  return name.trim() === '' ? de.formEditor.unnamed : name;
}
