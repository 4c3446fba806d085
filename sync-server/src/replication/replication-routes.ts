import { caseId } from '@amtsstube/shared/domain/ids';
import { type ReplicatedCollection, replicatedCollection } from '@amtsstube/shared/replication/collections';
import { changesRequest, digestRequest } from '@amtsstube/shared/replication/messages';
import { type Request, type Response, Router } from 'express';
import { strictJson } from '../app-body.ts';
import type { CoreContext } from '../core-context.ts';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import { requireSession, type SessionSources, sessionHeldBy } from '../sign-in/session.ts';
import { readChanges } from './changes.ts';
import { readDigest } from './digest.ts';
import { handOver } from './operations.ts';
import { operationsIn } from './operations-body.ts';
import { readDossier } from './read-dossier.ts';
import { createTurns } from './turns.ts';

/** What a desk asks of its municipality, each with a clerk's session of that municipality. */
export function replicationRoutes(context: CoreContext, sources: SessionSources): Router {
  const router = Router({ mergeParams: true });

  const withSession = requireSession(sources);
  const inTurn = createTurns();

  router.post('/operations', withSession, ...strictJson, async (request, response) => {
    const { municipality, clerk } = sessionHeldBy(request);
    const asked = await inTurn(() => operationsIn(request.body));
    const answer = await handOver(context, municipality, clerk, asked);
    sendJson(response, await inTurn(() => JSON.stringify(answer)));
  });

  router.post('/changes/:collection', withSession, ...strictJson, async (request, response) => {
    const { municipality, clerk } = sessionHeldBy(request);
    const asked = parseOrRefuse(changesRequest, request.body);
    const collection = collectionOf(request);
    sendJson(
      response,
      await inTurn(async () =>
        JSON.stringify(await readChanges(context, municipality, clerk, collection, asked)),
      ),
    );
  });

  router.post('/digest/:collection', withSession, ...strictJson, async (request, response) => {
    const { municipality, clerk } = sessionHeldBy(request);
    const asked = parseOrRefuse(digestRequest, request.body);
    response.json(await readDigest(context, municipality, clerk, collectionOf(request), asked));
  });

  router.get('/dossiers/:caseId', withSession, async (request, response) => {
    const { municipality, clerk } = sessionHeldBy(request);
    const asked = caseId.safeParse(request.params['caseId']);
    const answer = asked.success && (await readDossier(context, municipality, clerk, asked.data));
    if (!answer) throw new HttpProblem('notFound');
    response.json(answer);
  });

  return router;
}

function sendJson(response: Response, text: string): void {
  response.type('json').send(text);
}

/** A collection that never leaves the server looks like one that doesn't exist. */
function collectionOf(request: Request): ReplicatedCollection {
  const parsed = replicatedCollection.safeParse(request.params['collection']);
  if (!parsed.success) throw new HttpProblem('notFound');
  return parsed.data;
}
