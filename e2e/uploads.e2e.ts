import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { specialRoadUse } from '@amtsstube/shared/services/order/special-road-use';
import { aPdf, encryptedPdf } from '@amtsstube/sync-server/citizen/uploads/test-files';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { review, send } from './citizen.ts';
import { openCase, signIn, takeOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { answersWithoutFiles, fillIn } from './form-filling.ts';
import { Pc } from './pc.ts';
import { jpegOf, lyingOnItsSide, seen } from './photo.ts';
import { Town } from './town.ts';

const pdf = aPdf(3, 3_000_000);
const plan = { name: 'Lageskizze Großer Markt.pdf', mimeType: 'application/pdf', buffer: pdf };
const piece = 512 * 1024;

/** A citizen's files, from her device to the clerk's screen. */
describe('files with an application', () => {
  let town: Town;
  let pc: Pc;
  let page: Page;

  beforeAll(async () => {
    town = await Town.open();
  });
  afterEach(() => pc?.dispose());
  afterAll(() => town?.close());

  const formUrl = () => `${town.url}/m/${testTown.municipalityId}/services/${specialRoadUse.id}/form`;
  const chooser = () => page.locator('input[type=file]');
  const answers = answersWithoutFiles(specialRoadUse.form);

  const removal = (name: string) => page.getByRole('button', { name: new RegExp(`Entfernen\\s*: ${name}`) });

  async function openForm(given: Parameters<typeof Pc.setUp>[0] = {}): Promise<void> {
    pc = await Pc.setUp(given);
    page = await pc.open(formUrl());
    await fillIn(page, specialRoadUse.form, answers);
  }

  async function fileReference(): Promise<string> {
    await page.getByRole('heading', { name: 'Ihr Antrag ist eingegangen' }).waitFor();
    const text = await page.locator('main').innerText();
    return new RegExp(`${specialRoadUse.referencePrefix}-\\d{4}-\\d{5}`).exec(text)?.[0] ?? '';
  }

  it('[B1] go on where the line died, and where the page was closed; the clerk opens the same bytes', async () => {
    await openForm();
    let isCut = false;
    let pieces = 0;
    const throughABadLine = (on: Page) =>
      on.route('**/uploads/**', async (route) => {
        if (route.request().method() === 'PATCH' && !isCut) {
          pieces += 1;
          // the second piece is lost on the way, and with it the line; later the fourth
          isCut = pieces === 2 || pieces === 4;
        }
        await (isCut ? route.abort('connectionreset') : route.continue());
      });
    await throughABadLine(page);
    await chooser().setInputFiles(plan);
    await page.getByText('Die Verbindung ist unterbrochen').waitFor();
    await film(page, 'uploads-1-line-down');
    isCut = false;
    await expect.poll(() => pieces, { timeout: 30_000 }).toBeGreaterThanOrEqual(4);
    await page.getByText('Die Verbindung ist unterbrochen').waitFor();
    // whoever wants to go on now is held back, and told why
    await review(page);
    await page.getByText('Es werden noch Dateien übertragen').waitFor();
    await page.close();

    page = await pc.open(formUrl());
    isCut = false;
    await throughABadLine(page);
    await page.getByRole('button', { name: 'Weiter ausfüllen' }).click();
    await page.getByText(`„${plan.name}“ ist hinzugefügt.`).waitFor();
    await removal(plan.name).waitFor();
    await film(page, 'uploads-2-added');
    // two pieces were lost, nothing else was sent twice
    expect(pieces).toBe(Math.ceil(pdf.length / piece) + 2);

    await review(page);
    await page.getByRole('heading', { name: 'Bitte prüfen Sie Ihre Angaben' }).waitFor();
    await page.getByText(plan.name).waitFor();
    await page.getByRole('button', { name: 'Antrag absenden' }).click();
    const reference = await fileReference();
    await page.getByText(plan.name).waitFor();

    const bernd = await pc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
    await openCase(bernd, 'Posteingang', reference);
    const files = bernd.getByRole('region', { name: 'Dateien' });
    await files.getByText('mit dem Antrag eingereicht').waitFor();
    await files.getByRole('button', { name: `Laden: ${plan.name}` }).click();
    const downloading = bernd.waitForEvent('download');
    await files.getByRole('button', { name: `Speichern unter …: ${plan.name}` }).click();
    expect(hashOf(await readFile(await (await downloading).path()))).toBe(hashOf(pdf));
    await film(bernd, 'uploads-3-clerk');
  });

  it('are refused with a sentence, removed, and nothing of it is a barrier', async () => {
    await openForm();
    await chooser().setInputFiles({
      name: 'Programm.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('MZ…'),
    });
    await page.getByText('„Programm.pdf“ ist keine Datei, die wir hier annehmen.').waitFor();
    // the same bytes twice are one file
    await chooser().setInputFiles([plan, { ...plan, name: 'Noch einmal.pdf' }]);
    await page.getByText(/ist hinzugefügt\./).waitFor();
    await chooser().setInputFiles({ name: 'leer.pdf', mimeType: 'application/pdf', buffer: Buffer.of() });
    await page.getByText('„leer.pdf“ ist leer.').waitFor();
    expect(await page.getByRole('button', { name: /^Entfernen/ }).count()).toBe(1);
    expect(await accessibilityProblems(page)).toEqual([]);
    await film(page, 'uploads-4-refused');
    await page
      .getByRole('button', { name: /^Entfernen/ })
      .first()
      .click();
    await page.getByText(/ist entfernt\./).waitFor();
  });

  it('are shrunk where they are photos, upright; a small one and a PDF go as they are', async () => {
    await openForm();
    const pieces: Buffer[] = [];
    await page.route('**/uploads/**', async (route) => {
      if (route.request().method() === 'PATCH') pieces.push(route.request().postDataBuffer() ?? Buffer.of());
      await route.continue();
    });
    const photo = lyingOnItsSide(await jpegOf(page, 4000, 3000));
    await chooser().setInputFiles({ name: 'IMG_0815.JPEG', mimeType: 'image/jpeg', buffer: photo });
    await page.getByText('„IMG_0815.jpg“ ist hinzugefügt.').waitFor();
    const sent = Buffer.concat(pieces);
    expect(sent.length).toBeLessThan(photo.length);
    // the camera's left, which is red, is above where it was held upright
    expect(await seen(page, sent)).toEqual({ width: 1500, height: 2000, top: 'red', bottom: 'blue' });
    pieces.length = 0;
    const small = await jpegOf(page, 800, 600);
    await chooser().setInputFiles({ name: 'klein.jpg', mimeType: 'image/jpeg', buffer: small });
    await page.getByText('„klein.jpg“ ist hinzugefügt.').waitFor();
    expect(Buffer.concat(pieces)).toEqual(small);
    pieces.length = 0;
    // what no browser can read goes as it is, and the server says what is wrong with it
    const broken = photo.subarray(0, 300);
    await chooser().setInputFiles({ name: 'kaputt.jpg', mimeType: 'image/jpeg', buffer: broken });
    await page.getByText('„kaputt.jpg“ lässt sich nicht lesen').waitFor();
    expect(Buffer.concat(pieces)).toEqual(broken);
  });

  it('chosen before the script has come go ahead all the same; the form waits for them, and stays where one is refused', async () => {
    pc = await Pc.setUp();
    page = await pc.open('about:blank');
    const script = Promise.withResolvers<void>();
    const line = Promise.withResolvers<void>();
    await page.route('**/uploads.js', async (route) => {
      await script.promise;
      await route.continue();
    });
    await page.route('**/uploads/**', async (route) => {
      await line.promise;
      await route.continue();
    });
    await page.goto(formUrl());
    await fillIn(page, specialRoadUse.form, answers);
    await chooser().setInputFiles([plan, { ...plan, name: 'geheim.pdf', buffer: encryptedPdf }]);
    script.resolve();
    await page.getByRole('progressbar', { name: plan.name }).waitFor();
    // what is kept of them is not taken for what an earlier page left
    await page.getByRole('progressbar', { name: 'geheim.pdf' }).waitFor();
    expect(await page.getByRole('progressbar').count()).toBe(2);
    await review(page);
    await page.getByText('Es werden noch Dateien übertragen').waitFor();
    line.resolve();
    await page.getByText('„geheim.pdf“ ist mit einem Passwort geschützt.').waitFor();
    await page.locator('[name^="sketch."][name$=".hash"]').waitFor({ state: 'attached' });
    expect(await page.getByRole('heading', { name: 'Bitte prüfen Sie Ihre Angaben' }).count()).toBe(0);
    await review(page);
    await page.getByRole('heading', { name: 'Bitte prüfen Sie Ihre Angaben' }).waitFor();
    await page.getByText(plan.name).waitFor();
  });

  it('taken away while a slow phone still makes them smaller stay away, also on the next page', async () => {
    pc = await Pc.setUp();
    page = await pc.open('about:blank');
    await page.addInitScript(() => {
      const read = globalThis.createImageBitmap.bind(globalThis);
      const phone = globalThis as unknown as { goOn: () => void };
      const isReady = new Promise<void>((resolve) => {
        phone.goOn = resolve;
      });
      globalThis.createImageBitmap = async (...given: unknown[]) => {
        await isReady;
        return (read as (...each: unknown[]) => Promise<ImageBitmap>)(...given);
      };
    });
    await page.goto(formUrl());
    await fillIn(page, specialRoadUse.form, answers);
    const photo = await jpegOf(page, 3000, 2000);
    await chooser().setInputFiles({ name: 'falsches Bild.jpg', mimeType: 'image/jpeg', buffer: photo });
    await removal('falsches Bild').click();
    await page.getByText('„falsches Bild.jpg“ ist entfernt.').waitFor();
    await page.evaluate(() => (globalThis as unknown as { goOn: () => void }).goOn());
    // by when it was sent long since, if it were not away
    await chooser().setInputFiles(plan);
    await page.getByText(`„${plan.name}“ ist hinzugefügt.`).waitFor();
    await page.reload();
    await page.getByRole('button', { name: 'Weiter ausfüllen' }).click();
    await removal(plan.name).waitFor();
    await chooser().setInputFiles({ ...plan, name: 'Zweite Skizze.pdf', buffer: aPdf(1) });
    await page.getByText('„Zweite Skizze.pdf“ ist hinzugefügt.').waitFor();
    expect(await page.getByRole('button', { name: /^Entfernen/ }).count()).toBe(2);
    expect(await page.getByText('falsches Bild').count()).toBe(0);
  });

  it('go with the form where the script can’t be had, and an error is no barrier there, in English neither', async () => {
    pc = await Pc.setUp();
    page = await pc.open('about:blank');
    await page.route('**/uploads.js', (route) => route.abort());
    await page.goto(`${formUrl()}?lang=en`);
    await fillIn(page, specialRoadUse.form, answers);
    await chooser().setInputFiles([plan, { ...plan, name: 'secret.pdf', buffer: encryptedPdf }]);
    await page.getByRole('button', { name: 'Add chosen files' }).click();
    await page.getByText('“secret.pdf” is protected with a password.').first().waitFor();
    expect(await accessibilityProblems(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    await film(page, 'uploads-6-error-320');
    await page.emulateMedia({ colorScheme: 'dark' });
    await film(page, 'uploads-6-error-320-dark');
    await page.getByRole('button', { name: 'Continue to check your answers', exact: true }).click();
    await page.getByRole('heading', { name: 'Please check your answers' }).waitFor();
    await page.getByText(plan.name).waitFor();
    await film(page, 'uploads-7-summary-320-dark');
    await page.getByRole('button', { name: 'Send application' }).click();
    await page.getByRole('heading', { name: /received/ }).waitFor();
    await expect
      .poll(() => town.mails.at(-1)?.subject, { timeout: 15_000 })
      .toMatch(/^Confirmation of receipt/);
    expect(town.mails.at(-1)?.text).toContain('?lang=en');
  });

  it('that nobody has looked through for malware yet are kept from the clerk, who reads why', async () => {
    // a scanner is set and not there
    const waiting = await Town.open({ settings: { AMTSSTUBE_CLAMD: 'unix:/nowhere/clamd.sock' } });
    try {
      pc = await Pc.setUp();
      page = await pc.open(`${waiting.url}/m/${testTown.municipalityId}/services/${specialRoadUse.id}/form`);
      await fillIn(page, specialRoadUse.form, answers);
      await chooser().setInputFiles(plan);
      await page.getByText(/ist hinzugefügt\./).waitFor();
      await send(page);
      const reference = await fileReference();
      const bernd = await pc.open(`${waiting.url}/desk/`);
      await signIn(bernd, 'bernd', waiting);
      await openCase(bernd, 'Posteingang', reference);
      const files = bernd.getByRole('region', { name: 'Dateien' });
      await files.getByText('in Prüfung').waitFor();
      await files.getByText('Die Datei wird noch auf Schadprogramme geprüft.').waitFor();
      expect(await files.getByRole('button', { name: new RegExp(plan.name) }).count()).toBe(0);
      expect(await accessibilityProblems(bernd)).toEqual([]);
      await film(bernd, 'uploads-8-in-check');

      // what she adds herself waits too, for the others
      await takeOver(bernd);
      await files
        .locator('input[type=file]')
        .setInputFiles({ ...plan, name: 'Vermerk.pdf', buffer: aPdf(2) });
      await files.getByText('Kolleginnen und Kollegen können sie öffnen, sobald sie geprüft ist.').waitFor();
      await files.getByRole('button', { name: 'Ansehen: Vermerk.pdf' }).waitFor();
      await film(bernd, 'uploads-9-own-in-check');
      const colleague = await Pc.setUp();
      try {
        const anna = await colleague.open(`${waiting.url}/desk/`);
        await signIn(anna, 'anna', waiting);
        await openCase(anna, 'Alle Vorgänge', reference);
        const hers = anna.getByRole('region', { name: 'Dateien' });
        await expect.poll(() => hers.getByText('in Prüfung').count()).toBe(2);
        expect(
          await hers.getByRole('button', { name: /^(?:Ansehen|Laden|Speichern).*Vermerk/ }).count(),
        ).toBe(0);
      } finally {
        await colleague.dispose();
      }
    } finally {
      await waiting.close();
    }
  });

  it('go without a script with the form itself', async () => {
    await openForm({ javaScript: false });
    await chooser().setInputFiles([
      plan,
      { name: 'leer.pdf', mimeType: 'application/pdf', buffer: Buffer.of() },
    ]);
    await page.getByRole('button', { name: 'Ausgewählte Dateien hinzufügen' }).click();
    await page.getByText('„leer.pdf“ ist leer.').first().waitFor();
    await removal(plan.name).waitFor();
    await film(page, 'uploads-5-no-script');
    await send(page);
    expect(await fileReference()).not.toBe('');
    await page.getByText(plan.name).waitFor();
  });
});

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
