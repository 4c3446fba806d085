import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, runStep, tools } from './steps.ts';

/** Each configuration has its own idea of the surroundings: see the first lines of the files. */
const configurations = [
  ...['shared', 'print', 'sync-server', 'desktop', 'desktop/tsconfig.worker.json', '.'],
  // has packages of its own, installed where somebody measures
  ...(existsSync(join(root, 'bench', 'node_modules')) ? ['bench'] : []),
];

const results = await Promise.all(
  configurations.map((name) =>
    // one checker each: more of them work out the same types again, and the configurations already share the cores
    runStep({ name, script: [tools.tsc, '-p', name, '--pretty', 'false', '--checkers', '1'] }),
  ),
);
// The root configuration repeats what the narrower ones found.
const lines = new Set(results.flatMap(({ output }) => output.split('\n')).filter((line) => line !== ''));
for (const line of lines) console.log(line);
process.exitCode = results.every(({ succeeded }) => succeeded) ? 0 : 1;
