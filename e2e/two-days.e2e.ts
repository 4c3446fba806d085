import { addDays } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bookByHttp, fillInDetails, holdFirst, mailedLink, pressByHttp, toFreeTimes } from './booking.ts';
import {
  beginBooking,
  bookByPhone,
  cancelInCalendar,
  goToCalendarDay,
  noteWish,
  openCalendar,
} from './calendar-desk.ts';
import { handedOver, signIn, unlock, untilHandedOver } from './clerk.ts';
import { film, filmLooks } from './film-strip.ts';
import { callNext, checkIn, hallPart, openQueue, serve, settle, standAt, takeIn } from './hall-desk.ts';
import { nextOpenWeek } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';
import { instantAt, TownTime } from './town-time.ts';
import { answersOf } from './visitor-answers.ts';

const { tuesday, thursday } = nextOpenWeek(['buergerbuero-1', 'buergerbuero-2']);
const monday = addDays(tuesday, -1);

/**
 * Two days on which the town receives people, and the afternoon before: the town hall's line is cut on the first from nine to
 * four, the power fails at noon, and citizens go on booking. In order; `expected` says what becomes of each visitor.
 */
describe('[K7] [K8] [K11] [K13] two days at the counter', { timeout: 120_000 }, () => {
  const time = new TownTime(monday, '13:00');
  const expected: Record<string, string> = {};
  const pcs: Record<'anna' | 'bernd' | 'kiosk' | 'display' | 'citizen', Pc> = {} as never;
  let town: Town;
  let anna: Page;
  let bernd: Page;
  let kiosk: Page;
  let display: Page;
  const paths = { display: '', kiosk: '' };

  beforeAll(async () => {
    town = await Town.open({ clockAhead: time.aheadMs });
    for (const name of ['anna', 'bernd', 'kiosk', 'display', 'citizen'] as const) {
      pcs[name] = await Pc.setUp();
      time.add(pcs[name]);
    }
    [anna, bernd] = await Promise.all([deskOn(pcs.anna), deskOn(pcs.bernd)]);
    await signIn(anna, 'anna', town);
    await signIn(bernd, 'bernd', town);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      console.error('ANNA', await pcs.anna.shown(), 'BERND', await pcs.bernd.shown());
  });
  afterAll(async () => {
    for (const pc of Object.values(pcs)) await pc.dispose();
    await town?.close();
  });

  const deskOn = (pc: Pc) => pc.open(`${town.url}/desk/`);
  const hallPcs = () => [pcs.anna, pcs.bernd, pcs.kiosk, pcs.display];
  const emailOf = (name: string) => `${name.replaceAll(/[^a-z]/gi, '').toLowerCase()}@example.org`;

  async function unlockBoth(): Promise<void> {
    await Promise.all([unlock(anna, 'anna'), unlock(bernd, 'bernd')]);
  }

  /** In what is kept for the PC: final at once, without a line. */
  async function bookFirm(name: string): Promise<void> {
    const dialog = await beginBooking(bernd, { name, on: tuesday });
    await dialog
      .getByText(/^Keine Verbindung zum Server. Diese Zeit ist für diesen PC vorgehalten/)
      .waitFor();
    await bernd.keyboard.press('Enter');
    await bernd.getByText(new RegExp(`^Termin gebucht: ${name}, `)).waitFor();
  }

  async function onWeb(name: string, on: typeof tuesday, clock: string): Promise<void> {
    await bookByHttp(town, { name, email: emailOf(name), startsAt: instantAt(on, clock) });
    await pressByHttp(town, await mailedLink(town, emailOf(name), 'confirm'));
  }

  /** The desk whose counter she is booked at. */
  async function deskFor(name: string): Promise<Page> {
    const bookings = (await town.documents('appointments')).flatMap((each) =>
      each.kind === 'booking' ? [each] : [],
    );
    const found = bookings.find(({ visitor }) => visitor.name === name);
    if (!found) throw new Error(`${name} has no appointment`);
    return found.counterId === 'buergerbuero-1' ? bernd : anna;
  }

  async function arriveAndServe(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const desk = await deskFor(name);
      await checkIn(desk, name);
      await serve(desk, 1);
      expected[name] = 'served';
    }
  }

  async function openHall(): Promise<void> {
    display = await pcs.display.open(town.url + paths.display);
    await display.setViewportSize({ width: 1920, height: 1080 });
    kiosk = await pcs.kiosk.open(town.url + paths.kiosk);
    await kiosk.setViewportSize({ width: 1080, height: 1920 });
    await kiosk.evaluate(() => {
      window.print = () => undefined;
    });
  }

  async function filmDisplay(name: string): Promise<void> {
    await film(display, name);
    expect(await display.locator('body').innerText()).not.toMatch(/Öhler|Schulze/);
  }

  /** A kiosk's number by its touch, and back to its first page. */
  async function fromKiosk(): Promise<string> {
    await kiosk.getByRole('button', { name: 'Hundesteuer anmelden' }).click();
    const number = (await kiosk.locator('.kiosk__number').innerText()).trim();
    await film(kiosk, 'two-days/kiosk-number');
    await kiosk.getByRole('link', { name: /Fertig|Zurück/ }).click();
    return number;
  }

  it('Monday: booked on the web and by telephone; times are kept for the PC at the counter', async () => {
    await standAt(bernd, 'Bürgerbüro 1');
    await standAt(anna, 'Bürgerbüro 2');
    const citizen = await pcs.citizen.open(town.url);
    await toFreeTimes(citizen, town, 'Hundesteuer');
    await holdFirst(citizen);
    await fillInDetails(citizen, 'Käthe Öhler', emailOf('Käthe Öhler'));
    await citizen.getByRole('button', { name: 'Termin anfragen' }).last().click();
    await citizen.getByRole('heading', { name: 'Bitte bestätigen Sie per E-Mail' }).waitFor();
    await citizen.goto(await mailedLink(town, emailOf('Käthe Öhler'), 'confirm'));
    await citizen.getByRole('button', { name: 'Termin bestätigen' }).click();
    await citizen.getByText('Der Termin ist gebucht').waitFor();
    for (const [name, clock] of [
      ['Otto Schulze', '09:00'],
      ['Nele Müller', '09:30'],
      ['Paul Krause', '09:30'],
      ['Ida Lehmann', '10:00'],
      ['Max Huber', '10:30'],
      ['Lena Wolf', '11:00'],
      ['Emil Schröder', '14:30'],
    ] as const)
      await onWeb(name, tuesday, clock);
    // this one never answers her mail
    await bookByHttp(town, {
      name: 'Tom Vogel',
      email: emailOf('Tom Vogel'),
      startsAt: instantAt(tuesday, '15:00'),
    });
    expected['Tom Vogel'] = 'lapsed';
    for (const page of [anna, bernd]) await openCalendar(page);
    for (const [page, name, on, clock] of [
      [bernd, 'Hanna Koch', tuesday, '10:00'],
      [anna, 'Rolf Peters', tuesday, '11:00'],
      [anna, 'Grete Brandt', tuesday, '14:00'],
      [bernd, 'Anton Ziegler', thursday, '9:00'],
    ] as const) {
      await bookByPhone(page, { name, on, clock, phone: '03900 4711' });
      await page.getByText(new RegExp(`^Termin gebucht: ${name}`)).waitFor();
    }
    await goToCalendarDay(bernd, tuesday);
    await bernd.getByText('für diesen PC vorgehalten: auch ohne Leitung fest').first().waitFor();
  });

  it('Tuesday, before nine: the kiosk gives numbers, desks call, and the line is cut', async () => {
    await time.goTo(town, tuesday, '08:50');
    await unlockBoth();
    for (const page of [anna, bernd]) await openQueue(page);
    await anna.getByRole('button', { name: 'Anzeige und Automat' }).click();
    for (const [name, label] of [
      ['display', /^Anzeige/],
      ['kiosk', /^Automat/],
    ] as const) {
      const link = anna.getByRole('dialog').getByRole('link', { name: label }).first();
      paths[name] = new URL((await link.getAttribute('href')) ?? '').pathname;
    }
    await anna.keyboard.press('Escape');
    await openHall();
    const [first, second] = [await fromKiosk(), await fromKiosk()];
    for (const [page, number] of [
      [anna, first],
      [bernd, second],
    ] as const) {
      await hallPart(page, /^Wartend/)
        .getByText(number)
        .waitFor();
      expect(await callNext(page)).toBe(number);
      await display.getByText(number).waitFor({ timeout: 1000 });
      expected[`${tuesday} ${number}`] = 'served';
    }
    await filmDisplay('two-days/display');
    await time.goTo(town, tuesday, '09:00');
    for (const pc of hallPcs()) await pc.cutLine(true);
    await settle(anna, first, 'Fertig');
    await settle(bernd, second, 'Fertig');
    await bernd.getByText(/^Keine Verbindung zum Server: Sie können/).waitFor();
  });

  it('from nine on, without a line: booked and walk-in visitors, firm times, wishes, a cancellation', async () => {
    await arriveAndServe('Käthe Öhler', 'Otto Schulze', 'Nele Müller', 'Ida Lehmann', 'Hanna Koch');
    for (const [page, ...notes] of [
      [anna, 'Hund Bello', 'Hund Rex'],
      [bernd, 'Hund Lumpi', 'Hund Waldi'],
    ] as const)
      for (const note of notes) expected[`${tuesday} ${await takeIn(page, note)}`] = 'served';
    expected[`${tuesday} ${await takeIn(anna, 'ruft aus dem Auto an', 'telefonisch')}`] = 'served';
    await serve(anna, 3);
    await serve(bernd, 2);
    const gone = await takeIn(anna, 'wollte noch parken');
    expect(await callNext(anna)).toBe(gone);
    await settle(anna, gone, 'Nicht erschienen');
    expected[`${tuesday} ${gone}`] = 'missed';
    await filmLooks(bernd, 'two-days/queue-no-line');
    await kiosk.getByText(/^Keine Verbindung/).waitFor();
    await film(kiosk, 'two-days/kiosk-no-line');
    await display.getByText(/nicht aktuell/).waitFor();
    await film(display, 'two-days/display-no-line');
  });

  it('a quarter past ten: citizens go on booking, desks give firm times and note wishes', async () => {
    await time.goTo(town, tuesday, '10:15');
    await unlockBoth();
    await pressByHttp(town, `${await mailedLink(town, emailOf('Max Huber'), 'manage')}/cancel`);
    expected['Max Huber'] = 'cancelled';
    for (const [name, on, clock] of [
      ['Jonas Frank', tuesday, '16:00'],
      ['Mia Simon', tuesday, '16:00'],
      ['Theo Albrecht', tuesday, '16:30'],
      ['Lotte Busch', tuesday, '16:30'],
      ['Fritz Haase', thursday, '09:30'],
      ['Ella Otto', thursday, '09:30'],
    ] as const)
      await onWeb(name, on, clock);
    for (const page of [anna, bernd]) await openCalendar(page);
    await bookFirm('Karl Kurz');
    await bookFirm('Paula Lang');
    const phone = '03900 4712';
    // both counters have gone since, the second time that very day
    await noteWish(bernd, { name: 'Jörg Weiß', on: thursday, clock: '9:30', phone });
    await noteWish(bernd, { name: 'Berta Noack', on: tuesday, clock: '16:30', phone }, tuesday);
    await noteWish(bernd, { name: 'Sven Thiel', on: thursday, clock: '9:30', email: emailOf('Sven Thiel') });
    await noteWish(bernd, { name: 'Erika Mustermann', on: thursday, clock: '11:00', phone });
    await noteWish(anna, { name: 'Uwe Richter', on: thursday, clock: '14:00', phone });
    await filmLooks(bernd, 'two-days/calendar-no-line');
  });

  it('noon: the power fails everywhere, in the middle of everything; nothing is lost', async () => {
    for (const page of [anna, bernd]) await openQueue(page);
    const numbers = new Map<Page, string[]>([
      [anna, []],
      [bernd, []],
    ]);
    for (const name of ['Lena Wolf', 'Rolf Peters']) {
      const desk = await deskFor(name);
      numbers.get(desk)?.push(await checkIn(desk, name));
      expected[name] = 'served';
    }
    await Promise.all([town.killServer(), ...Object.values(pcs).map((pc) => pc.kill())]);
    await time.goTo(town, tuesday, '12:30');
    await town.startServer();
    [anna, bernd] = await Promise.all([deskOn(pcs.anna), deskOn(pcs.bernd)]);
    const wereWaiting = [...numbers.values()];
    await unlockBoth();
    for (const [index, page] of [anna, bernd].entries()) {
      await openQueue(page);
      const waiting = wereWaiting[index] ?? [];
      for (const number of waiting)
        await hallPart(page, /^Wartend/)
          .getByText(number)
          .waitFor();
      expect(await serve(page, waiting.length)).toEqual(waiting);
    }
  });

  it('the afternoon without a line: more visitors, a firm time, a cancellation', async () => {
    await arriveAndServe('Emil Schröder');
    for (const page of [anna, bernd]) {
      expected[`${tuesday} ${await takeIn(page, 'Hund ist neu')}`] = 'served';
      await serve(page, 1);
      await openCalendar(page);
    }
    await bookFirm('Willi Groß');
    await cancelInCalendar(anna, 'Grete Brandt', 'Sie hat angerufen.');
    expected['Grete Brandt'] = 'cancelled';
  });

  it('four o’clock: the line is back, everything reaches the server, and each wish is answered', async () => {
    await time.goTo(town, tuesday, '16:00');
    for (const pc of hallPcs()) await pc.cutLine(false);
    await unlockBoth();
    for (const page of [anna, bernd]) {
      await untilHandedOver(page);
      await page.getByText(handedOver).first().waitFor();
      await openQueue(page);
    }
    await openHall();
    const number = await fromKiosk();
    await hallPart(anna, /^Wartend/)
      .getByText(number)
      .waitFor();
    expect(await callNext(anna)).toBe(number);
    await display.getByText(number).waitFor({ timeout: 1000 });
    await filmDisplay('two-days/display-again');
    await filmLooks(anna, 'two-days/queue-again');
    await settle(anna, number, 'Fertig');
    expected[`${tuesday} ${number}`] = 'served';
    await arriveAndServe('Jonas Frank', 'Mia Simon', 'Theo Albrecht');
    await anna.getByRole('link', { name: 'Aufgaben' }).click();
    const calls = hallPart(anna, 'Bitte anrufen: Terminwünsche');
    await calls.getByText(/^Bitte anrufen: Berta Noack, 03900 4712\./).waitFor();
    expect(await calls.getByRole('listitem').count()).toBe(2);
    await filmLooks(anna, 'two-days/calls');
    await calls.getByRole('checkbox', { name: /Berta Noack/ }).click();
    await calls.getByText(/Berta Noack/).waitFor({ state: 'detached' });
    expected['Berta Noack'] = 'called';
    await anna.getByRole('link', { name: 'Öffnungszeiten' }).click();
    const leases = hallPart(anna, 'Vorgehaltene Zeiten');
    await leases.getByText(/Bernd Krüger · seit .* 3 Termine gebucht/).waitFor();
    await filmLooks(anna, 'two-days/leases');
  });

  it('five o’clock: who has a firm time is served in it', async () => {
    await time.goTo(town, tuesday, '17:00');
    await unlockBoth();
    await openCalendar(bernd);
    await goToCalendarDay(bernd, tuesday);
    await filmLooks(bernd, 'two-days/calendar');
    await openQueue(bernd);
    await arriveAndServe('Karl Kurz', 'Willi Groß');
  });

  it('Thursday: all is handed over, the last call is made, and everybody has an answer', async () => {
    for (const pc of [pcs.anna, pcs.bernd]) await pc.shutDown();
    await time.goTo(town, thursday, '08:50');
    [anna, bernd] = await Promise.all([deskOn(pcs.anna), deskOn(pcs.bernd)]);
    await unlockBoth();
    for (const page of [anna, bernd]) {
      await untilHandedOver(page);
      await openQueue(page);
    }
    await arriveAndServe('Anton Ziegler', 'Fritz Haase');
    await pressByHttp(town, `${await mailedLink(town, emailOf('Ella Otto'), 'manage')}/cancel`);
    expected[`${thursday} ${await fromKiosk()}`] = 'served';
    expected[`${thursday} ${await takeIn(bernd, 'Hund ist weg')}`] = 'served';
    await serve(bernd, 2);
    await anna.getByRole('link', { name: 'Aufgaben' }).click();
    await anna.getByRole('checkbox', { name: /Jörg Weiß/ }).click();
    await hallPart(anna, 'Bitte anrufen: Terminwünsche').waitFor({ state: 'detached' });
    for (const page of [anna, bernd]) await untilHandedOver(page);
    const answers = await answersOf(town, instantAt(thursday, '09:00'));
    expect(answers).toEqual({
      ...expected,
      'Ella Otto': 'cancelled',
      'Paul Krause': 'notCome',
      'Lotte Busch': 'notCome',
      'Paula Lang': 'notCome',
      'Jörg Weiß': 'booked, called',
      'Sven Thiel': 'booked',
      'Erika Mustermann': 'booked',
      'Uwe Richter': 'booked',
    });
    expect(Object.keys(answers)).toHaveLength(40);
  });
});
