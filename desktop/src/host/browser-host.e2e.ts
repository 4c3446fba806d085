import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JSHandle, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hostContract } from './host-contract.ts';
import type { OpenHost } from './open-host.ts';
import { type RunningChromium, startChromium } from './running-chromium.ts';
import { type ServedPage, serveContractPage } from './serve-contract-page.ts';

let workplace: string;
let served: ServedPage;

beforeAll(async () => {
  workplace = await mkdtemp(join(tmpdir(), 'amtsstube-browser-host-'));
  served = await serveContractPage(join(workplace, 'bundle'));
});

afterAll(async () => {
  served?.close();
  await rm(workplace, { recursive: true, force: true });
});

async function openPage(running: RunningChromium): Promise<Page> {
  const page = await running.openPage(served.url);
  await page.waitForFunction(() => window.contractPage !== undefined);
  return page;
}

const openHost = (page: Page): Promise<JSHandle<OpenHost>> =>
  page.evaluateHandle(() => window.contractPage.createBrowserHost({ directory: 'desk' }));

/** What a call in the page fails with: the code of its HostFailure. */
const codeOf = (host: JSHandle<OpenHost>, journal: string): Promise<string> =>
  host.evaluate(
    (opened, name) =>
      opened.journals.open(name).then(
        () => 'opened',
        (failure) => String(failure.code),
      ),
    journal,
  );

const journalText = (host: JSHandle<OpenHost>): Promise<string> =>
  host.evaluate(async (opened) =>
    new TextDecoder().decode(await (await opened.journals.open('a.journal')).read()),
  );

const fileText = (host: JSHandle<OpenHost>): Promise<string> =>
  host.evaluate(async (opened) => new TextDecoder().decode(await opened.files.read('settings')));

describe('host contract: browser', () => {
  let running: RunningChromium;
  let page: Page;
  beforeAll(async () => {
    running = await startChromium(join(workplace, 'contract-profile'));
    page = await openPage(running);
  });
  afterAll(() => running?.quit());

  it.each(hostContract.map(({ title }, index) => ({ title, directory: `case-${index}` })))(
    '$title',
    async ({ title, directory }) => {
      const outcome = await page.evaluate(
        ([wanted, where]) => window.contractPage.runCase(wanted!, where!),
        [title, directory],
      );
      expect(outcome).toBe('passed');
    },
  );
});

