import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aLockedPdf, aPdf } from './a-pdf.ts';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { openCase, signIn, takeOver, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const name = 'Bescheid der Gemeinde.pdf';
const pdf = aPdf(['Erste Seite', 'Zweite Seite', 'Dritte Seite']);

/** Files of a case are looked at, printed and taken away again, in this order. */
describe('a file of a case', () => {
  let town: Town;
  let pc: Pc;
  let annasPc: Pc;
  let bernd: Page;
  let fileReference = '';
  const refusedByPolicy: string[] = [];

  beforeAll(async () => {
    town = await Town.open();
    [pc, annasPc] = await Promise.all([Pc.setUp(), Pc.setUp()]);
    const citizen = await pc.open(town.url);
    await fillInDogTax(citizen, town.url);
    await send(citizen);
    ({ fileReference } = await readReceipt(citizen));
    bernd = citizen;
    bernd.on('console', (message) => {
      if (message.text().includes('Content Security Policy'))
        refusedByPolicy.push(`${message.text().slice(0, 90)} ${JSON.stringify(message.location())}`);
    });
    await bernd.addInitScript(() => {
      // what the printer would get is on the sheet by now; a headless browser has no printer
      globalThis.print = () =>
        document.body.setAttribute(
          'data-printed',
          String(document.querySelectorAll('#print-sheet img').length),
        );
    });
    await bernd.goto(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
    await openCase(bernd, 'Posteingang', fileReference);
    await takeOver(bernd);
    await add(bernd, { name, mimeType: 'application/pdf', buffer: pdf });
    await files(bernd).getByText(`„${name}“: auf diesem Gerät gespeichert`).waitFor();
    await untilHandedOver(bernd);
    // by then the whole program is on the device, in this first session already
    await bernd.waitForFunction(() => navigator.serviceWorker.controller !== null);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await pc?.shown());
  });
  afterAll(async () => {
    for (const each of [pc, annasPc]) await each?.dispose();
    await town?.close();
  });

  const files = (page: Page) => page.getByRole('region', { name: 'Dateien' });
  const add = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
    files(page).locator('input[type=file]').setInputFiles(file);
  const viewer = (page: Page) => page.getByRole('dialog');
  const view = (page: Page, of: string) =>
    files(page)
      .getByRole('button', { name: `Ansehen: ${of}` })
      .click();
  /** How many pixels of the page are dark: that something was drawn on it. */
  const darkPixels = (page: Page) =>
    viewer(page)
      .locator('canvas')
      .evaluate((element) => {
        const canvas = element as HTMLCanvasElement;
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {
          data: new Uint8ClampedArray(),
        };
        let dark = 0;
        for (let at = 0; at < data.length; at += 4)
          if ((data[at + 3] ?? 0) > 0 && (data[at] ?? 255) < 100) dark += 1;
        return dark;
      });

  it('that is a PDF is shown page by page, by keys and buttons, without a line', async () => {
    await bernd.context().setOffline(true);
    await view(bernd, name);
    await viewer(bernd).getByText('Erste Seite').waitFor();
    await viewer(bernd).getByText('Seite 1 von 3').waitFor();
    expect(await darkPixels(bernd)).toBeGreaterThan(100);
    await film(bernd, 'viewer-1-pdf');
    await bernd.keyboard.press('PageDown');
    await viewer(bernd).getByText('Zweite Seite').waitFor();
    await viewer(bernd).getByRole('button', { name: 'Nächste Seite' }).click();
    await viewer(bernd).getByText('Dritte Seite').waitFor();
    const next = viewer(bernd).getByRole('button', { name: 'Nächste Seite' });
    expect(await next.getAttribute('aria-disabled')).toBe('true');
    await viewer(bernd).getByRole('region', { name: 'Seiten der Datei' }).focus();
    await bernd.keyboard.press('Home');
    await viewer(bernd).getByText('Seite 1 von 3').waitFor();
    await bernd.context().setOffline(false);
  });

  it('becomes larger and smaller, and fits again', async () => {
    const canvas = viewer(bernd).locator('canvas');
    const width = () => canvas.evaluate((element) => element.clientWidth);
    await viewer(bernd).getByText('Erste Seite').waitFor();
    const fitting = await width();
    await viewer(bernd).getByRole('button', { name: 'Größer' }).click();
    await expect.poll(width).toBeGreaterThan(fitting);
    await viewer(bernd).getByRole('region', { name: 'Seiten der Datei' }).focus();
    await bernd.keyboard.press('-');
    await bernd.keyboard.press('0');
    await expect.poll(width).toBe(fitting);
  });

  it('looks right in light and dark, wide and narrow, and nothing is kept from who can’t see it', async () => {
    expect(refusedByPolicy).toEqual([]);
    expect(await accessibilityProblems(bernd)).toEqual([]);
    for (const [colorScheme, width] of [
      ['dark', 1280],
      ['light', 320],
    ] as const) {
      const before = bernd.viewportSize();
      await bernd.emulateMedia({ colorScheme });
      await bernd.setViewportSize({ width, height: 800 });
      await viewer(bernd).getByText('Erste Seite').waitFor();
      await film(bernd, `viewer-2-${colorScheme}-${width}`);
      await bernd.emulateMedia({ colorScheme: null });
      if (before) await bernd.setViewportSize(before);
    }
    // with each change of scheme MUI tries to write a <style> against transitions; refused, and nothing is missed
    refusedByPolicy.length = 0;
  });

  it('is printed whole: each page is a picture on its own sheet, and nothing else is', async () => {
    await viewer(bernd).getByRole('button', { name: 'Datei drucken' }).click();
    const sheet = bernd.locator('#print-sheet');
    await bernd.locator('body[data-printed="3"]').waitFor();
    await bernd.emulateMedia({ media: 'print' });
    expect(await sheet.locator('img').first().isVisible()).toBe(true);
    expect(await viewer(bernd).isVisible()).toBe(false);
    const widths = await sheet
      .locator('img')
      .evaluateAll((images) => images.map((image) => (image as HTMLImageElement).naturalWidth));
    expect(widths).toEqual([1652, 1652, 1652]);
    await bernd.emulateMedia({ media: null });
    await bernd.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    await sheet.waitFor({ state: 'detached' });
    await bernd.keyboard.press('Escape');
    await viewer(bernd).waitFor({ state: 'detached' });
  });

  it('that asks for a password says so', async () => {
    const locked = 'Verschlossen.pdf';
    await add(bernd, { name: locked, mimeType: 'application/pdf', buffer: aLockedPdf('geheim') });
    await files(bernd)
      .getByText(
        `„${locked}“: auf diesem Gerät gespeichert. Die Datei ist mit einem Kennwort geschützt und lässt sich hier nicht ansehen.`,
      )
      .waitFor();
    await film(bernd, 'viewer-2-locked-when-added');
    await view(bernd, locked);
    await viewer(bernd).getByText('Die Datei ist mit einem Kennwort geschützt').waitFor();
    await bernd.keyboard.press('Escape');
    await viewer(bernd).waitFor({ state: 'detached' });
  });

  it('that is damaged says so, and can still be saved', async () => {
    const damaged = 'Beschädigt.pdf';
    await add(bernd, {
      name: damaged,
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7\nnothing'),
    });
    await files(bernd)
      .getByText(`„${damaged}“: auf diesem Gerät gespeichert. Die Datei ist beschädigt`)
      .waitFor();
    await view(bernd, damaged);
    await viewer(bernd).getByText('Die Datei lässt sich hier nicht darstellen').waitFor();
    await film(bernd, 'viewer-3-damaged');
    const downloading = bernd.waitForEvent('download');
    await viewer(bernd).getByRole('button', { name: 'Speichern unter' }).click();
    expect((await downloading).suggestedFilename()).toBe(damaged);
    await viewer(bernd).getByRole('button', { name: 'Schließen' }).click();
    expect(refusedByPolicy).toEqual([]);
  });

  it('is taken away with a reason: gone on every desk, and the history says who, what and why', async () => {
    await files(bernd)
      .getByRole('button', { name: `Entfernen …: ${name}` })
      .click();
    const dialog = bernd.getByRole('dialog', { name: 'Datei entfernen' });
    await dialog.getByRole('button', { name: 'Datei entfernen' }).click();
    await dialog.getByText('Bitte schreiben Sie, warum die Datei entfernt wird.').waitFor();
    await dialog.getByLabel('Grund').fill('gehört zu einem anderen Vorgang');
    await film(bernd, 'viewer-4-remove');
    await dialog.getByRole('button', { name: 'Datei entfernen' }).click();
    await dialog.waitFor({ state: 'detached' });
    const removed = `Bernd Krüger hat die Datei „${name}“ entfernt`;
    await bernd.getByRole('region', { name: 'Verlauf' }).getByText(removed).waitFor();
    expect(await files(bernd).getByText(name).count()).toBe(0);
    await untilHandedOver(bernd);
    const anna = await annasPc.open(`${town.url}/desk/`);
    await signIn(anna, 'anna', town);
    await openCase(anna, 'Alle Vorgänge', fileReference);
    const history = anna.getByRole('region', { name: 'Verlauf' });
    await history.getByText(removed).waitFor();
    await history.getByText('gehört zu einem anderen Vorgang').waitFor();
    await files(anna).getByText('Beschädigt.pdf').waitFor();
    expect(await files(anna).getByText(name).count()).toBe(0);
    await film(anna, 'viewer-5-removed');
  });
});
