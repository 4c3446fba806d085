import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { electronBinary } from './electron-binary.ts';
import { ElectronShell } from './electron-shell.ts';
import { Town } from './town.ts';

const binary = electronBinary();

if (binary.state === 'skipped') {
  describe('the packaged program', () => {
    it(`skipped: ${binary.why}`, ({ skip }) => skip(binary.why));
  });
} else {
  describe('the packaged program', () => walk(binary.path));
}

/** What only this shell has; the journeys of journeys.e2e.ts and the like run in it by themselves (`Pc`). */
function walk(program: string): void {
  let town: Town;
  let profile: string;
  let running: ElectronShell | undefined;

  beforeAll(async () => {
    town = await Town.open();
    profile = await mkdtemp(join(tmpdir(), 'amtsstube-electron-'));
  });

  afterEach(async () => {
    await running?.close();
    running = undefined;
  });

  afterAll(async () => {
    await town?.close();
    if (profile) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  });

  async function start(...more: string[]): Promise<Page> {
    running = await ElectronShell.start(program, profile, town.url, ...more);
    return running.window();
  }

  it('the page has the bridge and nothing else of Node or Electron, and no way out', async () => {
    const page = await start();
    await page.locator('h1').first().waitFor();
    const inPage = await page.evaluate(async () => {
      const isRefused = async (attempt: () => unknown) => {
        try {
          await attempt();
          return false;
        } catch {
          return true;
        }
      };
      return {
        bridge: Object.keys(globalThis.amtsstubeHost ?? {}).sort(),
        node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
        evalIsRefused: await isRefused(() => new Function('return 1')()),
        otherHostIsRefused: await isRefused(() => fetch('https://example.com/')),
        location: await navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state),
        popup: window.open('https://example.com/') === null,
      };
    });
    expect(inPage).toEqual({
      bridge: ['onMessage', 'send'],
      node: [],
      evalIsRefused: true,
      otherHostIsRefused: true,
      location: 'denied',
      popup: true,
    });
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    await expect.poll(() => page.url()).toMatch(/^app:\/\/amtsstube\/desk\//);
    expect(running?.windows).toHaveLength(1);
  });

  it('a deep link opens its case', async () => {
    const page = await start('amtsstube://case/01932c4e-7f2a-7000-8000-3b1f5c9d2e10');
    await expect.poll(() => page.url()).toContain('#/case/01932c4e-7f2a-7000-8000-3b1f5c9d2e10');
  });
}
