import { heapBytes, startBrowser } from '../sync/browser.ts';
import { bundleSyncPage } from '../sync/bundle-page.ts';
import { startFilledTown } from '../sync/filled-town.ts';

export interface Memory {
  readonly cases: number;
  readonly pending: number;
  /** Of the page that has the data layer and no screens, after collection. */
  readonly heapWithNothingPending: number;
  readonly heapWithAllPending: number;
}

/** What a desk in Chromium holds in memory: all its cases, then as many operations that wait for the line. */
export async function measureMemory(cases: number, pending: number): Promise<Memory> {
  const town = await startFilledTown(cases, bundleSyncPage);
  const browser = await startBrowser();
  try {
    const page = await browser.openPage(town.pageOf('memory'));
    await page.evaluate(({ token, caseCount }) => window.benchPage.openNotesDesk(token, caseCount), {
      token: town.token,
      caseCount: cases,
    });
    await browser.setOffline(true);
    const heapWithNothingPending = await heapBytes(page);
    await page.evaluate((count) => window.benchPage.writeNotes(count), pending);
    return { cases, pending, heapWithNothingPending, heapWithAllPending: await heapBytes(page) };
  } finally {
    await browser.close();
    await town.close();
  }
}
