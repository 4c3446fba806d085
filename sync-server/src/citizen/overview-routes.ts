import { isOfferedOnline } from '@amtsstube/shared/domain/settings';
import { Router } from 'express';
import { bookableServices, isBookable } from './appointments/asked-visit.ts';
import { bookingHome, startPath } from './appointments/booking-paths.ts';
import type { CitizenContext } from './citizen-context.ts';
import { homePage } from './home-page.ts';
import {
  allMunicipalities,
  municipalityOf,
  offeredServices,
  publishedVersion,
  serviceOf,
} from './municipality-reader.ts';
import { sendPage } from './page.ts';
import { servicePage } from './service-page.ts';
import { queryField, servicesPage } from './services-page.ts';

/** The way to a form: municipalities, services, one service. */
export function overviewRoutes({ core, times }: CitizenContext): Router {
  const router = Router();

  // pages that are somebody's own say so themselves
  router.get('/robots.txt', (_request, response) => {
    response.type('text').send('User-agent: *\nDisallow: /api/\nDisallow: /desk/\nDisallow: /einladung/\n');
  });

  router.get('/', async (request, response) => {
    const asked = request.query[queryField];
    const municipalities = await allMunicipalities(core.store);
    sendPage(response, 200, homePage(municipalities, typeof asked === 'string' ? asked : ''));
  });

  router.get('/m/:municipality{/}', async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const asked = request.query[queryField];
    const offered = await offeredServices(core.store, municipality.id);
    const { rules } = await times.at(municipality.id);
    const bookPath = bookableServices(rules).length > 0 ? bookingHome(municipality) : undefined;
    const query = typeof asked === 'string' ? asked : '';
    sendPage(response, 200, servicesPage(municipality, offered, query, bookPath));
  });

  router.get('/m/:municipality/services/:serviceId', async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const offered = await serviceOf(core.store, municipality.id, request);
    const { service } = offered;
    const version =
      service.formVersionId === null || !isOfferedOnline(service)
        ? undefined
        : await publishedVersion(core.store, municipality.id, service, service.formVersionId);
    const { rules } = await times.at(municipality.id);
    const bookPath = isBookable(rules, service) ? startPath(municipality, [service]) : undefined;
    sendPage(response, 200, servicePage(municipality, offered, version?.form, bookPath));
  });

  return router;
}
