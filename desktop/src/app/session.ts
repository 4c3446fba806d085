import { BehaviorSubject, type Observable } from 'rxjs';
import type { Desk } from '../data/desk.ts';
import type { SignedInClerk, SignInResult } from '../data/sign-in-client.ts';
import { type Host, HostFailure, type Ownership } from '../host/host.ts';
import { forgetClerk, readRememberedClerk, rememberClerk } from './remembered-clerk.ts';

/** What the window shows: exactly one of these. */
export type SessionState =
  | { readonly state: 'starting' }
  | { readonly state: 'ownedElsewhere' }
  | { readonly state: 'noStorage' }
  /** A bug or a broken disk; `detail` is for support. */
  | { readonly state: 'failed'; readonly detail: string }
  | { readonly state: 'signedOut' }
  | {
      readonly state: 'open';
      readonly desk: Desk;
      readonly who: SignedInClerk;
      readonly storageIsLasting: boolean;
    };

/** `otherClerk`: signed in again, but as somebody else, while a desk is open (J7). `notKept`: this device can't store it. */
export type SignInFailure = Exclude<SignInResult['result'], 'signedIn'> | 'otherClerk' | 'notKept';

export interface SessionParts {
  createHost(): Promise<Host>;
  openDesk(host: Host, who: SignedInClerk): Promise<Desk>;
  signIn(email: string, password: string): Promise<SignInResult>;
  /** May fail silently: the session runs out by itself. */
  endSession(token: string): Promise<void>;
  /** Begins the page anew, with nothing in memory. */
  reload(): void;
}

export interface Session {
  readonly state$: Observable<SessionState>;
  /** Once at start, and again where a page offers to retry. */
  start(): Promise<void>;
  trySignIn(email: string, password: string): Promise<SignInFailure | undefined>;
  signOut(): Promise<void>;
}

/** From "the page is loaded" to "the desk is open", and back. One window owns the desk before anything is read. */
export function createSession(parts: SessionParts): Session {
  const state$ = new BehaviorSubject<SessionState>({ state: 'starting' });
  let host: Host | undefined;
  let ownership: Ownership | undefined;

  async function start(): Promise<void> {
    state$.next({ state: 'starting' });
    try {
      host ??= await parts.createHost();
      ownership ??= await host.claimOwnership('desk');
      if (ownership === undefined) {
        state$.next({ state: 'ownedElsewhere' });
        return;
      }
      const who = await readRememberedClerk(host.files);
      if (who === undefined) state$.next({ state: 'signedOut' });
      else await open(host, who);
    } catch (error) {
      const failure = stateOfFailure(error);
      if (failure.state === 'failed') console.error(error);
      state$.next(failure);
    }
  }

  async function open(on: Host, who: SignedInClerk): Promise<void> {
    const desk = await parts.openDesk(on, who);
    state$.next({ state: 'open', desk, who, storageIsLasting: true });
    // some browsers ask the person, so nothing waits for the answer
    const persistence = await on.persistence();
    const now = state$.value;
    if (now.state === 'open' && persistence === 'refused') state$.next({ ...now, storageIsLasting: false });
  }

  async function trySignIn(email: string, password: string): Promise<SignInFailure | undefined> {
    if (host === undefined) throw new Error('sign-in before start');
    const answer = await parts.signIn(email, password);
    if (answer.result !== 'signedIn') return answer.result;
    const before = state$.value;
    if (before.state === 'open' && !isSameClerk(before.who, answer.who)) {
      await parts.endSession(answer.token);
      return 'otherClerk';
    }
    try {
      // the clerk last: a token without a clerk is just not signed in
      await host.sessionToken.set(answer.token);
      await rememberClerk(host.files, answer.who);
    } catch (error) {
      if (error instanceof HostFailure) return 'notKept';
      throw error;
    }
    if (before.state !== 'open') await start();
    // role or departments are others now, and with them what the desk may hold
    else if (JSON.stringify(before.who) !== JSON.stringify(answer.who)) parts.reload();
    return undefined;
  }

  async function signOut(): Promise<void> {
    if (host === undefined) throw new Error('sign-out before start');
    const before = state$.value;
    const token = await host.sessionToken.get();
    await forgetClerk(host.files);
    await host.sessionToken.clear();
    state$.next({ state: 'starting' });
    if (before.state === 'open') await before.desk.close();
    await ownership?.release();
    if (token !== undefined) await parts.endSession(token);
    parts.reload();
  }

  return { state$, start, trySignIn, signOut };
}

function isSameClerk(one: SignedInClerk, other: SignedInClerk): boolean {
  return one.municipalityId === other.municipalityId && one.clerk.id === other.clerk.id;
}

function stateOfFailure(error: unknown): SessionState {
  if (error instanceof HostFailure && error.code === 'unavailable') return { state: 'noStorage' };
  return {
    state: 'failed',
    detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
