import type { z } from '@amtsstube/shared/domain/zod';
import type { Problem } from '@amtsstube/shared/replication/messages';
import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import { ForeignDevice } from './execute/device.ts';
import { type Logger, stackOf } from './logging.ts';
import { StoreUnavailable } from './store/store.ts';

const statusOf: Readonly<Record<Problem['code'], number>> = {
  malformedRequest: 400,
  tooLarge: 413,
  notSignedIn: 401,
  notAllowed: 403,
  wrongCode: 403,
  wrongPassword: 403,
  workstationRevoked: 403,
  workstationUnknown: 403,
  clerkDeactivated: 403,
  wrongMunicipality: 403,
  foreignDevice: 403,
  addressTaken: 409,
  notFound: 404,
  blobExpected: 404,
  blobDamaged: 422,
  otherOffset: 409,
  tooManyRequests: 429,
  unavailable: 503,
  internal: 500,
};

/** A refusal of a request, from the closed list of the wire format. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly code: Problem['code'];
  /** Where a malformed request is wrong: a path, never content. */
  readonly where: string | undefined;

  constructor(code: Problem['code'], where?: string) {
    super(code);
    this.code = code;
    this.where = where;
  }

  get status(): number {
    return statusOf[this.code];
  }
}

/** Believes nothing that arrives: the parsed value, or a 400 that names the first wrong place. */
export function parseOrRefuse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpProblem(
    'malformedRequest',
    parsed.error.issues[0]?.path.map(String).join('.').slice(0, 200) ?? '',
  );
}

/**
 * What any thrown value means to a client. What this program didn't foresee is `internal`: logged with its
 * stack, shown without.
 */
function problemOf(error: unknown): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof ForeignDevice) return new HttpProblem('foreignDevice');
  if (error instanceof StoreUnavailable) return new HttpProblem('unavailable');
  // Express and its parsers throw these for bad percent-encoding, bad compression, aborted bodies
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined;
  if (status === 413) return new HttpProblem('tooLarge');
  if (typeof status === 'number' && status >= 400 && status < 500) return new HttpProblem('malformedRequest');
  return new HttpProblem('internal');
}

export function logUnforeseen(log: Logger, error: unknown, response: Response): HttpProblem {
  const problem = problemOf(error);
  if (problem.code === 'internal' || problem.code === 'unavailable') {
    log.error({ requestId: response.locals['requestId'], code: problem.code, stack: stackOf(error) });
  }
  return problem;
}

function sendProblem(response: Response, problem: HttpProblem): void {
  const body: Problem = {
    code: problem.code,
    ...(problem.where === undefined ? {} : { where: problem.where }),
  };
  response.status(problem.status).set('Cache-Control', 'no-store').json(body);
}

export const unknownRoute: RequestHandler = (_request, _response, next) => next(new HttpProblem('notFound'));

export function problemHandler(log: Logger): ErrorRequestHandler {
  // Express knows an error handler by its four parameters
  return (error, _request, response, next) => {
    const problem = logUnforeseen(log, error, response);
    if (response.headersSent) next(error);
    else sendProblem(response, problem);
  };
}
