import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root, runAndReport, type Step } from './steps.ts';
import { countsIn, type TestCounts, withFailureOf } from './test-counts.ts';

/** More than a busy machine brings about: then it is not run again. */
const mostUnsteady = 2;

const script = 'build/run-e2e.ts';
const env = { E2E_PICTURES: 'none' };

/**
 * All journeys. Three files run beside each other, and on a busy machine one of them waits too long now and then: a file
 * that is red is run once more, alone. Red again is red; green then is reported as unsteady, with what it said before.
 */
export async function runJourneys(
  directory: string,
  reporting: (file: string) => readonly string[],
): Promise<TestCounts> {
  const run = async (name: string, files: readonly string[]) => {
    const report = join(directory, `${name}.json`);
    const step: Step = { name, script: [script, ...files, ...reporting(report)], env };
    const result = await runAndReport(step);
    return { result, report, counts: countsIn(report) };
  };
  const first = await run('e2e', []);
  const red = redFiles(first.report);
  if (first.result.succeeded || red.length === 0 || red.length > mostUnsteady)
    return withFailureOf(first.result, first.counts);
  const again = await run('again', red);
  if (!again.result.succeeded) return withFailureOf(first.result, first.counts);
  console.log(`UNSTEADY, red beside others and green alone: ${red.join(', ')}`);
  const { passed, failed, skipped } = first.counts;
  return { passed: passed + failed, failed: 0, skipped };
}

/** The part of vitest's JSON report that is read here. */
interface Report {
  readonly testResults: readonly { readonly name: string; readonly status: string }[];
}

/** Paths from the root; none where the report was never written. */
export function redFiles(reportFile: string): readonly string[] {
  if (!existsSync(reportFile)) return [];
  const { testResults } = JSON.parse(readFileSync(reportFile, 'utf8')) as Report;
  return testResults.filter(({ status }) => status === 'failed').map(({ name }) => relative(root, name));
}
