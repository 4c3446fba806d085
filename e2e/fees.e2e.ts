import { createRequire } from 'node:module';
import { creditorReference } from '@amtsstube/shared/domain/fees/creditor-reference';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { openSimulator, type Simulator } from '@amtsstube/sync-server/payments/simulator';
import type * as jsqr from 'jsqr';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems, axeProblems } from './axe.ts';
import { fillInDogTax, type Receipt, readReceipt, send } from './citizen.ts';
import { openCase, signIn, takeOver, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const { default: readCode } = createRequire(import.meta.url)('jsqr') as typeof jsqr.default;
const secret = 'between the town and its payment service';

/** A fee from the decision to the payment, in one town: each goes on where the one before ended. */
describe('the fee of a case', () => {
  let simulator: Simulator;
  let town: Town;
  let citizen: Pc;
  let pc: Pc;
  let citizenPage: Page;
  let bernd: Page;
  const receipts: Receipt[] = [];
  const receipt = (index: number): Receipt => {
    const found = receipts[index];
    if (found === undefined) throw new Error('no application');
    return found;
  };
  const referenceOf = ({ fileReference }: Receipt) => creditorReference(fileReference) ?? '';
  const statusUrl = ({ trackingCode }: Receipt) =>
    `${town.url}/m/${testTown.municipalityId}/status/${trackingCode}`;
  const feePart = () => bernd.getByRole('region', { name: 'Gebühr', exact: true });

  beforeAll(async () => {
    simulator = await openSimulator({ secret, port: 0 });
    town = await Town.open({
      settings: { AMTSSTUBE_EPAYMENT_URL: simulator.url, AMTSSTUBE_EPAYMENT_SECRET: secret },
    });
    [citizen, pc] = (await Promise.all([Pc.setUp(), Pc.setUp()])) as [Pc, Pc];
    citizenPage = await citizen.open(town.url);
    for (const firstName of ['Jürgen', 'Käthe', 'Ida']) {
      await fillInDogTax(citizenPage, town.url, {
        firstName,
        lastName: 'Weiß',
        email: `${firstName.length}@example.org`,
      });
      await send(citizenPage);
      receipts.push(await readReceipt(citizenPage));
    }
    bernd = await pc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await pc?.shown(), await citizen?.shown());
  });
  afterAll(async () => {
    for (const each of [citizen, pc]) await each?.dispose();
    await town?.close();
    await simulator?.close();
  });

  it('is charged with the decision, without a line, and the letter has a slip a banking app can read', async () => {
    await openCase(bernd, 'Posteingang', receipt(0).fileReference);
    await takeOver(bernd);
    await untilHandedOver(bernd);
    // the first session has the whole program on the device by now
    await bernd.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await pc.cutLine(true);

    await bernd.getByLabel('Bewilligen').check();
    await bernd.getByLabel('Gebühr mit der Entscheidung festsetzen').check();
    await bernd.getByLabel('Betrag in Euro').fill('viel');
    await bernd.getByRole('button', { name: 'Entscheidung speichern' }).click();
    await bernd.getByText('Bitte einen Betrag eingeben').waitFor();
    await bernd.getByLabel('Betrag in Euro').fill('35,50');
    await bernd
      .getByRole('textbox', { name: 'Begründung' })
      .last()
      .fill('Steuer nach § 4 der Hundesteuersatzung');
    await bernd.getByRole('region', { name: 'Vorschau des Schreibens' }).getByText('Zahlschein').waitFor();
    await film(bernd, 'fees-1-decision');
    expect(await axeProblems(bernd), 'decision with a fee').toEqual([]);
    await bernd.getByRole('button', { name: 'Entscheidung speichern' }).click();
    await feePart().getByText('35,50 €').waitFor();
    await feePart()
      .getByText(referenceOf(receipt(0)))
      .waitFor();
    await bernd.getByRole('region', { name: 'Verlauf' }).getByText('Gebühr 35,50 €').waitFor();
    await pc.cutLine(false);
    const letters = bernd.getByRole('region', { name: 'Schreiben', exact: true });
    await letters.getByText('vom Server übernommen').waitFor();
    await film(bernd, 'fees-2-open');
    await letters.getByRole('button', { name: /^Ansehen/ }).click();
    const viewer = bernd.getByRole('dialog');
    await viewer.getByText('Zahlschein').waitFor();
    await film(bernd, 'fees-3-letter');
    const expected = `BCD\n002\n1\nSCT\nBYLADEM1001\nMusterstadt (Altmark), Stadtkasse\nDE02120300000000202051\nEUR35.50\n\n\n${referenceOf(receipt(0))}`;
    await expect.poll(() => codeOn(viewer.locator('canvas'))).toBe(expected);
    await viewer.getByRole('button', { name: 'Schließen' }).click();
  });

  it('is shown to the citizen, who pays it online; the desk learns of it by itself', async () => {
    await citizenPage.goto(statusUrl(receipt(0)));
    await citizenPage.getByRole('heading', { name: 'Gebühr' }).waitFor();
    await citizenPage.getByText(referenceOf(receipt(0))).waitFor();
    await citizenPage.getByRole('img', { name: /^GiroCode/ }).waitFor();
    await film(citizenPage, 'fees-4-status');
    await citizenPage.setViewportSize({ width: 320, height: 800 });
    await film(citizenPage, 'fees-4-status-narrow');
    expect(await axeProblems(citizenPage), 'status page with a fee').toEqual([]);
    await citizenPage.setViewportSize({ width: 1280, height: 800 });
    await citizenPage.getByRole('button', { name: 'Online bezahlen' }).click();
    await film(citizenPage, 'fees-5-pay');
    expect(await axeProblems(citizenPage), 'page before the provider').toEqual([]);
    await citizenPage.getByRole('link', { name: 'Weiter zum Zahlungsdienst' }).click();
    await citizenPage.getByRole('button', { name: 'Bezahlen' }).click();
    await citizenPage.getByText('Ihre Zahlung ist angekommen').waitFor();
    await film(citizenPage, 'fees-6-paid');
    await feePart().getByText('bezahlt', { exact: true }).waitFor();
    await bernd.getByRole('region', { name: 'Verlauf' }).getByText('Online bezahlt: 35,50 €').waitFor();
    await citizenPage.goto(statusUrl(receipt(0)));
    await citizenPage.getByText('bezahlt', { exact: true }).waitFor();
  });

  it('is paid by a transfer that a bank file tells of, read and confirmed without a line, and not twice', async () => {
    await chargeByHand(1, '50');
    await pc.cutLine(true);
    await bernd.getByRole('link', { name: /^Offene Gebühren/ }).click();
    await bernd.getByRole('link', { name: receipt(1).fileReference }).waitFor();
    await film(bernd, 'fees-7-list');
    expect(await accessibilityProblems(bernd), 'open fees').toEqual([]);
    await bernd.getByRole('button', { name: 'Kontoauszug einlesen …' }).click();
    const dialog = bernd.getByRole('dialog');
    await readIn(dialog, 'rechnung.pdf', Buffer.from('%PDF-1.7'));
    await dialog.getByText('sie ist ein PDF').waitFor();
    const written = referenceOf(receipt(1))
      .toLowerCase()
      .replaceAll(/(.{4})/g, '$1 ');
    const csv = `Buchungstag;Name Zahlungsbeteiligter;Verwendungszweck;Betrag\r\n27.11.2026;Käthe Weiß;Hundesteuer ${written};50,00\r\n26.11.2026;Sportverein;Miete Turnhalle;120,00\r\n`;
    const windows = Buffer.from(csv, 'latin1');
    await readIn(dialog, 'umsatz.csv', windows);
    await dialog.getByText('passt genau').waitFor();
    await dialog.getByText('Miete Turnhalle').waitFor();
    await film(bernd, 'fees-8-statement');
    expect(await axeProblems(bernd), 'bank statement').toEqual([]);
    await dialog.getByRole('checkbox').press('Space');
    await dialog.getByRole('button', { name: '1 Zahlung buchen' }).click();
    await dialog.getByText('1 Zahlung gebucht.').waitFor();
    await dialog.getByRole('button', { name: 'Schließen' }).click();
    await bernd.getByText('Zurzeit ist keine Gebühr offen.').waitFor();

    await bernd.getByRole('button', { name: 'Kontoauszug einlesen …' }).click();
    await readIn(dialog, 'umsatz.csv', windows);
    await dialog.getByText('schon gebucht').waitFor();
    await dialog.getByRole('button', { name: 'Schließen' }).click();
    await pc.cutLine(false);
    await untilHandedOver(bernd);
    await citizenPage.goto(statusUrl(receipt(1)));
    await citizenPage.getByText('bezahlt', { exact: true }).waitFor();
  });

  it('is waived with a reason, and what is done by mistake is undone', async () => {
    await chargeByHand(2, '20');
    await feePart().getByRole('button', { name: 'Zahlung eintragen …' }).click();
    const dialog = bernd.getByRole('dialog');
    await dialog.getByLabel('Betrag in Euro').fill('5');
    await film(bernd, 'fees-9-payment');
    await dialog.getByRole('button', { name: 'Eintragen' }).click();
    await feePart().getByText('15,00 €').waitFor();
    await feePart()
      .getByRole('button', { name: /zurücknehmen$/ })
      .click();
    await dialog.getByLabel(/^Grund/).fill('falscher Vorgang');
    await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
    await feePart().getByText('falscher Vorgang').waitFor();
    await feePart().getByRole('button', { name: 'Erlassen …' }).click();
    await dialog.getByRole('button', { name: 'Erlassen' }).click();
    await dialog.getByText('Ohne Grund').waitFor();
    await dialog.getByLabel(/^Grund/).fill('Härtefall, Bescheid liegt vor');
    await dialog.getByRole('button', { name: 'Erlassen' }).click();
    await feePart().getByText('erlassen', { exact: true }).waitFor();
    await film(bernd, 'fees-10-waived');
    expect(await axeProblems(bernd), 'waived fee').toEqual([]);
    await untilHandedOver(bernd);
    await citizenPage.goto(statusUrl(receipt(2)));
    await citizenPage.getByText('erlassen', { exact: true }).waitFor();
  });

  async function chargeByHand(index: number, amount: string): Promise<void> {
    await openCase(bernd, 'Posteingang', receipt(index).fileReference);
    await takeOver(bernd);
    await feePart().getByRole('button', { name: 'Gebühr festsetzen …' }).click();
    const dialog = bernd.getByRole('dialog');
    await dialog.getByLabel('Betrag in Euro').fill(amount);
    await dialog.getByRole('textbox', { name: 'Begründung' }).fill('Satzung');
    await dialog.getByRole('button', { name: 'Festsetzen' }).click();
    await feePart().getByText(`${amount},00 €`).first().waitFor();
    await untilHandedOver(bernd);
  }
});

async function readIn(dialog: Locator, name: string, buffer: Buffer): Promise<void> {
  await dialog.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
}

/** What a foreign reader reads from the page as it is shown. */
async function codeOn(canvases: Locator): Promise<string | undefined> {
  for (const canvas of await canvases.all()) {
    const { width, height, pixels } = await canvas.evaluate((element) => {
      const { width, height } = element as HTMLCanvasElement;
      const { data } =
        (element as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height) ?? {};
      let text = '';
      // black or white is all that counts, and little to send
      for (let index = 0; index < (data?.length ?? 0); index += 4)
        text += (data?.[index] ?? 255) < 128 ? '1' : '0';
      return { width, height, pixels: text };
    });
    const bytes = new Uint8ClampedArray(width * height * 4).fill(255);
    for (let index = 0; index < pixels.length; index += 1)
      if (pixels[index] === '1') bytes.fill(0, index * 4, index * 4 + 3);
    const found = width > 0 ? readCode(bytes, width, height) : null;
    if (found) return Buffer.from(found.binaryData).toString('utf8');
  }
  return undefined;
}