describe('a browser host', () => {
  let profile: string;
  let running: RunningChromium;
  let page: Page;
  beforeEach(async () => {
    profile = await mkdtemp(join(workplace, 'profile-'));
    running = await startChromium(profile);
    page = await openPage(running);
  });
  afterEach(() => running?.quit());

  it('[J2] a reload in the middle of appending frees the journal and keeps what was acknowledged', async () => {
    const host = await openHost(page);
    await host.evaluate(async (opened) => {
      const journal = await opened.journals.open('a.journal');
      await opened.claimOwnership('desk');
      await journal.append(new TextEncoder().encode('acknowledged;'));
      for (let n = 0; n < 50; n += 1)
        journal.append(new TextEncoder().encode(`${n};`)).catch(() => undefined);
    });
    await page.reload();
    await page.waitForFunction(() => window.contractPage !== undefined);
    const reloaded = await openHost(page);
    expect(
      await reloaded.evaluate(async (opened) => (await opened.claimOwnership('desk')) !== undefined),
    ).toBe(true);
    expect(await journalText(reloaded)).toMatch(/^acknowledged;/);
  });

  it('[J2] a killed browser loses no acknowledged append and no acknowledged file', async () => {
    const acknowledged = { appends: 0, writes: 0 };
    await page.exposeFunction('acknowledge', (what: 'appends' | 'writes', n: number) => {
      acknowledged[what] = n;
    });
    const host = await openHost(page);
    await host.evaluate(async (opened) => {
      const { acknowledge } = window as unknown as { acknowledge(what: string, n: number): Promise<void> };
      const journal = await opened.journals.open('a.journal');
      const appendForever = async () => {
        for (let n = 1; ; n += 1) {
          await journal.append(new TextEncoder().encode(`${n};`));
          void acknowledge('appends', n);
        }
      };
      const writeForever = async () => {
        for (let n = 1; ; n += 1) {
          await opened.files.write('settings', new TextEncoder().encode(`${n}:${'x'.repeat(20_000)}`));
          void acknowledge('writes', n);
        }
      };
      void appendForever();
      void writeForever();
    });
    await expect
      .poll(() => Math.min(acknowledged.appends, acknowledged.writes), { timeout: 30_000 })
      .toBeGreaterThan(20);
    await running.kill();

    running = await startChromium(profile);
    const again = await openHost(await openPage(running));
    const entries = (await journalText(again)).split(';').slice(0, -1).map(Number);
    expect(entries.length).toBeGreaterThanOrEqual(acknowledged.appends);
    expect(entries).toEqual(entries.map((_, index) => index + 1));
    const [written, content] = (await fileText(again)).split(':');
    expect(Number(written)).toBeGreaterThanOrEqual(acknowledged.writes);
    expect(content).toBe('x'.repeat(20_000));
  });

  it('[J2] another tab finds journal and desk taken, and gets both once the first is closed', async () => {
    const first = await openHost(page);
    await first.evaluate(async (opened) => {
      await opened.journals.open('a.journal');
      await opened.claimOwnership('desk');
    });
    const other = await openHost(await openPage(running));
    expect(await other.evaluate((opened) => opened.claimOwnership('desk'))).toBeUndefined();
    expect(await codeOf(other, 'a.journal')).toBe('locked');
    // asked while the first still has it: what a reloaded page meets is waited for
    const waiting = codeOf(other, 'a.journal');
    await other.evaluate((opened) => opened.journals.list());
    await page.close();
    expect(await waiting).toBe('opened');
    expect(await other.evaluate(async (opened) => (await opened.claimOwnership('desk')) !== undefined)).toBe(
      true,
    );
  });

  it('[J2] an append over the quota says so and is cut back; with room again the journal goes on', async () => {
    const session = await page.context().newCDPSession(page);
    const origin = new URL(served.url).origin;
    const host = await openHost(page);
    const journal = await host.evaluateHandle((opened) => opened.journals.open('a.journal'));
    const append = (text: string, times: number) =>
      journal.evaluate(
        (open, [what, count]) =>
          open.append(new TextEncoder().encode(String(what).repeat(Number(count)))).then(
            () => 'acknowledged',
            (failure) => String(failure.code),
          ),
        [text, times],
      );
    expect(await append('good;', 1)).toBe('acknowledged');
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 100_000 });
    expect(await append('x', 2_000_000)).toBe('quotaExceeded');
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    expect(await append('on;', 1)).toBe('acknowledged');
    expect(await journal.evaluate(async (open) => new TextDecoder().decode(await open.read()))).toBe(
      'good;on;',
    );
  });

  it('a file whose newer slot is torn shows the older content, and takes a new one', async () => {
    const host = await openHost(page);
    await host.evaluate(async (opened) => {
      for (const text of ['older', 'newer'])
        await opened.files.write('settings', new TextEncoder().encode(text));
      const desk = await (await navigator.storage.getDirectory()).getDirectoryHandle('desk');
      const slot = await (await desk.getDirectoryHandle('files')).getFileHandle('settings.1');
      const whole = await (await slot.getFile()).arrayBuffer();
      const writable = await slot.createWritable();
      await writable.write(whole.slice(0, whole.byteLength - 2));
      await writable.close();
    });
    expect(await fileText(host)).toBe('older');
    await host.evaluate((opened) => opened.files.write('settings', new TextEncoder().encode('newest')));
    expect(await fileText(host)).toBe('newest');
  });

  it('keeps small files out of localStorage, sessionStorage, cookies and IndexedDB', async () => {
    const host = await openHost(page);
    await host.evaluate((opened) => opened.files.write('token', new TextEncoder().encode('secret')));
    const elsewhere = await page.evaluate(async () => ({
      local: localStorage.length,
      session: sessionStorage.length,
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
    }));
    expect(elsewhere).toEqual({ local: 0, session: 0, cookies: '', databases: 0 });
  });

  it('says unavailable where there is no private file system, or its worker cannot be loaded', async () => {
    const failureOf = (on: Page) =>
      on.evaluate(() =>
        window.contractPage.createBrowserHost({ directory: 'desk' }).then(
          () => 'opened',
          (failure) => String(failure.code),
        ),
      );
    const offline = await openPage(running);
    await offline.route('**/*worker*', (route) => route.abort());
    expect(await failureOf(offline)).toBe('unavailable');
    await page.evaluate(() => Object.defineProperty(navigator.storage, 'getDirectory', { value: undefined }));
    expect(await failureOf(page)).toBe('unavailable');
  });
});
