import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';

/** Inputs and buttons beside the form's own fields; no field id begins with an underscore. */
export const ticketField = '_ticket';
/** Set by the button that takes typed text into a new form instead of sending it. */
export const editField = '_edit';
/** Which section is on the page; absent: all of them. */
export const sectionField = '_section';
/** Set where a section is only looked at again: what follows it is the summary. */
export const returnField = '_return';
/** The button that sends chosen files ahead, and the one that takes a file out again. */
export const uploadField = '_upload';
export const removeFileField = '_removeFile';
/** The button that was pressed, where it doesn't send the application. */
export const goField = '_to';

/** How much of a form a page shows. */
export type FormView =
  | { readonly kind: 'all' }
  | { readonly kind: 'section'; readonly index: number; readonly returns: boolean };

/** Where a button leads. */
export type Way =
  | { readonly to: 'next' | 'back' | 'review' | 'all' | 'later' }
  | { readonly to: 'section'; readonly index: number; readonly returns: boolean };

export const wayValues = {
  section: (index: number) => String(index),
  change: (index: number) => `change.${index}`,
};

/** Where the pressed button leads; undefined: it sends. What no button of ours says leads to the whole form. */
export function wayOf(sent: PageInputs): Way | undefined {
  const value = sent.get(goField);
  if (value === undefined) return undefined;
  if (value === 'next' || value === 'back' || value === 'review' || value === 'later') return { to: value };
  const [, change, index] = /^(change\.)?(\d{1,2})$/.exec(value) ?? [];
  return index === undefined
    ? { to: 'all' }
    : { to: 'section', index: Number(index), returns: change !== undefined };
}

/** What the page showed that was sent. */
export function viewOf(sent: PageInputs): FormView {
  const index = sent.get(sectionField) ?? '';
  return /^\d{1,2}$/.test(index)
    ? { kind: 'section', index: Number(index), returns: sent.has(returnField) }
    : { kind: 'all' };
}

/** What was typed into the form's own fields. */
export function typedIn(sent: PageInputs): PageInputs {
  return new Map([...sent].filter(([name]) => !name.startsWith('_')));
}
