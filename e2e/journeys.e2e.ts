import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './axe.ts';
import { fillInDogTax, type Receipt, readReceipt, review, send } from './citizen.ts';
import {
  addNote,
  decide,
  handedOver,
  notHandedOver,
  openCase,
  signIn,
  takeOver,
  unlock,
  untilHandedOver,
} from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { reference, Town } from './town.ts';

/** The five journeys of the core, in order, in one town: each goes on where the one before ended. */
describe('one application, from the web form to the decision made with the line cut', () => {
  let town: Town;
  let citizen: Pc;
  let annasPc: Pc;
  let berndsPc: Pc;
  let bernd: Page;
  let anna: Page;
  const receipts: Receipt[] = [];
  const receipt = (index: number): Receipt => {
    const found = receipts[index];
    if (found === undefined) throw new Error('the application before this one failed');
    return found;
  };
  const desk = () => `${town.url}/desk/`;
  const statusUrl = ({ trackingCode }: Receipt) =>
    `${town.url}/m/${testTown.municipalityId}/status/${trackingCode}`;

  beforeAll(async () => {
    town = await Town.open();
    [citizen, annasPc, berndsPc] = await Promise.all([Pc.setUp(), Pc.setUp(), Pc.setUp()]);
  });

  afterAll(async () => {
    for (const pc of [citizen, annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  it('1. a citizen applies, and a send repeated after a cut is the same application', async () => {
    const page = await citizen.open(town.url);
    await fillInDogTax(page, town.url);
    await review(page);
    // the server gets it, the answer never arrives
    await page.route('**/form', async (route) => {
      if (route.request().method() === 'POST') {
        await route.fetch({ maxRedirects: 0 });
        await route.abort('connectionreset');
      } else await route.continue();
    });
    await page.getByRole('button', { name: 'Antrag absenden' }).click();
    await page.waitForURL('chrome-error://chromewebdata/');
    await page.unroute('**/form');
    // as a person does who doesn't know whether it arrived: opens the form again; what was typed is there
    await page.goto(`${town.url}/m/${testTown.municipalityId}/services/${testTown.serviceId}/form`);
    await page.getByRole('button', { name: 'Weiter ausfüllen' }).click();
    await expect.poll(() => page.getByLabel('Vorname').inputValue()).toBe('Jürgen');
    await send(page);
    receipts.push(await readReceipt(page));
    await film(page, '1-receipt');

    await fillInDogTax(page, town.url, {
      firstName: 'Käthe',
      lastName: 'Öhler',
      email: 'kaethe@example.org',
    });
    await send(page);
    receipts.push(await readReceipt(page));
    expect(receipts.map(({ fileReference }) => fileReference)).toEqual([reference(1), reference(2)]);
  });

  it('2. a clerk sees it within a second, takes it over, reads it, writes a note', async () => {
    bernd = await berndsPc.open(desk());
    await signIn(bernd, 'bernd', town);
    await bernd.getByRole('link', { name: receipt(1).fileReference }).waitFor();
    await untilHandedOver(bernd);

    const page = await citizen.open(town.url);
    await fillInDogTax(page, town.url, { firstName: 'Till', lastName: 'Groß', email: 'till@example.org' });
    await send(page);
    receipts.push(await readReceipt(page));
    // no reload, and no longer than a second after the citizen has the receipt
    await bernd.getByRole('link', { name: receipt(2).fileReference }).waitFor({ timeout: 1_000 });

    await openCase(bernd, 'Posteingang', receipt(0).fileReference);
    await bernd.getByText('Mischling (Schäferhund, Husky)').waitFor();
    await takeOver(bernd);
    await addNote(bernd, 'Chipnummer geprüft, Größe stimmt.');
    await untilHandedOver(bernd);
    await film(bernd, '2-note');
  });

  it('3. the server is gone: what she does is saved, and there after closing and reopening', async () => {
    await town.killServer();
    await decide(bernd, 'Bewilligen', 'Die Angaben sind vollständig.');
    await openCase(bernd, 'Posteingang', receipt(1).fileReference);
    await addNote(bernd, 'Rückruf morgen früh.');
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    await film(bernd, '3-offline');

    await berndsPc.shutDown();
    bernd = await berndsPc.open(desk());
    await unlock(bernd, 'bernd');
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    await openCase(bernd, 'Alle Vorgänge', receipt(0).fileReference);
    await bernd.getByRole('region', { name: 'Verlauf' }).getByText('Die Angaben sind vollständig.').waitFor();
    await film(bernd, '3-reopened');
    await openCase(bernd, 'Alle Vorgänge', receipt(1).fileReference);
    await bernd.getByRole('region', { name: 'Verlauf' }).getByText('Rückruf morgen früh.').waitFor();
  });

  it('4. the server is back: handed over, the citizen sees the decision, a mail went out', async () => {
    town.mails.length = 0;
    await town.startServer();
    await untilHandedOver(bernd);
    expect(await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).count()).toBe(
      0,
    );
    await film(bernd, '4-handed-over');

    const status = await citizen.open(statusUrl(receipt(0)));
    await status.getByText('bewilligt').first().waitFor();
    await status.getByText('Die Angaben sind vollständig.').waitFor();
    await film(status, '4-status');

    await expect.poll(() => town.mails.length, { timeout: 15_000 }).toBe(1);
    const [mail] = town.mails;
    expect(mail?.subject).toBe('Es gibt Neuigkeiten');
    expect(mail?.text).toContain(statusUrl(receipt(0)));
    expect(`${mail?.text}${mail?.html}`).not.toContain('vollständig');
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/bewilligt/i);
  });

  it('5. [L5] [J6] two decisions, one offline: the first stands, the second is refused and its text kept', async () => {
    await openCase(bernd, 'Posteingang', receipt(2).fileReference);
    await takeOver(bernd);
    await untilHandedOver(bernd);
    await berndsPc.cutLine(true);

    anna = await annasPc.open(desk());
    await signIn(anna, 'anna', town);
    await openCase(anna, 'Alle Vorgänge', receipt(2).fileReference);
    await takeOver(anna);
    await decide(anna, 'Bewilligen', 'Vertretung: alles in Ordnung.');
    await untilHandedOver(anna);

    const ownText = 'Abgelehnt, weil der Nachweis der Haftpflicht fehlt.';
    await decide(bernd, 'Ablehnen', ownText);
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await film(bernd, '5-offline-decision');
    // what Anna did comes in before his own goes out: the desk says what to expect [L5]
    await bernd.route('**/operations', (route) => route.abort());
    await berndsPc.cutLine(false);
    const forecast = bernd.getByRole('note').filter({ hasText: 'Wird voraussichtlich abgewiesen' });
    await forecast.getByText(/bereits entschieden von Anna Berger/).waitFor();
    await forecast.getByText(ownText).waitFor();
    await bernd.getByRole('button', { name: 'Abgleich anzeigen' }).click();
    const panel = bernd.getByRole('dialog', { name: 'Abgleich' });
    await panel.getByText(/^wird voraussichtlich abgewiesen: bereits entschieden von Anna Berger/).waitFor();
    await film(bernd, '5-expected-refused');
    expect(await axeProblems(bernd), 'case with what is expected to be refused').toEqual([]);
    await bernd.keyboard.press('Escape');
    await bernd.unroute('**/operations');

    // nobody says that the server took it over
    await bernd.getByRole('link', { name: 'vom Server abgewiesen: 1' }).waitFor();
    expect(await bernd.getByRole('banner').getByText(handedOver).count()).toBe(0);
    await bernd.getByRole('button', { name: 'Abgleich anzeigen' }).click();
    await panel.getByText('Eine Änderung hat der Server abgewiesen.').waitFor();
    expect(await panel.getByText('übernommen').count()).toBe(0);
    await film(bernd, '5-refused-in-panel');
    await bernd.keyboard.press('Escape');
    await bernd.getByRole('button', { name: /^Konto: / }).click();
    await bernd.getByRole('menuitem', { name: 'Abmelden' }).click();
    const signingOut = bernd.getByRole('dialog', { name: 'Abmelden?' });
    await signingOut.getByText('Eine Änderung hat der Server abgewiesen.').waitFor();
    await film(bernd, '5-refused-signing-out');
    await signingOut.getByRole('link', { name: 'Abgewiesene Änderungen ansehen' }).click();
    await signingOut.waitFor({ state: 'hidden' });
    const refused = bernd.getByRole('main');
    await refused.getByText(/bereits entschieden von Anna Berger am \d\d\.\d\d\.\d{4}/).waitFor();
    await refused.getByText(ownText).first().waitFor();
    await film(bernd, '5-refused');
    expect(await axeProblems(bernd), 'refused change').toEqual([]);

    // there until he has taken note of it, whatever happens to the window [J6]
    await reload();
    await bernd.getByRole('link', { name: 'Abgewiesene Änderungen 1' }).click();
    await refused.getByText(ownText).first().waitFor();
    // the same once more, as a new change: the desk knows by now that it can't be, and keeps it on the list
    await bernd.getByRole('button', { name: 'Als neue Änderung wiederholen' }).click();
    await refused
      .getByRole('status')
      .getByText(/bereits entschieden von Anna Berger/)
      .waitFor();
    await refused.getByText(ownText).first().waitFor();
    await bernd.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
    await bernd.getByText('Es gibt keine abgewiesenen Änderungen.').waitFor();
    await reload();
    await bernd.getByRole('link', { name: /^Abgewiesene Änderungen/ }).click();
    await bernd.getByText('Es gibt keine abgewiesenen Änderungen.').waitFor();
    expect(await refused.getByText(ownText).count()).toBe(0);

    await openCase(bernd, 'Alle Vorgänge', receipt(2).fileReference);
    await bernd.getByRole('region', { name: 'Verlauf' }).getByText('Vertretung: alles in Ordnung.').waitFor();
    expect(await bernd.getByRole('region', { name: 'Verlauf' }).getByText(ownText).count()).toBe(0);

    async function reload(): Promise<void> {
      await bernd.reload();
      await unlock(bernd, 'bernd');
    }
  });
});
