import { appendFile, cp, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { openCase, signIn, unlock } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** The desk as a web app that lives on the device: installable, offered anew, never replaced under somebody's hands. */
describe('the browser shell', () => {
  let deskDirectory: string;
  let town: Town;
  let pc: Pc;

  beforeAll(async () => {
    deskDirectory = await mkdtemp(join(tmpdir(), 'amtsstube-desk-'));
    await cp(join(import.meta.dirname, '../desktop/dist'), deskDirectory, { recursive: true });
    town = await Town.open({ deskDirectory });
    pc = await Pc.setUp();
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
    await rm(deskDirectory, { recursive: true, force: true });
  });

  it('can be installed: a manifest whose start and icons are there', async () => {
    const page = await pc.open(`${town.url}/desk/`);
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const at = new URL(href ?? '', page.url());
    const answer = await page.request.get(at.href);
    const manifest = (await answer.json()) as { start_url: string; icons: { src: string; sizes: string }[] };
    expect(manifest).toMatchObject({ name: 'Amtsstube', display: 'standalone', lang: 'de' });
    expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']));
    for (const path of [manifest.start_url, ...manifest.icons.map(({ src }) => src)])
      expect((await page.request.get(new URL(path, at).href)).status(), path).toBe(200);
    await page.close();
  });

  it('is stored for work without a line although the line died in the middle of it', async () => {
    const other = await Pc.setUp();
    // as where the server is gone after the first files: one can't be had
    const [script = ''] = (await readdir(join(deskDirectory, 'assets'))).filter((name) =>
      name.endsWith('.css'),
    );
    const [there, away] = [join(deskDirectory, 'assets', script), join(deskDirectory, script)];
    await rename(there, away);
    try {
      const page = await other.open(`${town.url}/desk/`);
      await page.getByRole('heading', { name: 'Dieses Gerät einrichten' }).waitFor();
      const isKept = () => page.evaluate(async () => !!(await navigator.serviceWorker.getRegistration()));
      await expect.poll(isKept).toBe(false);
      await rename(away, there);
      await page.evaluate(() => dispatchEvent(new Event('online')));
      await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
      await other.cutLine(true);
      await page.reload();
      await page.getByRole('heading', { name: 'Dieses Gerät einrichten' }).waitFor();
    } finally {
      await other.dispose();
    }
  });

  it('asks for lasting storage, once somebody works here; offers a new version and keeps what is half typed', async () => {
    const page = await pc.open('about:blank');
    await page.addInitScript(() => {
      const { storage } = navigator;
      const persist = storage.persist.bind(storage);
      Object.assign(globalThis, { asked: 0 });
      storage.persist = () => {
        (globalThis as unknown as { asked: number }).asked += 1;
        return persist();
      };
    });
    const asked = () => page.evaluate(() => (globalThis as unknown as { asked: number }).asked);
    await fillInDogTax(page, town.url);
    await send(page);
    const { fileReference } = await readReceipt(page);
    await page.goto(`${town.url}/desk/`);
    await page.getByRole('heading', { name: 'Dieses Gerät einrichten' }).waitFor();
    expect(await asked()).toBe(0);
    await signIn(page, 'bernd', town);
    await expect.poll(asked).toBe(1);

    await openCase(page, 'Posteingang', fileReference);
    const note = page.getByRole('textbox', { name: 'Vermerk', exact: true });
    await note.fill('Rückruf am Freitag wegen der Grö');
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await appendFile(join(deskDirectory, 'sw.js'), '\n// a newer version\n');
    await page.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    const offer = page.getByText('Neue Fassung verfügbar');
    await offer.waitFor();
    await film(page, 'update-offer');
    expect(await axeProblems(page), 'update offer').toEqual([]);
    // a window that only waits for this one has nothing to offer
    const waiting = await pc.open(`${town.url}/desk/`);
    await waiting.getByRole('heading', { name: 'schon in einem anderen Fenster' }).waitFor();
    await waiting.evaluate(async () => {
      await (await navigator.serviceWorker.ready).update();
    });
    expect(await waiting.getByText('Neue Fassung verfügbar').count()).toBe(0);
    // of two windows that load anew, either may be the one to work in
    await waiting.close();
    // nothing happens by itself
    await note.pressSequentially('ße');
    expect(await note.inputValue()).toBe('Rückruf am Freitag wegen der Größe');

    const reloaded = page.waitForEvent('load');
    await page.getByRole('button', { name: 'Jetzt neu laden' }).click();
    await reloaded;
    await unlock(page, 'bernd');
    await page.getByRole('heading', { name: fileReference }).waitFor();
    expect(await note.inputValue()).toBe('Rückruf am Freitag wegen der Größe');
    expect(await offer.count()).toBe(0);
  });
});
