import { type RequestHandler, type Response, Router } from 'express';
import type { AppContext } from './app-context.ts';
import { securityHeaders } from './app-security.ts';
import { problemHandler } from './http-errors.ts';

/**
 * `GET /health`: the process answers. `GET /ready`: the databases can be read and written, and where the log mirror
 * stands; a mirror that answers have to wait for and that fails makes it 503.
 */
export function healthRoutes({ core, log, isHttps, mirrorState }: AppContext): Router {
  const router = Router();
  const headers: RequestHandler = securityHeaders('api', isHttps);
  router.get('/health', headers, (_request, response) => answer(response, { state: 'ok' }));
  router.get('/ready', headers, async (_request, response) => {
    for (const municipality of await core.store.municipalities()) {
      await core.store.snapshot(municipality, (read) => read.head());
      // writes the row every decision writes, with what it holds already
      await core.store.transact(municipality, async (tx) => tx.setHead(await tx.head()));
    }
    answer(response, { state: 'ready', mirror: mirrorState() });
  });
  router.use(problemHandler(log));
  return router;
}

function answer(response: Response, said: { readonly state: string; readonly mirror?: string }): void {
  response.set('Cache-Control', 'no-store').json(said);
}
