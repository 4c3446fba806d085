import { formatInstant, formatLocalDate, instantOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { bookByPhone, openCalendar } from './calendar-desk.ts';
import { signIn, unlock, untilHandedOver } from './clerk.ts';
import { film, filmLooks } from './film-strip.ts';
import { nextOpenDay } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const on = nextOpenDay(['buergerbuero-1', 'buergerbuero-2']);

const hourMs = 3_600_000;
const stand = /^Stand \d\d\.\d\d\.\d{4}, \d\d:\d\d Uhr$/;

/** The day on which nothing works: the sheet for the printer, and what was written on it by hand. */
describe('[K14] an outage', () => {
  let town: Town;
  let pc: Pc;
  let bernd: Page;

  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    bernd = await pc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  const open = () => bernd.getByRole('link', { name: 'Tagesplan', exact: true }).click();
  /** A headless browser has no printer: it counts the pages that it would get. */
  const withoutPrinter = () =>
    bernd.evaluate(() => {
      globalThis.print = () =>
        document.body.setAttribute(
          'data-printed',
          String(document.querySelectorAll('#print-sheet img').length),
        );
    });
  const noting = () => bernd.getByRole('region', { name: 'Nachtragen' });

  it('finds the day plan on the PC, made by itself', async () => {
    await openCalendar(bernd);
    await bookByPhone(bernd, { name: 'Jürgen Größmann', on, clock: '9:00', phone: '03901 4711' });
    await bernd.getByText(/^Termin gebucht: Jürgen Größmann/).waitFor();
    await untilHandedOver(bernd);
    await open();
    await bernd.getByText(stand).waitFor();
    await filmLooks(bernd, 'outage/screen');
    expect(await accessibilityProblems(bernd)).toEqual([]);
  });

  it('is printed with two clicks, server and network gone, after the PC was off', async () => {
    await pc.shutDown();
    await town.killServer();
    pc.startAt(() => Date.now() + 3 * hourMs);
    bernd = await pc.open(`${town.url}/desk/`);
    await unlock(bernd, 'bernd');
    await pc.cutLine(true);
    await withoutPrinter();
    await open();
    await bernd.getByRole('button', { name: 'Drucken' }).click();
    // of two counters two days each
    await bernd.locator('body[data-printed]').waitFor();
    expect(Number(await bernd.locator('body').getAttribute('data-printed'))).toBeGreaterThanOrEqual(4);
    await bernd.emulateMedia({ media: 'print' });
    await film(bernd, 'outage/printed');
    await bernd.emulateMedia({ media: 'screen' });
    await bernd.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    // as of when it last heard of others, whatever its clock says now
    const lastMinutes = Array.from({ length: 15 }, (_, ago) =>
      formatInstant(instantOf(Date.now() - ago * 60_000)),
    );
    expect(lastMinutes.map((at) => `Stand ${at} Uhr`)).toContain(await bernd.getByText(stand).textContent());
  });

  it('what was written by hand is entered in one go, and says in its row what it still needs', async () => {
    const part = noting();
    await part.getByLabel('Ohne Termin, Zeile 1: da um').fill('0:00');
    await part.getByLabel(/Zeile 1: Termin am$/).fill(formatLocalDate(on));
    await part.getByLabel(/vergeben wurden, Zeile 1: um$/).fill('9:30');
    await part.getByLabel(/vergeben wurden, Zeile 1: Anliegen$/).selectOption('Hundesteuer anmelden');
    await part.getByLabel(/Zeile 1: Name$/).fill('Käthe Öhler');
    await part.getByRole('button', { name: 'Alles eintragen' }).click();
    await part.getByText('Bitte das Anliegen wählen.').waitFor();
    await part.getByText(/^Bitte die Telefonnummer angeben/).waitFor();
    await filmLooks(bernd, 'outage/problems');
    expect(await accessibilityProblems(bernd)).toEqual([]);
  });

  it('nothing typed is lost when the PC fails once more', async () => {
    await pc.kill();
    pc.startAt(() => Date.now());
    await pc.cutLine(false);
    await town.startServer();
    bernd = await pc.open(`${town.url}/desk/`);
    await unlock(bernd, 'bernd');
    await open();
    const part = noting();
    expect(await part.getByLabel(/Zeile 1: Name$/).inputValue()).toBe('Käthe Öhler');
    await part.getByLabel('Ohne Termin, Zeile 1: Anliegen').selectOption('Hundesteuer anmelden');
    await part.getByLabel(/Zeile 1: Telefon$/).fill('03901 99');
    await part.getByRole('button', { name: 'Alles eintragen' }).click();
    await part.getByText('Eingetragen: 1 Besuch, 1 Vormerkung.').waitFor();
    await untilHandedOver(bernd);
    const all = await town.documents('appointments');
    expect(all.filter((each) => each.kind === 'ticket')).toMatchObject([
      { departmentId: testTown.departmentId, isNoted: true, state: { is: 'served' } },
    ]);
    expect(
      all.filter((each) => each.kind === 'booking').map(({ visitor, state }) => [visitor.name, state.is]),
    ).toEqual(
      expect.arrayContaining([
        ['Jürgen Größmann', 'booked'],
        ['Käthe Öhler', 'booked'],
      ]),
    );
  });
});
