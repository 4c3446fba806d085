import { readFile } from 'node:fs/promises';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, axeProblems } from './axe.ts';
import { fillInDogTax, type Receipt, readReceipt, send } from './citizen.ts';
import { openCase, signIn, takeOver, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** Letters of decisions, from the template to the citizen's page, in one town: each goes on where the one before ended. */
describe('the letter of a decision', () => {
  let town: Town;
  let citizen: Pc;
  let berndsPc: Pc;
  let annasPc: Pc;
  let dorasPc: Pc;
  let bernd: Page;
  let anna: Page;
  const receipts: Receipt[] = [];
  const receipt = (index: number): Receipt => {
    const found = receipts[index];
    if (found === undefined) throw new Error('no application');
    return found;
  };
  const statusUrl = ({ trackingCode }: Receipt) =>
    `${town.url}/m/${testTown.municipalityId}/status/${trackingCode}`;

  beforeAll(async () => {
    town = await Town.open();
    [citizen, berndsPc, annasPc, dorasPc] = (await Promise.all(
      ['citizen', 'bernd', 'anna', 'dora'].map(() => Pc.setUp()),
    )) as [Pc, Pc, Pc, Pc];
    const page = await citizen.open(town.url);
    for (const firstName of ['Jürgen', 'Käthe', 'Till', 'Ida']) {
      await fillInDogTax(page, town.url, {
        firstName,
        lastName: 'Weiß',
        email: `${firstName.length}@example.org`,
      });
      await send(page);
      receipts.push(await readReceipt(page));
    }
    bernd = await berndsPc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await berndsPc?.shown(), await annasPc?.shown());
  });
  afterAll(async () => {
    for (const pc of [citizen, berndsPc, annasPc, dorasPc]) await pc?.dispose();
    await town?.close();
  });

  it('is made without a line, as a draft, and is the citizen’s to fetch once the server took it over', async () => {
    await openCase(bernd, 'Posteingang', receipt(0).fileReference);
    await takeOver(bernd);
    await untilHandedOver(bernd);
    // the first session has the whole program on the device by now
    await bernd.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await berndsPc.cutLine(true);

    await bernd.getByLabel('Teilweise').check();
    await bernd.getByRole('textbox', { name: 'Begründung' }).fill('Ermäßigt wird nur der erste Hund.');
    const preview = bernd.getByRole('region', { name: 'Vorschau des Schreibens' });
    await preview.getByText('Ermäßigt wird nur der erste Hund.').waitFor();
    await preview.getByText('Ihrem Antrag vom').waitFor();
    await preview.getByText('Grüne Straße 7').waitFor();
    await film(bernd, 'letters-1-preview');
    expect(await axeProblems(bernd), 'decision with its letter').toEqual([]);
    await bernd.getByRole('button', { name: 'Entscheidung speichern' }).click();
    const letters = bernd.getByRole('region', { name: 'Schreiben', exact: true });
    await letters.getByText('Entwurf: vom Server noch nicht übernommen').waitFor();
    await letters.getByRole('button', { name: /^Ansehen/ }).click();
    const viewer = bernd.getByRole('dialog');
    await viewer.getByText('Entwurf: noch nicht gültig, nicht versenden.').waitFor();
    await film(bernd, 'letters-2-draft');
    await viewer.getByRole('button', { name: 'Schließen' }).click();

    await berndsPc.cutLine(false);
    await letters.getByText('vom Server übernommen').waitFor();
    const [saved] = await Promise.all([
      bernd.waitForEvent('download'),
      letters.getByRole('button', { name: /^PDF speichern/ }).click(),
    ]);

    const page = await citizen.open(statusUrl(receipt(0)));
    await page.getByText('Stand: teilweise bewilligt').waitFor();
    await film(page, 'letters-3-status');
    expect(await axeProblems(page), 'status page with a letter').toEqual([]);
    const [fetched] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Bescheid: Hundesteuer anmelden/ }).click(),
    ]);
    expect(fetched.suggestedFilename()).toBe(`${receipt(0).fileReference} Bescheid Hundesteuer anmelden.pdf`);
    // what the clerk has is what the citizen has, to the byte
    const [hers, theirs] = await Promise.all([readFile(await saved.path()), readFile(await fetched.path())]);
    expect(theirs.subarray(0, 8).toString()).toBe('%PDF-1.4');
    expect(theirs.equals(hers)).toBe(true);
    await letters.getByText(/vom Bürger gesehen am \d\d\.\d\d\.\d{4}/).waitFor();
    await film(bernd, 'letters-3-seen');
  });

  it('[S3] of two decisions made without a line the first one stands, the other’s letter is kept to be taken again', async () => {
    await openCase(bernd, 'Posteingang', receipt(1).fileReference);
    await takeOver(bernd);
    await untilHandedOver(bernd);
    await berndsPc.cutLine(true);
    anna = await annasPc.open(`${town.url}/desk/`);
    await signIn(anna, 'anna', town);
    await openCase(anna, 'Alle Vorgänge', receipt(1).fileReference);
    await takeOver(anna);
    await untilHandedOver(anna);
    await anna.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await annasPc.cutLine(true);
    town.mails.length = 0;

    // a text block by its key, in both
    for (const [page, kind] of [
      [bernd, 'Ablehnen'],
      [anna, 'Zurückgenommen'],
    ] as const) {
      await page.getByLabel(kind).check();
      const reason = page.getByRole('textbox', { name: 'Begründung' });
      await reason.pressSequentially(kind === 'Ablehnen' ? '/nachweis' : '/telefon');
      await reason.press('Enter');
      const expanded =
        kind === 'Ablehnen' ? /^Der erforderliche Nachweis/ : /^Der Antrag wurde telefonisch zurückgenommen/;
      await expect.poll(() => reason.inputValue()).toMatch(expanded);
      await page.getByRole('button', { name: 'Schreiben bearbeiten' }).click();
      const subject = page.getByLabel('Betreff');
      await subject.fill(`${await subject.inputValue()} {{Aktenzeichn}}`);
      await page.getByText('Den Platzhalter „Aktenzeichn“ gibt es nicht.').waitFor();
      await subject.fill(`${kind}: Strolch`);
      await page
        .getByRole('region', { name: 'Vorschau des Schreibens' })
        .getByText(`${kind}: Strolch`)
        .waitFor();
      await page.getByRole('button', { name: 'Entscheidung speichern' }).click();
      await page.getByText('Entwurf: vom Server noch nicht übernommen').waitFor();
    }

    await annasPc.cutLine(false);
    await anna
      .getByRole('region', { name: 'Schreiben', exact: true })
      .getByText('vom Server übernommen')
      .waitFor();
    await berndsPc.cutLine(false);
    await bernd.getByRole('link', { name: 'vom Server abgewiesen: 1' }).click();
    const refused = bernd.getByRole('main');
    await refused
      .getByText(/bereits entschieden von Anna Berger/)
      .first()
      .waitFor();
    // his letter in full: the subject, the address, the text
    await refused.getByText('Ablehnen: Strolch').first().waitFor();
    await refused.getByText('Grüne Straße 7').first().waitFor();
    await refused.getByRole('button', { name: 'Text kopieren' }).first().waitFor();
    await film(bernd, 'letters-4-refused');

    const page = await citizen.open(statusUrl(receipt(1)));
    await page.getByText('Stand: zurückgenommen').waitFor();
    await page.getByRole('link', { name: /^Zurückgenommen: Strolch/ }).waitFor();
    expect(await page.getByText('Ablehnen: Strolch').count()).toBe(0);
    // one decision, one mail
    await expect.poll(() => town.mails.length, { timeout: 15_000 }).toBe(1);
  });

  it('takes two where a colleague is to look at it, and the citizen learns nothing till then', async () => {
    await openCase(bernd, 'Posteingang', receipt(2).fileReference);
    await takeOver(bernd);
    await bernd.getByLabel('Bewilligen').check();
    await bernd.getByLabel('Eine zweite Person soll die Entscheidung freigeben').check();
    await bernd.getByRole('button', { name: 'Entscheidung speichern' }).click();
    const approval = (page: Page) => page.getByRole('region', { name: 'Freigabe' });
    await approval(bernd).getByText('Ihre eigene Entscheidung gibt jemand anderes frei.').waitFor();
    expect(await approval(bernd).getByRole('button', { name: 'Freigeben' }).count()).toBe(0);
    await untilHandedOver(bernd);

    const status = await citizen.open(statusUrl(receipt(2)));
    await status.getByText('Stand: in Bearbeitung').waitFor();
    expect(await status.getByRole('heading', { name: 'Schreiben' }).count()).toBe(0);

    await openCase(anna, 'Alle Vorgänge', receipt(2).fileReference);
    await approval(anna).getByText('Ihrem Antrag vom').waitFor();
    await film(anna, 'letters-5-approval');
    expect(await axeProblems(anna), 'a decision to be approved').toEqual([]);
    await approval(anna).getByRole('button', { name: 'Zurückgeben' }).click();
    await approval(anna).getByText('Bitte schreiben Sie, was zu ändern ist.').waitFor();
    await approval(anna).getByLabel('Was zu ändern ist').fill('Bitte nur teilweise.');
    await approval(anna).getByRole('button', { name: 'Zurückgeben' }).click();
    await bernd.getByRole('region', { name: 'Verlauf' }).getByText('Bitte nur teilweise.').waitFor();

    await bernd.getByLabel('Teilweise').check();
    await bernd.getByRole('textbox', { name: 'Begründung' }).fill('Nur der erste Hund.');
    await bernd.getByLabel('Eine zweite Person soll die Entscheidung freigeben').check();
    await bernd.getByRole('button', { name: 'Entscheidung speichern' }).click();
    await approval(anna).getByText('Nur der erste Hund.').first().waitFor();
    await approval(anna).getByRole('button', { name: 'Freigeben' }).click();
    await anna
      .getByRole('region', { name: 'Schreiben', exact: true })
      .getByText('vom Server übernommen')
      .waitFor();
    await anna
      .getByRole('region', { name: 'Verlauf' })
      .getByText('Teilweise bewilligt von Bernd Krüger, freigegeben von Anna Berger')
      .waitFor();

    const letters = anna.getByRole('region', { name: 'Schreiben', exact: true });
    await letters.getByRole('button', { name: /^Zur Post gegeben/ }).click();
    await anna.getByRole('dialog').getByRole('button', { name: 'Eintragen' }).click();
    await letters.getByText(/zur Post gegeben am \d\d\.\d\d\.\d{4} von Anna Berger/).waitFor();
    await letters.getByRole('button', { name: 'Schreiben verfassen …' }).click();
    const writing = anna.getByRole('dialog', { name: 'Schreiben verfassen' });
    await writing
      .getByRole('textbox', { name: 'Text', exact: true })
      .fill('{{Anrede}}\n\nbitte holen Sie die Hundemarke ab.');
    await writing.getByText('bitte holen Sie die Hundemarke ab.').first().waitFor();
    await film(anna, 'letters-6-writing');
    expect(await axeProblems(anna), 'writing a letter').toEqual([]);
    await writing.getByRole('button', { name: 'Schreiben speichern' }).click();
    await writing.waitFor({ state: 'hidden' });
    await status.reload();
    await status.getByText('Stand: teilweise bewilligt').waitFor();
    await expect
      .poll(async () => {
        await status.reload();
        return status.getByRole('link', { name: /PDF\)$/ }).count();
      })
      .toBe(2);
  });

  it('is made from the town’s own template, written by an administrator with what is wrong said before saving', async () => {
    const dora = await dorasPc.open(`${town.url}/desk/`);
    await signIn(dora, 'dora', town);
    await dora.getByRole('link', { name: 'Verwaltung' }).click();
    await dora.getByRole('link', { name: 'Vorlagen' }).click();
    await dora.getByRole('heading', { name: 'Textbausteine' }).waitFor();
    await film(dora, 'letters-7-templates');
    expect(await accessibilityProblems(dora), 'templates').toEqual([]);
    await dora.getByRole('button', { name: 'Anpassen: Bewilligung', exact: true }).click();
    const dialog = dora.getByRole('dialog', { name: 'Neue Vorlage' });
    await dialog.getByLabel('Name').fill('Hundesteuerbescheid');
    const text = dialog.getByRole('textbox', { name: 'Text', exact: true });
    await text.fill('{{Anrede}}\n\nIhr Hund {{Hundename}} ist angemeldet.');
    await dialog.getByText('Zeile 3: Den Platzhalter „Hundename“ gibt es nicht.').waitFor();
    expect(await dialog.getByRole('button', { name: 'Speichern', exact: true }).isDisabled()).toBe(true);
    // the answers of a service's form are known once it is chosen
    await dialog.getByRole('combobox', { name: 'Dienstleistungen' }).fill('Hundesteuer anm');
    await dora.getByRole('option', { name: 'Hundesteuer anmelden' }).click();
    await text.fill('{{Anrede}}\n\nIhr Hund ist angemeldet: ');
    await dialog.getByRole('combobox', { name: 'Platzhalter in „Text“ einfügen' }).fill('Name des Hun');
    await dora.getByRole('option', { name: /Name des Hundes/ }).click();
    await expect.poll(() => text.inputValue()).toContain('{{Antwort:dogName}}');
    await film(dora, 'letters-8-template');
    expect(await axeProblems(dora), 'a template in work').toEqual([]);
    await dialog.getByRole('button', { name: 'Speichern', exact: true }).click();
    await dora.getByText('Fassung 1').waitFor();

    await dora.getByRole('button', { name: 'Textbaustein anlegen' }).click();
    const blockDialog = dora.getByRole('dialog', { name: 'Neuer Textbaustein' });
    await blockDialog.getByLabel('Bezeichnung').fill('Steuer beginnt');
    await blockDialog.getByLabel('Kürzel').fill('beginn');
    const block = blockDialog.getByRole('textbox', { name: 'Text', exact: true });
    await block.fill('Zum Antrag {{Aktenzeichn}} beginnt die Steuer.');
    await blockDialog.getByText('Zeile 1: Den Platzhalter „Aktenzeichn“ gibt es nicht.').waitFor();
    await block.fill('Zum Antrag {{Aktenzeichen}} beginnt die Steuer.');
    const blockPreview = blockDialog.getByRole('region', { name: 'So liest es sich mit Beispielangaben' });
    await blockPreview.getByText(/^Zum Antrag \S+ beginnt die Steuer\.$/).waitFor();
    await film(dora, 'letters-8-block');
    expect(await axeProblems(dora), 'a text block in work').toEqual([]);
    await blockDialog.getByRole('button', { name: 'Speichern', exact: true }).click();
    await blockDialog.waitFor({ state: 'hidden' });
    await untilHandedOver(dora);

    await openCase(bernd, 'Posteingang', receipt(3).fileReference);
    await takeOver(bernd);
    await bernd.getByLabel('Bewilligen').check();
    await bernd.getByText('Hundesteuerbescheid').waitFor();
    const preview = bernd.getByRole('region', { name: 'Vorschau des Schreibens' });
    await preview.getByText('Ihr Hund ist angemeldet: Strolch').waitFor();
    // a block stands in the reason with its gaps filled; one that is typed and nobody knows is told
    const reason = bernd.getByRole('textbox', { name: 'Begründung' });
    await reason.pressSequentially('/beginn');
    await reason.press('Tab');
    await expect
      .poll(() => reason.inputValue())
      .toBe(`Zum Antrag ${receipt(3).fileReference} beginnt die Steuer.`);
    await reason.fill('Siehe {{Bescheid}}.');
    await bernd.getByText('In der Begründung ist „{{Bescheid}}“ nicht ausgefüllt.').waitFor();
    await reason.fill('');
    await bernd.setViewportSize({ width: 320, height: 800 });
    await bernd.emulateMedia({ colorScheme: 'dark' });
    await film(bernd, 'letters-9-narrow-dark');
    await bernd.setViewportSize({ width: 1280, height: 800 });
    await bernd.emulateMedia({ colorScheme: 'light' });
  });
});
