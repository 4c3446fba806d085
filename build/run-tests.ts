import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChecks } from './check-steps.ts';
import { runJourneys } from './run-journeys.ts';
import { runAndReport, tools } from './steps.ts';
import { countsIn, summary, type TestCounts, withFailureOf } from './test-counts.ts';

const seedCount = 100;

const reports = mkdtempSync(join(tmpdir(), 'amtsstube-test-'));
const unitReport = join(reports, 'unit.json');
const wholeReport = join(reports, 'whole.json');
const reporting = (file: string) => ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];

/** Every step runs although an earlier one failed: one run should tell everything that is wrong. */
async function runAll(): Promise<readonly TestCounts[]> {
  const counts: TestCounts[] = [];
  for (const step of await runChecks(reporting(unitReport))) {
    counts.push(withFailureOf(step, step.name === 'unit' ? countsIn(unitReport) : undefined));
  }
  counts.push(withFailureOf(await runAndReport({ name: 'bundle', script: ['build/bundle.ts'] })));
  counts.push(
    withFailureOf(
      await runAndReport({ name: 'sim', script: ['sim/src/main.ts', '--seeds', `${seedCount}`] }),
    ),
  );
  counts.push(
    withFailureOf(await runAndReport({ name: 'faults', script: ['faults/src/main.ts', '--short'] })),
  );
  const whole = await runAndReport({
    name: 'whole',
    script: [tools.vitest, 'run', '--project=whole', ...reporting(wholeReport)],
  });
  counts.push(withFailureOf(whole, countsIn(wholeReport)));
  counts.push(await runJourneys(reports, reporting));
  return counts;
}

try {
  const counts = await runAll();
  process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
  console.log(summary(counts));
} finally {
  rmSync(reports, { recursive: true, force: true });
}
