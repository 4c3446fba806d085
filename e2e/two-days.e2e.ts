import { addDays } from '@amtsstube/shared/domain/time';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { bookByHttp, fillInDetails, holdFirst, mailedLink, toFreeTimes } from './booking.ts';
import { bookByPhone, cancelInCalendar, goToCalendarDay, noteWish, openCalendar } from './calendar-desk.ts';
import { handedOver, untilHandedOver } from './clerk.ts';
import { CounterOffice, emailOf } from './counter-office.ts';
import { film, filmLooks } from './film-strip.ts';
import { callNext, checkIn, hallPart, openQueue, serve, settle, standAt, takeIn } from './hall-desk.ts';
import { nextOpenWeek } from './open-day.ts';
import { Pc } from './pc.ts';
import { instantAt, TownTime } from './town-time.ts';
import { answersOf } from './visitor-answers.ts';

const { tuesday, thursday } = nextOpenWeek(['buergerbuero-1', 'buergerbuero-2']);
const monday = addDays(tuesday, -1);
const nextMonday = addDays(tuesday, 6);

/**
 * The two days on which a town receives people, and the afternoon before: the town hall's line is cut on the first from nine to
 * four, the power fails at noon, and citizens go on booking. In order; `expected` says what becomes of each visitor.
 */
