import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookByPhone, goToCalendarDay, openCalendar } from './calendar-desk.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import {
  addNote,
  decide,
  enrol,
  notHandedOver,
  openCase,
  sendSignIn,
  takeOver,
  untilHandedOver,
} from './clerk.ts';
import { lookAt } from './gallery-looks.ts';
import { nextOpenDay } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const applicants = [
  { firstName: 'Jürgen', lastName: 'Weiß', email: 'juergen.weiss@example.org' },
  { firstName: 'Käthe', lastName: 'Öhler-Großmann', email: 'k.oehler@example.org' },
  { firstName: 'Nele', lastName: 'Müller', email: 'nele@example.org' },
];

/** Every screen and dialog of the desk, in every look, to be looked at (e2e/.out/gallery) and with axe on each. */
describe('the gallery', () => {
  let town: Town;
  let pc: Pc;
  let page: Page;
  const references: string[] = [];

  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    const citizen = await pc.open(town.url);
    for (const applicant of applicants) {
      await fillInDogTax(citizen, town.url, applicant);
      await send(citizen);
      references.push((await readReceipt(citizen)).fileReference);
    }
    await citizen.close();
    page = await pc.open(`${town.url}/desk/`);
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  const openDay = nextOpenDay(['buergerbuero-1']);
  const reference = (index: number) => references[index] ?? '';

  it('shows nothing that axe or a narrow window objects to', { timeout: 600_000 }, async () => {
    const problems: string[] = [];
    const look = async (name: string) => void problems.push(...(await lookAt(page, name)));

    await page.getByRole('heading', { name: 'Dieses Gerät einrichten' }).waitFor();
    await look('01-enrol');
    await enrol(page, town);
    await look('02-sign-in');
    await sendSignIn(page, 'anna');
    await page.getByRole('link', { name: reference(2) }).waitFor();
    await untilHandedOver(page);
    await look('03-inbox');
    await page.getByRole('link', { name: 'Meine Vorgänge' }).click();
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).waitFor();
    await look('04-empty-list');

    await page.getByRole('link', { name: 'Posteingang' }).click();
    await page.getByRole('heading', { name: 'Posteingang' }).waitFor();
    await page.getByRole('button', { name: 'Status' }).first().click();
    await page.getByRole('menuitemcheckbox', { name: /^eingegangen/ }).click();
    await look('22-filter-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Filter entfernen: / }).waitFor();
    await look('23-filtered-list');
    await page.getByRole('button', { name: /^Filter entfernen: / }).click();
    await dialog('Spalten', '24-columns');
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menu').waitFor();
    await look('25-views-menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await page.keyboard.press('Control+a');
    await page.getByText('3 Vorgänge ausgewählt').waitFor();
    await look('26-selected');
    await dialog('Übernehmen …', '27-bulk');

    await openCase(page, 'Posteingang', reference(0));
    await look('05-case-received');
    await takeOver(page);
    await addNote(page, 'Rückruf wegen der Größe des Hundes. Bitte bis Freitag noch einmal versuchen.');
    await untilHandedOver(page);
    await look('06-case-in-progress');
    await dialog('Übergeben an …', '07-hand-over');
    await page.getByRole('button', { name: 'Übergeben an …' }).click();
    const handOver = page.getByRole('dialog', { name: 'Vorgang übergeben' });
    await handOver.getByLabel('An einen anderen Fachbereich').check();
    await look('28-hand-over-department');
    await closeDialog();
    await dialog('Zurückgeben', '08-give-back');
    await dialog('Rückfrage stellen …', '43-ask');
    await dialog('Wiedervorlage setzen …', '44-follow-up');
    await dialog('Schreiben verfassen …', '45-write-letter');
    await dialog('Bezug herstellen …', '46-link-cases');
    await dialog('Abgeben …', '47-hand-to-body');
    await page.getByRole('button', { name: 'Gebühr festsetzen …' }).click();
    const fee = page.getByRole('dialog', { name: 'Gebühr festsetzen' });
    await fee.getByLabel('Betrag in Euro').fill('35,50');
    await fee.getByRole('textbox', { name: 'Begründung' }).fill('§ 4 der Hundesteuersatzung');
    await look('40-set-fee');
    await fee.getByRole('button', { name: 'Festsetzen' }).click();
    await page.getByRole('region', { name: 'Gebühr', exact: true }).getByText('35,50 €').waitFor();
    await untilHandedOver(page);

    await pc.cutLine(true);
    await decide(page, 'Ablehnen', 'Der Nachweis der Haftpflichtversicherung fehlt.');
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await look('09-case-decided-offline');
    await page.getByRole('link', { name: 'Alle Vorgänge' }).click();
    await page.getByRole('heading', { name: 'Alle Vorgänge' }).waitFor();
    await look('10-all-cases-offline');
    await dialog('Abgleich anzeigen', '11-sync-panel-offline');
    await pc.cutLine(false);
    await untilHandedOver(page);
    await dialog('Abgleich anzeigen', '12-sync-panel');

    await page.getByRole('link', { name: /^Abgewiesene Änderungen/ }).click();
    await page.getByRole('heading', { name: 'Abgewiesene Änderungen' }).waitFor();
    await look('13-refused-none');

    await page.getByRole('link', { name: 'Auswertung' }).click();
    const months = page.getByRole('region', { name: /^Je Monat/ });
    await months.getByRole('row').last().waitFor();
    // this month's row: three came in, one was decided
    expect(await months.getByRole('row').last().getByRole('cell').allInnerTexts()).toEqual(['3', '1']);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Als CSV speichern' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^Auswertung .*\.csv$/);
    expect(readFileSync(await saved.path(), 'utf8')).toContain('Alle zusammen;Offen;bis 7 Tage;2\r\n');
    await look('29-figures');

    await page.getByRole('link', { name: 'Auslastung' }).click();
    await page.getByRole('heading', { name: 'Auslastung', level: 1 }).waitFor();
    await look('48-load');
    await page.getByRole('link', { name: 'Aufgaben' }).click();
    await page.getByRole('heading', { name: 'Aufgaben', level: 1 }).waitFor();
    await look('49-tasks');
    await page.getByRole('link', { name: 'Neuer Vorgang' }).click();
    await page.getByRole('combobox', { name: 'Dienstleistung' }).fill('Hundesteuer anm');
    await page.getByRole('option', { name: 'Hundesteuer anmelden' }).click();
    await page.getByRole('textbox', { name: 'Nachname' }).waitFor();
    await look('50-entry');

    await openCalendar(page);
    await goToCalendarDay(page, openDay);
    await bookByPhone(page, {
      name: 'Käthe Öhler-Großmann',
      on: openDay,
      clock: '9:30',
      email: 'k.oehler@example.org',
    });
    await page.getByText(/^Termin gebucht: Käthe/).waitFor();
    await look('51-calendar-day');
    await page.locator('button[data-appointment]').click();
    await page.getByRole('complementary', { name: 'Käthe Öhler-Großmann' }).waitFor();
    await look('52-appointment');
    await dialog('Verschieben …', '53-move-appointment');
    await dialog('Absagen …', '54-cancel-appointment');
    await dialog('Termin buchen (B)', '55-book');
    await dialog('Zeit sperren', '56-block-time');
    await page.getByRole('button', { name: 'Woche' }).click();
    await page
      .getByRole('group', { name: /^Bürgerbüro 1, / })
      .first()
      .waitFor();
    await look('57-calendar-week');
    await page.getByRole('button', { name: 'Liste', exact: true }).click();
    await page.getByRole('table', { name: 'Termine als Liste' }).waitFor();
    await look('58-calendar-list');

    await page.getByRole('link', { name: /^Offene Gebühren/ }).click();
    await page.getByRole('link', { name: reference(0) }).waitFor();
    await look('41-open-fees');
    await dialog('Kontoauszug einlesen …', '42-bank-statement');

    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Gehe zu …' }).waitFor();
    await page.keyboard.type('hst');
    await page.getByRole('option', { name: reference(1) }).waitFor();
    await look('14-palette');
    await closeDialog();
    await menu();
    await look('15-account-menu');
    await page.keyboard.press('Escape');
    for (const [item, name] of [
      ['Darstellung und Meldungen …', '16-settings'],
      ['Tastenkürzel …', '17-shortcuts'],
      ['Passwort ändern …', '18-password'],
      ['Abmelden', '19-sign-out'],
    ] as const) {
      await menu();
      await page.getByRole('menuitem', { name: item }).click();
      await page.getByRole('dialog').waitFor();
      await look(name);
      await closeDialog();
    }

    await menu();
    await page.getByRole('menuitem', { name: 'Sperren' }).click();
    await page.getByRole('heading', { name: 'Anna Berger' }).waitFor();
    await look('20-locked');

    await page.getByRole('button', { name: 'Mit einem anderen Konto anmelden' }).click();
    await sendSignIn(page, 'dora');
    await page.getByRole('link', { name: 'Verwaltung' }).click();
    await page.getByRole('heading', { name: 'Verwaltung', exact: true }).waitFor();
    const parts = page.getByRole('navigation', { name: 'Bereiche der Verwaltung' }).getByRole('link');
    for (const name of await parts.allInnerTexts()) {
      await parts.filter({ hasText: name }).click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      if (name === 'Geräte') await page.getByText('Bürgerbüro, Platz 2').waitFor();
      await look(`21-admin-${name.toLowerCase()}`);
    }
    await parts.filter({ hasText: 'Dienstleistungen' }).click();
    await page.getByRole('link', { name: 'Hundesteuer anmelden bearbeiten' }).click();
    const views = page.getByRole('navigation', { name: 'Bereiche der Dienstleistung' }).getByRole('link');
    for (const name of ['Angaben', 'Formular', 'Fassungen']) {
      await views.filter({ hasText: name }).click();
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await look(`21-service-${name.toLowerCase()}`);
    }
    expect(problems).toEqual([]);

    async function dialog(opener: string, name: string): Promise<void> {
      await page.getByRole('button', { name: opener }).click();
      await page.getByRole('dialog').waitFor();
      await look(name);
      await closeDialog();
    }
    async function closeDialog(): Promise<void> {
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    }
    async function menu(): Promise<void> {
      await page.getByRole('button', { name: /^Konto: / }).click();
      await page.getByRole('menu').waitFor();
    }
  });
});
