import { percentile } from '../common/statistics.ts';
import type { Browser } from './browser.ts';
import type { FilledTown } from './filled-town.ts';

const noteCount = 500;
const shown = 100;

/** A desk that works through a broken line: what "gespeichert" takes, and how fast the queue is handed over after it. */
export async function measureNotes(browser: Browser, town: FilledTown) {
  const page = await browser.openPage(town.pageOf('notes'));
  await page.evaluate(({ token, caseCount }) => window.benchPage.openNotesDesk(token, caseCount), {
    token: town.token,
    caseCount: town.caseCount,
  });
  await browser.setOffline(true);
  const { saved, raw } = await page.evaluate((count) => window.benchPage.writeNotes(count), noteCount);
  await browser.setOffline(false);
  const handOverMs = await page.evaluate(() => window.benchPage.handOver());
  await page.close();
  return {
    count: noteCount,
    savedFirst: latencies(saved.slice(0, shown)),
    savedLast: latencies(saved.slice(-shown)),
    raw: latencies(raw),
    handOverMs,
  };
}

function latencies(values: readonly number[]) {
  return { p50: percentile(values, 0.5), p95: percentile(values, 0.95) };
}