describe('[K7] [K8] [K9] [K11] [K12] [K13] two days at the counter', () => {
  const expected: Record<string, string> = {};
  let office: CounterOffice;
  let citizenPc: Pc;
  let hallPaths: Record<'display' | 'kiosk', string>;

  beforeAll(async () => {
    office = await CounterOffice.open(new TownTime(monday, '13:00'));
    citizenPc = await Pc.setUp();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await office.shown());
  });
  afterAll(async () => {
    await citizenPc?.dispose();
    await office?.close();
  });

  const expectAll = (answer: string, ...who: readonly string[]) => {
    for (const each of who) expected[each] = answer;
  };
  const goTo = (on: typeof tuesday, clock: string) => office.time.goTo(office.town, on, clock);

  /** Booked persons who come and are served. */
  async function receive(...names: readonly string[]): Promise<void> {
    await office.receive(...names);
    expectAll('served', ...names);
  }

  it('Monday: booked on the web and by telephone; times are kept for the PC at the counter', async () => {
    const { anna, bernd, town } = office;
    await standAt(bernd, 'Bürgerbüro 1');
    await standAt(anna, 'Bürgerbüro 2');
    const citizen = await citizenPc.open(town.url);
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
      await office.bookOnWeb(name, tuesday, clock);
    // this one never answers his mail
    const startsAt = instantAt(tuesday, '15:00');
    await bookByHttp(town, { name: 'Tom Vogel', email: emailOf('Tom Vogel'), startsAt });
    for (const page of office.desks) await openCalendar(page);
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

  it('Tuesday, until nine: the kiosk gives numbers, desks call, and the line is cut', async () => {
    const { anna, bernd } = office;
    await goTo(tuesday, '08:50');
    await office.unlock();
    for (const page of office.desks) await openQueue(page);
    await anna.getByRole('button', { name: 'Anzeige und Automat' }).click();
    const pathOf = async (label: RegExp) => {
      const link = anna.getByRole('dialog').getByRole('link', { name: label }).first();
      return new URL((await link.getAttribute('href')) ?? '').pathname;
    };
    hallPaths = { display: await pathOf(/^Anzeige/), kiosk: await pathOf(/^Automat/) };
    await anna.keyboard.press('Escape');
    await office.openHall(hallPaths);
    const numbers = [await office.numberFromKiosk(), await office.numberFromKiosk()];
    for (const [index, page] of office.desks.entries()) {
      const number = numbers[index] ?? '';
      await hallPart(page, /^Wartend/)
        .getByText(number)
        .waitFor();
      expect(await callNext(page)).toBe(number);
      await office.display.getByText(number).waitFor({ timeout: 1000 });
      expectAll('served', `${tuesday} ${number}`);
    }
    await film(office.display, 'two-days/display');
    await goTo(tuesday, '09:00');
    await office.cutLine(true);
    await bernd.getByText(/^Keine Verbindung zum Server: Sie können/).waitFor();
    for (const [index, page] of office.desks.entries()) await settle(page, numbers[index] ?? '', 'Fertig');
  });

  it('from nine on, without a line: visitors with and without an appointment, and one who is gone', async () => {
    const { anna, bernd, kiosk, display } = office;
    await receive('Käthe Öhler', 'Otto Schulze', 'Nele Müller', 'Ida Lehmann', 'Hanna Koch');
    for (const [page, ...notes] of [
      [anna, 'Hund Bello', 'Hund Rex'],
      [bernd, 'Hund Lumpi', 'Hund Waldi'],
    ] as const)
      for (const note of notes) expectAll('served', `${tuesday} ${await takeIn(page, note)}`);
    expectAll('served', `${tuesday} ${await takeIn(anna, 'ruft aus dem Auto an', 'telefonisch')}`);
    await serve(anna, 3);
    await serve(bernd, 2);
    const gone = await takeIn(anna, 'wollte noch parken');
    expect(await callNext(anna)).toBe(gone);
    await settle(anna, gone, 'Nicht erschienen');
    expectAll('missed', `${tuesday} ${gone}`);
    await filmLooks(bernd, 'two-days/queue-no-line');
    await kiosk.getByText(/^Keine Verbindung/).waitFor();
    await film(kiosk, 'two-days/kiosk-no-line');
    await display.getByText(/nicht aktuell/).waitFor();
    await film(display, 'two-days/display-no-line');
  });

  it('a quarter past ten: citizens go on booking, desks give firm times and note wishes', async () => {
    const { anna, bernd, town } = office;
    await goTo(tuesday, '10:15');
    await office.unlock();
    // by the afternoon it is a day ago, and forgotten
    const { 'Tom Vogel': unanswered } = await answersOf(town, instantAt(tuesday, '10:15'));
    expect(unanswered).toBe('lapsed');
    await office.cancelOnWeb('Max Huber');
    for (const [name, on, clock] of [
      ['Jonas Frank', tuesday, '16:00'],
      ['Mia Simon', tuesday, '16:00'],
      ['Theo Albrecht', tuesday, '16:30'],
      ['Lotte Busch', tuesday, '16:30'],
      ['Fritz Haase', thursday, '09:30'],
      ['Ella Otto', thursday, '09:30'],
    ] as const)
      await office.bookOnWeb(name, on, clock);
    for (const page of office.desks) await openCalendar(page);
    await office.bookFirm('Karl Kurz', tuesday, '17:00');
    await office.bookFirm('Paula Lang', tuesday, '17:20');
    const phone = '03900 4712';
    // these times are others' by now, the second one the last of its day
    await noteWish(bernd, { name: 'Jörg Weiß', on: thursday, clock: '9:30', phone });
    const limits = { until: tuesday, isOnlyThere: true };
    await noteWish(bernd, { name: 'Berta Noack', on: tuesday, clock: '16:30', phone }, limits);
    await noteWish(bernd, { name: 'Sven Thiel', on: thursday, clock: '9:30', email: emailOf('Sven Thiel') });
    await noteWish(bernd, { name: 'Erika Mustermann', on: thursday, clock: '11:00', phone });
    await noteWish(anna, { name: 'Uwe Richter', on: thursday, clock: '14:00', phone });
    await filmLooks(bernd, 'two-days/calendar-no-line');
  });

  it('noon: the power fails everywhere while people wait, and who waits is there again', async () => {
    for (const page of office.desks) await openQueue(page);
    const waiting: [string, string][] = [];
    for (const name of ['Lena Wolf', 'Rolf Peters'])
      waiting.push([name, await checkIn(await office.deskFor(name), name)]);
    await office.failPower();
    await goTo(tuesday, '12:30');
    await office.town.startServer();
    await office.startDesks();
    for (const page of office.desks) await openQueue(page);
    for (const [name, number] of waiting) {
      expect(await serve(await office.deskFor(name), 1)).toEqual([number]);
      expectAll('served', name);
    }
  });

  it('the afternoon without a line: more visitors, a firm time, a cancellation', async () => {
    await receive('Emil Schröder');
    for (const page of office.desks) {
      expectAll('served', `${tuesday} ${await takeIn(page, 'Hund ist neu')}`);
      await serve(page, 1);
      await openCalendar(page);
    }
    await office.bookFirm('Willi Groß', tuesday, '17:40');
    await cancelInCalendar(office.anna, 'Grete Brandt', 'Sie hat angerufen.');
  });

  it('four o’clock: the line is back, everything reaches the server, and each wish is answered', async () => {
    const { anna, bernd } = office;
    await goTo(tuesday, '16:00');
    await office.cutLine(false);
    await office.unlock();
    for (const page of office.desks) {
      await untilHandedOver(page);
      await page.getByText(handedOver).first().waitFor();
      await openQueue(page);
    }
    await office.openHall(hallPaths);
    const number = await office.numberFromKiosk();
    await hallPart(anna, /^Wartend/)
      .getByText(number)
      .waitFor();
    expect(await callNext(anna)).toBe(number);
    await office.display.getByText(number).waitFor({ timeout: 1000 });
    await film(office.display, 'two-days/display-again');
    await filmLooks(anna, 'two-days/queue-again');
    await settle(anna, number, 'Fertig');
    expectAll('served', `${tuesday} ${number}`);
    await receive('Jonas Frank', 'Mia Simon', 'Theo Albrecht');
    await anna.getByRole('link', { name: 'Aufgaben' }).click();
    const calls = hallPart(anna, 'Bitte anrufen: Terminwünsche');
    await calls.getByText(/^Bitte anrufen: Berta Noack, 03900 4712\./).waitFor();
    expect(await calls.getByRole('listitem').count()).toBe(2);
    await filmLooks(anna, 'two-days/calls');
    await calls.getByRole('checkbox', { name: /Berta Noack/ }).click();
    await calls.getByText(/Berta Noack/).waitFor({ state: 'detached' });
    await openCalendar(anna);
    await anna.getByRole('link', { name: 'Öffnungszeiten' }).click();
    const leases = hallPart(anna, 'Vorgehaltene Zeiten');
    await leases.getByText(/Bernd Krüger · seit .* nichts mehr frei · 3 Termine gebucht/).waitFor();
    await filmLooks(anna, 'two-days/leases');
    expect(await office.leases(tuesday)).toEqual([{ by: 'bernd-krueger', free: 0, spent: 3 }]);
    await openCalendar(bernd);
    await filmLooks(bernd, 'two-days/calendar');
  });

  it('five o’clock: who has a firm time is served in it', async () => {
    await goTo(tuesday, '17:00');
    await office.unlock();
    await openQueue(office.bernd);
    await receive('Karl Kurz', 'Willi Groß');
  });

  it('Thursday: all is handed over, the last call is made, and each of forty visitors has an answer', async () => {
    const { pcs, town } = office;
    for (const pc of [pcs.anna, pcs.bernd]) await pc.shutDown();
    await goTo(thursday, '08:50');
    await office.startDesks();
    for (const page of office.desks) {
      await untilHandedOver(page);
      await openQueue(page);
    }
    await receive('Anton Ziegler', 'Fritz Haase');
    await office.cancelOnWeb('Ella Otto');
    expectAll('served', `${thursday} ${await office.numberFromKiosk()}`);
    expectAll('served', `${thursday} ${await takeIn(office.bernd, 'Hund ist weg')}`);
    await serve(office.bernd, 2);
    await office.anna.getByRole('link', { name: 'Aufgaben' }).click();
    await office.anna.getByRole('checkbox', { name: /Jörg Weiß/ }).click();
    await hallPart(office.anna, 'Bitte anrufen: Terminwünsche').waitFor({ state: 'detached' });
    for (const page of office.desks) await untilHandedOver(page);

    expectAll('cancelled', 'Max Huber', 'Grete Brandt', 'Ella Otto');
    expectAll('notCome', 'Paul Krause', 'Lotte Busch', 'Paula Lang');
    expectAll('called', 'Berta Noack');
    expectAll('booked, called', 'Jörg Weiß');
    expectAll('booked', 'Sven Thiel', 'Erika Mustermann', 'Uwe Richter');
    const now = instantAt(thursday, '09:00');
    const { 'Tom Vogel': _, ...answers } = await answersOf(town, now);
    expect(answers).toEqual(expected);
    // and Tom Vogel
    expect(Object.keys(answers)).toHaveLength(39);
    // given up with the first contact of another day, and asked for again for the days to come
    await expect.poll(() => office.leases(tuesday)).toEqual([]);
    await expect.poll(() => office.leases(nextMonday)).toEqual([{ by: 'bernd-krueger', free: 6, spent: 0 }]);
    expect(await town.wrongClaims(now)).toBeUndefined();
    expect(await town.verify()).toMatch(/^musterstadt: .* chain ok, replay equal(?:,|$)/m);
  });
});
