import type { DeviceId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { z } from '@amtsstube/shared/domain/zod';
import { type Problem, problem } from '@amtsstube/shared/replication/messages';
import {
  type EnrolAnswer,
  enrolAnswer,
  enrolRequest,
  handOverCredentialAnswer,
  passwordRequest,
  type SignInAnswer,
  signInAnswer,
  type WorkstationCredential,
} from '@amtsstube/shared/replication/sign-in';

/** What can be expected to go wrong with any of these. */
type NoAnswer = 'tooManyAttempts' | 'noConnection' | 'badAnswer';

export type EnrolResult =
  | { readonly result: 'enrolled'; readonly answer: EnrolAnswer }
  | { readonly result: 'wrongCode' | NoAnswer };

export type SignInResult =
  | { readonly result: 'signedIn'; readonly answer: SignInAnswer }
  | { readonly result: SignInRefused | NoAnswer };

/**
 * `revoked`: this device was put out. `unknownDevice`: the server has no such device, as after a restore.
 * `deactivated`: works here no more. `otherMunicipality`: the account is of another one.
 */
type SignInRefused = 'wrongCredentials' | 'revoked' | 'unknownDevice' | 'deactivated' | 'otherMunicipality';

export type PasswordResult = 'changed' | 'wrongPassword' | 'tooShort' | 'signedOut' | NoAnswer;

const patienceMs = 20_000;
/** Who signs out waits for it, and where it fails the session runs out by itself. */
const endingPatienceMs = 3_000;

/** The server's part in enrolling, signing in and out. Everything that can be expected to go wrong is a result. */
export interface SignInClient {
  enrol(code: string, name: string): Promise<EnrolResult>;
  signIn(email: string, password: string, workstation: WorkstationCredential): Promise<SignInResult>;
  changePassword(token: string, current: string, next: string): Promise<PasswordResult>;
  /** Where there is no line the session runs out by itself. */
  endSession(token: string): Promise<void>;
  /** A right to hand this journal over (J7); undefined: not now. */
  handOverCredential(
    municipality: MunicipalityId,
    deviceId: DeviceId,
    token: string,
  ): Promise<string | undefined>;
}

/** @param serverUrl origin of the sync server; '' for the page's own */
export function signInClient(serverUrl: string): SignInClient {
  const ask = (path: string, body: unknown, token?: string, patience?: number) =>
    post(`${serverUrl}/api${path}`, body, token, patience);

  return {
    async enrol(code, name) {
      const request = enrolRequest.safeParse({ code, name });
      if (!request.success) return { result: 'wrongCode' };
      const answered = await ask('/enrol', request.data);
      if (refused(answered, 'wrongCode')) return { result: 'wrongCode' };
      const answer = parsedAs(enrolAnswer, answered);
      return answer ? { result: 'enrolled', answer } : { result: noAnswer(answered) };
    },

    async signIn(email, password, { workstationId, secret }) {
      const answered = await ask('/sign-in', { email, password, workstation: { workstationId, secret } });
      // only the server's own words count: a proxy on the way answers 401 as well
      if (refused(answered, 'notSignedIn')) return { result: 'wrongCredentials' };
      if (refused(answered, 'workstationRevoked')) return { result: 'revoked' };
      if (refused(answered, 'workstationUnknown')) return { result: 'unknownDevice' };
      if (refused(answered, 'clerkDeactivated')) return { result: 'deactivated' };
      if (refused(answered, 'wrongMunicipality')) return { result: 'otherMunicipality' };
      // as typed it can't be an account: longer than any e-mail address
      if (refused(answered, 'malformedRequest')) return { result: 'wrongCredentials' };
      const answer = parsedAs(signInAnswer, answered);
      return answer ? { result: 'signedIn', answer } : { result: noAnswer(answered) };
    },

    async changePassword(token, current, next) {
      if (!passwordRequest.safeParse({ current, next }).success) return 'tooShort';
      const answered = await ask('/password', { current, next }, token);
      if (answered?.status === 204) return 'changed';
      if (refused(answered, 'wrongPassword')) return 'wrongPassword';
      if (refused(answered, 'notSignedIn')) return 'signedOut';
      return noAnswer(answered);
    },

    async endSession(token) {
      await ask('/sign-out', {}, token, endingPatienceMs);
    },

    async handOverCredential(municipality, deviceId, token) {
      const answered = await ask(`/m/${municipality}/hand-over-credential`, { deviceId }, token);
      return parsedAs(handOverCredentialAnswer, answered)?.token;
    },
  };
}

interface Answered {
  readonly status: number;
  readonly body: unknown;
}

function refused(answered: Answered | undefined, code: Problem['code']): boolean {
  return (
    answered !== undefined && answered.status >= 400 && problem.safeParse(answered.body).data?.code === code
  );
}

function parsedAs<T>(schema: z.ZodType<T>, answered: Answered | undefined): T | undefined {
  return answered?.status === 200 ? schema.safeParse(answered.body).data : undefined;
}

function noAnswer(answered: Answered | undefined): NoAnswer {
  if (answered === undefined) return 'noConnection';
  return answered.status === 429 ? 'tooManyAttempts' : 'badAnswer';
}

/** undefined: no answer. */
async function post(
  url: string,
  body: unknown,
  token?: string,
  patience = patienceMs,
): Promise<Answered | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      signal: AbortSignal.timeout(patience),
    });
    const text = await response.text();
    return { status: response.status, body: parseJson(text) };
  } catch (error) {
    if (error instanceof TypeError || error instanceof DOMException) return undefined;
    throw error;
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
