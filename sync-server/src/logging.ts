import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { type Logger, pino } from 'pino';
import type { Config } from './config.ts';

export type { Logger };

export function createLogger(level: Config['logLevel']): Logger {
  return pino({ level, base: null });
}

/**
 * One line per request: method, route pattern, status, milliseconds. Never the URL (it may hold a tracking
 * code), the body, an address or a token: a log is read by people who may not read applications.
 */
export function logRequests(log: Logger): RequestHandler {
  return (request, response, next) => {
    const requestId = randomUUID();
    const startedAt = performance.now();
    response.locals['requestId'] = requestId;
    response.setHeader('X-Request-Id', requestId);
    response.on('finish', () => {
      log.info({
        requestId,
        method: request.method,
        route: routePatternOf(request.route),
        status: response.statusCode,
        ms: Math.round(performance.now() - startedAt),
      });
    });
    next();
  };
}

/** Says once that a proxy stands in front which the settings don't know: every visitor then has the proxy's address. */
export function warnOfProxy(log: Logger): RequestHandler {
  let isSaid = false;
  return (request, _response, next) => {
    if (!isSaid && request.headers['x-forwarded-for'] !== undefined) {
      isSaid = true;
      log.warn({
        proxies: 'X-Forwarded-For arrives, but AMTSSTUBE_PROXIES is 0: all visitors count as one address',
      });
    }
    next();
  };
}

function routePatternOf(route: unknown): string {
  return typeof route === 'object' && route !== null && 'path' in route ? String(route.path) : 'none';
}

/** An error's name and its stack's frames without the message: a message may quote what somebody typed. */
export function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const { name, message, stack = '' } = error;
  // cut out before frames are looked for: a message of several lines may look like one
  const behind = message === '' ? stack : stack.slice(stack.indexOf(message) + message.length);
  const frames = behind.split('\n').filter((line) => line.startsWith('    at '));
  return [name, ...frames].join('\n');
}
