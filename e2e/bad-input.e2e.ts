import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dogOwner, fillInDogTax, readReceipt, review, send } from './citizen.ts';
import { addNote, notHandedOver, openCase, sendSignIn, signIn, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** What goes wrong around a clerk and a citizen: each time a sentence that says what to do, and nothing typed is lost. */
describe('when something is wrong', () => {
  let town: Town;
  let citizen: Pc;
  let pc: Pc;
  let reference: string;

  beforeAll(async () => {
    town = await Town.open();
    citizen = await Pc.setUp({ javaScript: false });
    const page = await citizen.open(town.url);
    await fillInDogTax(page, town.url);
    await send(page);
    reference = (await readReceipt(page)).fileReference;
  });

  afterEach(() => pc?.dispose());

  afterAll(async () => {
    await citizen?.dispose();
    await town?.close();
  });

  const atDesk = async (): Promise<Page> => {
    pc = await Pc.setUp();
    const page = await pc.open(`${town.url}/desk/`);
    await signIn(page, 'bernd', town);
    await untilHandedOver(page);
    return page;
  };

  it('a citizen whose browser runs no script applies, corrects what was wrong, and follows the application', async () => {
    const page = await citizen.open(town.url);
    await fillInDogTax(page, town.url, { ...dogOwner, email: 'juergen' });
    await review(page);
    const errors = page.locator('#errors');
    await errors.waitFor();
    expect(await page.getByLabel('Rasse').inputValue()).toBe('Mischling (Schäferhund, Husky)');
    await errors.getByRole('link', { name: /E-Mail-Adresse/ }).click();
    await page.getByLabel('E-Mail-Adresse').fill(dogOwner.email);
    await send(page);
    const receipt = await readReceipt(page);
    await page.goto(`${town.url}/m/${testTown.municipalityId}/status`);
    await page.getByRole('textbox', { name: 'Zugangscode' }).fill(receipt.trackingCode.toLowerCase());
    await page.getByRole('button', { name: 'Stand anzeigen' }).click();
    await page.getByText(receipt.fileReference).waitFor();
    await page.getByText('Ihr Antrag liegt vor und wird bald bearbeitet.').waitFor();
  });

  it('the session has ended while work waits: the clerk works on, signs in again, and it is handed over', async () => {
    const page = await atDesk();
    await openCase(page, 'Posteingang', reference);
    await town.killServer();
    town.endAllSessions();
    await addNote(page, 'Ohne Leitung geschrieben.');
    await town.startServer();
    await page.getByText('Ihre Anmeldung ist abgelaufen.').waitFor();
    await addNote(page, 'Nach Ablauf der Anmeldung geschrieben.');
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    await film(page, 'bad-session-ended');

    await page.getByRole('button', { name: 'Erneut anmelden' }).click();
    const dialog = page.getByRole('dialog', { name: 'Erneut anmelden' });
    await sendSignIn(dialog, 'bernd', 'falsch');
    await dialog.getByText('E-Mail oder Passwort stimmt nicht.').waitFor();
    await sendSignIn(dialog, 'bernd');
    await untilHandedOver(page);
    await page.getByText('Ihre Anmeldung ist abgelaufen.').waitFor({ state: 'hidden' });
  });

  it('a second window says so, and goes on by itself once the first is closed', async () => {
    const first = await atDesk();
    const second = await pc.open(`${town.url}/desk/`);
    await second
      .getByRole('heading', { name: 'Amtsstube ist schon in einem anderen Fenster geöffnet' })
      .waitFor();
    await first.close();
    await unlock(second, 'bernd');
  });

  it('no room on the device: nothing is called saved, the text stays, and is saved once there is room', async () => {
    const page = await atDesk();
    await openCase(page, 'Posteingang', reference);
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Storage.overrideQuotaForOrigin', { origin: town.url, quotaSize: 1 });
    // an open file has some room of its own beforehand
    await page.reload();
    await unlock(page, 'bernd');
    await openCase(page, 'Alle Vorgänge', reference);
    const text = 'Dieser Vermerk braucht Platz. '.repeat(60).trim();
    const note = page.getByRole('textbox', { name: 'Vermerk', exact: true });
    await note.fill(text);
    await page.getByRole('button', { name: 'Vermerk speichern' }).click();
    await page.getByText('Nicht gespeichert: Der Speicherplatz auf diesem Gerät ist voll.').waitFor();
    expect(await note.inputValue()).toBe(text);
    expect(await page.getByText('Auf diesem Gerät gespeichert', { exact: true }).count()).toBe(0);
    await film(page, 'bad-no-room');

    // a dialog stays, with the reason in it; what was typed there survives a slip, too
    await page.getByRole('button', { name: 'Wiedervorlage setzen …' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Wiedervorlage' });
    await dialog.getByLabel('Am').fill('23.11.2037');
    const reason = dialog.getByLabel('Wozu? (freiwillig)');
    await reason.fill(text.slice(0, 400));
    await dialog.getByRole('button', { name: 'Wiedervorlage speichern' }).click();
    await dialog.getByText('Nicht gespeichert: Der Speicherplatz auf diesem Gerät ist voll.').waitFor();
    await film(page, 'bad-no-room-dialog');
    await reason.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Wiedervorlage setzen …' }).press('Enter');
    expect(await reason.inputValue()).toBe(text.slice(0, 400));
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();

    await devTools.send('Storage.overrideQuotaForOrigin', { origin: town.url });
    await page.getByRole('button', { name: 'Vermerk speichern' }).click();
    await page.getByRole('region', { name: 'Verlauf' }).getByText(text).waitFor();
    await untilHandedOver(page);
  });

  it('[J3] a journal whose last write was torn: opens, says so, and keeps what was called saved', async () => {
    const page = await atDesk();
    await openCase(page, 'Posteingang', reference);
    await town.killServer();
    await addNote(page, 'Vor dem Stromausfall.');
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await pc.shutDown();
    await pc.tearJournal();

    const again = await pc.open(`${town.url}/desk/`);
    await unlock(again, 'bernd');
    await again.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await again.getByRole('button', { name: 'Abgleich anzeigen' }).click();
    await again
      .getByRole('dialog', { name: 'Abgleich' })
      .getByText(/wurde eine Eingabe nicht fertig geschrieben \(23 Bytes\)/)
      .waitFor();
    await film(again, 'bad-torn-journal');
    await town.startServer();
    await again
      .getByRole('dialog', { name: 'Abgleich' })
      .getByText('Alles ist vom Server übernommen.')
      .waitFor();
  });
});
