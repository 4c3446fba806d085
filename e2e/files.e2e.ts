import { createHash, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { notHandedOver, openCase, signIn, takeOver, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const mark = 'Lageplan-Flurstück-47-11';
const pdf = Buffer.concat([Buffer.from(`%PDF-1.7\n%${mark}\n`), randomBytes(3_000_000)]);
const name = 'Grundriß Erdgeschoß.pdf';
/** One red point. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DwHwAFAAH/iZk9HQAAAABJRU5ErkJggg==',
  'base64',
);

/** The journey of a file over a bad line, in order: each part goes on where the one before ended. */
describe('a file of a case, added without a line', () => {
  let town: Town;
  let citizen: Pc;
  let annasPc: Pc;
  let berndsPc: Pc;
  let bernd: Page;
  let anna: Page;
  let fileReference = '';
  const desk = () => `${town.url}/desk/`;

  beforeAll(async () => {
    town = await Town.open();
    [citizen, annasPc, berndsPc] = await Promise.all([Pc.setUp(), Pc.setUp(), Pc.setUp()]);
    const page = await citizen.open(town.url);
    await fillInDogTax(page, town.url);
    await send(page);
    ({ fileReference } = await readReceipt(page));
    bernd = await berndsPc.open(desk());
    await signIn(bernd, 'bernd', town);
    await openCase(bernd, 'Posteingang', fileReference);
    await takeOver(bernd);
    await untilHandedOver(bernd);
  });

  afterAll(async () => {
    for (const pc of [citizen, annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  const files = (page: Page) => page.getByRole('region', { name: 'Dateien' });
  const add = (page: Page, file: { name: string; mimeType: string; buffer: Buffer }) =>
    files(page).locator('input[type=file]').setInputFiles(file);

  /** Saves it as a person does, and gives what came out. */
  async function saved(page: Page, of: string): Promise<string> {
    const downloading = page.waitForEvent('download');
    await files(page)
      .getByRole('button', { name: `Speichern unter …: ${of}` })
      .click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe(of);
    return hashOf(await readFile(await download.path()));
  }

  it('[B1] is saved on this device and there after closing and reopening', async () => {
    await town.killServer();
    await add(bernd, { name: 'Programm.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ…') });
    await bernd.getByText('Das ist kein PDF, JPEG, PNG oder TIFF').waitFor();
    await add(bernd, { name, mimeType: 'application/pdf', buffer: pdf });
    await files(bernd).getByText(`„${name}“: auf diesem Gerät gespeichert`).waitFor();
    await files(bernd).getByText('auf diesem Gerät gespeichert, noch nicht übertragen').waitFor();
    await bernd
      .getByRole('region', { name: 'Verlauf' })
      .getByText(`Bernd Krüger hat die Datei „${name}“ hinzugefügt`)
      .waitFor();
    // the operation and the bytes
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    await film(bernd, 'files-1-offline');

    await berndsPc.shutDown();
    // neither content nor name nor hash tells on the disk what it is
    expect(await berndsPc.findInProfile([mark, name, hashOf(pdf)])).toEqual([]);
    bernd = await berndsPc.open(desk());
    await unlock(bernd, 'bernd');
    await openCase(bernd, 'Alle Vorgänge', fileReference);
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    expect(await saved(bernd, name)).toBe(hashOf(pdf));
  });

  it('[B1] is known to the colleague before its bytes are there, and she reads where it is', async () => {
    await bernd.route('**/uploads/**', (route) => route.abort('connectionreset'));
    await town.startServer();
    anna = await annasPc.open(desk());
    await signIn(anna, 'anna', town);
    await openCase(anna, 'Alle Vorgänge', fileReference);
    await files(anna).getByText(name).waitFor();
    await files(anna)
      .getByRole('button', { name: `Laden: ${name}` })
      .click();
    await files(anna).getByText('Datei kommt noch vom Gerät von Bernd Krüger').waitFor();
    await film(anna, 'files-2-expected');
    // what waits says so: the operation is there, its bytes are not
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await bernd.getByRole('button', { name: 'Abgleich anzeigen' }).click();
    await bernd.getByRole('dialog').getByText('Dateien, die noch übertragen werden').waitFor();
    await film(bernd, 'files-2-waiting');
    await bernd.keyboard.press('Escape');
  });

  it('[B1] goes on where it stopped when the server is killed in the middle of it', async () => {
    let sentBytes = 0;
    let sends = 0;
    let killed: Promise<void> | undefined;
    await bernd.unroute('**/uploads/**');
    await bernd.route('**/uploads/**', async (route) => {
      if (route.request().method() === 'PATCH') {
        sends += 1;
        sentBytes += route.request().postDataBuffer()?.length ?? 0;
        // what is on the line now is lost with the server
        if (sends === 4) killed = town.killServer();
        await killed;
      }
      await route.continue().catch(() => undefined);
    });
    await expect.poll(() => sends, { timeout: 45_000 }).toBeGreaterThanOrEqual(4);
    await killed;
    killed = undefined;
    await town.startServer();
    await untilHandedOver(bernd, 45_000);
    const sentAgain = sentBytes - pdf.length;
    console.log(`bytes sent again: ${sentAgain} of ${pdf.length}`);
    expect(sentAgain).toBeLessThanOrEqual(pdf.length * 0.05 + 256 * 1024);
    await files(bernd).getByText('vom Server übernommen, auch auf diesem Gerät').waitFor();
    await film(bernd, 'files-3-arrived');
  });

  it('[B1] comes to the colleague who waits for it, the same bytes', async () => {
    await files(anna).getByText('vom Server übernommen, auch auf diesem Gerät').waitFor({ timeout: 45_000 });
    expect(await saved(anna, name)).toBe(hashOf(pdf));
    await add(anna, { name: 'noch einmal.pdf', mimeType: 'application/pdf', buffer: pdf });
    await anna.getByText('diese Datei ist bereits beim Vorgang').waitFor();
  });

  it('is added by dragging it here, and a picture is shown without leaving the case', async () => {
    const dropped = await anna.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([bytes], 'Hund.png', { type: 'image/png' }));
      return transfer;
    }, png.toString('base64'));
    await files(anna).dispatchEvent('dragover', { dataTransfer: dropped });
    await files(anna).getByText('Dateien hier loslassen').waitFor();
    await files(anna).dispatchEvent('drop', { dataTransfer: dropped });
    await files(anna).getByRole('button', { name: 'Ansehen: Hund.png' }).click();
    const picture = anna.getByRole('dialog').getByRole('img', { name: 'Hund.png' });
    // a point of one pixel, shown twice as large
    await expect.poll(() => picture.evaluate((canvas) => canvas.clientWidth)).toBe(2);
    const point = () =>
      picture.evaluate((canvas) => [
        ...((canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, 1, 1).data ?? []),
      ]);
    await expect.poll(point).toEqual([255, 0, 0, 255]);
    await film(anna, 'files-5-picture');
    await anna.keyboard.press('Escape');
    // Bernd works on this case: it is fetched before he asks
    await files(bernd).getByText('Hund.png').waitFor();
    await files(bernd).getByRole('button', { name: 'Ansehen: Hund.png' }).waitFor({ timeout: 45_000 });
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
