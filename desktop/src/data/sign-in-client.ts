import { clerk } from '@amtsstube/shared/domain/clerk';
import { municipalityId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { problem } from '@amtsstube/shared/replication/messages';

/** Who is signed in: what the desk needs to open without asking the server again. */
export const signedInClerk = z.object({
  municipalityId,
  clerk: clerk.pick({ id: true, name: true, role: true, departmentIds: true }),
});
export type SignedInClerk = z.infer<typeof signedInClerk>;

const signInAnswer = signedInClerk.extend({ token: z.string().min(1).max(4096) });

export type SignInResult =
  | { readonly result: 'signedIn'; readonly token: string; readonly who: SignedInClerk }
  | { readonly result: 'wrongCredentials' | 'tooManyAttempts' | 'noConnection' | 'badAnswer' };

const patienceMs = 20_000;

/**
 * `POST /api/sign-in`. Everything that can be expected to go wrong is a result. Only the server's own "not signed in"
 * means wrong credentials: a proxy on the way answers 401 as well.
 */
export async function signIn(serverUrl: string, email: string, password: string): Promise<SignInResult> {
  const answered = await post(`${serverUrl}/api/sign-in`, { email, password });
  if (answered === undefined) return { result: 'noConnection' };
  const { status, body } = answered;
  if (status === 429) return { result: 'tooManyAttempts' };
  if (status === 401 && problem.safeParse(body).data?.code === 'notSignedIn')
    return { result: 'wrongCredentials' };
  // as typed it can't be an account: longer than any e-mail address
  if (status === 400 && problem.safeParse(body).success) return { result: 'wrongCredentials' };
  const parsed = status === 200 ? signInAnswer.safeParse(body) : undefined;
  if (!parsed?.success) return { result: 'badAnswer' };
  const { token, ...who } = parsed.data;
  return { result: 'signedIn', token, who };
}

/** Ends the session on the server; where there is no line the session runs out by itself. */
export async function endSession(serverUrl: string, token: string): Promise<void> {
  await post(`${serverUrl}/api/sign-out`, {}, token);
}

/** undefined: no answer. */
async function post(
  url: string,
  body: unknown,
  token?: string,
): Promise<{ readonly status: number; readonly body: unknown } | undefined> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: JSON.stringify(body),
      cache: 'no-store',
      credentials: 'omit',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      signal: AbortSignal.timeout(patienceMs),
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
