import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { addNote, handedOver, openCase, signIn, takeOver, unlock } from './clerk.ts';
import { electronBinary } from './electron-binary.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const binary = electronBinary();

if (binary.state === 'skipped') {
  describe('the packaged program', () => {
    it(`skipped: ${binary.why}`, ({ skip }) => skip(binary.why));
  });
} else {
  describe('the packaged program', () => walk(binary.path));
}

function walk(program: string): void {
  let town: Town;
  let profile: string;
  let running: ElectronApplication | undefined;

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
    running = await _electron.launch({
      executablePath: program,
      args: [`--user-data-dir=${profile}`, `--server=${town.url}`, ...more],
    });
    return running.firstWindow();
  }

  /** As a power cut does. */
  async function kill(): Promise<void> {
    const gone = running && once(running.process(), 'exit');
    running?.process().kill('SIGKILL');
    await gone;
    running = undefined;
  }

  it('a clerk signs in, works without a line, and finds all of it after the program was killed', async () => {
    const citizen = await Pc.setUp();
    const form = await citizen.open(town.url);
    await fillInDogTax(form, town.url);
    await send(form);
    const { fileReference } = await readReceipt(form);
    await citizen.dispose();

    const before = await start();
    await signIn(before, 'bernd', town);
    await openCase(before, 'Posteingang', fileReference);
    await town.killServer();
    await takeOver(before);
    await addNote(before, 'Ohne Leitung geschrieben');
    await kill();

    const after = await start();
    await unlock(after, 'bernd');
    await openCase(after, 'Meine Vorgänge', fileReference);
    await after.getByRole('region', { name: 'Verlauf' }).getByText('Ohne Leitung geschrieben').waitFor();
    await town.startServer();
    await after.getByText(handedOver).first().waitFor();
  });

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
    expect(running?.windows()).toHaveLength(1);
  });

  it('a deep link opens its case', async () => {
    const page = await start('amtsstube://case/01932c4e-7f2a-7000-8000-3b1f5c9d2e10');
    await expect.poll(() => page.url()).toContain('#/case/01932c4e-7f2a-7000-8000-3b1f5c9d2e10');
  });
}
