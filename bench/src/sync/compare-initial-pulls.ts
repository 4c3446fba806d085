import { median } from '../common/statistics.ts';
import { type Browser, heapBytes } from './browser.ts';
import type { FilledTown } from './filled-town.ts';
import type { RawPull } from './page/pull-raw.ts';
import type { DeskPull } from './page/pull-with-desk.ts';

/** How much longer than fetching and storing the same pages by hand the desk's first pull may take. */
export const initialPullLimit = 3;
export const progressLimitMs = 1000;

const rounds = 5;

export interface Round {
  /** 0: the warm-up, which doesn't count. */
  readonly number: number;
  readonly desk: DeskPull;
  readonly raw: RawPull;
  readonly ratio: number;
}

export interface ComparedPulls {
  /** Median of the rounds' ratios: what disturbs the machine disturbs both sides of a round. */
  readonly ratio: number;
  readonly slowestProgressMs: number;
  readonly verifiedMs: number;
  readonly digestMs: number;
  readonly deskBytes: number;
  readonly rawBytes: number;
  readonly deskHeapBytes: number;
}

/** One after the other in one browser session, each on an empty storage; which one is first changes each round. */
export async function compareInitialPulls(
  browser: Browser,
  town: FilledTown,
  tell: (round: Round) => void,
): Promise<ComparedPulls> {
  const counted: Round[] = [];
  let deskHeapBytes = 0;
  for (let number = 0; number <= rounds; number += 1) {
    const isRawFirst = number % 2 === 1;
    const early = isRawFirst ? await pullRaw(browser, town, number) : undefined;
    const { desk, heap } = await pullWithDesk(browser, town, number);
    const raw = early ?? (await pullRaw(browser, town, number));
    const round = { number, desk, raw, ratio: desk.ms / raw.ms };
    tell(round);
    if (number > 0) counted.push(round);
    deskHeapBytes = heap;
  }
  const last = counted.at(-1);
  if (last === undefined) throw new Error('no rounds');
  return {
    ratio: median(counted.map(({ ratio }) => ratio)),
    slowestProgressMs: Math.max(...counted.map(({ desk }) => desk.progressMs)),
    verifiedMs: median(counted.map(({ desk }) => desk.verifiedMs)),
    digestMs: median(counted.map(({ desk }) => desk.digestMs)),
    deskBytes: last.desk.bytes,
    rawBytes: last.raw.bytes,
    deskHeapBytes,
  };
}

async function pullWithDesk(browser: Browser, town: FilledTown, number: number) {
  const page = await browser.openPage(town.pageOf(`desk-${number}`));
  const desk = await page.evaluate(
    ({ token, caseCount }) => window.benchPage.pullWithDesk(token, caseCount),
    { token: town.token, caseCount: town.caseCount },
  );
  const heap = await heapBytes(page);
  await page.close();
  return { desk, heap };
}

async function pullRaw(browser: Browser, town: FilledTown, number: number): Promise<RawPull> {
  const page = await browser.openPage(town.pageOf(`raw-${number}`));
  const raw = await page.evaluate(({ token, caseCount }) => window.benchPage.pullRaw(token, caseCount), {
    token: town.token,
    caseCount: town.caseCount,
  });
  await page.close();
  return raw;
}
