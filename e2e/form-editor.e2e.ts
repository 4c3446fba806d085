import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { dogOwner, fillInDogTax, type Receipt, readReceipt, review, send } from './citizen.ts';
import { openCase, signIn, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { servicePart } from './service-part.ts';
import { Town } from './town.ts';

const summary = 'Hunde werden innerhalb von 14 Tagen angemeldet.';
const basis = 'Hundesteuersatzung vom 1. Januar 2024, § 2';
const question = 'Ist der Hund als gefährlich eingestuft?';
const since = 'Seit wann eingestuft?';

/** An administrator gives a service another form, by keyboard and without a line; citizens and cases see what becomes of it. */
describe('editing a service and its form', () => {
  let town: Town;
  let dorasPc: Pc;
  let berndsPc: Pc;
  let citizensPc: Pc;
  let page: Page;
  let before: Receipt;
  let begun: Page;

  const item = (name: string) =>
    page.getByRole('list', { name: 'Aufbau' }).getByRole('button', { name: new RegExp(`^${escaped(name)}`) });
  const press = async (what: Locator, key = 'Enter') => {
    await what.focus();
    await page.keyboard.press(key);
  };
  const setting = (name: string) =>
    page.getByRole('region', { name: 'Gewählter Eintrag' }).getByLabel(name, { exact: true });
  const service = (part: string) => press(servicePart(page, part));

  beforeAll(async () => {
    town = await Town.open();
    [dorasPc, berndsPc, citizensPc] = await Promise.all([Pc.setUp(), Pc.setUp(), Pc.setUp()]);
    const citizen = await citizensPc.open(town.url);
    await fillInDogTax(citizen, town.url);
    await send(citizen);
    before = await readReceipt(citizen);
    // somebody else has it all typed, and not sent
    begun = await citizensPc.open(town.url);
    await fillInDogTax(begun, town.url, { ...dogOwner, lastName: 'Öhler' });
    page = await dorasPc.open(`${town.url}/desk/`);
    await signIn(page, 'dora', town);
  });

  afterAll(async () => {
    for (const pc of [dorasPc, berndsPc, citizensPc]) await pc?.dispose();
    await town?.close();
  });

  it('texts: kept while they are typed, saved without a line', async () => {
    await press(page.getByRole('link', { name: 'Verwaltung' }));
    await press(page.getByRole('link', { name: 'Dienstleistungen', exact: true }));
    await press(page.getByRole('link', { name: 'Hundesteuer anmelden bearbeiten' }));
    await page.getByLabel('Kurzbeschreibung').fill(summary);
    await page.getByLabel('Frist in Tagen').fill('bald');
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await dorasPc.cutLine(true);
    await page.reload();
    await unlock(page, 'dora');
    await page.getByLabel('Kurzbeschreibung').waitFor();
    expect(await page.getByLabel('Kurzbeschreibung').inputValue()).toBe(summary);
    await press(page.getByRole('button', { name: 'Änderungen speichern' }));
    await page.getByText(/ganze Zahl von 1 bis 3650/).waitFor();
    expect(await accessibilityProblems(page), 'texts').toEqual([]);
    await film(page, 'form-editor-texts');
    await page.getByLabel('Rechtsgrundlage').fill(basis);
    await page.getByLabel('Frist in Tagen').fill('21');
    await page.keyboard.press('Enter');
    await page.getByText('Auf diesem Gerät gespeichert', { exact: true }).waitFor();
  });

  it('a question with a condition; a circle is said where it is; what was removed comes back', async () => {
    await service('Formular');
    await press(item('Chipnummer'));
    await press(page.getByRole('button', { name: 'Frage hinzufügen', exact: true }));
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type(question);
    await setting('Art der Antwort').selectOption('Ja oder nein');
    await press(page.getByRole('button', { name: 'Frage hinzufügen', exact: true }));
    await page.waitForFunction(() => (document.activeElement as HTMLTextAreaElement | null)?.value === '');
    await page.keyboard.type(since);
    await setting('Art der Antwort').selectOption('Datum');
    await press(setting('Muss beantwortet werden'), 'Space');
    await press(setting('Nur bei bestimmten Antworten'), 'Space');
    await setting('Antwort').selectOption('Ja');

    // moved before what it hangs on: said there
    await press(item(since), 'Alt+ArrowUp');
    await page.getByText(`Die Bedingung verweist auf „${question}“, was erst danach gefragt wird.`).waitFor();
    await press(item(question));
    await press(setting('Nur bei bestimmten Antworten'), 'Space');
    await setting('Vergleich').selectOption('ist beantwortet');
    await press(item(since));
    const circle = page.getByRole('alert').filter({ hasText: 'Die Bedingungen gehen im Kreis' });
    await circle.waitFor();
    expect(await circle.innerText()).toContain(
      `„${since}“ hängt ab von „${question}“ hängt ab von „${since}“`,
    );
    await press(page.getByRole('button', { name: 'Speichern und veröffentlichen …' }));
    await page.getByText(/Stelle ist noch nicht in Ordnung/).waitFor();
    expect(await accessibilityProblems(page), 'a form with a circle').toEqual([]);
    await film(page, 'form-editor-circle');
    await press(item(question));
    await press(setting('Immer'), 'Space');
    await press(item(question), 'Alt+ArrowUp');
    await circle.waitFor({ state: 'detached' });

    await press(item('Telefon'), 'Delete');
    await page.getByText('„Telefon“ wurde entfernt.').waitFor();
    await press(item('Chipnummer'), 'Delete');
    await press(page.getByRole('button', { name: 'Rückgängig' }));
    await item('Chipnummer').waitFor();
    await press(item('Rasse'), 'Alt+ArrowUp');

    const preview = page.getByRole('region', { name: 'Vorschau' });
    expect(await preview.getByLabel(since).count()).toBe(0);
    await preview.getByLabel(question).selectOption('Ja');
    await preview.getByLabel(since).waitFor();
    expect(await accessibilityProblems(page), 'the editor').toEqual([]);
    await film(page, 'form-editor');
    // a draft outlives the program
    await page.reload();
    await unlock(page, 'dora');
    await item(question).waitFor();
  });

  it('says what changes for whom, and publishes; saved before the line is back', async () => {
    await press(page.getByRole('button', { name: 'Speichern und veröffentlichen …' }));
    const dialog = page.getByRole('dialog', { name: 'Neue Fassung veröffentlichen?' });
    await dialog.getByText(`Frage „${question}“ hinzugefügt (Angaben zum Hund)`).waitFor();
    for (const sentence of ['Frage „Telefon“ entfernt', 'Frage „Name des Hundes“ verschoben'])
      expect(await dialog.innerText()).toContain(sentence);
    await press(dialog.getByLabel(/bekommt beim Senden das neue Formular/), 'Space');
    await dialog.getByText('Diese Antworten entfallen dabei: Telefon.').waitFor();
    expect(await accessibilityProblems(page), 'publishing').toEqual([]);
    await film(page, 'form-editor-publish');
    await press(dialog.getByRole('button', { name: 'Veröffentlichen' }));
    await page.getByText('Auf diesem Gerät gespeichert', { exact: true }).waitFor();
    await dorasPc.cutLine(false);
    await untilHandedOver(page);
  });

  it('citizens are asked by the new form; who had begun goes on in it with what she typed', async () => {
    await review(begun);
    await begun.getByText('Das Formular wurde erneuert').waitFor();
    expect(await begun.getByLabel('Name des Hundes').inputValue()).toBe('Strolch');
    await begun.getByRole('radiogroup', { name: question }).getByLabel('Ja', { exact: true }).check();
    await begun.getByLabel(since).fill('1.2.2026');
    expect(await begun.getByLabel('Telefon').count()).toBe(0);
    expect(await accessibilityProblems(begun), 'the new form').toEqual([]);
    await film(begun, 'form-editor-citizen');
    await send(begun);
    const { fileReference } = await readReceipt(begun);

    await begun.goto(`${town.url}/m/${testTown.municipalityId}/services/${testTown.serviceId}`);
    for (const text of [summary, basis]) await begun.getByText(text).waitFor();

    const bernd = await berndsPc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
    await openCase(bernd, 'Posteingang', fileReference);
    await bernd.getByText('Gestellt mit Fassung 2 des Formulars', { exact: true }).waitFor();
    await bernd.getByText(since).first().waitFor();
    await openCase(bernd, 'Posteingang', before.fileReference);
    await bernd.getByText('Gestellt mit Fassung 1 des Formulars; inzwischen gibt es eine neuere').waitFor();
    await film(bernd, 'form-editor-older-case');
  });

  it('the versions: who changed what; the first is looked at, and restored as a new one', async () => {
    await service('Fassungen');
    const second = page.getByRole('listitem').filter({ hasText: 'Fassung 2' }).first();
    await second.getByText(/von Dora Ritter · gilt für neue Anträge/).waitFor();
    expect(await second.innerText()).toContain('Frage „Telefon“ entfernt');
    await press(page.getByRole('button', { name: 'Fassung 1: Ansehen' }));
    await page.getByRole('dialog', { name: 'Fassung 1' }).getByLabel('Telefon').waitFor();
    expect(await accessibilityProblems(page), 'a version').toEqual([]);
    await page.keyboard.press('Escape');
    expect(await accessibilityProblems(page), 'versions').toEqual([]);
    await film(page, 'form-editor-versions');
    await press(page.getByRole('button', { name: 'Fassung 1: Wiederherstellen …' }));
    await press(page.getByRole('dialog').getByRole('button', { name: 'Als Entwurf übernehmen' }));
    await press(page.getByRole('button', { name: 'Speichern und veröffentlichen …' }));
    const dialog = page.getByRole('dialog', { name: 'Neue Fassung veröffentlichen?' });
    await dialog.getByText(`Frage „${question}“ entfernt`).waitFor();
    await press(dialog.getByRole('button', { name: 'Veröffentlichen' }));
    await page.getByText('Auf diesem Gerät gespeichert · vom Server übernommen').waitFor();
    await service('Fassungen');
    await page.getByText('Fassung 3', { exact: true }).waitFor();
  });
});

function escaped(text: string): string {
  return text.replaceAll(/[.?*+^$()[\]{}|\\]/g, '\\$&');
}
