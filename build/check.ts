import { runChecks } from './check-steps.ts';

const results = await runChecks();
process.exitCode = results.every(({ succeeded }) => succeeded) ? 0 : 1;
