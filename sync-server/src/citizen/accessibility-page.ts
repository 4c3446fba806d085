import { type Html, html } from './html.ts';
import { texts } from './language.ts';
import { given, stated } from './legal-pages.ts';
import { trapField } from './misuse/trap.ts';
import type { MunicipalityFrame } from './municipality-reader.ts';
import { heading, lines, linkButton, notice, type Page, paragraph } from './page.ts';

/** The inputs of a report. */
export const reportFields = { id: 'id', what: 'what', replyTo: 'replyTo' } as const;
export const longestReport = 4000;

export interface ReportShown {
  /** The same however often it is sent. */
  readonly id: string;
  readonly what: string;
  readonly replyTo: string;
  readonly problem?: 'nothingSaid' | 'tooLong' | 'notAnAddress' | 'notSent' | 'trapped' | undefined;
}

/** The statement that § 16b BGG LSA asks for, and the way to say what can't be used. */
export function accessibilityPage(municipality: MunicipalityFrame, report: ReportShown): Page {
  const { settings } = municipality;
  const text = texts().accessibility;
  const barriers = stated(settings.knownBarriers);
  return {
    title: report.problem === undefined ? text.title : `${texts().error}: ${text.report}`,
    municipality,
    ...(report.problem === undefined && { description: text.lead(settings.name) }),
    main: html`<div class="reading-width">
${heading(text.title)}
${paragraph(text.lead(settings.name))}
<h2 class="kern-heading-medium">${text.state}</h2>
${paragraph(text.works)}
${
  barriers === undefined
    ? paragraph(text.noBarriers)
    : [paragraph(text.barriers), html`<p class="kern-body">${barriers}</p>`]
}
${paragraph(given(settings.accessibilityCheckedOn) ? text.checked(settings.accessibilityCheckedOn) : text.notChecked)}
<h2 class="kern-heading-medium" id="report">${text.report}</h2>
${paragraph(text.reportLead)}
${reportForm(municipality, report)}
<h2 class="kern-heading-medium">${text.body}</h2>
${paragraph(text.bodyLead)}
<p class="kern-body">${stated(settings.accessibilityBody) ?? lines(text.defaultBody)}</p>
</div>`,
  };
}

export function reportSentPage(municipality: MunicipalityFrame): Page {
  const text = texts().accessibility;
  return {
    title: text.sentTitle,
    municipality,
    main: html`<div class="reading-width">
${heading(text.sentTitle)}
${notice('success', text.sent)}
<p>${linkButton(`/m/${municipality.id}/`, texts().later.services, 'secondary')}</p>
</div>`,
  };
}

function reportForm({ id }: MunicipalityFrame, report: ReportShown): Html {
  const text = texts().accessibility;
  const { problem } = report;
  const whatError = problem === 'nothingSaid' || problem === 'tooLong' ? text[problem] : undefined;
  const replyError = problem === 'notAnAddress' ? text.notAnAddress : undefined;
  return html`${problem === 'notSent' && notice('warning', text.notSentTitle, paragraph(text.notSent))}
${problem === 'trapped' && notice('warning', texts().notices.trapped.title, paragraph(texts().notices.trapped.text))}
<form class="application-form" method="post" action="/m/${id}/barrierefreiheit#report" accept-charset="utf-8" novalidate>
<input type="hidden" name="${reportFields.id}" value="${report.id}">
<div class="kern-form-input${whatError !== undefined && ' kern-form-input--error'}">
<label class="kern-label" for="what">${text.what}</label>
<div class="kern-hint" id="what-hint">${text.whatHint}</div>
<textarea class="kern-form-input__input${whatError !== undefined && ' kern-form-input__input--error'}" rows="6" id="what" name="${reportFields.what}" aria-required="true" aria-describedby="what-hint${
    whatError !== undefined && ' what-error'
  }"${whatError !== undefined && html` aria-invalid="true" data-focus`}>${'\n'}${report.what}</textarea>
${errorLine('what', whatError)}
</div>
<div class="kern-form-input${replyError !== undefined && ' kern-form-input--error'}">
<label class="kern-label" for="replyTo">${text.replyTo} <span class="kern-label__optional">${texts().form.optional}</span></label>
<div class="kern-hint" id="replyTo-hint">${text.replyToHint}</div>
<input class="kern-form-input__input${replyError !== undefined && ' kern-form-input__input--error'}" id="replyTo" name="${reportFields.replyTo}" type="email" autocomplete="email" spellcheck="false" aria-describedby="replyTo-hint${
    replyError !== undefined && ' replyTo-error'
  }"${replyError !== undefined && html` aria-invalid="true" data-focus`} value="${report.replyTo}">
${errorLine('replyTo', replyError)}
</div>
${trapField()}
<button class="kern-btn kern-btn--primary" type="submit"><span class="kern-label">${text.send}</span></button>
</form>`;
}

function errorLine(id: string, says: string | undefined): Html | false {
  return (
    says !== undefined &&
    html`<p class="kern-error" id="${id}-error"><span class="kern-icon kern-icon--danger" aria-hidden="true"></span><span class="kern-body"><span class="kern-sr-only">${texts().error}: </span>${says}</span></p>`
  );
}
