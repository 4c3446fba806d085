import type { FormDefinition, FormField } from '@amtsstube/shared/domain/form';
import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import { type Html, type HtmlPart, html } from './html.ts';
import { de } from './texts/de.ts';

/** What a person typed, by field id, as it arrived. */
export type Typed = ReadonlyMap<string, string>;

/** The sentence beside each field that is not accepted yet. */
export type FieldErrors = ReadonlyMap<string, string>;

/** With more options than this a list is shorter to read than radio buttons. */
const mostRadios = 6;

interface Drawn {
  readonly field: FormField;
  readonly value: string;
  readonly error: string | undefined;
  readonly form: FormDefinition;
}

export function fieldId(id: string): string {
  return `field-${id}`;
}

/** The element a link in the error list leads to: the input, or the first radio button. */
export function fieldTarget(field: FormField): string {
  if (field.type === 'yesNo') return `${fieldId(field.id)}-yes`;
  if (field.type === 'choice' && field.options.length <= mostRadios) return `${fieldId(field.id)}-0`;
  return fieldId(field.id);
}

export function renderSections(form: FormDefinition, typed: Typed, errors: FieldErrors): readonly Html[] {
  return form.sections.map(
    (section, index) => html`<section class="form-section" aria-labelledby="section-${index}">
<h2 class="kern-heading-medium" id="section-${index}">${section.title}</h2>
${section.fields.map((field) =>
  renderField({ field, value: typed.get(field.id) ?? '', error: errors.get(field.id), form }),
)}
</section>`,
  );
}

/**
 * A field whose condition hangs on another answer is always drawn, with a hint when to fill it in: that works
 * without a script. The script hides it (and the hint) while the condition isn't met; what is typed into a
 * field that isn't asked for is dropped by the interpreter.
 */
function renderField(drawn: Drawn): Html {
  const { field, form } = drawn;
  const control =
    field.type === 'yesNo' || field.type === 'choice' ? renderChoice(drawn) : renderInput(drawn);
  const depends = field.showWhen && fieldsOf(form).find(({ id }) => id === field.showWhen?.fieldId);
  if (!field.showWhen || !depends) return control;
  const wanted = field.showWhen.equals;
  const value = typeof wanted === 'boolean' ? (wanted ? 'yes' : 'no') : wanted;
  return html`<div class="form-conditional" data-show-when="${depends.id}" data-show-when-value="${value}">
<p class="kern-body kern-body--muted form-conditional__hint">${de.form.onlyWhen(depends.label, labelOf(depends, value))}</p>
${control}
</div>`;
}

function renderInput({ field, value, error }: Drawn): Html {
  const id = fieldId(field.id);
  const attributes = html`id="${id}" name="${field.id}"${describedBy(field, error)}${
    field.required && html` aria-required="true"`
  }${error !== undefined && html` aria-invalid="true"`}`;
  const className = `kern-form-input__input${error === undefined ? '' : ' kern-form-input__input--error'}`;
  return html`<div class="kern-form-input${error !== undefined && ' kern-form-input--error'}">
<label class="kern-label" for="${id}">${field.label}${optionalMark(field)}</label>
${hint(field)}
${
  field.type === 'longText'
    ? html`<textarea class="${className}" rows="5" ${attributes}>${'\n'}${value}</textarea>`
    : html`<input class="${className}" ${attributes}${inputKind(field)} value="${value}">`
}
${errorLine(field, error)}
</div>`;
}

function inputKind(field: FormField): Html {
  switch (field.type) {
    case 'email':
      return html` type="email" autocomplete="email" spellcheck="false"`;
    case 'date':
      // a text field: typed as people write it, and as quick by keyboard as by touch
      return html` type="text" inputmode="numeric"`;
    case 'text':
      return html` type="text"${field.autocomplete !== undefined && html` autocomplete="${field.autocomplete}"`}`;
    default:
      return html` type="text"`;
  }
}

function renderChoice(drawn: Drawn): Html {
  const options = optionsOf(drawn.field);
  return options.length > mostRadios ? renderSelect(drawn, options) : renderRadios(drawn, options);
}

function renderRadios({ field, value, error }: Drawn, options: readonly Option[]): Html {
  return html`<fieldset class="kern-fieldset${error !== undefined && ' kern-fieldset--error'}" role="radiogroup"${describedBy(
    field,
    error,
  )}${field.required && html` aria-required="true"`}${error !== undefined && html` aria-invalid="true"`}>
<legend class="kern-label">${field.label}${optionalMark(field)}</legend>
${hint(field)}
<div class="kern-fieldset__body">${options.map(
    (option, index) => html`<div class="kern-form-check">
<input class="kern-form-check__radio${error !== undefined && ' kern-form-check__radio--error'}" type="radio" id="${radioId(
      field,
      option,
      index,
    )}" name="${field.id}" value="${option.value}"${option.value === value && html` checked`}>
<label class="kern-label" for="${radioId(field, option, index)}">${option.label}</label>
</div>`,
  )}</div>
${errorLine(field, error)}
</fieldset>`;
}

function renderSelect({ field, value, error }: Drawn, options: readonly Option[]): Html {
  const id = fieldId(field.id);
  return html`<div class="kern-form-input${error !== undefined && ' kern-form-input--error'}">
<label class="kern-label" for="${id}">${field.label}${optionalMark(field)}</label>
${hint(field)}
<div class="kern-form-input__select-wrapper">
<select class="kern-form-input__select${error !== undefined && ' kern-form-input__select--error'}" id="${id}" name="${
    field.id
  }"${describedBy(field, error)}${field.required && html` aria-required="true"`}${
    error !== undefined && html` aria-invalid="true"`
  }>
<option value="">${de.form.choose}</option>
${options.map((option) => html`<option value="${option.value}"${option.value === value && html` selected`}>${option.label}</option>`)}
</select>
</div>
${errorLine(field, error)}
</div>`;
}

interface Option {
  readonly value: string;
  readonly label: string;
}

function optionsOf(field: FormField): readonly Option[] {
  if (field.type === 'choice') return field.options;
  return [
    { value: 'yes', label: de.yes },
    { value: 'no', label: de.no },
  ];
}

function labelOf(field: FormField, value: string): string {
  return optionsOf(field).find((option) => option.value === value)?.label ?? value;
}

function radioId(field: FormField, option: Option, index: number): string {
  return `${fieldId(field.id)}-${field.type === 'yesNo' ? option.value : index}`;
}

function hintText(field: FormField): string | undefined {
  return field.help ?? (field.type === 'date' ? de.form.dateHint : undefined);
}

function hint(field: FormField): HtmlPart {
  const text = hintText(field);
  return text !== undefined && html`<div class="kern-hint" id="${fieldId(field.id)}-hint">${text}</div>`;
}

function errorLine(field: FormField, error: string | undefined): HtmlPart {
  return (
    error !== undefined &&
    html`<p class="kern-error" id="${fieldId(field.id)}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${de.error}: </span>${error}</span></p>`
  );
}

function describedBy(field: FormField, error: string | undefined): HtmlPart {
  const ids = [
    ...(hintText(field) === undefined ? [] : [`${fieldId(field.id)}-hint`]),
    ...(error === undefined ? [] : [`${fieldId(field.id)}-error`]),
  ];
  return ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`;
}

function optionalMark(field: FormField): HtmlPart {
  return !field.required && html` <span class="kern-label__optional">${de.form.optional}</span>`;
}
