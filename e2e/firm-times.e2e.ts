import { formatLocalDate } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { goToCalendarDay, openCalendar } from './calendar-desk.ts';
import { handedOver, signIn, untilHandedOver } from './clerk.ts';
import { film, filmLooks } from './film-strip.ts';
import { leasedDay } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const on = leasedDay('buergerbuero-1');

/** Times granted ahead: booked without a line, final at once, and nobody else's. */
describe.skipIf(on === undefined)('[K7] [K8] times that hold without a line', () => {
  let town: Town;
  let annasPc: Pc;
  let berndsPc: Pc;
  let anna: Page;
  let bernd: Page;

  beforeAll(async () => {
    town = await Town.open();
    [annasPc, berndsPc] = await Promise.all([Pc.setUp(), Pc.setUp()]);
    [anna, bernd] = await Promise.all([
      annasPc.open(`${town.url}/desk/`),
      berndsPc.open(`${town.url}/desk/`),
    ]);
    await signIn(anna, 'anna', town);
    await signIn(bernd, 'bernd', town);
  });
  afterAll(async () => {
    for (const pc of [annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  const appointment = (page: Page, name: string) =>
    page.locator('button[data-appointment]').filter({ hasText: name });

  it('are kept for the PC that says at which counter it stands', async () => {
    await openCalendar(bernd);
    await bernd.getByLabel('Dieser PC steht am Schalter').selectOption('Bürgerbüro 1');
    await bernd.getByText(/^Diese Zeiten hält der Server für diesen PC frei/).waitFor();
    if (on) await goToCalendarDay(bernd, on);
    await bernd.getByText('für diesen PC vorgehalten: auch ohne Leitung fest').first().waitFor();
    await filmLooks(bernd, 'firm/kept');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await openCalendar(anna);
    if (on) await goToCalendarDay(anna, on);
    await anna.getByText('vorgehalten für Bernd Krüger').first().waitFor();
  });

  it('are booked without a line, at once and for good', async () => {
    await berndsPc.cutLine(true);
    await bernd.getByText('keine Verbindung').first().waitFor();
    await bernd.getByRole('button', { name: /^Termin buchen/ }).click();
    const dialog = bernd.getByRole('dialog', { name: 'Termin buchen' });
    await dialog.getByRole('textbox', { name: 'Freie Zeiten ab' }).fill(on ? formatLocalDate(on) : '');
    await dialog.getByText('auch ohne Leitung fest').first().waitFor();
    await dialog
      .getByText(/^Keine Verbindung zum Server. Diese Zeit ist für diesen PC vorgehalten/)
      .waitFor();
    await filmLooks(bernd, 'firm/booking');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Erika Mustermann');
    await bernd.keyboard.press('Enter');
    await bernd.getByText(/^Termin gebucht: Erika Mustermann, /).waitFor();
    await appointment(bernd, 'Erika Mustermann').click();
    await bernd.getByText('gebucht', { exact: true }).first().waitFor();
    await film(bernd, 'firm/booked-offline');
  });

  it('[K12] take an appointment that is moved into them, and give it back; to no other time', async () => {
    const block = appointment(bernd, 'Erika Mustermann');
    const before = (await block.textContent()) ?? '';
    await block.focus();
    await bernd.keyboard.press('v');
    await bernd.keyboard.press('ArrowDown');
    await bernd.keyboard.press('Enter');
    await bernd.getByText(/^Die neue Zeit war für diesen PC vorgehalten/).waitFor();
    await film(bernd, 'firm/moved-offline');
    expect(await appointment(bernd, 'Erika Mustermann').textContent()).not.toBe(before);
    await bernd.getByRole('button', { name: 'Rückgängig' }).click();
    await bernd.getByText(/^Zurückgenommen: Erika Mustermann/).waitFor();
    expect(await appointment(bernd, 'Erika Mustermann').textContent()).toBe(before);
    await bernd.getByRole('button', { name: 'Verschieben …' }).click();
    const dialog = bernd.getByRole('dialog', { name: 'Termin verschieben' });
    await dialog.getByRole('textbox', { name: 'Beginn' }).fill('10:30');
    await dialog.getByText(/ohne Leitung nicht möglich/).waitFor();
    await dialog.getByText(/^Keine Verbindung zum Server: Verschieben geht jetzt nur in Zeiten/).waitFor();
    await filmLooks(bernd, 'firm/moving');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await dialog.getByRole('button', { name: 'Abbrechen' }).click();
  });

  it('reach the server as they were booked, once the line is back', async () => {
    await berndsPc.cutLine(false);
    await untilHandedOver(bernd);
    await bernd.getByText(handedOver).first().waitFor();
    await appointment(anna, 'Erika Mustermann').waitFor();
  });

  it('[K9] are taken back by a lead, with a reason', async () => {
    await anna.getByRole('link', { name: 'Öffnungszeiten' }).click();
    const part = anna.getByRole('region', { name: 'Vorgehaltene Zeiten' });
    await part.getByText(/Bernd Krüger · seit .* 1 Termin gebucht/).waitFor();
    await filmLooks(anna, 'firm/leases');
    expect(await accessibilityProblems(anna)).toEqual([]);
    await part
      .getByRole('listitem')
      .filter({ hasText: '1 Termin gebucht' })
      .getByRole('button', { name: /zurücknehmen$/ })
      .click();
    const dialog = anna.getByRole('dialog', { name: 'Vorgehaltene Zeiten zurücknehmen' });
    await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
    await dialog.getByText('Bitte geben Sie einen Grund an.').waitFor();
    await dialog.getByRole('textbox', { name: 'Grund' }).fill('Der PC ist gestohlen.');
    await dialog.getByRole('button', { name: 'Zurücknehmen' }).click();
    await part.getByText(/^zurückgenommen von Anna Berger am .*: Der PC ist gestohlen\.$/).waitFor();
    if (on) await goToCalendarDay(bernd, on);
    await bernd
      .getByText('für diesen PC vorgehalten: auch ohne Leitung fest')
      .first()
      .waitFor({ state: 'detached' });
    // what was booked in it stays
    await appointment(bernd, 'Erika Mustermann').waitFor();
  });
});
