import { addDays, formatLocalDate } from '@amtsstube/shared/domain/time';
import {
  booking,
  oneCounter,
  sendForm,
  twoCounters,
} from '@amtsstube/sync-server/citizen/appointments/test-booking';
import { openPage } from '@amtsstube/sync-server/citizen/test-browser';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { bookByPhone, goToCalendarDay, openCalendar } from './calendar-desk.ts';
import { signIn, untilHandedOver } from './clerk.ts';
import { filmLooks, takesPictures } from './film-strip.ts';
import { nextOpenDay } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const on = nextOpenDay(['buergerbuero-1', 'buergerbuero-2']);

/** Who waits for a time, an appointment taken back, and a service looked up: with somebody on the telephone. */
describe('the clerks’ calendar, for who calls', { timeout: 180_000 }, () => {
  let town: Town;
  let pc: Pc;
  let anna: Page;

  beforeAll(async () => {
    town = await Town.open();
    // nobody is received on Wednesdays
    const wednesday = weekdayFrom(3);
    await waits('Otto Schulze', 'otto@example.org', twoCounters, wednesday, wednesday);
    await waits('Nele Müller', 'nele@example.org', oneCounter, on, addDays(on, 14));
    pc = await Pc.setUp();
    anna = await pc.open(`${town.url}/desk/`);
    await signIn(anna, 'anna', town);
    await untilHandedOver(anna);
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  async function waits(name: string, email: string, service: string, first: string, last: string) {
    const page = await openPage(town.url, `${booking}/wait?leistung=${service}`);
    const sent = await sendForm(town.url, page, { first, last, name, email });
    expect(sent.status).toBe(303);
  }
  const notice = (text: RegExp | string) => anna.locator('.MuiSnackbar-root').getByText(text);
  const block = (name: string): Locator => anna.locator('button[data-appointment]').filter({ hasText: name });
  const dialog = (name: string) => anna.getByRole('dialog', { name });

  it('a cancelled appointment is booked again at its own time, with everything kept', async () => {
    await openCalendar(anna);
    await goToCalendarDay(anna, on);
    await bookByPhone(anna, { name: 'Käthe Öhler-Großmann', on, clock: '10:30', phone: '03900 4711' });
    await notice(/^Termin gebucht: Käthe/).waitFor();
    await block('Käthe Öhler').click();
    await anna.getByRole('button', { name: 'Absagen …' }).click();
    await dialog('Termin absagen').getByRole('textbox').fill('Falsche Zeile erwischt');
    await dialog('Termin absagen').getByRole('button', { name: 'Termin absagen' }).click();
    await notice('Termin von Käthe Öhler-Großmann abgesagt.').waitFor();
    await filmLooks(anna, 'calendar/cancelled');
    await anna.locator('.MuiSnackbar-root').getByRole('button', { name: 'Wieder buchen …' }).click();
    const form = dialog('Termin buchen');
    expect(await form.getByRole('textbox', { name: 'Telefon' }).inputValue()).toBe('03900 4711');
    await filmLooks(anna, 'calendar/book-again');
    await form.getByRole('button', { name: 'Termin buchen' }).click();
    await notice(/^Termin gebucht: Käthe Öhler-Großmann, .*, 10:30–/).waitFor();
    await block('Käthe Öhler').getByText('10:30').waitFor();
  });

  it('what an appointment is about can be read one click away, by any clerk', async () => {
    await block('Käthe Öhler').click();
    const details = anna.getByRole('complementary', { name: 'Käthe Öhler-Großmann' });
    await details.getByRole('button', { name: /Hundesteuer|Bewohnerpark|Fischerei|Gewerbe/ }).click();
    const service = anna.getByRole('dialog').filter({ hasText: 'Mitzubringen' });
    await service.getByText('Dauer des Termins').waitFor();
    await filmLooks(anna, 'calendar/service');
    expect(await accessibilityProblems(anna)).toEqual([]);
    await anna.keyboard.press('Escape');
    await service.waitFor({ state: 'hidden' });
    await details.waitFor();
    await details.getByRole('button', { name: 'Einzelheiten schließen' }).click();
  });

  it('shows who waits, for what, since when and what is offered to her; she is booked for and off the list', async () => {
    // she was offered a time when the other was cancelled at the latest
    await block('Nele Müller').waitFor();
    await filmLooks(anna, 'calendar/unconfirmed');
    await anna.getByRole('button', { name: 'Warteliste' }).click();
    const list = dialog('Warteliste');
    await list.getByText('2 Personen warten').waitFor();
    const nele = list.getByRole('listitem').filter({ hasText: 'Nele Müller' });
    await nele.getByText(/^gerade angeboten: .*Bürgerbüro 2; zu bestätigen bis /).waitFor();
    await list
      .getByRole('listitem')
      .filter({ hasText: 'Otto Schulze' })
      .getByText(/noch kein Angebot/)
      .waitFor();
    await filmLooks(anna, 'calendar/waiting-list');
    expect(await accessibilityProblems(anna)).toEqual([]);

    await list.getByRole('button', { name: 'Termin buchen für Nele Müller …' }).click();
    const form = dialog('Termin buchen');
    expect(await form.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Nele Müller');
    expect(await form.getByRole('textbox', { name: 'E-Mail' }).inputValue()).toBe('nele@example.org');
    await form.getByText(/^Gerade angeboten: /).waitFor();
    await filmLooks(anna, 'calendar/book-waiting');
    await form.getByRole('button', { name: 'Termin buchen' }).click();
    await notice(/^Termin gebucht: Nele Müller, /).waitFor();
    await notice('Nele Müller steht nicht mehr auf der Warteliste.').waitFor();
    await anna.getByRole('button', { name: 'Zur Warteliste' }).click();
    await list.getByText('1 Person wartet').waitFor();
  });

  it('is left by whom a clerk takes off it, by keys alone; empty it says so', async () => {
    await dialog('Warteliste').getByRole('button', { name: 'Otto Schulze von der Liste nehmen …' }).focus();
    await anna.keyboard.press('Enter');
    const asked = dialog('Von der Warteliste nehmen');
    await asked.getByText(/^Otto Schulze bekommt dann keine Angebote mehr/).waitFor();
    await filmLooks(anna, 'calendar/leave-waiting');
    await asked.getByRole('button', { name: 'Von der Liste nehmen' }).focus();
    await anna.keyboard.press('Enter');
    await dialog('Warteliste').getByText('Otto Schulze steht nicht mehr auf der Warteliste.').waitFor();
    await dialog('Warteliste').getByText('Niemand wartet auf einen Termin an Ihren Schaltern.').waitFor();
    await anna.keyboard.press('Escape');
    await dialog('Warteliste').waitFor({ state: 'hidden' });
  });

  it('without a line it says where the list is, and asks by itself when the line is back', async () => {
    await pc.cutLine(true);
    await anna
      .getByText(/^keine Verbindung/)
      .first()
      .waitFor();
    await anna.getByRole('button', { name: 'Warteliste' }).click();
    await dialog('Warteliste')
      .getByText(/^Keine Verbindung zum Server\. Die Warteliste liegt nur dort/)
      .waitFor();
    await filmLooks(anna, 'calendar/waiting-offline');
    await pc.cutLine(false);
    await dialog('Warteliste').getByText('Niemand wartet auf einen Termin an Ihren Schaltern.').waitFor();
    await anna.keyboard.press('Escape');
  });

  it('what waits for the server stands in the calendar as nothing but that, and is booked when the line is back', async () => {
    await anna.route('**/operations', (route) => route.abort());
    await bookByPhone(anna, { name: 'Paul Lang', on, clock: '15:00' });
    await notice(/^Die Verbindung ist gerade abgebrochen\. Noch ist nichts gebucht/).waitFor();
    await anna.getByText('Paul Lang').first().waitFor();
    expect(await block('Paul Lang').count()).toBe(0);
    await filmLooks(anna, 'calendar/pending');
    await anna.unroute('**/operations');
    await block('Paul Lang').getByText('15:00').waitFor();
  });

  it.runIf(takesPictures)('the line of now, on a day that is open', async () => {
    const other = await Pc.setUp();
    try {
      const page = await other.open('about:blank');
      await page.clock.setFixedTime(new Date(`${on}T09:20:00Z`));
      await page.goto(`${town.url}/desk/`);
      await signIn(page, 'bernd', town);
      await openCalendar(page);
      await page
        .getByText(/^Jetzt, \d\d:20 Uhr$/)
        .first()
        .waitFor({ state: 'attached' });
      await filmLooks(page, 'calendar/now');
    } finally {
      await other.dispose();
    }
  });

  function weekdayFrom(weekday: number): string {
    let day = addDays(on, 1);
    while (new Date(`${day}T12:00:00Z`).getUTCDay() !== weekday) day = addDays(day, 1);
    return formatLocalDate(day);
  }
});
