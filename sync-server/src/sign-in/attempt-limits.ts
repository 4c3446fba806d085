import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { HttpProblem } from '../http-errors.ts';

export interface AttemptLimits {
  /** Failed attempts in 15 minutes at one account: to sign in, and apart from that to change its password. */
  readonly perAccount: number;
  readonly perAddress: number;
}

export const defaultAttemptLimits: AttemptLimits = { perAccount: 10, perAddress: 50 };

const fifteenMinutes = 15 * 60 * 1000;

/**
 * Slows guessing down: at most `limit` failed attempts in 15 minutes with the same key. Successes don't count, so a
 * town hall behind one address isn't shut out by its own morning. A key must be something a stranger can't choose
 * for others, or he shuts them out. Kept in memory: a restart forgives, which nobody can cause from outside.
 */
export function attemptLimit(limit: number, keyOf: (request: Request) => string): RequestHandler {
  return rateLimit({
    windowMs: fifteenMinutes,
    limit,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    standardHeaders: false,
    keyGenerator: keyOf,
    handler: () => {
      throw new HttpProblem('tooManyRequests');
    },
  });
}

/** Where a request comes from; an IPv6 subnet counts as one. */
export function addressOf(request: Request): string {
  return ipKeyGenerator(request.ip ?? '');
}
