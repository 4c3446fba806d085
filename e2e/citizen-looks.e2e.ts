import { encodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { neighbourTowns } from '@amtsstube/shared/fixtures/neighbour-towns';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { dogTaxForm } from '@amtsstube/shared/services/order/dog-tax-form';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, sidewaysProblems } from './axe.ts';
import { fillInDogTax, readReceipt, review, send } from './citizen.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** How each of the citizens' pages looks: axe in light and dark from 320 px on, twice the text, and a picture of each. */
// each looks at some pages in each arrangement
describe('the citizens’ pages', { timeout: 240_000 }, () => {
  let town: Town;
  let pc: Pc;
  let page: Page;

  beforeAll(async () => {
    town = await Town.open();
  });
  afterEach(() => pc?.dispose());
  afterAll(() => town?.close());

  const at = (path: string) => `${town.url}/m/${testTown.municipalityId}/${path}`;
  const form = `services/${testTown.serviceId}/form`;

  async function open(url: string, given: Parameters<typeof Pc.setUp>[0] = {}): Promise<void> {
    pc = await Pc.setUp(given);
    page = await pc.open(url);
  }

  /** Nothing wrong, nothing lost at twice the text; and a picture, narrow and wide, light and dark. */
  async function looksGood(name: string): Promise<void> {
    expect(await accessibilityProblems(page), name).toEqual([]);
    const before = page.viewportSize();
    for (const width of [360, 640, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
      expect(await sidewaysProblems(page), `${name}, ${width} px, text 200 %`).toEqual([]);
      await page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    }
    for (const [colorScheme, width] of [
      ['light', 320],
      ['dark', 320],
      ['light', 1280],
      ['dark', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await film(page, `citizen-${name}-${width}-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (before) await page.setViewportSize(before);
  }

  it('to find a municipality, and in each town’s colour', async () => {
    await open(`${town.url}/?suche=38875`);
    await page.getByText('Eine Gemeinde passt zu „38875“').waitFor();
    await looksGood('home-search');
    await page.goto(`${town.url}/?suche=nirgends`);
    await looksGood('home-nothing-found');
    for (const { municipalityId } of neighbourTowns) {
      await page.goto(`${town.url}/m/${municipalityId}/`);
      await looksGood(`town-${municipalityId}`);
    }
  });

  it('the law’s pages, and the report of a barrier by mail', async () => {
    await open(at('impressum'));
    await looksGood('imprint');
    await page.getByRole('link', { name: 'Datenschutz' }).click();
    await page.getByRole('heading', { name: 'Datenschutz', level: 1 }).waitFor();
    await looksGood('privacy');
    await page.getByRole('link', { name: 'Barrierefreiheit' }).click();
    await page.getByRole('heading', { name: 'Erklärung zur Barrierefreiheit' }).waitFor();
    await page.getByLabel('E-Mail-Adresse für die Antwort').fill('weiss@');
    await page.getByRole('button', { name: 'Meldung absenden' }).click();
    await page.getByText('Bitte beschreiben Sie, was nicht funktioniert.').waitFor();
    await looksGood('accessibility-error');
    await page.getByLabel('Was funktioniert nicht?').fill('Die Überschrift wird nicht vorgelesen.');
    await page.getByLabel('E-Mail-Adresse für die Antwort').fill('weiss@example.org');
    await page.getByRole('button', { name: 'Meldung absenden' }).click();
    await page.getByRole('heading', { name: 'Ihre Meldung ist verschickt' }).waitFor();
    await looksGood('report-sent');
    expect(town.mails.at(-1)?.text).toContain('Die Überschrift wird nicht vorgelesen.');
  });

  it('to go on later, from the mailed link to a draft that is gone', async () => {
    await open(at(form));
    await page.getByLabel('Vorname').fill('Jürgen');
    await page.getByRole('button', { name: 'Später weitermachen' }).click();
    await page.getByLabel('E-Mail-Adresse').fill('j@');
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await page.getByText('Bitte eine vollständige E-Mail-Adresse angeben').waitFor();
    await looksGood('later-error');
    await page.getByLabel('E-Mail-Adresse').fill('j@example.org');
    await page.getByRole('button', { name: 'Link schicken' }).click();
    await page.getByRole('heading', { name: 'Wir haben Ihnen einen Link geschickt' }).waitFor();
    await looksGood('later-sent');
    const link = /http:\S+\/drafts\/\S+/.exec(town.mails.at(-1)?.text ?? '')?.[0] ?? '';
    await page.goto(link);
    await page.getByRole('heading', { name: 'Ihr Entwurf ist wieder da' }).waitFor();
    await looksGood('resumed');
    await page.getByRole('button', { name: 'Entwurf auf dem Server löschen' }).click();
    await looksGood('draft-deleted');
    await page.goto(link);
    await looksGood('draft-gone');
  });

  it('in English, from the list to the receipt', async () => {
    await open(at(''));
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Services of the municipality' }).waitFor();
    await looksGood('english-services');
    await page.goto(at(form));
    await page.getByRole('button', { name: 'Continue to check your answers', exact: true }).click();
    await page.locator('#errors').waitFor();
    await looksGood('english-form-errors');
    await page.goto(at('barrierefreiheit'));
    await looksGood('english-accessibility');
    await page.getByRole('link', { name: 'Deutsch' }).click();
    await fillInDogTax(page, town.url);
    await page.goto(`${page.url().split('?')[0]}?lang=en`);
    await page.getByRole('button', { name: 'Go on filling in' }).first().click();
    await page.getByRole('button', { name: 'Continue to check your answers', exact: true }).click();
    await page.getByRole('heading', { name: 'Please check your answers' }).waitFor();
    await page.getByRole('button', { name: 'Send application' }).click();
    await readReceipt(page);
    await looksGood('english-receipt');
  });

  it('where very many were sent: the browser calculates, says so, and the application goes', async () => {
    for (let sent = 0; sent < 16; sent++) await sendWithoutBrowser(town.url);
    await open(at(form));
    await fillInDogTax(page, town.url);
    await send(page);
    await page.getByRole('heading', { name: 'Kurz warten' }).waitFor();
    await page.getByText('Fertig: Sie können den Antrag jetzt absenden.').waitFor({ timeout: 60_000 });
    await page.getByRole('link', { name: /wann es weitergeht/ }).click();
    expect(await page.locator('[data-proof-title]').isVisible()).toBe(false);
    await looksGood('toll');
    await page.getByRole('button', { name: 'Antrag absenden' }).click();
    await readReceipt(page);
  });

  it('without a script a sentence says to wait', async () => {
    for (let sent = 0; sent < 16; sent++) await sendWithoutBrowser(town.url);
    await open(at(form), { javaScript: false });
    await fillInDogTax(page, town.url);
    await review(page);
    await page.getByRole('button', { name: 'Antrag absenden' }).click();
    await page.getByText(/Bitte warten Sie .* und senden Sie den Antrag dann noch einmal ab\./).waitFor();
    await expect(page.getByText('Ihre Angaben sind erhalten geblieben.').isVisible()).resolves.toBe(true);
  });
});

/** As a program does. */
async function sendWithoutBrowser(url: string): Promise<void> {
  const path = `${url}/m/${testTown.municipalityId}/services/${testTown.serviceId}/form`;
  const html = await (await fetch(path)).text();
  const _ticket = /name="_ticket" value="([^"]+)"/.exec(html)?.[1] ?? '';
  const fields = { ...Object.fromEntries(encodePage(dogTaxForm, validDogAnswers())), _ticket };
  await fetch(path, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
}
