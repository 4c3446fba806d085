import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from '@amtsstube/shared/domain/zod';
import { allFaults } from './all-faults.ts';
import type { Fault } from './fault.ts';
import { measureFiles } from './measure-files.ts';
import { noNetem, runOnBadLine } from './netem.ts';
import { type Round, runRound } from './round.ts';
import { isRed, table } from './table.ts';
import { makeTemplate } from './template.ts';

const usage =
  'npm run faults -- [--rounds N | --short] [--fault NAME] [--seed N] [--parallel N] [--netem] | --files [--megabytes N]';

const wholeNumber = z.coerce.number().int().positive();
const wanted = z.object({
  /** In all, turn by turn over the faults; without it one of each. */
  rounds: wholeNumber.optional(),
  short: z.boolean().default(false),
  fault: z.string().optional(),
  /** Of the first round. */
  seed: wholeNumber.optional(),
  parallel: wholeNumber.default(2),
  /** All of it in a network namespace whose packets are lost, late and twice. */
  netem: z.boolean().default(false),
  /** Files over a bad line instead of rounds: some six minutes. */
  files: z.boolean().default(false),
  megabytes: wholeNumber.default(200),
});
type Wanted = z.infer<typeof wanted>;

interface Planned {
  readonly fault: Fault;
  readonly seed: number;
}

async function run(options: Wanted): Promise<number> {
  const chosen = allFaults.filter(
    ({ name, isShort }) =>
      (options.fault === undefined || name === options.fault) && (isShort || !options.short),
  );
  if (chosen.length === 0) {
    process.stderr.write(`no such fault; there are:\n${allFaults.map(({ name }) => `  ${name}\n`).join('')}`);
    return 1;
  }
  const able = chosen.filter((fault) => {
    const reason = fault.cannot?.();
    if (reason !== undefined) process.stdout.write(`SKIPPED ${fault.name}: ${reason}\n`);
    return reason === undefined;
  });
  const first = options.seed ?? Math.floor(Math.random() * 2 ** 30);
  const planned = Array.from({ length: options.rounds ?? able.length }, (_, index) => ({
    fault: able[index % able.length] as Fault,
    seed: first + index,
  }));
  const startedAt = performance.now();
  const rounds = await runAll(planned, options.parallel);
  const seconds = (performance.now() - startedAt) / 1000;
  const red = rounds.filter(isRed).length;
  process.stdout.write(`${table(rounds)}\n${rounds.length} rounds, ${red} red, ${seconds.toFixed(0)} s\n`);
  return red === 0 ? 0 : 1;
}

async function runAll(planned: readonly Planned[], parallel: number): Promise<readonly Round[]> {
  const place = mkdtempSync(join(tmpdir(), 'amtsstube-faults-'));
  try {
    const template = await makeTemplate(place);
    const rounds: Round[] = [];
    const left = [...planned];
    const worker = async () => {
      for (let next = left.shift(); next !== undefined; next = left.shift()) {
        const round = await runRound(next.fault, next.seed, template, place);
        rounds.push(round);
        process.stdout.write(isRed(round) ? redLines(round) : `ok  ${round.fault} (seed ${round.seed})\n`);
      }
    };
    await Promise.all(Array.from({ length: parallel }, worker));
    return rounds;
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

async function runAsked(options: Wanted): Promise<number> {
  if (options.netem) {
    const reason = noNetem();
    if (reason === undefined)
      return runOnBadLine(
        import.meta.filename,
        process.argv.slice(2).filter((word) => word !== '--netem'),
      );
    process.stdout.write(`SKIPPED netem: ${reason}\n`);
    return 0;
  }
  if (options.files) return (await measureFiles(options.megabytes)) ? 0 : 1;
  return run(options);
}

function redLines({ fault, seed, lost, doubled, stuck, broken }: Round): string {
  const remarks = Object.entries({ lost, doubled, stuck, broken }).flatMap(([name, list]) =>
    list.map((remark) => `  ${name}: ${remark}\n`),
  );
  return `RED ${fault} (again: npm run faults -- --fault "${fault}" --seed ${seed})\n${remarks.join('')}`;
}

const { values } = parseArgs({
  options: {
    rounds: { type: 'string' },
    short: { type: 'boolean' },
    fault: { type: 'string' },
    seed: { type: 'string' },
    parallel: { type: 'string' },
    netem: { type: 'boolean' },
    files: { type: 'boolean' },
    megabytes: { type: 'string' },
  },
});
const parsed = wanted.safeParse(values);
if (parsed.success) {
  process.exit(await runAsked(parsed.data));
} else {
  process.stderr.write(`${usage}: ${z.prettifyError(parsed.error)}\n`);
  process.exitCode = 1;
}
