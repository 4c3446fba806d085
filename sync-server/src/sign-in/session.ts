import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { ref } from '@amtsstube/shared/domain/documents';
import type { MunicipalityId, WorkstationId } from '@amtsstube/shared/domain/ids';
import type { Request, RequestHandler } from 'express';
import { HttpProblem } from '../http-errors.ts';
import type { Store } from '../store/store.ts';
import type { AccountHolder, Accounts } from './accounts.ts';
import type { Workstations } from './workstations.ts';

export interface Session {
  readonly token: string;
  readonly municipality: MunicipalityId;
  readonly clerk: Clerk;
  /** The device it was begun on. */
  readonly workstationId: WorkstationId;
}

export interface SessionSources {
  readonly accounts: Accounts;
  readonly workstations: Workstations;
  readonly store: Store;
}

/**
 * The clerk who asks (S9). Role and departments are read from the municipality at each request, so that a
 * change takes effect at once, also for sessions begun before it.
 * @throws HttpProblem notSignedIn, workstationRevoked, clerkDeactivated
 */
async function sessionOf(sources: SessionSources, request: Request): Promise<Session> {
  const token = bearerTokenOf(request);
  if (token === undefined) throw new HttpProblem('notSignedIn');
  // the device first: one that was put out must hear it, also where its clerk has a new password or works here no more
  const workstationId = sources.workstations.ofSession(token);
  if (workstationId === 'revoked') throw new HttpProblem('workstationRevoked');
  const holder = await sources.accounts.holderOf(token);
  const clerk = holder && (await clerkOf(sources.store, holder));
  if (workstationId === undefined || !holder || !clerk) throw new HttpProblem('notSignedIn');
  if (clerk.deactivatedAt !== undefined) throw new HttpProblem('clerkDeactivated');
  return { token, municipality: holder.municipalityId, clerk, workstationId };
}

/** The session, which must be one of the municipality in the path. */
export async function sessionIn(sources: SessionSources, request: Request): Promise<Session> {
  const session = await sessionOf(sources, request);
  if (session.municipality !== request.params['municipality']) throw new HttpProblem('wrongMunicipality');
  return session;
}

const sessions = new WeakMap<Request, Session>();

/** Looks at the session before anything else of the request is read: a stranger can't have 2 MB parsed. */
export function requireSession(sources: SessionSources): RequestHandler {
  return async (request, _response, next) => {
    sessions.set(request, await sessionIn(sources, request));
    next();
  };
}

/** The same where the path names no municipality. */
export function requireAnySession(sources: SessionSources): RequestHandler {
  return async (request, _response, next) => {
    sessions.set(request, await sessionOf(sources, request));
    next();
  };
}

/** The session `requireSession` found. */
export function sessionHeldBy(request: Request): Session {
  const session = sessions.get(request);
  if (session === undefined) throw new Error('this route does not require a session');
  return session;
}

/** Only what an administrator may. Goes behind `requireSession`. */
export const requireAdmin: RequestHandler = (request, _response, next) => {
  if (sessionHeldBy(request).clerk.role !== 'admin') throw new HttpProblem('notAllowed');
  next();
};

/** undefined where the municipality or the clerk is gone: an account alone gives no right. */
export async function clerkOf(
  store: Store,
  { municipalityId, clerkId }: AccountHolder,
): Promise<Clerk | undefined> {
  if (!(await store.has(municipalityId))) return undefined;
  const stored = await store.snapshot(municipalityId, (read) => read.document(ref('clerks', clerkId)));
  return (stored?.document ?? undefined) as Clerk | undefined;
}

export function bearerTokenOf(request: Request): string | undefined {
  return /^Bearer ([A-Za-z0-9._~+/=%-]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1];
}
