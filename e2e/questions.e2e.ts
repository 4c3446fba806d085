import { addDays, formatLocalDate, instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import { workingDayFrom } from '@amtsstube/shared/domain/working-days';
import { aPdf } from '@amtsstube/sync-server/citizen/uploads/test-files';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { dogOwner, fillInDogTax, readReceipt, send } from './citizen.ts';
import { openCase, signIn, takeOver, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const asked = 'Ist Strolch gegen Tollwut geimpft?';
const vaccination = { name: 'Impfpass Strolch.pdf', mimeType: 'application/pdf', buffer: aPdf(1, 1_200_000) };
/** What the dialog proposes. */
const today = localDateOf(instantOf(Date.now()));
const answerBy = formatLocalDate(workingDayFrom(addDays(today, 14)));

/** A question of the office and its answer, in order: each part goes on where the one before ended. */
describe('a question to the applicant', { timeout: 180_000 }, () => {
  let town: Town;
  let berndsPc: Pc;
  let plainPc: Pc;
  let scriptPc: Pc;
  let bernd: Page;
  let citizen: Page;
  let fileReference = '';
  let trackingCode = '';

  beforeAll(async () => {
    town = await Town.open();
    [berndsPc, plainPc, scriptPc] = await Promise.all([
      Pc.setUp(),
      Pc.setUp({ javaScript: false }),
      Pc.setUp(),
    ]);
    const page = await scriptPc.open(town.url);
    await fillInDogTax(page, town.url);
    await send(page);
    ({ fileReference, trackingCode } = await readReceipt(page));
    bernd = await berndsPc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
    await openCase(bernd, 'Posteingang', fileReference);
    await takeOver(bernd);
    await untilHandedOver(bernd);
  }, 120_000);

  afterAll(async () => {
    for (const pc of [berndsPc, plainPc, scriptPc]) await pc?.dispose();
    await town?.close();
  });

  const questions = (page: Page) => page.getByRole('region', { name: 'Rückfragen' });
  const statusUrl = () => `${town.url}/m/musterstadt/status/${trackingCode}`;
  const looks = async (page: Page, name: string) => {
    const before = page.viewportSize();
    for (const [colorScheme, width] of [
      ['light', 320],
      ['dark', 320],
      ['light', 1280],
      ['dark', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await film(page, `questions-${name}-${width}-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (before) await page.setViewportSize(before);
  };

  it('is asked without a line, and then goes its way: server, mail, citizen', async () => {
    await berndsPc.cutLine(true);
    await questions(bernd).getByRole('button', { name: 'Rückfrage stellen …' }).click();
    const dialog = bernd.getByRole('dialog', { name: 'Rückfrage stellen' });
    await dialog.getByRole('button', { name: 'Rückfrage senden' }).click();
    await dialog.getByText('Bitte schreiben Sie eine Frage').waitFor();
    await dialog.getByLabel('Frage', { exact: true }).fill(asked);
    await dialog.getByLabel('Weitere Unterlagen').fill('Impfpass');
    await dialog.getByText(dogOwner.email).waitFor();
    await looks(bernd, 'ask');
    await dialog.getByRole('button', { name: 'Rückfrage senden' }).click();
    await questions(bernd).getByText('Zustellung: auf diesem Gerät gespeichert').waitFor();
    await bernd.getByText(`bis ${answerBy}`).first().waitFor();

    await berndsPc.cutLine(false);
    await questions(bernd)
      .getByText('vom Server übernommen · E-Mail übergeben · vom Bürger noch nicht gesehen')
      .waitFor();
    const mail = town.mails.find(({ subject }) => subject === 'Es gibt eine Frage zu Ihrem Antrag');
    expect(mail?.text).toContain(statusUrl());
    expect(mail?.text).not.toContain('Strolch');

    await bernd.getByRole('link', { name: 'Meine Vorgänge' }).click();
    const row = bernd.getByRole('row', { name: new RegExp(fileReference) });
    await row.getByText('wartet auf Antwort').waitFor();
    await row.getByText(`bis ${answerBy}`).waitFor();
    await row.getByRole('link').click();
  });

  it('is answered without JavaScript, with a file; the case wakes and says so', async () => {
    citizen = await plainPc.open(statusUrl());
    await citizen.getByText(asked).waitFor();
    await citizen.getByText(`Bitte antworten Sie bis zum ${answerBy}.`).waitFor();
    await looks(citizen, 'status');
    await questions(bernd)
      .getByText(/vom Bürger gesehen am/)
      .waitFor();

    await citizen.getByRole('link', { name: /beantworten/ }).click();
    await citizen.getByRole('button', { name: 'Antwort absenden' }).last().click();
    await citizen.getByText('Bitte „Antwort“ ausfüllen.').first().waitFor();
    await citizen.getByRole('textbox', { name: /^Antwort/ }).fill('Ja, siehe Impfpass.');
    await citizen.locator('input[type=file]').setInputFiles(vaccination);
    await citizen.getByRole('button', { name: 'Ausgewählte Dateien hinzufügen' }).click();
    await citizen.getByRole('button', { name: /Entfernen/ }).waitFor();
    await looks(citizen, 'answer');
    await citizen.getByRole('button', { name: 'Antwort absenden' }).last().click();
    await citizen.getByRole('heading', { name: 'Ihre Antwort ist angekommen' }).waitFor();
    await looks(citizen, 'answered');

    await questions(bernd).getByText('Ja, siehe Impfpass.').waitFor();
    expect(await questions(bernd).getByText('Ja, siehe Impfpass.').count()).toBe(1);
    const files = bernd.getByRole('region', { name: 'Dateien' });
    await files.getByText('mit der Antwort auf eine Rückfrage eingereicht').waitFor();
    // a desk fetches the files of its clerk's cases by itself
    await files.getByRole('button', { name: `Ansehen: ${vaccination.name}` }).waitFor();
    await looks(bernd, 'case');
    await bernd.getByRole('link', { name: 'Meine Vorgänge' }).click();
    await bernd
      .getByRole('row', { name: new RegExp(fileReference) })
      .getByText('Antwort da')
      .waitFor();
    await looks(bernd, 'list');
    await bernd.getByRole('link', { name: fileReference }).click();
    await questions(bernd)
      .getByRole('button', { name: /zur Kenntnis genommen/ })
      .click();
    await questions(bernd)
      .getByText(/zur Kenntnis genommen von Bernd/)
      .waitFor();
    await expect.poll(() => bernd.getByText('Antwort da').count()).toBe(0);
  });

  it('is answered with JavaScript over a line that dies, and in the middle of a file', async () => {
    await questions(bernd).getByRole('button', { name: 'Rückfrage stellen …' }).click();
    const dialog = bernd.getByRole('dialog', { name: 'Rückfrage stellen' });
    await dialog.getByLabel('Frage', { exact: true }).fill('Und die Haftpflicht?');
    await dialog.getByRole('button', { name: 'Rückfrage senden' }).click();
    citizen = await scriptPc.open(statusUrl());
    await expect
      .poll(async () => {
        await citizen.reload();
        return citizen.getByRole('link', { name: /beantworten/ }).count();
      })
      .toBe(1);
    await citizen.getByRole('link', { name: /beantworten/ }).click();
    let isCut = false;
    let pieces = 0;
    await citizen.route('**/uploads/**', async (route) => {
      if (route.request().method() === 'PATCH' && !isCut) {
        pieces += 1;
        isCut = pieces === 2;
      }
      await (isCut ? route.abort('connectionreset') : route.continue());
    });
    await citizen.getByRole('textbox', { name: /^Antwort/ }).fill('Police liegt bei.');
    await citizen
      .locator('input[type=file]')
      .setInputFiles({ ...vaccination, name: 'Police.pdf', buffer: aPdf(2, 1_300_000) });
    await citizen.getByText('Die Verbindung ist unterbrochen').waitFor();
    await citizen.getByRole('button', { name: 'Antwort absenden' }).last().click();
    await citizen.getByText('Es werden noch Dateien übertragen').waitFor();
    isCut = false;
    // and then it goes on by itself
    await citizen.getByRole('heading', { name: 'Ihre Antwort ist angekommen' }).waitFor({ timeout: 60_000 });
    expect(await accessibilityProblems(citizen)).toEqual([]);
    await questions(bernd).getByText('Police liegt bei.').waitFor();
    // the draft on this device is gone with it
    expect(await citizen.evaluate(() => Object.keys(localStorage))).toEqual([]);
  });

  it('a follow-up and a longer deadline are set by keyboard, and the citizen reads why', async () => {
    const dates = bernd.getByRole('region', { name: 'Termine und Fristen' });
    await dates.getByRole('button', { name: 'Wiedervorlage setzen …' }).press('Enter');
    await bernd.keyboard.type('+3');
    await bernd.keyboard.press('Tab');
    await bernd.keyboard.type('Rückruf wegen Police');
    await bernd.getByRole('button', { name: 'Wiedervorlage speichern' }).press('Enter');
    await dates.getByText('Rückruf wegen Police').waitFor();
    await dates.getByRole('button', { name: 'Frist verlängern …' }).press('Enter');
    await bernd.keyboard.type('+90');
    await bernd.keyboard.press('Tab');
    await bernd.keyboard.type('Die Versicherung prüft noch.');
    await film(bernd, 'questions-extend');
    await bernd.getByRole('dialog').getByRole('button', { name: 'Frist verlängern' }).press('Enter');
    const until = formatLocalDate(workingDayFrom(addDays(today, 90)));
    await dates.getByText(until).waitFor();
    await expect
      .poll(async () => {
        await citizen.goto(statusUrl());
        return citizen.locator('main').innerText();
      })
      .toContain(until);
    await citizen.getByText('Die Versicherung prüft noch.').waitFor();
    for (const page of [citizen, bernd]) expect(await accessibilityProblems(page)).toEqual([]);
    await looks(bernd, 'dates');
  });

  it('what is due is the first she sees when she opens her desk on a day, with counts and by keyboard', async () => {
    await bernd.close();
    bernd = await berndsPc.open(`${town.url}/desk/`);
    await unlock(bernd, 'bernd');
    await bernd.getByRole('heading', { name: 'Fällig' }).waitFor();
    const row = bernd.getByRole('row', { name: new RegExp(fileReference) });
    await row.getByText('Wiedervorlage').waitFor();
    await row.getByText(/^in \d Tagen$/).waitFor();
    const groups = bernd.getByRole('group', { name: 'Was fällig ist' });
    await groups.getByRole('button', { name: 'überfällig 0' }).waitFor();
    await groups.getByRole('button', { name: 'nächste 7 Tage 1' }).press('Enter');
    await bernd.getByRole('button', { name: 'Filter entfernen: Frist: in den nächsten 7 Tagen' }).waitFor();
    await groups.getByRole('button', { name: 'überfällig 0' }).press('Space');
    await groups.getByRole('button', { name: 'nächste 7 Tage 1' }).press('Space');
    await bernd.getByText('Die gesetzten Filter verbergen einen Vorgang.').waitFor();
    await groups.getByRole('button', { name: 'überfällig 0' }).press('Space');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await looks(bernd, 'due');
    // the rest of the day she opens it where she left it
    const before = await placeKeptAt(bernd);
    await bernd.keyboard.press('g');
    await bernd.keyboard.press('m');
    await bernd.getByRole('heading', { name: 'Meine Vorgänge' }).waitFor();
    await expect.poll(() => placeKeptAt(bernd)).toBeGreaterThan(before);
    await bernd.close();
    bernd = await berndsPc.open(`${town.url}/desk/`);
    await unlock(bernd, 'bernd');
    await bernd.getByRole('heading', { name: 'Meine Vorgänge' }).waitFor();
    await bernd.keyboard.press('g');
    await bernd.keyboard.press('f');
    await bernd.getByRole('link', { name: fileReference }).click();
    await bernd.getByRole('button', { name: 'Wiedervorlage erledigt' }).click();
    await bernd.getByRole('button', { name: /zur Kenntnis genommen/ }).click();
    await bernd.getByRole('link', { name: 'Fällig' }).click();
    await bernd.getByText('ist kein Vorgang für Sie fällig').waitFor();
  });
});

/** When the desk last wrote down where its clerk is: milliseconds since 1970. */
function placeKeptAt(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const files = await (await root.getDirectoryHandle('amtsstube')).getDirectoryHandle('files');
    let newest = 0;
    for await (const [name, handle] of files.entries())
      if (name.includes('last-place') && handle instanceof FileSystemFileHandle)
        newest = Math.max(newest, (await handle.getFile()).lastModified);
    return newest;
  });
}
