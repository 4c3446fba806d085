import { formatLocalDate } from '@amtsstube/shared/domain/time';
import {
  holdAt,
  oneCounter,
  person,
  sendForm,
  timesIn,
  timesPath,
} from '@amtsstube/sync-server/citizen/appointments/test-booking';
import { openPage } from '@amtsstube/sync-server/citizen/test-browser';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { bookByPhone, openCalendar } from './calendar-desk.ts';
import { signIn, untilHandedOver } from './clerk.ts';
import { filmLooks } from './film-strip.ts';
import { nextOpenDay } from './open-day.ts';
import { Pc } from './pc.ts';
import { servicePart } from './service-part.ts';
import { Town } from './town.ts';

const on = nextOpenDay(['buergerbuero-1', 'buergerbuero-2']);
const day = formatLocalDate(on);

/** When counters receive people, set at the desk by who may, and what becomes of whom it hits. */
describe('opening hours', { timeout: 180_000 }, () => {
  let town: Town;
  let pc: Pc;
  let anna: Page;
  let dorasPc: Pc;
  let dora: Page;

  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    anna = await pc.open(`${town.url}/desk/`);
    await signIn(anna, 'anna', town);
    await untilHandedOver(anna);
    dorasPc = await Pc.setUp();
    dora = await dorasPc.open(`${town.url}/desk/`);
    await signIn(dora, 'dora', town);
    await untilHandedOver(dora);
  });
  afterAll(async () => {
    for (const each of [pc, dorasPc]) await each?.dispose();
    await town?.close();
  });

  const button = (name: string | RegExp, page = anna) => page.getByRole('button', { name });
  const openCounter = async () => {
    await anna.getByRole('link', { name: 'Öffnungszeiten', exact: true }).click();
    await anna.getByRole('link', { name: 'Öffnungszeiten von Bürgerbüro 1' }).click();
    await anna.getByRole('heading', { level: 1, name: 'Öffnungszeiten von Bürgerbüro 1' }).waitFor();
  };

  it('a day that is closed says first whom it hits; they are cancelled and told once, who has no e-mail is to be called', async () => {
    await openCalendar(anna);
    await bookByPhone(anna, { name: 'Jürgen Weiß', on, clock: '9:30', email: 'juergen.weiss@example.org' });
    await anna.getByText(/^Termin gebucht: Jürgen Weiß, /).waitFor();
    await bookByPhone(anna, { name: 'Käthe Öhler', on, clock: '10:30', phone: '03900 4711' });
    await anna.getByText(/^Termin gebucht: Käthe Öhler, /).waitFor();
    await expect.poll(() => town.mails.length).toBe(1);

    await openCounter();
    await button('Tag hinzufügen').click();
    const dialog = anna.getByRole('dialog', { name: 'An einem Tag anders' });
    await dialog.getByRole('textbox', { name: 'Tag' }).fill(day);
    await dialog.getByRole('textbox', { name: 'Grund' }).fill('Umbau');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    const hit = anna.getByRole('dialog', { name: '2 Termine betroffen' });
    await hit.getByText(/Käthe Öhler, .*03900 4711/).waitFor();
    await hit.getByRole('radio', { name: /abgesagt/ }).check();
    await hit.getByRole('button', { name: 'Speichern und absagen' }).click();
    await hit.getByText('Bitte geben Sie den Grund an.').waitFor();
    await filmLooks(anna, 'opening-hours/hit');
    expect(await accessibilityProblems(anna)).toEqual([]);
    await hit.getByRole('textbox', { name: /Grund/ }).fill('Wegen eines Umbaus haben wir geschlossen.');
    await hit.getByRole('button', { name: 'Speichern und absagen' }).click();

    await anna.getByText('2 Termine abgesagt.').waitFor();
    await anna.getByText(/^Käthe Öhler, .*03900 4711/).waitFor();
    await anna.getByText('geschlossen · Umbau').waitFor();
    await untilHandedOver(anna);
    await expect.poll(() => town.mails.length).toBe(2);
    expect(town.mails[1]?.text).toContain('Wegen eines Umbaus haben wir geschlossen.');
    await filmLooks(anna, 'opening-hours/counter');
    expect(await accessibilityProblems(anna)).toEqual([]);
  });

  it('who books while other hours are being saved is said after it, with the way to the appointment', async () => {
    await anna.getByRole('link', { name: 'Alle Schalter' }).click();
    await anna.getByRole('link', { name: 'Öffnungszeiten von Bürgerbüro 2' }).click();
    await anna.getByRole('heading', { level: 1, name: 'Öffnungszeiten von Bürgerbüro 2' }).waitFor();
    await pc.cutLine(true);
    await anna
      .getByText(/^keine Verbindung/)
      .first()
      .waitFor();
    const [at = ''] = timesIn(await openPage(town.url, timesPath(on, oneCounter)));
    const held = await holdAt(town.url, at, oneCounter);
    expect((await sendForm(town.url, held.form, person)).status).toBe(303);

    await button('Tag hinzufügen').click();
    const dialog = anna.getByRole('dialog', { name: 'An einem Tag anders' });
    await dialog.getByRole('textbox', { name: 'Tag' }).fill(day);
    await dialog.getByRole('button', { name: 'Zeit hinzufügen' }).click();
    await filmLooks(anna, 'opening-hours/exception');
    await dialog.getByRole('button', { name: / entfernen$/ }).click();
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    // nobody known here is hit
    await dialog.waitFor({ state: 'hidden' });
    const outside = anna.getByText('1 Termin liegt außerhalb der Öffnungszeiten');
    expect(await outside.count()).toBe(0);
    await pc.cutLine(false);
    await outside.waitFor();
    await filmLooks(anna, 'opening-hours/outside');
    await anna.getByRole('link', { name: /^Jürgen Weiß, / }).click();
    await anna.locator('button[data-appointment]').filter({ hasText: 'Jürgen Weiß' }).waitFor();
    await anna.getByRole('link', { name: 'Öffnungszeiten', exact: true }).click();
    await outside.waitFor();
    await anna.getByRole('link', { name: 'Öffnungszeiten von Bürgerbüro 1' }).click();
    await anna.getByRole('heading', { level: 1, name: 'Öffnungszeiten von Bürgerbüro 1' }).waitFor();
    expect(await outside.count()).toBe(0);
  });

  it('[K6] lines that overlap are both named before anything is saved; what was typed survives leaving the screen', async () => {
    const lines = anna.getByRole('region', { name: 'Jede Woche' }).getByRole('listitem');
    const before = await lines.count();
    await button('Zeile hinzufügen').click();
    const added = lines.nth(before);
    await added.getByLabel(/, Tag$/).selectOption('Montag');
    await added.getByLabel(/, von$/).fill('8:30');
    await added.getByLabel(/, bis$/).fill('9:30');
    await button('Öffnungszeiten speichern').click();
    await anna.getByText(/^Überschneidet sich mit Montag 8:30–9:30/).waitFor();
    await added.getByText(/^Überschneidet sich mit Montag 09:00–/).waitFor();
    await filmLooks(anna, 'opening-hours/overlap');
    await anna.getByRole('link', { name: 'Alle Schalter' }).click();
    await anna.getByRole('link', { name: 'Öffnungszeiten von Bürgerbüro 1' }).click();
    await anna.getByText('Ihre Änderungen sind noch nicht gespeichert.').waitFor();
    await lines
      .nth(before)
      .getByLabel(/, bis$/)
      .fill('9');
    await button('Öffnungszeiten speichern').click();
    await anna.getByText('Ihre Änderungen sind noch nicht gespeichert.').waitFor({ state: 'detached' });
    await anna.getByRole('link', { name: 'Alle Schalter' }).click();
    await anna.getByText(/Mo 08:30–09:00, /).waitFor();
  });

  it('days on which all is closed, and the rules of giving appointments', async () => {
    await dora.goto(`${town.url}/desk/#/admin/counters`);
    await dora.getByRole('link', { name: 'Öffnungszeiten und Schließtage' }).click();
    await button('Schließtage hinzufügen', dora).click();
    const dialog = dora.getByRole('dialog', { name: 'Schließtage hinzufügen' });
    await dialog.getByRole('textbox', { name: 'Erster Tag' }).fill('24.12.2031');
    await dialog.getByRole('textbox', { name: /Letzter Tag/ }).fill('23.12.2031');
    await dialog.getByRole('textbox', { name: 'Anlass' }).fill('Weihnachten');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.getByText('Der letzte Tag liegt vor dem ersten.').waitFor();
    await dialog.getByRole('radio', { name: 'einzelne Schalter' }).check();
    await filmLooks(dora, 'opening-hours/closure');
    await dialog.getByRole('radio', { name: 'alle Schalter' }).check();
    await dialog.getByRole('textbox', { name: /Letzter Tag/ }).fill('31.12.2031');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    // appointments of departments that aren't hers are not on her desk: said, not guessed
    const unseen = dora.getByRole('dialog', { name: 'Vielleicht sind Termine betroffen' });
    await unseen.getByText(/liegen nicht auf diesem Gerät/).waitFor();
    await unseen.getByRole('button', { name: 'Speichern' }).click();
    await dora.getByText('24.12.2031 bis 31.12.2031').waitFor();

    const hold = dora.getByRole('textbox', { name: 'Reserviert beim Ausfüllen' });
    await hold.fill('viel');
    await button('Regeln speichern', dora).click();
    await dora.getByText('Bitte eine ganze Zahl von 1 bis 120 angeben.').waitFor();
    await hold.fill('12');
    await button('Regeln speichern', dora).click();
    await untilHandedOver(dora);
    await filmLooks(dora, 'opening-hours/all');
    expect(await accessibilityProblems(dora)).toEqual([]);
    await dora.goto(`${town.url}/desk/#/admin/counters`);
    await dora.getByRole('link', { name: 'Öffnungszeiten und Schließtage' }).click();
    expect(await hold.inputValue()).toBe('12');
  });

  it('a service that would never fit is not saved, one that fits is', async () => {
    await dora.goto(`${town.url}/desk/#/admin/services`);
    await dora.getByRole('link', { name: /Hund/ }).first().click();
    await servicePart(dora, 'Termine').click();
    const offered = dora.getByRole('switch', { name: 'Termine vergeben' });
    if (!(await offered.isChecked())) await offered.click();
    await dora.getByRole('checkbox', { name: 'Bürgerbüro 1' }).check();
    await dora.getByRole('textbox', { name: 'Dauer' }).fill('480');
    await button('Termine speichern', dora).click();
    await dora.getByText(/^So lange ist keiner der gewählten Schalter/).waitFor();
    await dora.getByRole('textbox', { name: 'Dauer' }).fill('25');
    await filmLooks(dora, 'opening-hours/offer');
    expect(await accessibilityProblems(dora)).toEqual([]);
    await button('Termine speichern', dora).click();
    await untilHandedOver(dora);
    await dora.getByRole('link', { name: 'Angaben', exact: true }).click();
    await servicePart(dora, 'Termine').click();
    await expect.poll(() => dora.getByRole('textbox', { name: 'Dauer' }).inputValue()).toBe('25');
  });
});
