import type { Environment } from '../environment.ts';

const shortestRetry = 1_000;
/** A line is back within this, and soon after it everything is where it belongs; a few dozen desks cost a server nothing. */
export const longestRetry = 8_000;

/**
 * Doubles with each failure; spread, so that a town's desks don't all come at once.
 * @param failures from 1 on
 * @param longest what waiting for a person may take longer than waiting for a line
 */
export function retryAfter(
  failures: number,
  environment: Pick<Environment, 'random'>,
  longest = longestRetry,
): number {
  const spread = Math.min(longest, shortestRetry * 2 ** Math.min(failures - 1, 10));
  return spread * (0.5 + environment.random() / 2);
}
