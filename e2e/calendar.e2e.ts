import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { bookByPhone, goToCalendarDay, openCalendar } from './calendar-desk.ts';
import { signIn, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { nextOpenDay } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const on = nextOpenDay(['buergerbuero-1', 'buergerbuero-2']);

/** The appointments of a day as two clerks at two desks work with them. */
describe('the clerks’ calendar', { timeout: 180_000 }, () => {
  let town: Town;
  let annasPc: Pc;
  let berndsPc: Pc;
  let anna: Page;
  let bernd: Page;

  beforeAll(async () => {
    town = await Town.open();
    // the town hall's time counts, whatever the PC is set to
    [annasPc, berndsPc] = await Promise.all([Pc.setUp(), Pc.setUp({ timezoneId: 'America/New_York' })]);
    [anna, bernd] = await Promise.all([
      annasPc.open(`${town.url}/desk/`),
      berndsPc.open(`${town.url}/desk/`),
    ]);
    await signIn(anna, 'anna', town);
    await signIn(bernd, 'bernd', town);
    for (const page of [anna, bernd]) await untilHandedOver(page);
  });
  afterAll(async () => {
    for (const pc of [annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  const block = (page: Page, name: string): Locator =>
    page.locator('button[data-appointment]').filter({ hasText: name });
  const notice = (page: Page, text: RegExp | string) => page.locator('.MuiSnackbar-root').getByText(text);

  it('books by telephone: three keys from anywhere to the name, and the other desk sees it', async () => {
    const keys = ['g', 't', 'b'];
    for (const key of keys) {
      await anna.keyboard.press(key);
      if (key === 't') await anna.getByRole('heading', { name: 'Termine', level: 1 }).waitFor();
    }
    await anna.getByRole('dialog', { name: 'Termin buchen' }).waitFor();
    expect(keys.length).toBeLessThanOrEqual(4);
    const dialog = anna.getByRole('dialog', { name: 'Termin buchen' });
    const focused = await dialog
      .getByRole('textbox', { name: 'Name' })
      .evaluate((field) => field === document.activeElement);
    expect(focused).toBe(true);
    expect(await dialog.getByRole('radio').first().isChecked()).toBe(true);
    await film(anna, 'calendar/book');
    expect(await accessibilityProblems(anna)).toEqual([]);
    await anna.keyboard.type('Erika Mustermann');
    await anna.keyboard.press('Enter');
    await notice(anna, /^Termin gebucht: Erika Mustermann, /).waitFor();
    await anna.getByRole('button', { name: 'Im Kalender zeigen' }).click();
    await block(anna, 'Erika Mustermann').waitFor();

    await bookByPhone(anna, { name: 'Jürgen Weiß', on, clock: '9:30', email: 'juergen.weiss@example.org' });
    await notice(anna, 'Jürgen Weiß wird per E-Mail benachrichtigt.').waitFor();
    await openCalendar(bernd);
    await goToCalendarDay(bernd, on);
    await block(bernd, 'Jürgen Weiß').getByText('09:30').waitFor();
  });

  it('moves by mouse and takes it back, and says who is told', async () => {
    await goToCalendarDay(anna, on);
    const moved = block(anna, 'Jürgen Weiß');
    await drag(moved, 12 * (await rowHeight(moved)));
    await notice(anna, /^Jürgen Weiß verschoben auf .*, 10:30–10:40 Uhr, Bürgerbüro 1\.$/).waitFor();
    await notice(anna, 'Jürgen Weiß wird per E-Mail benachrichtigt.').waitFor();
    await film(anna, 'calendar/moved');
    await block(bernd, 'Jürgen Weiß').getByText('10:30').waitFor();
    await anna.getByRole('button', { name: 'Rückgängig' }).click();
    await notice(anna, /^Zurückgenommen: Jürgen Weiß wieder .*, 09:30–09:40 Uhr, Bürgerbüro 1\.$/).waitFor();
    await block(bernd, 'Jürgen Weiß').getByText('09:30').waitFor();

    await drag(moved.locator('[data-stretch]'), 2 * (await rowHeight(moved)));
    await notice(anna, /^Jürgen Weiß verschoben auf .*, 09:30–09:50 Uhr, Bürgerbüro 1\.$/).waitFor();
  });

  it('moves by keys to another time and counter; Escape leaves all as it was', async () => {
    const moved = block(bernd, 'Jürgen Weiß');
    await moved.focus();
    for (const key of ['v', 'ArrowDown', 'Escape']) await bernd.keyboard.press(key);
    await block(bernd, 'Jürgen Weiß').getByText('09:30').waitFor();
    await moved.focus();
    for (const key of ['v', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowRight'])
      await bernd.keyboard.press(key);
    await bernd
      .getByRole('status')
      .getByText(/, 09:45–10:05 Uhr$/)
      .waitFor();
    await film(bernd, 'calendar/moving-by-keys');
    await bernd.keyboard.press('Enter');
    await notice(bernd, /^Jürgen Weiß verschoben auf .*, 09:45–10:05 Uhr, Bürgerbüro 2\.$/).waitFor();
    await block(anna, 'Jürgen Weiß').getByText('09:45').waitFor();
  });

  it('says at once where something can’t be moved to, and what is free instead', async () => {
    await bookByPhone(anna, { name: 'Käthe Öhler-Großmann', on, clock: '11:00', phone: '03900 4711' });
    await notice(anna, /^Termin gebucht: Käthe/).waitFor();
    const moved = block(anna, 'Käthe Öhler');
    // far into the closed time at noon
    await drag(moved, 15 * (await rowHeight(moved)));
    await notice(anna, /^Das geht nicht: zu dieser Zeit ist der Schalter nicht geöffnet/).waitFor();
    await film(anna, 'calendar/not-there');
    await anna
      .locator('.MuiSnackbar-root')
      .getByRole('button', { name: /Uhr, Bürgerbüro/ })
      .first()
      .click();
    await notice(anna, /^Käthe Öhler-Großmann verschoben auf /).waitFor();
    await notice(anna, 'Käthe Öhler-Großmann hat keine E-Mail-Adresse. Bitte anrufen: 03900 4711').waitFor();
  });

  it('cancels with a reason; the time that cools is refused by the server with what is free, nothing typed is lost', async () => {
    await bookByPhone(bernd, { name: 'Nele Müller', on, clock: '15:00', email: 'nele@example.org' });
    await notice(bernd, /^Termin gebucht: Nele Müller/).waitFor();
    await block(bernd, 'Nele Müller').click();
    const details = bernd.getByRole('complementary', { name: 'Nele Müller' });
    await details.getByText('am Telefon, am').waitFor();
    await details.getByText('vom Server übernommen').waitFor();
    await film(bernd, 'calendar/details');
    expect(await accessibilityProblems(bernd)).toEqual([]);
    await details.getByRole('button', { name: 'Absagen …' }).click();
    const dialog = bernd.getByRole('dialog', { name: 'Termin absagen' });
    await dialog.getByRole('button', { name: 'Termin absagen' }).click();
    await dialog.getByText('Bitte geben Sie einen Grund an.').waitFor();
    await dialog.getByRole('textbox').fill('Der Schalter ist wegen Krankheit nicht besetzt.');
    await film(bernd, 'calendar/cancel');
    await dialog.getByRole('button', { name: 'Termin absagen' }).click();
    await notice(bernd, 'Termin von Nele Müller abgesagt.').waitFor();
    await block(anna, 'Nele Müller').waitFor({ state: 'detached' });

    await bookByPhone(anna, { name: 'Otto Schulze', on, clock: '15:00' });
    const booking = anna.getByRole('dialog', { name: 'Termin buchen' });
    await booking.getByText('Das hat der Server abgewiesen: diese Zeit ist bereits vergeben.').waitFor();
    await film(anna, 'calendar/refused');
    expect(await booking.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Otto Schulze');
    await booking
      .getByRole('button', { name: /Uhr, Bürgerbüro/ })
      .first()
      .click();
    await booking.getByRole('button', { name: 'Termin buchen' }).click();
    await notice(anna, /^Termin gebucht: Otto Schulze/).waitFor();
    await block(bernd, 'Otto Schulze').waitFor();
    await anna
      .getByRole('link', { name: /^Abgewiesene Änderungen/ })
      .getByText('1')
      .waitFor({ state: 'detached' });
  });

  it('blocks a time and names who is hit, opens it again, and takes that back', async () => {
    await anna.getByRole('button', { name: 'Zeit sperren' }).click();
    const dialog = anna.getByRole('dialog', { name: 'Zeit sperren' });
    await dialog.getByLabel('Schalter').selectOption('Bürgerbüro 2');
    await dialog.getByLabel('Von (Uhrzeit)').fill('9');
    await dialog.getByLabel('Bis (Uhrzeit)').fill('10:30');
    await dialog.getByText('1 Termin betroffen').waitFor();
    await dialog.getByText(/^Jürgen Weiß, /).waitFor();
    await dialog.getByLabel('Grund (freiwillig)').fill('Schulung');
    await film(anna, 'calendar/block');
    expect(await accessibilityProblems(anna)).toEqual([]);
    await dialog.getByRole('button', { name: 'Zeit sperren' }).click();
    await notice(anna, /^Bürgerbüro 2 gesperrt: .*, 09:00–10:30 Uhr\.$/).waitFor();
    const blocked = bernd.getByRole('button', { name: '09:00–10:30 gesperrt: Schulung' });
    await blocked.waitFor();
    await film(bernd, 'calendar/blocked');
    await blocked.click({ position: { x: 20, y: 8 } });
    await bernd
      .getByRole('dialog', { name: 'Gesperrte Zeit' })
      .getByRole('button', { name: 'Sperre aufheben' })
      .click();
    await notice(bernd, /^Bürgerbüro 2 wieder frei: /).waitFor();
    await bernd.getByRole('button', { name: 'Rückgängig' }).click();
    await notice(bernd, /^Bürgerbüro 2 gesperrt: /).waitFor();
    await blocked.waitFor();
  });

  it('books nothing without a line, says so, and keeps what was typed', async () => {
    await annasPc.cutLine(true);
    await anna
      .getByText(/^keine Verbindung/)
      .first()
      .waitFor();
    await anna.keyboard.press('b');
    const dialog = anna.getByRole('dialog', { name: 'Termin buchen' });
    await dialog.getByText(/^Keine Verbindung zum Server/).waitFor();
    await anna.keyboard.type('Paul Lang');
    await anna.keyboard.press('Enter');
    await dialog
      .getByRole('alert')
      .getByText(/^Keine Verbindung zum Server/)
      .waitFor();
    await film(anna, 'calendar/offline');
    await anna.keyboard.press('Escape');
    await annasPc.cutLine(false);
    await anna.getByText('verbunden').first().waitFor();
    await anna.keyboard.press('b');
    expect(await dialog.getByRole('textbox', { name: 'Name' }).inputValue()).toBe('Paul Lang');
    await dialog.getByRole('button', { name: 'Termin buchen' }).click();
    await notice(anna, /^Termin gebucht: Paul Lang/).waitFor();
  });

  it('shows the same as a week and as a list that can be sorted, and prints the day', async () => {
    await goToCalendarDay(anna, on);
    await anna.getByRole('button', { name: 'Woche' }).click();
    await anna
      .getByRole('group', { name: /^Bürgerbüro 1, / })
      .first()
      .waitFor();
    await film(anna, 'calendar/week');
    await anna.getByRole('button', { name: 'Liste', exact: true }).click();
    const names = () =>
      anna.getByRole('table', { name: 'Termine als Liste' }).locator('[data-appointment]').allInnerTexts();
    expect(await names()).not.toContain('Nele Müller');
    await anna.getByRole('switch', { name: 'Abgesagte zeigen' }).check();
    await anna
      .getByRole('table', { name: 'Termine als Liste' })
      .getByText(/^abgesagt von Bernd Krüger am .*: Der Schalter ist wegen Krankheit nicht besetzt\.$/)
      .waitFor();
    await anna.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    const sorted = await names();
    expect(sorted).toEqual(sorted.toSorted((a, b) => a.localeCompare(b, 'de')));
    expect(sorted.length).toBeGreaterThanOrEqual(4);
    await film(anna, 'calendar/list');
    expect(await accessibilityProblems(anna)).toEqual([]);
    await anna.getByRole('button', { name: 'Tag', exact: true }).click();
    await block(anna, 'Jürgen Weiß').waitFor();
    await anna.emulateMedia({ media: 'print' });
    await anna.getByRole('table').getByText('Jürgen Weiß').waitFor();
    expect(await block(anna, 'Jürgen Weiß').isVisible()).toBe(false);
    await film(anna, 'calendar/print');
    await anna.emulateMedia({ media: 'screen' });
  });

  async function rowHeight(of: Locator): Promise<number> {
    const height = await of.evaluate((each) =>
      Number.parseFloat(getComputedStyle(each.ownerDocument.documentElement).fontSize),
    );
    return Math.max(0.5 * height, 8);
  }

  async function drag(what: Locator, down: number): Promise<void> {
    const page = what.page();
    await what.scrollIntoViewIfNeeded();
    const box = await what.boundingBox();
    if (!box) throw new Error('nothing to drag');
    const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 8)];
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x, y + down / 2, { steps: 4 });
    await page.mouse.move(x, y + down, { steps: 4 });
    await page.mouse.up();
  }
});
