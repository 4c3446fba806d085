import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { HttpProblem } from '../http-errors.ts';

export interface AttemptLimits {
  /** Failed attempts in 15 minutes. */
  readonly perEmail: number;
  readonly perAddress: number;
}

export const defaultAttemptLimits: AttemptLimits = { perEmail: 10, perAddress: 50 };

const fifteenMinutes = 15 * 60 * 1000;

/**
 * Slows guessing down: per account, whoever asks, and per address, whatever the account. Successful sign-ins
 * don't count, so a town hall behind one address isn't shut out by its own morning. Kept in memory: a restart
 * forgives, which nobody can cause from outside.
 */
export function createAttemptLimits(limits: AttemptLimits): readonly RequestHandler[] {
  const common = {
    windowMs: fifteenMinutes,
    skipSuccessfulRequests: true,
    legacyHeaders: false,
    standardHeaders: false,
    handler: () => {
      throw new HttpProblem('tooManyRequests');
    },
  } as const;
  return [
    rateLimit({ ...common, limit: limits.perEmail, keyGenerator: emailOf }),
    rateLimit({
      ...common,
      limit: limits.perAddress,
      keyGenerator: (request) => ipKeyGenerator(request.ip ?? ''),
    }),
  ];
}

function emailOf(request: Request): string {
  const body: unknown = request.body;
  const email = typeof body === 'object' && body !== null && 'email' in body ? body.email : undefined;
  return typeof email === 'string' ? email.slice(0, 254).toLowerCase() : '';
}
