import type { FormField } from '@amtsstube/shared/domain/form';
import { ticked } from '@amtsstube/shared/domain/forms/kinds/choice';
import {
  ariaAttributes,
  errorLine,
  type Framed,
  fieldId,
  framed,
  hintLine,
  labelled,
  mostRadios,
  type Placed,
} from './field-frame.ts';
import { type Html, type HtmlPart, html } from './html.ts';
import { german, germanAttribute, texts } from './language.ts';

interface Option {
  readonly value: string;
  readonly label: HtmlPart;
}

/** One line of text; `attributes` say what of. */
export function renderInput(frame: Framed, value: string, attributes: Html): Html {
  return html`<div class="kern-form-input${frame.error !== undefined && ' kern-form-input--error'}">
<label class="kern-label" for="${fieldId(frame.path)}">${labelled(frame)}</label>
${hintLine(frame)}
<input class="kern-form-input__input${frame.error !== undefined && ' kern-form-input__input--error'}" id="${fieldId(
    frame.path,
  )}" name="${frame.path}"${ariaAttributes(frame)}${attributes} value="${value}">
${errorLine(frame)}
</div>`;
}

export function renderLongText(placed: Placed): Html {
  const frame = framed(placed);
  return html`<div class="kern-form-input${frame.error !== undefined && ' kern-form-input--error'}">
<label class="kern-label" for="${fieldId(frame.path)}">${labelled(frame)}</label>
${hintLine(frame)}
<textarea class="kern-form-input__input${frame.error !== undefined && ' kern-form-input__input--error'}" rows="5" id="${fieldId(
    frame.path,
  )}" name="${frame.path}"${ariaAttributes(frame)}>${'\n'}${placed.typed.get(frame.path)}</textarea>
${errorLine(frame)}
</div>`;
}

/** Kinds of one line: how to type them, and what a browser may do to help. */
export function renderTextLike(placed: Placed): Html {
  const { field, typed, path } = placed;
  return renderInput(framed(placed, hintOf(field)), typed.get(path) ?? '', inputAttributes(field));
}

function hintOf(field: FormField): HtmlPart {
  switch (field.type) {
    case 'date':
      return field.help === undefined ? texts().form.dateHint : undefined;
    case 'money':
      return field.help === undefined ? texts().form.moneyHint : undefined;
    case 'iban':
      return texts().form.ibanHint;
    case 'pattern':
      return texts().form.example(field.example);
    case 'number':
      return field.unit === undefined ? undefined : texts().form.unit(field.unit);
    default:
      return undefined;
  }
}

function inputAttributes(field: FormField): Html {
  switch (field.type) {
    case 'email':
      return html` type="email" autocomplete="email" spellcheck="false"`;
    case 'phone':
      return html` type="tel" autocomplete="tel"`;
    case 'date':
      // a text field: typed as people write it, and as quick by keyboard as by touch
      return html` type="text" inputmode="numeric"`;
    case 'number':
      return html` type="text" inputmode="${field.decimals > 0 ? 'decimal' : 'numeric'}" autocomplete="off"`;
    case 'money':
      return html` type="text" inputmode="decimal" autocomplete="off"`;
    case 'iban':
      return html` type="text" autocomplete="off" autocapitalize="characters" spellcheck="false"`;
    case 'pattern':
      return html` type="text" autocomplete="off" spellcheck="false"`;
    case 'text':
      return html` type="text"${field.autocomplete !== undefined && html` autocomplete="${field.autocomplete}"`}`;
    default:
      return html` type="text"`;
  }
}

export function renderYesNo(placed: Placed): Html {
  const options = [
    { value: 'yes', label: texts().yes },
    { value: 'no', label: texts().no },
  ];
  return renderRadios(placed, options, (option) => option.value);
}

/** The municipality's own answers, unlike yes and no. */
function inGerman({ value, label }: Option): Option {
  return { value, label: german(label) };
}

export function renderChoice(placed: Placed, options: readonly Option[]): Html {
  return options.length > mostRadios
    ? renderSelect(placed, options)
    : renderRadios(placed, options.map(inGerman), (_option, index) => String(index));
}

function renderRadios(
  placed: Placed,
  options: readonly Option[],
  idOf: (option: Option, index: number) => string,
): Html {
  const frame = framed(placed);
  const hasError = frame.error !== undefined;
  return html`<fieldset class="kern-fieldset${hasError && ' kern-fieldset--error'}" role="radiogroup"${ariaAttributes(frame)}>
<legend class="kern-label">${labelled(frame)}</legend>
${hintLine(frame)}
<div class="kern-fieldset__body">${options.map((option, index) => {
    const id = `${fieldId(frame.path)}-${idOf(option, index)}`;
    return html`<div class="kern-form-check">
<input class="kern-form-check__radio${hasError && ' kern-form-check__radio--error'}" type="radio" id="${id}" name="${
      frame.path
    }" value="${option.value}"${option.value === placed.typed.get(frame.path) && html` checked`}>
<label class="kern-label" for="${id}">${option.label}</label>
</div>`;
  })}</div>
${errorLine(frame)}
</fieldset>`;
}

function renderSelect(placed: Placed, options: readonly Option[]): Html {
  const frame = framed(placed);
  const hasError = frame.error !== undefined;
  const id = fieldId(frame.path);
  return html`<div class="kern-form-input${hasError && ' kern-form-input--error'}">
<label class="kern-label" for="${id}">${labelled(frame)}</label>
${hintLine(frame)}
<div class="kern-form-input__select-wrapper">
<select class="kern-form-input__select${hasError && ' kern-form-input__select--error'}" id="${id}" name="${frame.path}"${ariaAttributes(frame)}>
<option value="">${texts().form.choose}</option>
${options.map(
  (option) =>
    html`<option value="${option.value}"${germanAttribute()}${option.value === placed.typed.get(frame.path) && html` selected`}>${option.label}</option>`,
)}
</select>
</div>
${errorLine(frame)}
</div>`;
}

/** A box for each option; a box that is not ticked sends nothing. */
export function renderBoxes(placed: Placed, options: readonly Option[]): Html {
  const frame = framed(placed, texts().form.several);
  const hasError = frame.error !== undefined;
  // a set of boxes knows no aria-required
  const attributes = ariaAttributes({ ...frame, isRequired: false });
  return html`<fieldset class="kern-fieldset${hasError && ' kern-fieldset--error'}"${attributes}>
<legend class="kern-label">${labelled(frame)}</legend>
${hintLine(frame)}
<div class="kern-fieldset__body">${options.map(inGerman).map((option, index) => {
    const id = `${fieldId(frame.path)}-${index}`;
    const name = `${frame.path}.${option.value}`;
    return html`<div class="kern-form-check">
<input class="kern-form-check__checkbox${hasError && ' kern-form-check__checkbox--error'}" type="checkbox" id="${id}" name="${name}" value="${ticked}"${
      placed.typed.has(name) && html` checked`
    }>
<label class="kern-label" for="${id}">${option.label}</label>
</div>`;
  })}</div>
${errorLine(frame)}
</fieldset>`;
}
