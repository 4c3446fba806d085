import { existsSync, readFileSync } from 'node:fs';
import type { StepResult } from './steps.ts';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

const none: TestCounts = { passed: 0, failed: 0, skipped: 0 };

/** The part of vitest's JSON report that is counted here. */
interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
}

/** The counts of a run; a report that was never written (a crash before it) has none. */
export function countsIn(reportFile: string): TestCounts {
  if (!existsSync(reportFile)) return none;
  const report = JSON.parse(readFileSync(reportFile, 'utf8')) as VitestReport;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/**
 * A step that failed without a failing test (a type error, a file that doesn't load, a crash) counts as one failure:
 * "0 failed" must never stand under a red run.
 */
export function withFailureOf(step: Pick<StepResult, 'succeeded'>, counts: TestCounts = none): TestCounts {
  return step.succeeded ? counts : { ...counts, failed: Math.max(1, counts.failed) };
}

/** The last line of `npm test`. */
export function summary(all: readonly TestCounts[]): string {
  const sum = (name: keyof TestCounts) => all.reduce((total, counts) => total + counts[name], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
