import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { type Html, type HtmlPart, html } from './html.ts';
import { german, texts } from './language.ts';

/** The sentence beside each answer that is not accepted yet, by its path. */
export type FieldErrors = ReadonlyMap<string, string>;

/** What all fields of a page are drawn with. */
export interface Drawing {
  readonly form: FormDefinition;
  readonly typed: PageInputs;
  readonly errors: FieldErrors;
  /** Where the form is sent. */
  readonly action: string;
  /** An answer to the office's question: what is asked is in the page's own words and language, no municipality's form. */
  readonly isAnswer?: boolean;
}

/** One input with what stands around it. */
export interface Framed {
  /** The name of the input, and the path of its answer. */
  readonly path: string;
  readonly label: HtmlPart;
  readonly hint: HtmlPart;
  readonly isRequired: boolean;
  /** Says so behind the label. Parts don't: their field does. */
  readonly isOptional: boolean;
  readonly error: string | undefined;
}

/** A field as it stands in a form, with its path. */
export interface Placed<F extends FormField = FormField> extends Drawing {
  readonly field: F;
  readonly path: string;
}

/** With more options than this a list is shorter to read than radio buttons. */
export const mostRadios = 6;

export function fieldId(path: string): string {
  return `field-${path}`;
}

export function framed(placed: Placed, hint?: HtmlPart): Framed {
  const { field, path, errors } = placed;
  const isRequired = 'required' in field && field.required;
  return {
    path,
    label: placed.isAnswer ? field.label : german(field.label),
    hint: hinted(placed, hint),
    isRequired,
    isOptional: !isRequired,
    error: errors.get(path),
  };
}

function hinted({ field: { help }, isAnswer }: Placed, hint: HtmlPart): HtmlPart {
  if (help === undefined) return hint;
  const said = isAnswer ? help : german(help);
  return hint === undefined ? said : [said, ' ', hint];
}

export function labelled(frame: Framed): HtmlPart {
  return [
    frame.label,
    frame.isOptional && html` <span class="kern-label__optional">${texts().form.optional}</span>`,
  ];
}

export function hintLine({ path, hint }: Framed): HtmlPart {
  return hint !== undefined && html`<div class="kern-hint" id="${fieldId(path)}-hint">${hint}</div>`;
}

export function errorLine({ path, error }: Framed): HtmlPart {
  return (
    error !== undefined &&
    html`<p class="kern-error" id="${fieldId(path)}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${error}</span></p>`
  );
}

/** What a screen reader is told of an input (or of a set of them) beside its label. */
export function ariaAttributes({ path, hint, error, isRequired }: Framed): Html {
  const ids = [
    ...(hint === undefined ? [] : [`${fieldId(path)}-hint`]),
    ...(error === undefined ? [] : [`${fieldId(path)}-error`]),
  ];
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}${
    isRequired && html` aria-required="true"`
  }${error !== undefined && html` aria-invalid="true"`}`;
}
