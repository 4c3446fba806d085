import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { addNote, notHandedOver, openCase, signIn, takeOver } from './clerk.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** What the clerk reads about line and copy, and the two buttons: with the server, without it, and with it again. */
describe('the sync panel', () => {
  let town: Town;
  let pc: Pc;
  let page: Page;
  let reference: string;

  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    page = await pc.open(town.url);
    await fillInDogTax(page, town.url);
    await send(page);
    reference = (await readReceipt(page)).fileReference;
    await page.goto(`${town.url}/desk/`);
    await signIn(page, 'bernd', town);
    await openCase(page, 'Posteingang', reference);
    await takeOver(page);
    await heard.listen();
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  /** What a screen reader was told about line and changes, in order. */
  const heard = {
    listen: () =>
      page.evaluate(`{
        globalThis.heard = [];
        const region = [...document.querySelectorAll('[role=status]')].find((each) => each.closest('header'));
        new MutationObserver(() => globalThis.heard.push(region.textContent))
          .observe(region, { childList: true, characterData: true, subtree: true });
      }`),
    all: () => page.evaluate('globalThis.heard') as Promise<string[]>,
  };
  const panel = () => page.getByRole('dialog', { name: 'Abgleich' });
  const open = async () => {
    await page.getByRole('button', { name: 'Abgleich anzeigen' }).click();
    await panel().waitFor();
  };
  const close = async () => {
    await page.keyboard.press('Escape');
    await panel().waitFor({ state: 'hidden' });
  };

  it('with the server: equal, asked now, and answered', async () => {
    await page.getByText('geprüft gleich').first().waitFor();
    await open();
    await panel().getByText('verbunden', { exact: true }).waitFor();
    await panel().getByRole('button', { name: 'Jetzt abgleichen' }).click();
    await panel().getByText('Der Server hat geantwortet:').waitFor();
    await panel()
      .getByText(/belegt/)
      .waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await close();
  });

  it('without it: the cause and what to do, what waits, and a rebuild that waits too', async () => {
    await town.killServer();
    await addNote(page, 'Rückruf vereinbart.');
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await open();
    await panel().getByText('Bitte prüfen Sie Netzwerkkabel oder WLAN.').first().waitFor();
    await panel().getByRole('button', { name: 'Jetzt abgleichen' }).click();
    await panel().getByText('Das ist nicht gelungen.').waitFor();
    const waiting = panel().getByRole('listitem');
    expect(await waiting.count()).toBe(1);
    await waiting.getByText('Vermerk').waitFor();
    await waiting.getByText(reference).waitFor();
    await panel().getByRole('button', { name: 'Datenbestand neu aufbauen …' }).click();
    await page
      .getByRole('dialog', { name: 'Datenbestand neu aufbauen?' })
      .getByText('bleibt unberührt')
      .waitFor();
    await page.getByRole('button', { name: 'Neu aufbauen', exact: true }).click();
    await panel().getByText('beginnt mit dem nächsten Kontakt zum Server').waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await close();
  });

  it('with it again: handed over, built anew, and nothing said twice', async () => {
    await town.startServer();
    await open();
    await panel().getByRole('button', { name: 'Jetzt abgleichen' }).click();
    await panel().getByText('Der Datenbestand ist neu aufgebaut und geprüft.').waitFor();
    await panel().getByText('vom Server übernommen', { exact: true }).waitFor();
    expect(await panel().getByRole('listitem').count()).toBe(0);
    await panel().getByText('Letzte Störung, inzwischen vorbei').waitFor();
    await close();
    await page.getByText('Rückruf vereinbart.').first().waitFor();
    // said once it has lasted
    await expect
      .poll(async () => (await heard.all()).at(-1), { timeout: 20_000 })
      .toContain('Alle Änderungen sind übertragen.');
    const said = await heard.all();
    expect(said.filter((words, at) => words === said[at - 1])).toEqual([]);
    // unbroken, gone, back: with and without something waiting, and no more than that
    expect(said.length).toBeLessThanOrEqual(5);
  });
});
