import type { FormDefinition, SupportingDocument } from '@amtsstube/shared/domain/form';
import type { ServiceDescription } from '@amtsstube/shared/domain/service-description';
import type { Service } from '@amtsstube/shared/domain/settings';
import { type Html, type HtmlPart, html } from './html.ts';
import { german, texts } from './language.ts';
import type { MunicipalityFrame, OfferedService } from './municipality-reader.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph } from './page.ts';

/** In the address of a form that is to be shown section by section; a German word, because people see it. */
export const stepwiseQuery = 'schrittweise';

/** What a person wants to know before applying: what for, what with, how much, how long, how, and who decides. */
export function servicePage(
  municipality: MunicipalityFrame,
  { service, departmentName }: OfferedService,
  form: FormDefinition | undefined,
  bookPath: string | undefined,
): Page {
  const { description } = service;
  const start = html`${
    form &&
    html`<div class="actions">${linkButton(formPathOf(municipality, service), texts().service.start)}
${linkButton(`${formPathOf(municipality, service)}?${stepwiseQuery}`, texts().service.startStepwise, 'secondary')}</div>`
  }
${bookPath !== undefined && [paragraph(texts().booking.bookLead), html`<div class="actions">${linkButton(bookPath, texts().booking.book, form ? 'secondary' : 'primary')}</div>`]}`;
  return {
    title: service.name,
    municipality,
    current: 'services',
    description: service.summary,
    main: html`<div class="reading-width">
${heading(german(service.name))}
${paragraph(german(service.summary))}
${description && districtNotice(description)}
${start}
${
  description &&
  html`<h2 class="kern-heading-medium">${texts().service.needs}</h2>
${bullets(description.needs.map((need) => german(need)))}`
}
${form && documents(form.supportingDocuments ?? [])}
${description && costsAndTime(service, description)}
${
  form &&
  html`<h2 class="kern-heading-medium">${texts().service.howItGoes}</h2>
<ol class="kern-list kern-list--number">${texts().service.steps.map((step) => html`<li>${step}</li>`)}</ol>`
}
${!form && paragraph(bookPath === undefined ? texts().service.notOnline : texts().service.onlyInPerson)}
<h2 class="kern-heading-medium">${texts().service.responsible}</h2>
${descriptionList([
  [texts().service.department, german(departmentName)],
  description?.legalBasis ? [texts().service.legalBasis, german(description.legalBasis)] : false,
  [texts().service.serviceKey, service.serviceKey ?? texts().service.noServiceKey],
])}
</div>`,
  };
}

function formPathOf(municipality: MunicipalityFrame, service: Service): string {
  return `/m/${municipality.id}/services/${service.id}/form`;
}

function districtNotice({ responsibleBody }: ServiceDescription): Html | false {
  return (
    responsibleBody.kind === 'district' &&
    notice('info', texts().service.district, [
      paragraph(german(`${responsibleBody.name}: ${responsibleBody.contact}.`)),
      paragraph(german(responsibleBody.handOver)),
    ])
  );
}

function documents(all: readonly SupportingDocument[]): Html | false {
  const always = all.filter(({ neededWhen }) => !neededWhen);
  const sometimes = all.filter(({ neededWhen }) => neededWhen);
  return (
    all.length > 0 &&
    html`<h2 class="kern-heading-medium">${texts().service.documents}</h2>
${always.length > 0 && bullets(always.map(({ label }) => german(label)))}
${sometimes.length > 0 && [paragraph(texts().service.documentsByAnswers), bullets(sometimes.map(({ label }) => german(label)))]}`
  );
}

function costsAndTime(service: Service, { fee, duration, channels }: ServiceDescription): Html {
  const time = decidedWithin(service);
  return html`<h2 class="kern-heading-medium">${texts().service.costsAndTime}</h2>
${descriptionList([
  [
    texts().service.fee,
    html`${german(fee.says)}${fee.isExample && html`<br><small>${texts().service.feeExample}</small>`}`,
  ],
  [texts().service.duration, html`${german(duration)}${time !== undefined && html`<br>${time}`}`],
])}
<h2 class="kern-heading-medium">${texts().service.ways}</h2>
${bullets(channels.map((channel) => texts().service.channels[channel]))}`;
}

function decidedWithin({ decisionWithinDays, decisionWithinMonths }: Service): string | undefined {
  if (decisionWithinMonths !== undefined) return texts().service.decidedWithinMonths(decisionWithinMonths);
  return decisionWithinDays === null ? undefined : texts().service.decidedWithin(decisionWithinDays);
}

function bullets(entries: readonly HtmlPart[]): Html {
  return html`<ul class="kern-list kern-list--bullet">${entries.map((entry) => html`<li>${entry}</li>`)}</ul>`;
}
