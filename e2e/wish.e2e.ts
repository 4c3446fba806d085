import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { beginBooking, bookByPhone, goToCalendarDay, noteWish, openCalendar } from './calendar-desk.ts';
import { signIn, untilHandedOver } from './clerk.ts';
import { film, filmLooks } from './film-strip.ts';
import { nextOpenDay } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const on = nextOpenDay(['buergerbuero-1', 'buergerbuero-2']);

/** Wishes noted without a line: none is a booking, and each gets an answer. */
describe('[K11] wishes without a line', () => {
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
    for (const page of [anna, bernd]) await openCalendar(page);
    await bookByPhone(anna, { name: 'Hedwig Groß', on, clock: '11:00', phone: '03931 4713' });
    await anna.getByText(/^Termin gebucht: Hedwig Groß, /).waitFor();
    await goToCalendarDay(bernd, on);
  });
  afterAll(async () => {
    for (const pc of [annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  const appointment = (page: Page, name: string) =>
    page.locator('button[data-appointment]').filter({ hasText: name });

  it('are noted as nothing but that, never without a way to reach the person', async () => {
    await berndsPc.cutLine(true);
    await bernd.getByText('keine Verbindung').first().waitFor();
    const dialog = await beginBooking(bernd, { name: 'Erika Mustermann', on, clock: '9:00' });
    await dialog.getByText(/das ist noch kein Termin/).waitFor();
    await dialog.getByRole('button', { name: 'Vormerken' }).click();
    await dialog.getByText(/^Bitte Telefon oder E-Mail eintragen/).waitFor();
    await filmLooks(bernd, 'wish/dialog');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await dialog.getByRole('textbox', { name: 'Telefon' }).fill('03931 4711');
    await dialog.getByRole('button', { name: 'Vormerken' }).click();
    await bernd.getByText('Vorgemerkt, noch nicht gebucht: Erika Mustermann.').waitFor();
    await bernd.getByText('Erika Mustermann: vorgemerkt – noch nicht gebucht').waitFor();
    await film(bernd, 'wish/noted');
  });

  it('are printed as provisional', async () => {
    await bernd.evaluate(() => {
      Object.assign(globalThis, { print: () => undefined });
    });
    await bernd.getByRole('button', { name: 'Zettel drucken' }).click();
    await bernd.emulateMedia({ media: 'print' });
    await bernd.getByText('vorläufig – Bestätigung folgt').waitFor();
    await film(bernd, 'wish/slip');
    await bernd.emulateMedia({ media: 'screen' });
    await bernd.evaluate(() => dispatchEvent(new Event('afterprint')));
    await bernd.getByText('vorläufig – Bestätigung folgt').waitFor({ state: 'detached' });
  });

  it('[K12] are what moving to any other time is, and the appointment stays till then', async () => {
    await appointment(bernd, 'Hedwig Groß').click();
    await bernd.getByRole('button', { name: 'Verschieben …' }).click();
    const dialog = bernd.getByRole('dialog', { name: 'Termin verschieben' });
    await dialog.getByRole('textbox', { name: 'Beginn' }).fill('10:30');
    await filmLooks(bernd, 'wish/moving');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await dialog.getByRole('button', { name: 'Als Wunsch vormerken' }).click();
    await bernd.getByText(/^Vorgemerkt, noch nicht verschoben: Hedwig Groß\./).waitFor();
    expect(await appointment(bernd, 'Hedwig Groß').textContent()).toContain('11:00');
  });

  it('become a booking, or a call to make where another has the time', async () => {
    await noteWish(bernd, { name: 'Jörg Weiß', on, clock: '10:00', phone: '03931 4712' });
    // meanwhile somebody with a line takes that very time at both counters
    for (const name of ['Paula Lang', 'Karl Kurz']) await bookByPhone(anna, { name, on, clock: '10:00' });
    await anna.getByText(/^Termin gebucht: Karl Kurz, /).waitFor();
    await untilHandedOver(anna);
    await berndsPc.cutLine(false);
    await untilHandedOver(bernd);
    await bernd.getByText('Aus 3 Vormerkungen wurden 3 Termine, 1 Person ist anzurufen.').waitFor();
    // and what was said of the last of them while nobody knew is gone
    await bernd.getByText('Vorgemerkt, noch nicht gebucht: Jörg Weiß.').waitFor({ state: 'detached' });
    await filmLooks(bernd, 'wish/became');
    await appointment(bernd, 'Erika Mustermann').waitFor();
    await appointment(bernd, 'Hedwig Groß').filter({ hasText: '10:30' }).waitFor();
    await bernd.getByRole('link', { name: 'Anrufliste zeigen' }).click();
    const calls = bernd.getByRole('region', { name: 'Bitte anrufen: Terminwünsche' });
    await calls
      .getByText(/^Bitte anrufen: Jörg Weiß, 03931 4712\. „Die Zeit am .* war leider schon vergeben/)
      .waitFor();
    expect(await calls.getByRole('listitem').count()).toBe(1);
    await filmLooks(bernd, 'wish/calls');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await calls.getByRole('checkbox').click();
    await calls.waitFor({ state: 'detached' });
  });
});
