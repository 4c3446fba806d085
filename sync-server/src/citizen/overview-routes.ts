import { isOfferedOnline } from '@amtsstube/shared/domain/settings';
import { Router } from 'express';
import type { CitizenContext } from './citizen-context.ts';
import { type Html, html } from './html.ts';
import {
  allMunicipalities,
  municipalityOf,
  type OfferedService,
  offeredServices,
  serviceOf,
} from './municipality-reader.ts';
import { descriptionList, heading, linkButton, paragraph, sendPage } from './page.ts';
import { de } from './texts/de.ts';

/** The way to a form: municipalities, services, one service. */
export function overviewRoutes({ core }: CitizenContext): Router {
  const router = Router();

  router.get('/', async (_request, response) => {
    const municipalities = await allMunicipalities(core.store);
    const links = municipalities.map(({ id, settings }) => ({ href: `/m/${id}/`, text: settings.name }));
    sendPage(response, 200, {
      title: de.home.title,
      main: html`${heading(de.home.title)}${
        links.length > 0 ? [paragraph(de.home.lead), linkList(links)] : paragraph(de.home.none)
      }`,
    });
  });

  router.get('/m/:municipality{/}', async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const offered = await offeredServices(core.store, municipality.id);
    sendPage(response, 200, {
      title: de.services.title,
      municipality,
      current: 'services',
      main: html`${heading(de.services.title)}${
        offered.length > 0
          ? html`<ul class="service-list">${offered.map((each) => serviceCard(municipality.id, each))}</ul>`
          : paragraph(de.services.none)
      }`,
    });
  });

  router.get('/m/:municipality/services/:serviceId', async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const { service, departmentName } = await serviceOf(core.store, municipality.id, request);
    sendPage(response, 200, {
      title: service.name,
      municipality,
      current: 'services',
      main: html`<div class="reading-width">
${heading(service.name)}
${paragraph(service.summary)}
${descriptionList([
  [de.service.department, departmentName],
  service.serviceKey !== null && [de.service.serviceKey, service.serviceKey],
])}
${
  !isOfferedOnline(service)
    ? paragraph(de.service.notOnline)
    : html`<h2 class="kern-heading-medium">${de.service.howItGoes}</h2>
<ol class="kern-list kern-list--number">${de.service.steps.map((step) => html`<li>${step}</li>`)}</ol>
<p>${linkButton(`/m/${municipality.id}/services/${service.id}/form`, de.service.start)}</p>`
}
</div>`,
    });
  });

  return router;
}

function serviceCard(municipality: string, { service, departmentName }: OfferedService): Html {
  return html`<li class="service-list__entry">
<h2 class="kern-title"><a class="kern-link kern-link--no-visited-state" href="/m/${municipality}/services/${service.id}">${service.name}</a></h2>
${paragraph(service.summary)}
<p class="kern-body kern-body--muted">${departmentName}</p>
</li>`;
}

function linkList(links: readonly { href: string; text: string }[]): Html {
  return html`<ul class="kern-list kern-list--bullet">${links.map(
    ({ href, text }) =>
      html`<li><a class="kern-link kern-link--no-visited-state" href="${href}">${text}</a></li>`,
  )}</ul>`;
}
