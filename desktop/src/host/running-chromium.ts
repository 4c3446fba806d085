import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { type Browser, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../build/find-chromium.ts';

/** Started by hand and not by Playwright, which doesn't show the process that is to be killed. */
export interface RunningChromium {
  /** A new tab, loaded. */
  openPage(url: string): Promise<Page>;
  /** SIGKILL to the browser and all its processes: no chance to flush or tidy up. */
  kill(): Promise<void>;
  quit(): Promise<void>;
}

/** `profile` is a directory that may be used again after `kill` or `quit`. */
export async function startChromium(profile: string): Promise<RunningChromium> {
  const program = await findChromium();
  const child = spawn(
    program,
    [
      '--headless',
      ...chromiumArguments(),
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'pipe'], detached: true },
  );
  const exited = once(child, 'exit');
  const endpoint = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stderr });
    lines.on('line', (line) => {
      const found = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    lines.on('close', () => reject(new Error(`${program} ended before it listened`)));
  });
  const browser: Browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0];
  const { pid } = child;
  if (context === undefined || pid === undefined) throw new Error(`${program} listens but has no window`);
  return {
    async openPage(url) {
      const page = await context.newPage();
      await page.goto(url);
      return page;
    },
    async kill() {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
      await exited;
      await browser.close();
    },
    async quit() {
      const session = await browser.newBrowserCDPSession();
      await session.send('Browser.close');
      await exited;
      await browser.close();
    },
  };
}
