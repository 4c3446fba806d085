import compression from 'compression';
import express, { type Express, type RequestHandler, Router } from 'express';
import type { AppContext } from './app-context.ts';
import { deskRoutes } from './app-files.ts';
import { healthRoutes } from './app-health.ts';
import { securityHeaders } from './app-security.ts';
import { blobRoutes } from './blobs/blob-routes.ts';
import { waitingListRoutes } from './booking/waiting-list-routes.ts';
import { assetRoutes } from './citizen/citizen-assets.ts';
import { citizenRoutes, problemPage } from './citizen/citizen-routes.ts';
import { invitationRoutes } from './citizen/invitation-routes.ts';
import { chooseLanguage } from './citizen/language.ts';
import { displayRoutes } from './hall/display-routes.ts';
import { hallAddressRoutes } from './hall/hall-address-routes.ts';
import { kioskRoutes } from './hall/kiosk-routes.ts';
import { problemHandler, unknownRoute } from './http-errors.ts';
import { logRequests, warnOfProxy } from './logging.ts';
import { handOverRoutes } from './replication/hand-over-routes.ts';
import { hintStreams } from './replication/hints-routes.ts';
import { replicationRoutes } from './replication/replication-routes.ts';
import { salvageRoutes } from './salvage/salvage-routes.ts';
import { adminRoutes } from './sign-in/admin-routes.ts';
import { signInRoutes } from './sign-in/sign-in-routes.ts';
import { supportRoutes } from './support/support-routes.ts';

export interface App {
  readonly express: Express;
  /** Ends what would otherwise never end by itself. */
  endStreams(): void;
}

/** The whole HTTP side: the API of desks, the desk's files, the citizens' pages. Builds, listens to nothing. */
export function createApp(context: AppContext): App {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.set('trust proxy', context.proxies);
  app.set('query parser', 'simple');
  app.use(logRequests(context.log));
  if (context.proxies === 0) app.use(warnOfProxy(context.log));
  app.use(
    compression({
      filter: (request, response) => !isEventStream(response) && compression.filter(request, response),
    }),
  );

  const sources = {
    accounts: context.accounts,
    workstations: context.workstations,
    store: context.core.store,
  };
  const streams = hintStreams(sources, context.hints, context.heartbeatMs);
  const api = Router();
  api.use(securityHeaders('api', context.isHttps), noStore);
  api.use(
    '/m/:municipality',
    handOverRoutes(context.core, sources),
    adminRoutes(sources, context.inviting),
    replicationRoutes(context.core, sources),
    blobRoutes(sources, context.blobs, context.blobAccess, context.uploads),
    salvageRoutes(context.salvaging, sources),
    supportRoutes(context.supportKey, sources),
    waitingListRoutes(context.core, sources),
    hallAddressRoutes(context.core, context.citizen.seal, sources),
    streams.router,
  );
  api.use(signInRoutes(sources, context.attemptLimits), unknownRoute, problemHandler(context.log));
  app.use('/api', api);

  app.use(healthRoutes(context));
  app.use(
    '/desk',
    securityHeaders('desk', context.isHttps),
    deskRoutes(context.deskDirectory),
    unknownRoute,
    problemHandler(context.log),
  );
  app.use(securityHeaders('citizen', context.isHttps));
  app.use('/assets', assetRoutes());
  app.use(
    invitationRoutes({
      core: context.core,
      accounts: context.accounts,
      invitations: context.inviting.invitations,
    }),
  );
  const displays = displayRoutes(context.citizen, context.hints);
  app.use(chooseLanguage, displays.router, kioskRoutes(context.citizen));
  app.use(chooseLanguage, citizenRoutes(context.citizen, context.log));
  // of what stands before the language is chosen: the framework's own page would show a stack
  app.use(problemPage(context.log));
  return {
    express: app,
    endStreams: () => {
      streams.endAll();
      displays.endAll();
    },
  };
}

const noStore: RequestHandler = (_request, response, next) => {
  response.setHeader('Cache-Control', 'no-store');
  next();
};

function isEventStream(response: {
  getHeader(name: string): number | string | string[] | undefined;
}): boolean {
  return String(response.getHeader('Content-Type')).startsWith('text/event-stream');
}
