import { parseArgs } from 'node:util';
import { runMutants } from './mutants/run-mutants.ts';
import { runSeed } from './run-seed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '200' },
    from: { type: 'string', default: '1' },
    seed: { type: 'string' },
    mutants: { type: 'boolean', default: false },
  },
});

if (values.mutants) process.exitCode = await runMutants();
else if (values.seed !== undefined) process.exitCode = await runSeeds(Number(values.seed), 1);
else process.exitCode = await runSeeds(Number(values.from), Number(values.seeds));

/** Prints each red seed with its reason; ends with `N seeds, R red`. */
async function runSeeds(from: number, count: number): Promise<number> {
  const startedAt = performance.now();
  let red = 0;
  let saved = 0;
  for (let seed = from; seed < from + count; seed += 1) {
    const result = await runSeed(seed);
    saved += result.saved;
    if (result.red === undefined) continue;
    red += 1;
    process.stdout.write(`seed ${seed} red: ${result.red} (again: npm run sim -- --seed ${seed})\n`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(`${saved} operations saved, ${seconds.toFixed(1)} s\n${count} seeds, ${red} red\n`);
  return red === 0 ? 0 : 1;
}
