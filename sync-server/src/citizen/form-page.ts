import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { type FieldError, fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import type { Service } from '@amtsstube/shared/domain/settings';
import { type FieldErrors, fieldTarget, renderSections, type Typed } from './form-fields.ts';
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
  readonly typed: Typed;
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
<form class="application-form" method="post" action="/m/${municipality.id}/services/${service.id}/form" accept-charset="utf-8" novalidate data-draft="${
      isFresh ? 'restore' : 'keep'
    }" data-sending="${de.form.sending}">
<input type="hidden" name="${ticketField}" value="${sealedTicket}">
${renderSections(form, typed, sentences(form, errors))}
${paragraph(de.form.privacy)}
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${de.form.send}</span></button>
</form>
</div>`,
  };
}

function errorList(form: FormDefinition, errors: readonly FieldError[]): Html {
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  return html`<div id="errors" tabindex="-1" data-focus>${notice(
    'danger',
    de.form.errorTitle(errors.length),
    paragraph(de.form.errorLead),
    html`<ul class="kern-list kern-list--bullet">${errors.map(({ fieldId, code }) => {
      const field = fields.get(fieldId);
      return (
        field &&
        html`<li><a class="kern-link kern-link--no-visited-state" href="#${fieldTarget(field)}">${fieldErrorText(field, code)}</a></li>`
      );
    })}</ul>`,
  )}</div>`;
}

function sentences(form: FormDefinition, errors: readonly FieldError[]): FieldErrors {
  const codes = new Map(errors.map(({ fieldId, code }) => [fieldId, code]));
  return new Map(
    fieldsOf(form).flatMap((field) => {
      const code = codes.get(field.id);
      return code === undefined ? [] : [[field.id, fieldErrorText(field, code)] as const];
    }),
  );
}
