import type { RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { HttpProblem } from '../http-errors.ts';

/** At most `limit` requests in ten minutes from one address (an IPv6 subnet counts as one). */
export function addressLimit(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 10 * 60 * 1000,
    limit,
    legacyHeaders: false,
    standardHeaders: false,
    keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    handler: () => {
      throw new HttpProblem('tooManyRequests');
    },
  });
}
