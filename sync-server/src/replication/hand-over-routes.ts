import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { handOverCredentialRequest } from '@amtsstube/shared/replication/sign-in';
import { type Request, Router } from 'express';
import { strictJson } from '../app-body.ts';
import type { CoreContext } from '../core-context.ts';
import { deviceOf } from '../execute/device.ts';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import {
  bearerTokenOf,
  clerkOf,
  requireSession,
  type SessionSources,
  sessionHeldBy,
} from '../sign-in/session.ts';
import type { HandOverRight } from '../sign-in/workstations.ts';
import { handOver } from './operations.ts';
import { operationsIn } from './operations-body.ts';

/**
 * A waiting journal is handed over whoever is signed in (J7): the clerk it belongs to gets a credential while she is
 * signed in, which is good for handing over this journal and its files, and for nothing else. The answer's documents are those this
 * journal's own operations touched: they go, sealed, into it, or her note would be gone from her screen until a pull.
 */
export function handOverRoutes(context: CoreContext, sources: SessionSources): Router {
  const router = Router({ mergeParams: true });

  router.post('/hand-over-credential', requireSession(sources), ...strictJson, async (request, response) => {
    const { municipality, clerk, workstationId } = sessionHeldBy(request);
    const { deviceId } = parseOrRefuse(handOverCredentialRequest, request.body);
    // refuses somebody else's journal
    await context.store.snapshot(municipality, (read) => deviceOf(read, deviceId, clerk));
    const right = { municipalityId: municipality, clerkId: clerk.id, deviceId };
    response.json({ token: sources.workstations.newHandOverCredential(right, workstationId) });
  });

  router.post(
    '/hand-over',
    (request, _response, next) => {
      // before the body is read: a stranger can't have 2 MB parsed
      rightOf(sources, request);
      next();
    },
    ...strictJson,
    async (request, response) => {
      const { right, clerk } = await handOverRightIn(sources, request);
      const asked = operationsIn(request.body);
      if (asked.deviceId !== right.deviceId) throw new HttpProblem('foreignDevice');
      response.json(await handOver(context, right.municipalityId, clerk, asked));
    },
  );

  return router;
}

/** Who brings files with the right she left; as for her operations, she must still be known here. */
export async function handOverRightIn(
  sources: SessionSources,
  request: Request,
): Promise<{ readonly right: HandOverRight; readonly clerk: Clerk }> {
  const right = rightOf(sources, request);
  const clerk = await clerkOf(sources.store, right);
  if (clerk === undefined) throw new HttpProblem('notSignedIn');
  return { right, clerk };
}

function rightOf({ workstations }: SessionSources, request: Request): HandOverRight {
  const token = bearerTokenOf(request);
  const right = token === undefined ? undefined : workstations.handOverRightOf(token);
  if (right === undefined) throw new HttpProblem('notSignedIn');
  if (right.municipalityId !== request.params['municipality']) throw new HttpProblem('wrongMunicipality');
  return right;
}
