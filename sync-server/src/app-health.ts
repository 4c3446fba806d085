import { millisecondsOf } from '@amtsstube/shared/domain/time';
import { type RequestHandler, type Response, Router } from 'express';
import type { AppContext } from './app-context.ts';
import { securityHeaders } from './app-security.ts';
import type { CoreContext } from './core-context.ts';
import { problemHandler } from './http-errors.ts';

/** How long an answer of `/ready` stands, in milliseconds: anybody may ask, and each look costs a commit per town. */
const readyFor = 5000;

/**
 * `GET /health`: the process answers. `GET /ready`: the databases can be read and written, looked at every 5 s, and where
 * the log mirror stands; a mirror that answers have to wait for and that fails makes it 503.
 */
export function healthRoutes({ core, log, isHttps, mirrorState }: AppContext): Router {
  const router = Router();
  const headers: RequestHandler = securityHeaders('api', isHttps);
  const checkStore = onceIn(
    readyFor,
    () => millisecondsOf(core.now()),
    () => tryStore(core),
  );
  router.get('/health', headers, (_request, response) => answer(response, { state: 'ok' }));
  router.get('/ready', headers, async (_request, response) => {
    await checkStore();
    answer(response, { state: 'ready', mirror: mirrorState() });
  });
  router.use(problemHandler(log));
  return router;
}

async function tryStore({ store }: CoreContext): Promise<void> {
  for (const municipality of await store.municipalities()) {
    await store.snapshot(municipality, (read) => read.head());
    // writes the row every decision writes, with what it holds already
    await store.transact(municipality, async (tx) => tx.setHead(await tx.head()));
  }
}

/** `look`, but for `ms` everybody gets what came of the last time, a failure too; and who asks meanwhile waits for it. */
function onceIn(ms: number, now: () => number, look: () => Promise<void>): () => Promise<void> {
  let last: { readonly at: number; readonly result: Promise<void> } | undefined;
  return () => {
    const at = now();
    // a clock that was set back must not keep an old answer alive
    if (last === undefined || Math.abs(at - last.at) >= ms) last = { at, result: look() };
    return last.result;
  };
}

function answer(response: Response, said: { readonly state: string; readonly mirror?: string }): void {
  response.set('Cache-Control', 'no-store').json(said);
}
