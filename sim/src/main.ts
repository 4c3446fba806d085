import { parseArgs } from 'node:util';
import { z } from '@amtsstube/shared/domain/zod';
import { operationKinds } from '@amtsstube/shared/operations/registry';
import { runMutants } from './mutants/run-mutants.ts';
import { runSeed } from './run-seed.ts';

/** Of each log: the town itself, set up before anything is generated. */
const setUpRows = 4;

/** So many seeds together make every kind of operation, accepted: fewer may not. */
const seedsForAllKinds = 200;

const wholeNumber = z.coerce.number().int().positive();
const wanted = z.object({
  seeds: wholeNumber.default(200),
  from: wholeNumber.default(1),
  seed: wholeNumber.optional(),
  mutants: z.boolean().default(false),
});

const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    seed: { type: 'string' },
    mutants: { type: 'boolean' },
  },
});
const parsed = wanted.safeParse(values);
if (!parsed.success) {
  process.stderr.write(
    `npm run sim -- [--seeds N] [--from N] | --seed N | --mutants: ${z.prettifyError(parsed.error)}\n`,
  );
  process.exitCode = 1;
} else {
  const { seeds, from, seed, mutants } = parsed.data;
  if (mutants) process.exitCode = await runMutants();
  else process.exitCode = await (seed === undefined ? runSeeds(from, seeds) : runSeeds(seed, 1));
}

/** Prints each red seed with its reason; ends with `N seeds, R red`. */
async function runSeeds(from: number, count: number): Promise<number> {
  const startedAt = performance.now();
  let present = from;
  // a bug in what nobody waits for ends the run, and must say where
  process.on('unhandledRejection', (error) => {
    process.stdout.write(`${redLine(present, thrown(error))}1 seed, 1 red\n`);
    process.exit(1);
  });
  let red = 0;
  let saved = 0;
  const accepted = new Set<string>();
  for (; present < from + count; present += 1) {
    const result = await runSeed(present).catch((error: unknown) => ({
      saved: 0,
      red: thrown(error),
      trace: undefined,
    }));
    saved += result.saved;
    for (const row of result.trace?.log ?? [])
      if (row.seq > setUpRows && row.result.decided === 'accepted') accepted.add(row.kind);
    if (result.red === undefined) continue;
    red += 1;
    process.stdout.write(redLine(present, result.red));
  }
  const missing = Object.keys(operationKinds).filter((kind) => !accepted.has(kind));
  if (count >= seedsForAllKinds && missing.length > 0) {
    red += 1;
    process.stdout.write(`red: no seed made an accepted ${missing.join(', ')}\n`);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  process.stdout.write(`${saved} operations saved, ${seconds.toFixed(1)} s\n${count} seeds, ${red} red\n`);
  return red === 0 ? 0 : 1;
}

function redLine(seed: number, reason: string): string {
  return `seed ${seed} red: ${reason} (again: npm run sim -- --seed ${seed})\n`;
}

function thrown(error: unknown): string {
  return `threw ${error instanceof Error ? (error.stack ?? error.message) : error}`;
}
