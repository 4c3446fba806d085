import { once } from 'node:events';
import { appendFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from '@amtsstube/shared/domain/zod';
import { seededRandom } from '@amtsstube/shared/fixtures/random';
import type { Launch } from './windows-node.ts';

/** `failure` is absent where it passed. */
const contractResult = z.object({ title: z.string(), failure: z.string().optional() });
export type CheckResult = z.infer<typeof contractResult>;

const found = z.union([
  z.object({ isOwner: z.boolean(), numbers: z.array(z.int()), notice: z.string().optional() }),
  z.object({ isOwner: z.boolean(), failed: z.string() }),
]);

/** So long a process may take for anything; wine's first start is slow. */
const patienceMs = 60_000;

/** The contract of the host, in one process. */
export async function contractCheck(
  launch: Launch,
  script: string,
  folder: string,
): Promise<readonly CheckResult[]> {
  const directory = join(folder, 'contract');
  await mkdir(directory);
  const output = join(folder, 'contract.txt');
  const { code, text } = await runToEnd(launch, script, ['contract', directory], output);
  const results = text
    .split(/\r?\n/)
    .filter((line) => line.startsWith('{'))
    .map((line) => contractResult.parse(JSON.parse(line)));
  const isWhole = code === 0 && results.length > 0;
  const title = 'the contract was run to its end';
  return [...results, { title, ...(isWhole ? {} : { failure: `exit ${code}: ${text}` }) }];
}

/**
 * A process appends to the journal and is killed with SIGKILL in the midst of it, again and again on the same disk; each
 * time all that it had acknowledged must be there, in order, with at most the one that was under way behind it (J2).
 */
export async function crashCheck(
  launch: Launch,
  script: string,
  folder: string,
  { rounds, seed }: { readonly rounds: number; readonly seed: number },
): Promise<readonly CheckResult[]> {
  const random = seededRandom(seed);
  const directory = join(folder, 'crash');
  const results: CheckResult[] = [];
  const check = (title: string, holds: boolean, detail: unknown) =>
    results.push({ title, ...(holds ? {} : { failure: JSON.stringify(detail).slice(0, 300) }) });
  let before = 0;
  for (let round = 1; round <= rounds; round += 1) {
    const named = `round ${round}`;
    const acknowledgements = join(folder, `append-${round}.txt`);
    const child = await launch(script, ['append', directory], acknowledgements);
    const wanted = 3 + Math.floor(random() * 30);
    await waitForLines(acknowledgements, wanted, child);
    if (round === 1) {
      const second = await reopened(launch, script, directory, join(folder, 'second.txt'));
      check(
        'a second process gets neither desk nor journal',
        !second.isOwner && 'failed' in second && second.failed === 'locked',
        second,
      );
    }
    await delay(random() * 30);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    const acknowledged = await numbersIn(acknowledgements);
    const isTorn = round % 3 === 0;
    // what a power cut leaves behind the last flush
    if (isTorn) await tear(directory);
    const after = await reopened(launch, script, directory, join(folder, `reopen-${round}.txt`));
    const numbers = 'numbers' in after ? after.numbers : [];
    const last = acknowledged.at(-1) ?? before;
    const isWhole = numbers.every((number, index) => number === index + 1);
    check(
      `[J2] ${named}: all ${last} acknowledged are there after the kill, in order`,
      isWhole && numbers.length >= last && numbers.length <= last + 1 && last >= before + wanted,
      { last, before, wanted, found: numbers.length, isWhole, after: 'failed' in after ? after : undefined },
    );
    check(`[J7] ${named}: the dead process holds the desk no longer`, after.isOwner, after.isOwner);
    if (isTorn)
      check(
        `[J3] ${named}: the torn end is set aside and said`,
        'notice' in after && after.notice === 'tornTail',
        {
          notice: 'notice' in after ? after.notice : undefined,
        },
      );
    before = numbers.length;
  }
  return results;
}

async function tear(directory: string): Promise<void> {
  const journals = await readdir(join(directory, 'journals'));
  for (const name of journals) await appendFile(join(directory, 'journals', name), Buffer.alloc(23, 7));
}

async function reopened(launch: Launch, script: string, directory: string, output: string) {
  const { code, text } = await runToEnd(launch, script, ['reopen', directory], output);
  const line = text.split(/\r?\n/).find((one) => one.startsWith('{'));
  if (line === undefined) throw new Error(`reopening ended with ${code}: ${text}`);
  return found.parse(JSON.parse(line));
}

async function runToEnd(launch: Launch, script: string, argumentsOf: readonly string[], output: string) {
  const child = await launch(script, argumentsOf, output);
  const killed = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearTimeout(killed);
  return { code, text: await readFile(output, 'utf8') };
}

async function waitForLines(
  path: string,
  count: number,
  child: { exitCode: number | null; kill(): boolean },
) {
  const until = Date.now() + patienceMs;
  while ((await numbersIn(path)).length < count) {
    if (child.exitCode !== null || Date.now() > until) {
      child.kill();
      throw new Error(`no ${count} appends: ${await readFile(path, 'utf8')}`);
    }
    await delay(5);
  }
}

/** Whole lines only: a killed process may leave half of one. */
async function numbersIn(path: string): Promise<readonly number[]> {
  const lines = (await readFile(path, 'utf8')).split('\n').slice(0, -1);
  return lines.map((line) => Number(line.trim())).filter((number) => number > 0);
}
