import type { FieldOf, GroupField } from '@amtsstube/shared/domain/forms/field';
import type { PartName } from '@amtsstube/shared/domain/forms/kinds/kind';
import { partsOf } from '@amtsstube/shared/domain/forms/kinds/parts';
import { entryCount } from '@amtsstube/shared/domain/forms/page-encoding';
import { errorLine, fieldId, framed, hintLine, labelled, type Placed } from './field-frame.ts';
import { renderInput } from './field-inputs.ts';
import { type Html, type HtmlPart, html } from './html.ts';
import { german, texts } from './language.ts';

/** Buttons that change the number of entries instead of sending the application. */
export const addField = '_add';
export const removeField = '_remove';

const autocompletes: Partial<Record<PartName, string>> = {
  street: 'address-line1',
  postalCode: 'postal-code',
  place: 'address-level2',
  firstName: 'given-name',
  lastName: 'family-name',
};

/** An address or a person: one input for each part, in a set that carries the field's label. */
export function renderParts(placed: Placed<FieldOf<'address'> | FieldOf<'person'>>): Html {
  const { field, path, typed, errors, form } = placed;
  const isApplicants =
    field.type === 'address' ? field.isApplicants === true : form.applicantNameFields.includes(field.id);
  const frame = framed(placed);
  return html`<fieldset class="kern-fieldset form-parts form-parts--${field.type}" id="${fieldId(path)}"${
    frame.hint !== undefined && html` aria-describedby="${fieldId(path)}-hint"`
  }>
<legend class="kern-label">${labelled(frame)}</legend>
${hintLine(frame)}
<div class="kern-fieldset__body form-parts__inputs">${partsOf(field).map(({ name, field: part }) => {
    const partPath = `${path}.${name}`;
    const autocomplete = isApplicants ? autocompletes[name] : undefined;
    const isNumeric = part.type === 'date' || name === 'postalCode';
    return html`<div class="form-parts__${name}">${renderInput(
      {
        path: partPath,
        label: texts().parts[name],
        hint: part.type === 'date' ? texts().form.dateHint : undefined,
        isRequired: part.required,
        isOptional: field.required && !part.required,
        error: errors.get(partPath),
      },
      typed.get(partPath) ?? '',
      html` type="text"${isNumeric && html` inputmode="numeric"`} autocomplete="${autocomplete ?? 'off'}"`,
    )}</div>`;
  })}</div>
</fieldset>`;
}

/** A repeated group: its entries one below the other, each with its way out, and a way to one more. */
export function renderGroup(
  placed: Placed<GroupField>,
  renderMembers: (placed: Placed<GroupField>, prefix: string) => HtmlPart,
): Html {
  const { field, path, typed, action, errors } = placed;
  const count = entryCount(field, typed);
  const frame = { ...framed(placed), isOptional: false, error: errors.get(path) };
  return html`<div class="form-group" role="group" id="${fieldId(path)}" tabindex="-1" aria-labelledby="${fieldId(path)}-label">
<input type="hidden" name="${path}" value="${count}">
<h3 class="kern-heading-small" id="${fieldId(path)}-label">${german(field.label)}</h3>
${hintLine(frame)}
${errorLine(frame)}
${Array.from({ length: count }, (_, index) => {
  const title = `${field.entryTitle} ${index + 1}`;
  return html`<fieldset class="form-entry" id="${fieldId(`${path}.${index}`)}" tabindex="-1">
<legend class="kern-title">${german(title)}</legend>
${renderMembers(placed, `${path}.${index}.`)}
${
  count > field.minimumCount &&
  html`<button class="kern-btn kern-btn--tertiary" type="submit" name="${removeField}" value="${path}.${index}" formaction="${action}#${fieldId(path)}"><span class="kern-label">${texts().form.removeEntry(title)}</span></button>`
}
</fieldset>`;
})}
${
  count < field.maximumCount &&
  html`<button class="kern-btn kern-btn--secondary" type="submit" name="${addField}" value="${path}" formaction="${action}#${fieldId(`${path}.${count}`)}"><span class="kern-label">${german(field.addLabel)}</span></button>`
}
</div>`;
}

export function renderInformation({ field, path }: Placed<FieldOf<'information'>>): Html {
  return html`<div class="form-information" id="${fieldId(path)}">
<p class="kern-title">${german(field.label)}</p>
<p class="kern-body typed-text">${german(field.text)}</p>
</div>`;
}
