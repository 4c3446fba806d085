import type { Page } from 'playwright-core';
import { heapBytes } from '../sync/browser.ts';
import type { FilledTown } from '../sync/filled-town.ts';
import { type Latencies, latenciesOf } from './latencies.ts';
import { changeOneWord, clickUntil, type Painted, prepareToMeasure, typeUntil } from './painted.ts';
import { allCases, ProductPc } from './product-pc.ts';

/** How many elements a list may be made of, however many cases it holds. */
export const listNodesLimit = 1000;

const rounds = 8;
const views = ['Meine Vorgänge', 'Alle Vorgänge', 'Posteingang'];
/** Each more digit of a file reference leaves fewer of them. */
const typed = ['3', '34', '341', '3417'];

export interface MeasuredScreens {
  readonly firstRowsMs: number;
  readonly wholeMs: number;
  readonly oneWord: Latencies;
  readonly views: Latencies;
  readonly sorting: Latencies;
  readonly key: Latencies;
  readonly filtered: Latencies;
  readonly caseOpened: Latencies;
  /** The most there were. */
  readonly listNodes: number;
  readonly heap: number;
}

/** The product with all the town's cases on the device, and no line: every click is answered by the desk alone. */
export async function measureScreens(town: FilledTown): Promise<MeasuredScreens> {
  const pc = await ProductPc.setUp(town);
  try {
    const page = await pc.openTab();
    await prepareToMeasure(page);
    await pc.begin(page);
    await pc.cutLine();
    const startedAt = performance.now();
    await pc.unlock(page);
    const firstRowsMs = performance.now() - startedAt;
    await allCases(page, town.caseCount);
    const wholeMs = performance.now() - startedAt;
    const measured = await measureOn(page);
    return { firstRowsMs, wholeMs, ...measured, heap: await heapBytes(page) };
  } finally {
    await pc.dispose();
  }
}

async function measureOn(page: Page) {
  const samples = {
    oneWord: [] as Painted[],
    views: [] as Painted[],
    sorting: [] as Painted[],
    typing: [] as Painted[],
    caseOpened: [] as Painted[],
  };
  let listNodes = 0;
  for (let round = 0; round <= rounds; round += 1) {
    const taken: typeof samples = { oneWord: [], views: [], sorting: [], typing: [], caseOpened: [] };
    for (const view of views) {
      taken.views.push(await clickUntil(page.getByRole('link', { name: view }), { heading: view }));
      taken.oneWord.push(await changeOneWord(page));
    }
    for (const column of ['Antragsteller', 'Eingang'])
      taken.sorting.push(
        await clickUntil(page.getByRole('columnheader').getByRole('button', { name: column }), {
          otherSorting: true,
        }),
      );
    taken.typing.push(...(await typeQuery(page)));
    listNodes = Math.max(listNodes, await nodesWhileScrolling(page));
    taken.caseOpened.push(await openRow(page, round));
    // the first round loads what is loaded when it is needed
    if (round === 0) continue;
    for (const name of Object.keys(samples) as (keyof typeof samples)[]) samples[name].push(...taken[name]);
  }
  const painted = (each: readonly Painted[]) => latenciesOf(each.map(({ paintedMs }) => paintedMs));
  return {
    oneWord: painted(samples.oneWord),
    views: painted(samples.views),
    sorting: painted(samples.sorting),
    key: latenciesOf(samples.typing.map(({ answeredMs }) => answeredMs)),
    filtered: painted(samples.typing),
    caseOpened: painted(samples.caseOpened),
    listNodes,
  };
}

/** Each letter waits until the list has followed: the next one finds it at rest. */
async function typeQuery(page: Page): Promise<Painted[]> {
  const field = page.getByRole('textbox', { name: /Such/ }).first();
  const painted: Painted[] = [];
  for (const text of typed) painted.push(await typeUntil(field, text, { otherCount: true }));
  await typeUntil(field, '', { otherCount: true });
  return painted;
}

async function nodesWhileScrolling(page: Page): Promise<number> {
  let most = 0;
  for (const share of [0, 0.5, 1, 0]) {
    const nodes = await page.evaluate(async (part) => {
      scrollTo(0, document.documentElement.scrollHeight * part);
      await window.amtsstubeBench.until(() => undefined, {});
      return document.querySelectorAll('table[aria-rowcount] *').length;
    }, share);
    most = Math.max(most, nodes);
  }
  return most;
}

/** Another case each round, one that nobody looked at. */
async function openRow(page: Page, round: number): Promise<Painted> {
  const row = page.locator(`[data-row="${round}"] a`);
  const reference = (await row.textContent()) ?? '';
  // the history is part of the other half, which is read from disk
  const painted = await clickUntil(row, { heading: reference, words: 'Verlauf' });
  await page.goBack();
  await page.locator('[data-row="0"]').first().waitFor();
  return painted;
}
