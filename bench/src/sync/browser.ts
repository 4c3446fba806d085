import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../build/find-chromium.ts';

export interface Browser {
  /** A new tab, loaded; what the page throws outside a call ends the benchmark. */
  openPage(url: string): Promise<Page>;
  /** Cuts the line of all tabs, or joins it again. */
  setOffline(isOffline: boolean): Promise<void>;
  close(): Promise<void>;
}

/** A profile on disk: a Playwright context of its own would be a private window, whose IndexedDB lies in memory. */
export async function startBrowser(): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'amtsstube-bench-profile-'));
  const context: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    args: chromiumArguments(),
    chromiumSandbox: false,
  });
  return {
    openPage: async (url) => {
      const page = await context.newPage();
      page.on('pageerror', (error) => {
        throw error;
      });
      await page.goto(url);
      return page;
    },
    setOffline: (isOffline) => context.setOffline(isOffline),
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** What the page holds after its garbage was collected. */
export async function heapBytes(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
}
