import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { z } from '@amtsstube/shared/domain/zod';
import { type Problem, problem } from '@amtsstube/shared/replication/messages';
import type { ServerAnswer, ServerFailure } from '../ui/server-answer.ts';

const patienceMs = 20_000;

/** `refused`: the server's own word for why not; undefined: it isn't our server that answers, or not as it should. */
export type Asked<T> =
  | { readonly is: 'answered'; readonly answer: T }
  | { readonly is: 'refused'; readonly code: Problem['code'] | undefined }
  | { readonly is: 'noConnection' };

/**
 * One question to the server, about what no desk keeps.
 * @param serverUrl origin of the sync server; '' for the page's own
 */
export function askServer(
  serverUrl: string,
  municipality: MunicipalityId,
  token: () => Promise<string | undefined>,
) {
  return async <T>(
    method: 'GET' | 'POST',
    path: string,
    schema: z.ZodType<T>,
    body?: unknown,
  ): Promise<Asked<T>> => {
    const bearer = await token();
    try {
      const response = await fetch(`${serverUrl}/api/m/${municipality}/${path}`, {
        method,
        ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
        cache: 'no-store',
        credentials: 'omit',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
        },
        signal: AbortSignal.timeout(patienceMs),
      });
      const said = parseJson(await response.text());
      const parsed = response.ok ? schema.safeParse(said) : undefined;
      return parsed?.success
        ? { is: 'answered', answer: parsed.data }
        : { is: 'refused', code: problem.safeParse(said).data?.code };
    } catch (error) {
      if (error instanceof TypeError || error instanceof DOMException) return { is: 'noConnection' };
      throw error;
    }
  };
}

/** The answer, or why there is none, as far as it matters to whoever asked. */
export function answerOf<T>(asked: Asked<T>): ServerAnswer<T> {
  if (asked.is === 'answered') return { ok: true, answer: asked.answer };
  return { ok: false, failure: asked.is === 'noConnection' ? asked.is : failureOf(asked.code) };
}

function failureOf(code: Problem['code'] | undefined): ServerFailure {
  switch (code) {
    case 'notSignedIn':
    case 'workstationRevoked':
      return 'signedOut';
    case 'notAllowed':
    case 'wrongMunicipality':
      return 'notAllowed';
    default:
      return 'badAnswer';
  }
}

function parseJson(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
