import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import {
  type EnrolAnswer,
  enrolRequest,
  passwordRequest,
  type SignInAnswer,
  signInRequest,
} from '@amtsstube/shared/replication/sign-in';
import { Router } from 'express';
import { strictJson } from '../app-body.ts';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import type { Store } from '../store/store.ts';
import { type AttemptLimits, createAttemptLimits } from './attempt-limits.ts';
import { bearerTokenOf, clerkOf, type SessionSources, sessionOf } from './session.ts';

/**
 * A device is let in once (`enrol`); on it clerks sign in and out and change their passwords. There is no sign-up:
 * accounts are given by an administrator.
 */
export function signInRoutes(sources: SessionSources, limits: AttemptLimits): Router {
  const { accounts, workstations, store } = sources;
  const router = Router();
  const attempts = createAttemptLimits(limits);

  router.post('/enrol', ...strictJson, ...createAttemptLimits(limits), async (request, response) => {
    const { code, name } = parseOrRefuse(enrolRequest, request.body);
    const enrolled = workstations.enrol(code, name);
    if (enrolled === undefined) throw new HttpProblem('wrongCode');
    response.json({
      ...enrolled,
      municipalityName: await nameOf(store, enrolled.municipalityId),
    } satisfies EnrolAnswer);
  });

  router.post('/sign-in', ...strictJson, ...attempts, async (request, response) => {
    const { email, password, workstation } = parseOrRefuse(signInRequest, request.body);
    const municipality = workstations.municipalityOf(workstation);
    if (municipality === undefined) throw new HttpProblem('workstationRevoked');
    const signedIn = await accounts.signIn(email, password);
    const clerk = signedIn && (await clerkOf(store, signedIn.holder));
    if (!signedIn || !clerk) throw new HttpProblem('notSignedIn');
    if (signedIn.holder.municipalityId !== municipality) {
      await accounts.signOut(signedIn.token);
      throw new HttpProblem('wrongMunicipality');
    }
    if (clerk.deactivatedAt !== undefined) {
      await accounts.signOut(signedIn.token);
      throw new HttpProblem('clerkDeactivated');
    }
    const { id, name, role, departmentIds } = clerk;
    response.json({
      token: signedIn.token,
      municipalityId: municipality,
      clerk: { id, name, role, departmentIds },
      ...workstations.signedIn(workstation.workstationId, id, signedIn.token),
    } satisfies SignInAnswer);
  });

  router.post('/password', ...strictJson, ...attempts, async (request, response) => {
    const { token } = await sessionOf(sources, request);
    const { current, next } = parseOrRefuse(passwordRequest, request.body);
    if (!(await accounts.changePassword(token, current, next))) throw new HttpProblem('wrongPassword');
    response.status(204).end();
  });

  router.post('/sign-out', async (request, response) => {
    const token = bearerTokenOf(request);
    if (token !== undefined) {
      await accounts.signOut(token);
      workstations.signedOut(token);
    }
    response.status(204).end();
  });

  return router;
}

async function nameOf(store: Store, municipality: MunicipalityId): Promise<string> {
  const stored = await store.snapshot(municipality, (read) => read.document(ref('settings', 'municipality')));
  const document = stored?.document;
  return document && 'name' in document ? String(document.name) : municipality;
}
