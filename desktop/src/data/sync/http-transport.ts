import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { z } from '@amtsstube/shared/domain/zod';
import {
  changesAnswer,
  digestAnswer,
  type Hint,
  hint,
  operationsAnswer,
  type Problem,
  problem,
} from '@amtsstube/shared/replication/messages';
import { withIdleTimeout } from './idle-timeout.ts';
import { readEvents } from './server-sent-events.ts';
import type { Answered, Transport, TransportFailure } from './transport.ts';

/** A line that carries no byte for this long is dead (L6); the server's heartbeat comes each 20 s. */
const idleMilliseconds = 20_000;
const hintIdleMilliseconds = 45_000;

export interface HttpTransportOptions {
  /** `https://…`, without the path; '' for the page's own origin. */
  readonly serverUrl: string;
  readonly municipalityId: MunicipalityId;
  token(): Promise<string | undefined>;
}

export function httpTransport(options: HttpTransportOptions): Transport {
  const { open, post } = lineTo(options);
  return {
    handOver: (request, signal) => post('/operations', request, operationsAnswer, signal),
    changes: (collection, request, signal) => post(`/changes/${collection}`, request, changesAnswer, signal),
    digest: (collection, request, signal) => post(`/digest/${collection}`, request, digestAnswer, signal),
    hints: async (listen, signal) => {
      const ended = await withIdleTimeout<never>(hintIdleMilliseconds, signal, async (guarded, alive) => {
        const response = await open('/hints', { method: 'GET', signal: guarded });
        if (!response.ok || !response.body) return { ok: false, failure: await failureOf(response) };
        await readEvents(response.body, alive, (data) => {
          const parsed = hint.safeParse(parseJson(data));
          if (parsed.success) listen(parsed.data satisfies Hint);
        });
        return { ok: false, failure: 'network' };
      });
      return ended.ok ? 'network' : ended.failure;
    },
  };
}

/** The line of a colleague's waiting journal: its token is good for handing over, and for nothing else (J7). */
export function handOverTransport(options: HttpTransportOptions): Pick<Transport, 'handOver'> {
  const { post } = lineTo(options);
  return { handOver: (request, signal) => post('/hand-over', request, operationsAnswer, signal) };
}

/** Requests of this clerk to her municipality: her token, nothing kept, nothing sent elsewhere. */
export function lineTo(options: HttpTransportOptions) {
  const base = `${options.serverUrl}/api/m/${options.municipalityId}`;

  async function open(path: string, init: RequestInit): Promise<Response> {
    const token = await options.token();
    return fetch(`${base}${path}`, {
      ...init,
      // the browser's disk cache would keep personal data in clear (facts of step 2)
      cache: 'no-store',
      credentials: 'omit',
      // a hotspot that sends everything elsewhere must not get the body with it
      redirect: 'error',
      headers: {
        'content-type': 'application/json',
        ...(init.headers as Record<string, string> | undefined),
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
    });
  }

  async function post<T>(
    path: string,
    body: unknown,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Answered<T>> {
    return ask(path, { method: 'POST', body: JSON.stringify(body) }, schema, signal);
  }

  async function ask<T>(
    path: string,
    init: RequestInit,
    schema: z.ZodType<T>,
    signal: AbortSignal,
  ): Promise<Answered<T>> {
    return withIdleTimeout(idleMilliseconds, signal, async (guarded, alive) => {
      const response = await open(path, { ...init, signal: guarded });
      alive();
      if (!response.ok) return { ok: false, failure: await failureOf(response) };
      const parsed = schema.safeParse(parseJson(await readText(response, alive)));
      return parsed.success ? { ok: true, answer: parsed.data } : { ok: false, failure: 'badAnswer' };
    });
  }

  return { open, ask, post };
}

/** A proxy's answer looks like any other: only a body of our own says what it means. */
export async function failureOf(response: Response): Promise<TransportFailure> {
  const code = await problemOf(response);
  if (response.status === 413) return 'tooLarge';
  if (code === undefined) return response.status >= 500 ? 'unavailable' : 'badAnswer';
  return failureOfCode(code);
}

/** The server's own word for why not; undefined: it is not our server that answers. */
export async function problemOf(response: Response): Promise<Problem['code'] | undefined> {
  return problem.safeParse(parseJson(await response.text())).data?.code;
}

export function failureOfCode(code: Problem['code']): TransportFailure {
  switch (code) {
    case 'notSignedIn':
      return 'signedOut';
    case 'foreignDevice':
      return 'foreignDevice';
    case 'tooLarge':
      return 'tooLarge';
    case 'workstationRevoked':
      return 'revoked';
    case 'clerkDeactivated':
      return 'deactivated';
    case 'malformedRequest':
    case 'workstationUnknown':
    case 'addressTaken':
    case 'notAllowed':
    case 'wrongCode':
    case 'wrongPassword':
    case 'wrongMunicipality':
    case 'notFound':
    case 'blobExpected':
    case 'blobDamaged':
    case 'otherOffset':
      return 'refusedRequest';
    case 'tooManyRequests':
    case 'unavailable':
    case 'internal':
      return 'unavailable';
  }
}

async function readText(response: Response, alive: () => void): Promise<string> {
  if (!response.body) return '';
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  for (const reader = response.body.getReader(); ; ) {
    const { done, value } = await reader.read();
    alive();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
