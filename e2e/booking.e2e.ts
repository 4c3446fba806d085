import { isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDetails, holdFirst, mailedLink, toFreeTimes } from './booking.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

describe('an appointment, by a citizen', { timeout: 240_000 }, () => {
  let town: Town;
  const pcs: Pc[] = [];

  beforeAll(async () => {
    town = await Town.open();
  }, 60_000);
  afterEach(async () => {
    for (const pc of pcs.splice(0)) await pc.dispose();
  });
  afterAll(() => town?.close());

  async function open(url: string, given: Parameters<typeof Pc.setUp>[0] = {}): Promise<Page> {
    const pc = await Pc.setUp(given);
    pcs.push(pc);
    return pc.open(url);
  }

  async function looks(page: Page, name: string): Promise<void> {
    expect(await accessibilityProblems(page), name).toEqual([]);
    const before = page.viewportSize();
    for (const [colorScheme, width] of [
      ['light', 320],
      ['dark', 320],
      ['light', 1280],
      ['dark', 1280],
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await film(page, `booking-${name}-${width}-${colorScheme}`);
    }
    await page.emulateMedia({ colorScheme: 'light' });
    if (before) await page.setViewportSize(before);
  }

  it.each([
    { script: 'without JavaScript', javaScript: false, email: 'ohne@example.org' },
    { script: 'with JavaScript', javaScript: true, email: 'mit@example.org' },
  ])('is chosen, confirmed by mail, moved and cancelled $script', async ({ javaScript, email }) => {
    const page = await open(`${town.url}/m/musterstadt/`, { javaScript });
    // what is drawn is the same; axe needs a script of its own
    const looksGood = (at: Page, name: string) => (javaScript ? looks(at, name) : Promise.resolve());
    await looksGood(page, '00-services');
    await page.getByRole('link', { name: 'Termin buchen' }).click();
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByText('Bitte kreuzen Sie mindestens ein Anliegen an.').waitFor();
    await looksGood(page, '01-choose');
    await page.getByRole('checkbox', { name: /Fischereischein/ }).check();
    await page.getByRole('checkbox', { name: /Hundesteuer/ }).check();
    await page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByText('35 Minuten').waitFor();
    await looksGood(page, '02-prepare');
    await page.getByRole('link', { name: 'Freie Zeiten anzeigen' }).click();
    await looksGood(page, '03-list');
    await page.getByRole('link', { name: 'Kalender' }).click();
    await page.getByRole('table').waitFor();
    await looksGood(page, '04-calendar');
    await page.locator('.month-table a').first().click();
    await looksGood(page, '05-times');
    await page.locator('.time-button').first().click();
    await page.getByText('Gebucht ist sie noch nicht.').waitFor();
    await page.getByRole('button', { name: 'Termin anfragen' }).last().click();
    await page.getByText('Bitte geben Sie Ihren Namen an.').first().waitFor();
    await looksGood(page, '06-details-wrong');
    await fillInDetails(page, 'Jürgen Weiß', email);
    await page.getByRole('button', { name: 'Mehr Zeit nehmen' }).click();
    await page.getByText('Einmal verlängert haben Sie schon.').waitFor();
    expect(await page.getByLabel('Vor- und Nachname').inputValue()).toBe('Jürgen Weiß');
    await page.getByRole('button', { name: 'Andere Zeit wählen' }).click();
    await looksGood(page, '07-other-times');
    await page.locator('.other-times .time-button').nth(4).click();
    await page.getByText('Gebucht ist sie noch nicht.').waitFor();
    expect(await page.getByLabel('Vor- und Nachname').inputValue()).toBe('Jürgen Weiß');
    await page.getByRole('button', { name: 'Termin anfragen' }).last().click();
    await page.getByRole('heading', { name: 'Bitte bestätigen Sie per E-Mail' }).waitFor();
    await page.getByText('Ihr Termin ist noch nicht gebucht').waitFor();
    await looksGood(page, '08-requested');

    const confirm = await mailedLink(town, email, 'confirm');
    await page.goto(confirm);
    // a program that looks through mails opens it, too
    await page.goto(confirm);
    await looksGood(page, '09-confirm');
    await page.getByRole('button', { name: 'Termin bestätigen' }).click();
    await page.getByText('Der Termin ist gebucht').waitFor();
    await looksGood(page, '10-manage');
    expect(await page.locator('main').innerText()).not.toContain('Weiß');
    await page.goto(confirm);
    await page.getByRole('heading', { name: 'Ihr Termin', exact: true }).waitFor();

    const manage = await mailedLink(town, email, 'manage');
    await page.goto(manage);
    const before = await page.locator('main dd').first().innerText();
    await page.getByRole('link', { name: 'Termin verschieben' }).click();
    await looksGood(page, '11-move-days');
    await page.locator('.day-list a').nth(1).click();
    await page.locator('.time-button').nth(2).click();
    await looksGood(page, '12-move-confirm');
    await page.getByRole('button', { name: 'Jetzt verschieben' }).click();
    await page.getByText('Der Termin ist verschoben').waitFor();
    expect(await page.locator('main dd').first().innerText()).not.toBe(before);
    await page.getByRole('link', { name: 'Termin absagen' }).click();
    await looksGood(page, '13-cancel');
    await page.getByRole('button', { name: 'Ja, Termin absagen' }).click();
    await page.getByText('Der Termin ist abgesagt').waitFor();
    await looksGood(page, '14-cancelled');
    await page.goto(`${manage.slice(0, -4)}AAAA`);
    await page.getByRole('heading', { name: 'Unter diesem Link gibt es keinen Termin' }).waitFor();
    await looksGood(page, '15-wrong-link');
  });

  it.each([
    { script: 'without JavaScript', javaScript: false, email: 'fragt-ohne@example.org' },
    { script: 'with JavaScript', javaScript: true, email: 'fragt-mit@example.org' },
  ])('is asked for first, and the answers lead elsewhere or on $script', async ({ javaScript, email }) => {
    const page = await open(`${town.url}/m/musterstadt/appointments`, { javaScript });
    const looksGood = (at: Page, name: string) => (javaScript ? looks(at, name) : Promise.resolve());
    const chooses = (question: string, answer: string) =>
      page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check();
    const goOn = () => page.getByRole('button', { name: 'Weiter' }).click();
    await page.getByRole('checkbox', { name: /Bewohnerparkausweis/ }).check();
    await page.getByRole('checkbox', { name: /Hundesteuer/ }).check();
    await goOn();
    await page.getByRole('heading', { name: 'Vor dem Termin' }).waitFor();
    await looksGood(page, '24-questions');
    await chooses('Was brauchen Sie?', 'Nur ein anderes Kennzeichen');
    await chooses('Auf wen ist das Auto zugelassen?', 'Auf eine andere Person');
    await goOn();
    await page.getByText('Dafür ist dieser Termin nicht das Richtige').waitFor();
    await page.getByRole('link', { name: 'Online erledigen: Bewohnerparkausweis beantragen' }).waitFor();
    expect(await page.getByRole('link', { name: 'Freie Zeiten anzeigen' }).count()).toBe(0);
    await looksGood(page, '25-elsewhere');
    await chooses('Was brauchen Sie?', 'Eine Verlängerung');
    await goOn();
    await page.getByText('den bisherigen Bewohnerparkausweis').waitFor();
    await page.getByText(/^Kopie vom Ausweis der Halterin/).waitFor();
    await looksGood(page, '26-answered');
    await page.getByRole('link', { name: 'Antworten ändern' }).click();
    await chooses('Auf wen ist das Auto zugelassen?', 'Auf eine Firma');
    await goOn();
    await page.getByText('Mietwagen bekommen keinen Bewohnerparkausweis.').waitFor();
    await looksGood(page, '27-hint');
    await page.getByRole('link', { name: 'Freie Zeiten anzeigen' }).click();
    await holdFirst(page);
    await fillInDetails(page, 'Jürgen Weiß', email);
    await page.getByRole('button', { name: 'Termin anfragen' }).last().click();
    await page.getByRole('heading', { name: 'Bitte bestätigen Sie per E-Mail' }).waitFor();
    await page.goto(await mailedLink(town, email, 'confirm'));
    await page.getByRole('button', { name: 'Termin bestätigen' }).click();
    await page.getByText('Schreiben der Firma, dass Sie das Auto auch privat nutzen').waitFor();
    await page.getByText('den bisherigen Bewohnerparkausweis').waitFor();
    await mailedLink(town, email, 'manage');
    const mail = town.mails.findLast(({ text }) => text?.includes('Schreiben der Firma'));
    expect(mail?.text).toContain('- den bisherigen Bewohnerparkausweis');

    // an address of later steps, without the answers
    await page.goto(`${town.url}/m/musterstadt/appointments/days?leistung=bewohnerparkausweis-beantragen`);
    await page.getByRole('heading', { name: 'Vor dem Termin' }).waitFor();
    await goOn();
    await page.getByRole('heading', { name: '2 Fragen sind noch offen' }).waitFor();
    await looksGood(page, '28-open');
  });

  it('with JavaScript: who comes second is told, loses nothing typed, and has the nearest times at hand', async () => {
    const [first, second] = [await open(town.url), await open(town.url)];
    await toFreeTimes(first, town, 'Gewerbe anmelden');
    await holdFirst(first);
    // counts down beside the sentence
    await expect.poll(() => first.locator('[data-hold-clock]').innerText()).toMatch(/^Noch 9:\d\d$/);
    await fillInDetails(first, 'Erste Person', 'erste@example.org');

    // her page of times is older than what the first has taken
    await toFreeTimes(second, town, 'Gewerbe anmelden');
    await second.locator('.soonest a').click();
    const wish = second.locator('.time-button').first();
    const taken = (await wish.innerText()).trim();
    const third = await open(second.url());
    await third.locator('.time-button').first().click();
    await third.getByRole('heading', { name: 'Ihre Angaben' }).waitFor();
    await wish.click();
    await second.getByText('Diese Zeit ist gerade vergeben worden').waitFor();
    await looks(second, '16-taken');
    expect(await second.getByRole('button', { name: taken, exact: true }).count()).toBe(0);
    await second.locator('.time-button').first().click();
    await fillInDetails(second, 'Zweite Person', 'zweite@example.org');
    await second.getByRole('button', { name: 'Andere Zeit wählen' }).click();
    expect(await second.getByLabel('Vor- und Nachname').inputValue()).toBe('Zweite Person');
    const offered = second.locator('.other-times .time-button');
    // the third one takes what the second is looking at
    const next = (await offered.nth(3).getAttribute('value')) ?? '';
    await third.getByRole('button', { name: 'Andere Zeit wählen' }).click();
    await third.locator(`.other-times [value="${next}"]`).click();
    await third.getByRole('heading', { name: 'Ihre Angaben' }).waitFor();
    await offered.nth(3).click();
    await second.getByText('Diese Zeit ist gerade vergeben worden').waitFor();
    expect(await second.getByLabel('Vor- und Nachname').inputValue()).toBe('Zweite Person');
    await looks(second, '17-taken-typed');
    await second.locator('.nearest-list .time-button').first().click();
    await second.getByText('Gebucht ist sie noch nicht.').waitFor();

    for (const page of [first, second]) {
      await page.getByRole('button', { name: 'Termin anfragen' }).last().click();
      await page.getByRole('heading', { name: 'Bitte bestätigen Sie per E-Mail' }).waitFor();
    }
    await first.goto(await mailedLink(town, 'erste@example.org', 'confirm'));
    await first.getByRole('button', { name: 'Termin bestätigen' }).click();
    await first.getByText('Der Termin ist gebucht').waitFor();
    const [download] = await Promise.all([
      first.waitForEvent('download'),
      first.getByRole('link', { name: /Kalender/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('termin.ics');
    expect(
      await first.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin),
      ),
    ).toEqual(expect.arrayContaining([town.url]));
    const booked = (await town.documents('appointments')).filter(isBooking);
    const times = booked.map(({ counterId, startsAt }) => `${counterId} ${startsAt}`);
    expect(new Set(times).size).toBe(times.length);
  });

  it('in English, with the hours of the day and the municipality’s own words in German', async () => {
    const page = await open(`${town.url}/m/musterstadt/appointments?lang=en`);
    await page.getByRole('checkbox', { name: /Hundesteuer/ }).check();
    await page.getByRole('button', { name: 'Continue' }).click();
    await looks(page, '18-english-prepare');
    await page.getByRole('link', { name: 'Show free times' }).click();
    await page.getByRole('link', { name: 'Calendar' }).click();
    await looks(page, '19-english-calendar');
    await page.locator('.month-table a').first().click();
    await page.locator('.time-button').first().click();
    await looks(page, '20-english-details');
  });

  it('where nothing is free: another month, or the waiting list', async () => {
    const page = await open(`${town.url}/m/musterstadt/appointments/wait?leistung=hundesteuer-anmelden`);
    await page.getByRole('button', { name: 'Auf die Warteliste setzen' }).click();
    await page.getByText('Bitte geben Sie Ihren Namen an.').first().waitFor();
    await looks(page, '21-wait');
    await fillInDetails(page, 'Jürgen Weiß', 'wartet@example.org');
    await page.getByRole('button', { name: 'Auf die Warteliste setzen' }).click();
    await page.getByText('Sie stehen auf der Warteliste').waitFor();
    await looks(page, '22-waiting');
    await page.getByRole('button', { name: 'Warteliste verlassen' }).click();
    await page.getByRole('heading', { name: 'Sie stehen nicht auf der Warteliste' }).waitFor();
    await looks(page, '23-left');
  });
});
