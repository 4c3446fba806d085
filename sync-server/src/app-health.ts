import { type RequestHandler, type Response, Router } from 'express';
import type { AppContext } from './app-context.ts';
import { securityHeaders } from './app-security.ts';
import { problemHandler } from './http-errors.ts';

/** `GET /health`: the process answers. `GET /ready`: the databases can be read and written. */
export function healthRoutes({ core, log, isHttps }: AppContext): Router {
  const router = Router();
  const headers: RequestHandler = securityHeaders('api', isHttps);
  router.get('/health', headers, (_request, response) => answer(response, 'ok'));
  router.get('/ready', headers, async (_request, response) => {
    for (const municipality of await core.store.municipalities()) {
      await core.store.snapshot(municipality, (read) => read.head());
      // writes the row every decision writes, with what it holds already
      await core.store.transact(municipality, async (tx) => tx.setHead(await tx.head()));
    }
    answer(response, 'ready');
  });
  router.use(problemHandler(log));
  return router;
}

function answer(response: Response, state: 'ok' | 'ready'): void {
  response.set('Cache-Control', 'no-store').json({ state });
}
