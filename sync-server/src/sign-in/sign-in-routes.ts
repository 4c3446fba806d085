import { z } from '@amtsstube/shared/domain/zod';
import { Router } from 'express';
import { strictJson } from '../app-body.ts';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import { type AttemptLimits, createAttemptLimits } from './attempt-limits.ts';
import { bearerTokenOf, clerkOf, type SessionSources } from './session.ts';

const credentials = z.strictObject({ email: z.string().max(254), password: z.string().max(200) });

/** `POST /api/sign-in` and `POST /api/sign-out`. There is no sign-up: accounts are given by an administrator. */
export function signInRoutes(sources: SessionSources, limits: AttemptLimits): Router {
  const router = Router();
  const attempts = createAttemptLimits(limits);

  router.post('/sign-in', ...strictJson, ...attempts, async (request, response) => {
    const { email, password } = parseOrRefuse(credentials, request.body);
    const signedIn = await sources.accounts.signIn(email, password);
    const clerk = signedIn && (await clerkOf(sources.store, signedIn.holder));
    if (!signedIn || !clerk) throw new HttpProblem('notSignedIn');
    const { id, name, role, departmentIds } = clerk;
    response.json({
      token: signedIn.token,
      municipalityId: signedIn.holder.municipalityId,
      clerk: { id, name, role, departmentIds },
    });
  });

  router.post('/sign-out', async (request, response) => {
    const token = bearerTokenOf(request);
    if (token !== undefined) await sources.accounts.signOut(token);
    response.status(204).end();
  });

  return router;
}
