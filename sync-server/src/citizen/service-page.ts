import type { FormDefinition, SupportingDocument } from '@amtsstube/shared/domain/form';
import type { ServiceDescription } from '@amtsstube/shared/domain/service-description';
import type { Service } from '@amtsstube/shared/domain/settings';
import { type Html, html } from './html.ts';
import type { MunicipalityFrame, OfferedService } from './municipality-reader.ts';
import { descriptionList, heading, linkButton, notice, type Page, paragraph } from './page.ts';
import { de } from './texts/de.ts';

/** In the address of a form that is to be shown section by section; a German word, because people see it. */
export const stepwiseQuery = 'schrittweise';

/** What a person wants to know before applying: what for, what with, how much, how long, how, and who decides. */
export function servicePage(
  municipality: MunicipalityFrame,
  { service, departmentName }: OfferedService,
  form: FormDefinition | undefined,
): Page {
  const { description } = service;
  const start =
    form &&
    html`<div class="actions">${linkButton(formPathOf(municipality, service), de.service.start)}
${linkButton(`${formPathOf(municipality, service)}?${stepwiseQuery}`, de.service.startStepwise, 'secondary')}</div>`;
  return {
    title: service.name,
    municipality,
    current: 'services',
    main: html`<div class="reading-width">
${heading(service.name)}
${paragraph(service.summary)}
${description && districtNotice(description)}
${start}
${
  description &&
  html`<h2 class="kern-heading-medium">${de.service.needs}</h2>
${bullets(description.needs)}`
}
${form && documents(form.supportingDocuments ?? [])}
${description && costsAndTime(service, description)}
${
  form &&
  html`<h2 class="kern-heading-medium">${de.service.howItGoes}</h2>
<ol class="kern-list kern-list--number">${de.service.steps.map((step) => html`<li>${step}</li>`)}</ol>`
}
${!form && paragraph(de.service.notOnline)}
<h2 class="kern-heading-medium">${de.service.responsible}</h2>
${descriptionList([
  [de.service.department, departmentName],
  [de.service.serviceKey, service.serviceKey ?? de.service.noServiceKey],
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
    notice('info', de.service.district, [
      paragraph(`${responsibleBody.name}: ${responsibleBody.contact}.`),
      paragraph(responsibleBody.handOver),
    ])
  );
}

function documents(all: readonly SupportingDocument[]): Html | false {
  const always = all.filter(({ neededWhen }) => !neededWhen);
  const sometimes = all.filter(({ neededWhen }) => neededWhen);
  return (
    all.length > 0 &&
    html`<h2 class="kern-heading-medium">${de.service.documents}</h2>
${always.length > 0 && bullets(always.map(({ label }) => label))}
${sometimes.length > 0 && [paragraph(de.service.documentsByAnswers), bullets(sometimes.map(({ label }) => label))]}`
  );
}

function costsAndTime(service: Service, { fee, duration, channels }: ServiceDescription): Html {
  return html`<h2 class="kern-heading-medium">${de.service.costsAndTime}</h2>
${descriptionList([
  [de.service.fee, html`${fee.says}${fee.isExample && html`<br><small>${de.service.feeExample}</small>`}`],
  [
    de.service.duration,
    html`${duration}${service.decisionWithinDays !== null && html`<br>${de.service.decidedWithin(service.decisionWithinDays)}`}`,
  ],
])}
<h2 class="kern-heading-medium">${de.service.ways}</h2>
${bullets(channels.map((channel) => de.service.channels[channel]))}`;
}

function bullets(texts: readonly string[]): Html {
  return html`<ul class="kern-list kern-list--bullet">${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}
