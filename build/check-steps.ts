import { runAndReport, type Step, type StepResult, tools } from './steps.ts';

const reading: readonly Step[] = [
  {
    name: 'format',
    script: [
      tools.biome,
      'check',
      '--linter-enabled=false',
      '--enforce-assist=true',
      '--max-diagnostics=100',
      '.',
    ],
  },
  {
    name: 'lint',
    script: [
      tools.biome,
      'lint',
      '--error-on-warnings',
      '--diagnostic-level=warn',
      '--max-diagnostics=100',
      '.',
    ],
  },
  { name: 'types', script: ['build/check-types.ts'] },
];

/**
 * Everything that needs neither browser nor bundle. What only reads runs at the same time; the tests have the machine
 * for themselves, because some of them measure time.
 */
export async function runChecks(vitestArguments: readonly string[] = []): Promise<readonly StepResult[]> {
  const read = await Promise.all(reading.map(runAndReport));
  const unit = await runAndReport({
    name: 'unit',
    script: [tools.vitest, 'run', '--project=!whole', ...vitestArguments],
  });
  return [...read, unit];
}
