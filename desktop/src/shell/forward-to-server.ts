import { securityHeaders } from './app-security.ts';

/** What the desk sends; cookies, the origin and the browser's own headers stay here. */
const sentHeaders = [
  'accept',
  'authorization',
  'content-type',
  'idempotency-key',
  'last-event-id',
  'range',
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
];
const returnedHeaders = [
  'content-range',
  'content-type',
  'date',
  'retry-after',
  'tus-resumable',
  'upload-length',
  'upload-offset',
];

/**
 * Passes a request on to the sync server, and its answer back as it comes (hints are an endless stream). Without
 * a line the answer is a network failure, as it is for a page; so is a redirect, which would carry the token to
 * somebody else.
 */
export async function forwardToServer(
  request: Request,
  path: string,
  serverOrigin: string | undefined,
  fetch: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Response> {
  if (serverOrigin === undefined) return Response.error();
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  let answer: Response;
  try {
    answer = await fetch(`${serverOrigin}${path}`, {
      method: request.method,
      headers: picked(request.headers, sentHeaders),
      ...(hasBody ? { body: await request.arrayBuffer() } : {}),
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      signal: request.signal,
    });
  } catch {
    // no line, no such server, no valid certificate, given up by the page: the desk knows one case, and tries again
    return Response.error();
  }
  return new Response(answer.body, {
    status: answer.status,
    statusText: answer.statusText,
    headers: { ...securityHeaders, ...picked(answer.headers, returnedHeaders) },
  });
}

function picked(headers: Headers, names: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = headers.get(name);
      return value === null ? [] : [[name, value]];
    }),
  );
}
