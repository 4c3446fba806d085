import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import {
  type EnrolAnswer,
  enrolRequest,
  passwordRequest,
  type SignInAnswer,
  signInRequest,
} from '@amtsstube/shared/replication/sign-in';
import { type Request, type RequestHandler, Router } from 'express';
import { smallJson } from '../app-body.ts';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import type { Store } from '../store/store.ts';
import { type AttemptLimits, addressOf, attemptLimit } from './attempt-limits.ts';
import { bearerTokenOf, clerkOf, requireAnySession, type SessionSources, sessionHeldBy } from './session.ts';
import type { Workstations } from './workstations.ts';

/**
 * A device is let in once (`enrol`); on it clerks sign in and out and change their passwords. There is no sign-up:
 * accounts are given by an administrator.
 */
export function signInRoutes(sources: SessionSources, limits: AttemptLimits): Router {
  const { accounts, workstations, store } = sources;
  const router = Router();
  const perAddress = () => attemptLimit(limits.perAddress, addressOf);
  const perAccount = (keyOf: (request: Request) => string) => attemptLimit(limits.perAccount, keyOf);

  router.post('/enrol', perAddress(), ...smallJson, async (request, response) => {
    const { code, name } = parseOrRefuse(enrolRequest, request.body);
    const enrolled = workstations.enrol(code, name);
    if (enrolled === undefined) throw new HttpProblem('wrongCode');
    response.json({
      ...enrolled,
      municipalityName: await nameOf(store, enrolled.municipalityId),
    } satisfies EnrolAnswer);
  });

  // the device first: who was never let in must not use up the attempts of a clerk whose address he knows
  const signIn = [perAddress(), ...smallJson, requireDevice(workstations), perAccount(accountOf)];
  router.post('/sign-in', ...signIn, async (request, response) => {
    const { email, password, workstation } = parseOrRefuse(signInRequest, request.body);
    const municipality = municipalityOfDevice(request);
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
    const { id, name, role, departmentIds, deputyFor } = clerk;
    response.json({
      token: signedIn.token,
      municipalityId: municipality,
      clerk: { id, name, role, departmentIds, ...(deputyFor ? { deputyFor } : {}) },
      ...workstations.signedIn(workstation.workstationId, id, signedIn.token),
    } satisfies SignInAnswer);
  });

  const password = [requireAnySession(sources), perAccount(clerkKeyOf), ...smallJson];
  router.post('/password', ...password, async (request, response) => {
    const { token } = sessionHeldBy(request);
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

const devices = new WeakMap<Request, MunicipalityId>();

/** @throws HttpProblem workstationRevoked, workstationUnknown */
function requireDevice(workstations: Workstations): RequestHandler {
  return (request, _response, next) => {
    const { workstation } = parseOrRefuse(signInRequest, request.body);
    const device = workstations.deviceOf(workstation);
    if (device.standing !== 'letIn')
      throw new HttpProblem(device.standing === 'revoked' ? 'workstationRevoked' : 'workstationUnknown');
    devices.set(request, device.municipality);
    next();
  };
}

/** Where the device that `requireDevice` let through belongs to. */
function municipalityOfDevice(request: Request): MunicipalityId {
  const municipality = devices.get(request);
  if (municipality === undefined) throw new Error('this route does not require a device');
  return municipality;
}

/** With the device's municipality: one town's devices must not lock another town's clerks out. */
function accountOf(request: Request): string {
  const { email } = parseOrRefuse(signInRequest, request.body);
  return `${municipalityOfDevice(request)} ${email.toLowerCase()}`;
}

function clerkKeyOf(request: Request): string {
  const { municipality, clerk } = sessionHeldBy(request);
  return `${municipality} ${clerk.id}`;
}

async function nameOf(store: Store, municipality: MunicipalityId): Promise<string> {
  const stored = await store.snapshot(municipality, (read) => read.document(ref('settings', 'municipality')));
  const document = stored?.document;
  return document && 'name' in document ? String(document.name) : municipality;
}
