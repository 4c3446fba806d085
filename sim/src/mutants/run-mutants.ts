import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { checkApplies } from './apply-mutant.ts';
import { type Mutant, mutants } from './mutants.ts';

const runOne = fileURLToPath(new URL('./run-one.ts', import.meta.url));
const run = promisify(execFile);

/** Each mutant in a process of its own. The exit code: 0 when every one is caught. */
export async function runMutants(): Promise<number> {
  for (const mutant of mutants) checkApplies(mutant);
  let missed = 0;
  const waiting = [...mutants];
  const worker = async () => {
    for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
      const verdict = await verdictOn(mutant);
      if (!verdict.startsWith('caught')) missed += 1;
      process.stdout.write(`${mutant.rule.padEnd(3)} ${mutant.name.padEnd(38)} ${verdict}\n`);
    }
  };
  await Promise.all([worker(), worker()]);
  process.stdout.write(`${mutants.length} mutants, ${missed} missed\n`);
  return missed === 0 ? 0 : 1;
}

/** One whose process ends otherwise than by a rule is broken itself: it shows nothing. */
async function verdictOn({ name }: Mutant): Promise<string> {
  try {
    const { stdout } = await run(process.execPath, [runOne, name], { maxBuffer: 1 << 24 });
    return stdout.trim();
  } catch (error) {
    return `crashed: ${error instanceof Error ? error.message : error}`;
  }
}
