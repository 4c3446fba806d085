import { percentile } from '../common/statistics.ts';

export interface Latencies {
  readonly p50: number;
  readonly p95: number;
}

export function latenciesOf(values: readonly number[]): Latencies {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
}
