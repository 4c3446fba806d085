import { expect, it } from 'vitest';
import { countsIn, summary, withFailureOf } from './test-counts.ts';

const unit = { passed: 12, failed: 0, skipped: 0 };

it('adds up what the runs counted', () => {
  expect(summary([unit, { passed: 3, failed: 1, skipped: 0 }])).toBe('15 passed, 1 failed');
  expect(summary([unit, { passed: 0, failed: 0, skipped: 2 }])).toBe('12 passed, 0 failed, 2 skipped');
});

it('counts a step that failed without a failing test as one failure', () => {
  expect(withFailureOf({ succeeded: false }, unit).failed).toBe(1);
  expect(withFailureOf({ succeeded: false }, { ...unit, failed: 4 }).failed).toBe(4);
  expect(withFailureOf({ succeeded: true }, unit)).toEqual(unit);
});

it('finds nothing in a report that was never written', () => {
  expect(countsIn('/nowhere/report.json')).toEqual({ passed: 0, failed: 0, skipped: 0 });
});
