import type { FormDefinition } from '@amtsstube/shared/domain/form';
import type { FieldError } from '@amtsstube/shared/domain/forms/field-error';
import { locateField } from '@amtsstube/shared/domain/forms/locate-field';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Service } from '@amtsstube/shared/domain/settings';
import type { FieldErrors } from './field-frame.ts';
import { renderSections, targetOf } from './form-fields.ts';
import { type Html, html } from './html.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { heading, notice, type Page, paragraph } from './page.ts';
import { de, fieldErrorText } from './texts/de.ts';

/** The hidden field beside the form's own ones; no field id begins with an underscore. */
export const ticketField = '_ticket';
/** Set by the button that takes typed text into a new form instead of sending it. */
export const editField = '_edit';

export type FormNotice = keyof typeof de.notices;

export interface FormPage {
  readonly municipality: MunicipalityFrame;
  readonly service: Service;
  readonly form: FormDefinition;
  readonly sealedTicket: string;
  readonly typed: PageInputs;
  readonly errors: readonly FieldError[];
  readonly notice: FormNotice | undefined;
}

/** The form, empty or with what was typed; errors stand in a list at the top, with links, and beside each field. */
export function formPage({
  municipality,
  service,
  form,
  sealedTicket,
  typed,
  errors,
  notice: said,
}: FormPage): Page {
  const isFresh = typed.size === 0;
  const action = `/m/${municipality.id}/services/${service.id}/form`;
  return {
    title: errors.length > 0 ? `${de.error}: ${service.name}` : service.name,
    municipality,
    current: 'services',
    main: html`<div class="reading-width">
${heading(service.name)}
${said && notice('warning', de.notices[said].title, paragraph(de.notices[said].text))}
${errors.length > 0 && errorList(form, errors)}
${paragraph(de.form.intro)}
<p class="kern-body" role="status" data-draft-restored="${de.form.draftRestored}" hidden></p>
<form class="application-form" method="post" action="${action}" accept-charset="utf-8" novalidate data-draft="${
      isFresh ? 'restore' : 'keep'
    }" data-sending="${de.form.sending}">
<input type="hidden" name="${ticketField}" value="${sealedTicket}">
${
  // Enter in a field presses a form's first button, and that shall not be one that takes an entry away
  html`<button class="form-default-button" type="submit" tabindex="-1" aria-hidden="true">${de.form.send}</button>`
}
${renderSections({ form, typed, errors: sentences(form, errors), action })}
${paragraph(de.form.privacy)}
<button class="kern-btn kern-btn--primary" type="submit" data-send><span class="kern-label">${de.form.send}</span></button>
</form>
</div>`,
  };
}

function errorList(form: FormDefinition, errors: readonly FieldError[]): Html {
  return html`<div id="errors" tabindex="-1" data-focus>${notice(
    'danger',
    de.form.errorTitle(errors.length),
    paragraph(de.form.errorLead),
    html`<ul class="kern-list kern-list--bullet">${errors.map((error) => {
      const target = targetOf(form, error.path);
      const sentence = sentenceOf(form, error);
      return html`<li>${
        target === undefined
          ? sentence
          : html`<a class="kern-link kern-link--no-visited-state" href="#${target}">${sentence}</a>`
      }</li>`;
    })}</ul>`,
  )}</div>`;
}

/** The first thing wrong with each answer. */
function sentences(form: FormDefinition, errors: readonly FieldError[]): FieldErrors {
  return new Map(errors.toReversed().map((error) => [placeOf(form, error.path), sentenceOf(form, error)]));
}

/** Where the sentence stands: at the part of an address, and of files at their field. */
function placeOf(form: FormDefinition, path: string): string {
  const located = locateField(form, path);
  if (!located) return path;
  return located.part === undefined ? located.fieldPath : `${located.fieldPath}.${located.part}`;
}

function sentenceOf(form: FormDefinition, { path, code }: FieldError): string {
  return fieldErrorText(locateField(form, path), code);
}
