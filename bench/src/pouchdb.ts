import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { executeNote } from './common/notes.ts';
import { megabytes, say, seconds } from './common/report.ts';
import { median } from './common/statistics.ts';
import { PouchTown } from './pouchdb/pouch-town.ts';
import { type Browser, startBrowser } from './sync/browser.ts';
import { bundlePage } from './sync/bundle-page.ts';
import { type FilledTown, startFilledTown } from './sync/filled-town.ts';

const caseCount = 5_000;
/** Each changes a case and its dossier. */
const notesEach = 500;
const rounds = 5;
const limits = { delta: 0.4, bytes: 0.7 };

interface Pulled {
  readonly ms: number;
  readonly bytes: number;
}

/** The desk beside PouchDB, with the same documents, in one browser on one machine. Returns whether both checks are met. */
async function benchPouchdb(): Promise<boolean> {
  const page = await mkdtemp(join(tmpdir(), 'amtsstube-bench-peer-'));
  await bundlePage(fileURLToPath(new URL('./pouchdb/page/', import.meta.url)), '/desk/', page);
  const town = await startFilledTown(caseCount, async (outDir) => cp(page, outDir, { recursive: true }));
  const pouch = await PouchTown.start(page);
  const browser = await startBrowser();
  try {
    const documents = await pouch.follow(town.server.core.store);
    const [deskPage, first] = await openDeskPage(browser, town);
    const [pouchPage, peer] = await openPouchPage(browser, pouch, documents);
    const bytes = first.bytes / peer.bytes;
    say('documents, in all', documents.toLocaleString('en'));
    say('initial pull, desk (sealed) / PouchDB', `${seconds(first.ms)} / ${seconds(peer.ms)}`);
    say('bytes of it, gzip', `${megabytes(first.bytes)} / ${megabytes(peer.bytes)} = ${bytes.toFixed(2)}x`);
    const ratios: number[] = [];
    for (let round = 0; round <= rounds; round += 1) {
      const [desk, other] = await deltaRound(town, pouch, deskPage, pouchPage, round);
      say(
        round === 0 ? 'delta, warm-up' : `delta, round ${round}`,
        `${seconds(desk.ms)} / ${seconds(other.ms)} = ${(desk.ms / other.ms).toFixed(2)}x, ` +
          `${megabytes(desk.bytes)} / ${megabytes(other.bytes)}`,
      );
      if (round > 0) ratios.push(desk.ms / other.ms);
    }
    const delta = median(ratios);
    const checks = [
      [
        `delta of ${2 * notesEach} documents ${delta.toFixed(2)}x PouchDB's (≤ ${limits.delta}x)`,
        delta <= limits.delta,
      ],
      [`bytes of an initial pull ${bytes.toFixed(2)}x (≤ ${limits.bytes}x)`, bytes <= limits.bytes],
    ] as const;
    console.log(
      `bench pouchdb: ${checks.map(([words, isMet]) => `${words} ${isMet ? 'met' : 'MISSED'}`).join('; ')}`,
    );
    return checks.every(([, isMet]) => isMet);
  } finally {
    await browser.close();
    await pouch.close();
    await town.close();
    await rm(page, { recursive: true, force: true });
  }
}

async function openDeskPage(browser: Browser, town: FilledTown): Promise<[Page, Pulled]> {
  const page = await browser.openPage(town.pageOf('peer'));
  return [page, await page.evaluate((token) => window.peerPage.openDesk(token), town.token)];
}

async function openPouchPage(browser: Browser, pouch: PouchTown, documents: number): Promise<[Page, Pulled]> {
  const page = await browser.openPage(pouch.url);
  await page.evaluate(() => window.peerPage.openPouch());
  return [page, await page.evaluate((count) => window.peerPage.pullWithPouch(count), documents)];
}

/** The same documents change for both while neither looks; which of them is first changes each round. */
async function deltaRound(
  town: FilledTown,
  pouch: PouchTown,
  deskPage: Page,
  pouchPage: Page,
  round: number,
): Promise<[desk: Pulled, pouch: Pulled]> {
  const network = await deskPage.context().newCDPSession(deskPage);
  const setOffline = (offline: boolean) =>
    network.send('Network.emulateNetworkConditions', {
      offline,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: -1,
    });
  await setOffline(true);
  // what the desk did by itself, as letting itself have file references
  const own = await pouch.follow(town.server.core.store);
  if (own > 0) await pouchPage.evaluate((count) => window.peerPage.pullWithPouch(count), own);
  const cases = town.caseIds.slice(round * notesEach, (round + 1) * notesEach);
  const { core } = town.server;
  await Promise.all(cases.map((id) => executeNote(core, testTown.municipalityId, id, `note-${round}-${id}`)));
  const documents = await pouch.follow(core.store);
  const withDesk = async (): Promise<Pulled> => {
    await deskPage.evaluate((count) => window.peerPage.awaitDelta(count), documents);
    await setOffline(false);
    return deskPage.evaluate(() => window.peerPage.deltaWithDesk());
  };
  const withPouch = () => pouchPage.evaluate((count) => window.peerPage.pullWithPouch(count), documents);
  const early = round % 2 === 1 ? await withPouch() : undefined;
  const desk = await withDesk();
  await network.detach();
  return [desk, early ?? (await withPouch())];
}

try {
  process.exitCode = (await benchPouchdb()) ? 0 : 1;
} catch (failure) {
  console.error(failure);
  process.exitCode = 1;
}
