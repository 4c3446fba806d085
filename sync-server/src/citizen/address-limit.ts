import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { HttpProblem } from '../http-errors.ts';
import { addressPrefix } from './misuse/address-prefix.ts';

/** At most `limit` requests in ten minutes for one recipient, whoever asks. */
export function recipientLimit(limit: number, recipientOf: (request: Request) => string): RequestHandler {
  return limited(limit, recipientOf);
}

/** At most `limit` requests in ten minutes from one address (an IPv6 subnet counts as one). */
export function addressLimit(limit: number): RequestHandler {
  return limited(limit, (request) => ipKeyGenerator(request.ip ?? ''));
}

/** At most `limit` files in ten minutes from one address prefix; `isFile`: which requests bring one. */
export function fileLimit(limit: number, isFile: (request: Request) => boolean): RequestHandler {
  return prefixLimit(limit, isFile);
}

/** At most `limit` of the requests that count in ten minutes from one address prefix. */
export function prefixLimit(limit: number, counts: (request: Request) => boolean): RequestHandler {
  const count = limited(limit, (request) => addressPrefix(request.ip));
  return (request, response, next) => (counts(request) ? count(request, response, next) : next());
}

/** At most `limit` applications in ten minutes from one address prefix to one service: also who calculates for each. */
export function sendLimit(limit: number): RequestHandler {
  return limited(limit, (request) => `${addressPrefix(request.ip)} ${request.path}`);
}

function limited(limit: number, keyOf: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: 10 * 60 * 1000,
    limit,
    legacyHeaders: false,
    standardHeaders: false,
    keyGenerator: keyOf,
    // it knows only its own way to shorten an address
    validate: { keyGeneratorIpFallback: false },
    handler: () => {
      throw new HttpProblem('tooManyRequests');
    },
  });
}
