import { median } from '../common/statistics.ts';
import { type Browser, heapBytes } from './browser.ts';
import type { FilledTown } from './filled-town.ts';
import type { RawPull } from './page/pull-raw.ts';
import type { DeskPull } from './page/pull-with-desk.ts';

/** How much longer than fetching and storing the same pages by hand the desk's first pull may take. */
export const initialPullLimit = 3;
/** How much longer it may take with everything sealed than without. */
export const sealingLimit = 1.4;
export const progressLimitMs = 1000;

const rounds = 5;

export interface Round {
  /** 0: the warm-up, which doesn't count. */
  readonly number: number;
  readonly sealed: DeskPull;
  readonly unsealed: DeskPull;
  readonly raw: RawPull;
  /** Unsealed beside raw: both sides store what came, as it came. */
  readonly ratio: number;
  /** What ships beside raw. */
  readonly sealedRatio: number;
  readonly sealing: number;
}

export interface ComparedPulls {
  /** Median of the rounds' ratios: what disturbs the machine disturbs both sides of a round. */
  readonly ratio: number;
  readonly sealedRatio: number;
  readonly sealing: number;
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
    const sealedFirst = isRawFirst ? await pullWithDesk(browser, town, number, 'sealed') : undefined;
    const { desk: unsealed } = await pullWithDesk(browser, town, number, 'unsealed');
    const { desk: sealed, heap } = sealedFirst ?? (await pullWithDesk(browser, town, number, 'sealed'));
    const raw = early ?? (await pullRaw(browser, town, number));
    const round = {
      number,
      sealed,
      unsealed,
      raw,
      ratio: unsealed.ms / raw.ms,
      sealedRatio: sealed.ms / raw.ms,
      sealing: sealed.ms / unsealed.ms,
    };
    tell(round);
    if (number > 0) counted.push(round);
    deskHeapBytes = heap;
  }
  const last = counted.at(-1);
  if (last === undefined) throw new Error('no rounds');
  return {
    ratio: median(counted.map(({ ratio }) => ratio)),
    sealedRatio: median(counted.map(({ sealedRatio }) => sealedRatio)),
    sealing: median(counted.map(({ sealing }) => sealing)),
    slowestProgressMs: Math.max(...counted.map(({ sealed }) => sealed.progressMs)),
    verifiedMs: median(counted.map(({ sealed }) => sealed.verifiedMs)),
    digestMs: median(counted.map(({ sealed }) => sealed.digestMs)),
    deskBytes: last.sealed.bytes,
    rawBytes: last.raw.bytes,
    deskHeapBytes,
  };
}

async function pullWithDesk(
  browser: Browser,
  town: FilledTown,
  number: number,
  storage: 'sealed' | 'unsealed',
) {
  const page = await browser.openPage(town.pageOf(`${storage}-${number}`));
  const desk = await page.evaluate(
    ({ token, caseCount, kind }) => window.benchPage.pullWithDesk(token, caseCount, kind),
    { token: town.token, caseCount: town.caseCount, kind: storage },
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
