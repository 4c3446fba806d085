import type { Page } from 'playwright-core';
import { median } from '../common/statistics.ts';
import type { Browser } from '../sync/browser.ts';
import type { FilledTown } from '../sync/filled-town.ts';
import { ProductPc } from './product-pc.ts';

const rounds = 5;

export interface ColdStart {
  /** A page with nothing on it, from the same server, in a browser just started as well. */
  readonly emptyMs: number;
  /** From the address to the field for the password. */
  readonly lockedMs: number;
  /** From the password to rows that can be clicked. */
  readonly unlockMs: number;
  /** Both, without the time a person takes to type. */
  readonly totalMs: number;
}

/** Each round a browser just started for each of the two; medians. */
export async function measureColdStart(town: FilledTown): Promise<ColdStart> {
  const pc = await ProductPc.setUp(town);
  const starts: ColdStart[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1) {
      const empty = await pc.openTab();
      const emptyMs = await timed(() => openEmpty(empty, town));
      await pc.shutDown();
      const page = await pc.openTab();
      const lockedMs = await timed(() => pc.begin(page));
      const unlockMs = await timed(() => pc.unlock(page));
      await pc.shutDown();
      // the first round warms up the disk
      if (round > 0) starts.push({ emptyMs, lockedMs, unlockMs, totalMs: lockedMs + unlockMs });
    }
  } finally {
    await pc.dispose();
  }
  const of = (name: keyof ColdStart) => median(starts.map((start) => start[name]));
  return {
    emptyMs: of('emptyMs'),
    lockedMs: of('lockedMs'),
    unlockMs: of('unlockMs'),
    totalMs: of('totalMs'),
  };
}

/** What a person takes half a second for on purpose: Argon2id, in a worker as the product does it. */
export async function measurePasswordKey(browser: Browser, town: FilledTown): Promise<number> {
  const page = await browser.openPage(`${town.pageOf('password')}bench/`);
  const ms = await page.evaluate(() => window.deskPage.derivePasswordKey());
  await page.close();
  return ms;
}

async function openEmpty(page: Page, town: FilledTown): Promise<void> {
  await page.goto(`${town.pageOf('empty')}bench/empty.html`, { waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'leer' }).waitFor();
}

async function timed(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
