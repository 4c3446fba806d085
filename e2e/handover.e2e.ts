import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { fishingLicence } from '@amtsstube/shared/services/district/fishing-licence';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aLockedPdf, aPdf } from './a-pdf.ts';
import { accessibilityProblems } from './axe.ts';
import { type Receipt, send } from './citizen.ts';
import { addNote, openCase, signIn, takeOver, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { answersWithoutFiles, fillIn } from './form-filling.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const plan = {
  name: 'Prüfungszeugnis.pdf',
  mimeType: 'application/pdf',
  buffer: aPdf(['Zeugnis', 'Rückseite']),
};
const locked = { name: 'Geheim.pdf', mimeType: 'application/pdf', buffer: aLockedPdf('geheim') };
const body = 'Landkreis, untere Fischereibehörde, Kreisstraße 5, 39500 Musterkreis';
const inner = 'Frau Muster ruft jede Woche an';

/** A service that the district decides: the case goes there, and a case is taken along whole; in order. */
describe('a case that another body decides', () => {
  let town: Town;
  let citizen: Pc;
  let pc: Pc;
  let page: Page;
  let bernd: Page;
  let receipt: Receipt;

  beforeAll(async () => {
    town = await Town.open();
    [citizen, pc] = await Promise.all([Pc.setUp(), Pc.setUp()]);
    page = await citizen.open(`${town.url}/m/${testTown.municipalityId}/services/${fishingLicence.id}/form`);
    await fillIn(page, fishingLicence.form, answersWithoutFiles(fishingLicence.form));
    await send(page);
    receipt = await receiptOn(page);
    bernd = await pc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
    await openCase(bernd, 'Posteingang', receipt.fileReference);
    await takeOver(bernd);
    await addNote(bernd, inner);
    const files = bernd.getByRole('region', { name: 'Dateien' });
    for (const file of [plan, locked]) {
      await files.locator('input[type=file]').setInputFiles(file);
      await files.getByText(`„${file.name}“: auf diesem Gerät gespeichert`).waitFor();
    }
    await untilHandedOver(bernd);
    // the first session has the whole program on the device by now
    await bernd.waitForFunction(() => navigator.serviceWorker.controller !== null);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await pc?.shown());
  });
  afterAll(async () => {
    for (const each of [citizen, pc]) await each?.dispose();
    await town?.close();
  });

  const part = (name: string) => bernd.getByRole('region', { name, exact: true });

  it('is handed over without a line, with a package that holds what the body needs and nothing of the office’s own', async () => {
    await pc.cutLine(true);
    const responsible = part('Zuständige Stelle');
    await responsible
      .getByText('Über diesen Antrag entscheidet: Landkreis, untere Fischereibehörde')
      .waitFor();
    await film(bernd, 'handover-1-open');
    await responsible.getByRole('button', { name: 'Abgeben …' }).click();
    const dialog = bernd.getByRole('dialog');
    await dialog.getByLabel('Stelle').fill('');
    await dialog.getByRole('button', { name: 'Abgeben' }).click();
    await dialog.getByText('Bitte angeben, an wen der Antrag geht.').waitFor();
    await dialog.getByLabel('Stelle').fill(body);
    await dialog.getByLabel('Begleitwort').fill('Das Zeugnis liegt im Original vor.');
    await film(bernd, 'handover-2-dialog');
    expect(await accessibilityProblems(bernd), 'dialog').toEqual([]);
    await dialog.getByRole('button', { name: 'Abgeben' }).click();
    await responsible.getByText(/^Abgegeben am .* an Landkreis, untere Fischereibehörde/).waitFor();

    const inside = await savedZip(responsible, 'Paket speichern (ZIP)', /Abgabe\.zip$/);
    expect(Object.keys(inside).toSorted()).toEqual([
      'Anschreiben.pdf',
      'Antrag.json',
      'Antrag.pdf',
      'Unterlagen/01 Prüfungszeugnis.pdf',
      'Unterlagen/02 Geheim.pdf',
    ]);
    expect(Buffer.from(inside['Unterlagen/01 Prüfungszeugnis.pdf'] ?? []).equals(plan.buffer)).toBe(true);
    const text = strFromU8(inside['Antrag.json'] ?? new Uint8Array());
    expect(JSON.parse(text)).toMatchObject({
      format: 'amtsstube/application',
      to: body,
      fileReference: receipt.fileReference,
      files: [{ path: 'Unterlagen/01 Prüfungszeugnis.pdf' }, { path: 'Unterlagen/02 Geheim.pdf' }],
    });
    for (const secret of [inner, receipt.trackingCode]) expect(text).not.toContain(secret);
    await keep('handover-cover-letter.pdf', inside['Anschreiben.pdf']);
    await keep('handover-application.pdf', inside['Antrag.pdf']);
    await film(bernd, 'handover-3-handed-over');
    expect(await accessibilityProblems(bernd), 'handed over').toEqual([]);
  });

  it('is taken along as one PDF, which says what isn’t in it, and as a ZIP with everything', async () => {
    const taken = part('Drucken und Speichern');
    await taken.getByRole('button', { name: 'Ansehen und drucken' }).click();
    const viewer = bernd.getByRole('dialog');
    await viewer.getByText('Enthält Änderungen, die der Server noch nicht übernommen hat.').waitFor();
    await viewer.getByText('nicht enthalten: mit einem Kennwort geschützt').waitFor();
    await film(bernd, 'export-1-viewer');
    await viewer.getByRole('button', { name: 'Schließen' }).click();
    await taken.getByText('Geheim.pdf: mit einem Kennwort geschützt').waitFor();
    await film(bernd, 'export-2-made');
    expect(await accessibilityProblems(bernd), 'exported').toEqual([]);

    await pc.cutLine(false);
    await untilHandedOver(bernd);
    const [pdf] = await Promise.all([
      bernd.waitForEvent('download'),
      taken.getByRole('button', { name: 'Als PDF speichern' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toBe(`${receipt.fileReference} Vorgang.pdf`);
    const bytes = await readFile(await pdf.path());
    expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7');
    // the pages of the certificate are in it
    expect(bytes.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(2);
    await keep('export-case.pdf', bytes);

    const inside = await savedZip(taken, 'Als ZIP speichern', /Vorgang\.zip$/);
    expect(Object.keys(inside).toSorted()).toEqual([
      'Unterlagen/01 Prüfungszeugnis.pdf',
      'Unterlagen/02 Geheim.pdf',
      'Vorgang.json',
      'Vorgang.pdf',
    ]);
    const text = strFromU8(inside['Vorgang.json'] ?? new Uint8Array());
    expect(text).toContain(inner);
    expect(text).not.toContain(receipt.trackingCode);
  });

  it('tells the applicant who has it now, by mail and on the status page', async () => {
    await page.goto(`${town.url}/m/${testTown.municipalityId}/status/${receipt.trackingCode}`);
    await page.getByText('Stand: an die zuständige Stelle abgegeben').waitFor();
    await page.getByText(body).waitFor();
    await page.getByText('Fischereibehörde im Kreishaus').waitFor();
    expect(await page.getByText('Das Zeugnis liegt im Original vor.').count()).toBe(0);
    await film(page, 'handover-4-status');
    expect(await accessibilityProblems(page), 'status page').toEqual([]);
    await expect.poll(() => town.mails.length).toBe(2);
  });

  it('closed long ago, its dossier lies on the server: fetched when it is opened, said so without a line, and back with the next note', async () => {
    await untilHandedOver(bernd);
    // open on the screen when it leaves the desk: it is fetched at once
    const fetched = bernd.waitForResponse((response) => response.url().includes('/dossiers/'));
    await town.killServer();
    await town.shelveClosedCases();
    await town.startServer();
    expect((await fetched).status()).toBe(200);
    await part('Verlauf').getByText(inner).waitFor();
    await bernd.getByRole('link', { name: 'Posteingang' }).click();
    await untilHandedOver(bernd);
    await pc.cutLine(true);
    await bernd.reload();
    await unlock(bernd, 'bernd');
    await openCase(bernd, 'Alle Vorgänge', receipt.fileReference);
    const waits = bernd.getByText('Die Unterlagen dieses abgeschlossenen Vorgangs liegen auf dem Server.');
    await waits.waitFor();
    await film(bernd, 'shelved-without-line');
    expect(await accessibilityProblems(bernd), 'shelved, without a line').toEqual([]);
    // nothing that is typed is lost, though there is nothing here to show it in
    await bernd.getByRole('textbox', { name: 'Vermerk', exact: true }).fill('Kam noch einmal vorbei');
    await bernd.getByRole('button', { name: 'Vermerk speichern' }).click();
    await bernd.getByRole('banner').getByText('noch nicht übertragen').first().waitFor();
    await pc.cutLine(false);
    await part('Verlauf').getByText('Kam noch einmal vorbei').waitFor();
    await part('Verlauf').getByText(inner).waitFor();
    await waits.waitFor({ state: 'detached' });
    await untilHandedOver(bernd);
    const [dossier] = await town.documents('dossiers');
    expect(dossier?.scope).toMatch(/\/active$/);
  });

  it('[L7] that a newer server wrote in is shown as far as this program can read it, and says what helps', async () => {
    // what was done before may still be on its way
    const [known] = await town.documents('cases');
    const isNewer = (count: unknown) => Number(count) > Number(known?.eventCount);
    await bernd.context().route('**/changes/*', async (route) => {
      const response = await route.fetch();
      const answer = (await response.json()) as {
        documents?: { document: Record<string, unknown> | null }[];
      };
      for (const { document } of answer.documents ?? []) {
        if (document && 'status' in document && isNewer(document['eventCount']))
          document['status'] = 'asleep';
        const events = document?.['events'] as object[] | undefined;
        if (events && isNewer(events.length))
          events.push({ ...events.at(-1), opId: 'of-tomorrow', kind: 'letterScented', smellsOf: 'Flieder' });
      }
      await route.fulfill({ response, json: answer });
    });
    await addNote(bernd, 'Nachtrag');
    await part('Verlauf').getByText('Ereignis einer neueren Programmversion').waitFor();
    await bernd.getByText('unbekannt (neuere Version)').first().waitFor();
    await bernd.getByText('sein Stand ist hier nicht lesbar').waitFor();
    await film(bernd, 'newer-server');
    expect(await accessibilityProblems(bernd), 'a newer server').toEqual([]);
  });

  /** @returns what is in the ZIP, by path */
  async function savedZip(from: ReturnType<typeof part>, button: string, name: RegExp) {
    const [saved] = await Promise.all([
      bernd.waitForEvent('download'),
      from.getByRole('button', { name: button }).click(),
    ]);
    expect(saved.suggestedFilename()).toMatch(name);
    return unzipSync(new Uint8Array(await readFile(await saved.path())));
  }
});

async function receiptOn(page: Page): Promise<Receipt> {
  await page
    .getByText(/FIS-\d{4}-\d{5}/)
    .first()
    .waitFor();
  const text = await page.locator('main').innerText();
  const [fileReference = ''] = /FIS-\d{4}-\d{5}/.exec(text) ?? [];
  const [trackingCode = ''] = /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/.exec(text) ?? [];
  return { fileReference, trackingCode };
}

/** To be looked at. Not committed. */
async function keep(name: string, bytes: Uint8Array | undefined): Promise<void> {
  const directory = join(import.meta.dirname, '.out');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, name), bytes ?? new Uint8Array());
}
