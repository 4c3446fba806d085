import { median } from '../common/statistics.ts';
import { type Browser, heapBytes } from '../sync/browser.ts';
import type { FilledTown } from '../sync/filled-town.ts';
import { latenciesOf } from './latencies.ts';

/** How much longer "gespeichert" may take than writing and flushing the same bytes by hand. */
export const savedLimit = 1.5;

const noteCount = 500;
const shown = 100;

/** A desk with all cases that works through a broken line: 500 notes, each on a case that was just opened. */
export async function measureSaved(browser: Browser, town: FilledTown) {
  const page = await browser.openPage(`${town.pageOf('work')}bench/`);
  await page.evaluate(({ token, caseCount }) => window.deskPage.openWork(token, caseCount), {
    token: town.token,
    caseCount: town.caseCount,
  });
  const heap = await heapBytes(page);
  await browser.setOffline(true);
  const { saved, raw, opened } = await page.evaluate((count) => window.deskPage.workNotes(count), noteCount);
  await browser.setOffline(false);
  await page.close();
  const ratios = saved.map((ms, index) => ms / (raw[index] ?? Number.NaN));
  return {
    saved: latenciesOf(saved),
    savedFirst: latenciesOf(saved.slice(0, shown)),
    savedLast: latenciesOf(saved.slice(-shown)),
    raw: latenciesOf(raw),
    opened: latenciesOf(opened),
    /** Ordinary work: the first notes. Medians of the pairs' ratios: what disturbs the machine disturbs both of a pair. */
    ratio: median(ratios.slice(0, shown)),
    /** Behind the others that wait. */
    ratioLast: median(ratios.slice(-shown)),
    heap,
  };
}
