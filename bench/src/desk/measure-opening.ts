import { median } from '../common/statistics.ts';
import type { Browser } from '../sync/browser.ts';
import type { FilledTown } from '../sync/filled-town.ts';
import type { Opened, Storage } from './page/open-again.ts';

/** How much longer opening a sealed copy may take than the same in clear. */
export const openingLimit = 1.4;

const rounds = 7;

export interface MeasuredOpening {
  readonly sealed: Opened;
  readonly unsealed: Opened;
  /** Median of the rounds' ratios, until all rows are there. */
  readonly ratio: number;
}

/** The same copy once sealed and once in clear, each on an origin of its own, opened by turns in pages of their own. */
export async function measureOpening(browser: Browser, town: FilledTown): Promise<MeasuredOpening> {
  for (const storage of ['sealed', 'unsealed'] as const) await fill(browser, town, storage);
  const sealed: Opened[] = [];
  const unsealed: Opened[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const first = round % 2 === 0 ? await openAgain(browser, town, 'sealed') : undefined;
    const clear = await openAgain(browser, town, 'unsealed');
    const shut = first ?? (await openAgain(browser, town, 'sealed'));
    // the first round warms up
    if (round === 0) continue;
    sealed.push(shut);
    unsealed.push(clear);
  }
  return {
    sealed: medianOf(sealed),
    unsealed: medianOf(unsealed),
    ratio: median(sealed.map(({ wholeMs }, index) => wholeMs / (unsealed[index]?.wholeMs ?? Number.NaN))),
  };
}

async function fill(browser: Browser, town: FilledTown, storage: Storage): Promise<void> {
  const { token, caseCount } = town;
  const page = await browser.openPage(`${town.pageOf(storage)}bench/`);
  await page.evaluate(
    ({ token, caseCount, storage }) => window.deskPage.fillDesk(token, caseCount, storage),
    {
      token,
      caseCount,
      storage,
    },
  );
  await page.close();
}

async function openAgain(browser: Browser, town: FilledTown, storage: Storage): Promise<Opened> {
  const { token, caseCount } = town;
  const page = await browser.openPage(`${town.pageOf(storage)}bench/`);
  const opened = await page.evaluate(
    ({ token, caseCount, storage }) => window.deskPage.openAgain(token, caseCount, storage),
    { token, caseCount, storage },
  );
  await page.close();
  return opened;
}

function medianOf(opened: readonly Opened[]): Opened {
  return {
    firstRowsMs: median(opened.map(({ firstRowsMs }) => firstRowsMs)),
    wholeMs: median(opened.map(({ wholeMs }) => wholeMs)),
  };
}
