import { type Html, type HtmlPart, html } from '../html.ts';
import { texts } from '../language.ts';

export interface TypedField {
  /** Of the input, and its name. */
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  /** The sentence beside it; undefined: nothing is wrong with it. */
  readonly error: string | undefined;
  readonly kind: Html | 'textarea';
  readonly isOptional?: boolean;
}

/** One input with its label, its hint and what is wrong with it. */
export function typedField(field: TypedField): Html {
  const { id, label, hint, value, error, kind, isOptional = false } = field;
  const isWrong = error !== undefined;
  const described = [...(hint === undefined ? [] : [`${id}-hint`]), ...(isWrong ? [`${id}-error`] : [])];
  const common: HtmlPart = [
    html` class="kern-form-input__input${isWrong && ' kern-form-input__input--error'}" id="${id}" name="${id}"`,
    !isOptional && html` aria-required="true"`,
    described.length > 0 && html` aria-describedby="${described.join(' ')}"`,
    isWrong && html` aria-invalid="true"`,
  ];
  return html`<div class="kern-form-input${isWrong && ' kern-form-input--error'}">
<label class="kern-label" for="${id}">${label}${isOptional && html` <span class="kern-label__optional">${texts().form.optional}</span>`}</label>
${hint !== undefined && html`<div class="kern-hint" id="${id}-hint">${hint}</div>`}
${
  kind === 'textarea'
    ? html`<textarea${common} rows="3">${'\n'}${value}</textarea>`
    : html`<input${common}${kind} value="${value}">`
}
${isWrong && html`<p class="kern-error" id="${id}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${error}</span></p>`}
</div>`;
}

export const nameInput = html` type="text" autocomplete="name"`;
export const emailInput = html` type="email" autocomplete="email" spellcheck="false"`;
export const phoneInput = html` type="tel" autocomplete="tel"`;
/** Typed as people write it, and as quick by keyboard as by touch. */
export const dayInput = html` type="text" inputmode="numeric" autocomplete="off"`;
