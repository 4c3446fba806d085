import { isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import { unitsOf } from '@amtsstube/shared/domain/appointments/time-lease';
import { isTimeLease } from '@amtsstube/shared/domain/lease';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { bookByHttp, mailedLink, pressByHttp } from './booking.ts';
import { beginBooking } from './calendar-desk.ts';
import { signIn, unlock } from './clerk.ts';
import { checkIn, serve } from './hall-desk.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';
import { instantAt, type TownTime } from './town-time.ts';

/**
 * A town hall with two counters that a journey goes through for days: Bernd at Bürgerbüro 1, Anna, who leads, at Bürgerbüro 2,
 * a kiosk and a screen. `pages` are those of the browsers that run now.
 */
export class CounterOffice {
  readonly town: Town;
  readonly time: TownTime;
  readonly pcs: Readonly<Record<'anna' | 'bernd' | 'kiosk' | 'display', Pc>>;
  #pages: { anna: Page; bernd: Page } | undefined;
  #hall: { kiosk: Page; display: Page } | undefined;

  private constructor(town: Town, time: TownTime, pcs: CounterOffice['pcs']) {
    this.town = town;
    this.time = time;
    this.pcs = pcs;
    for (const pc of Object.values(pcs)) time.add(pc);
  }

  /** Both clerks signed in, at no counter yet. */
  static async open(time: TownTime): Promise<CounterOffice> {
    const town = await Town.open({ clockAhead: time.aheadMs });
    const [anna, bernd, kiosk, display] = [
      await Pc.setUp(),
      await Pc.setUp(),
      await Pc.setUp(),
      await Pc.setUp(),
    ];
    const office = new CounterOffice(town, time, { anna, bernd, kiosk, display });
    await office.#openDesks();
    await signIn(office.anna, 'anna', town);
    await signIn(office.bernd, 'bernd', town);
    return office;
  }

  get anna(): Page {
    return theOpen(this.#pages).anna;
  }

  get bernd(): Page {
    return theOpen(this.#pages).bernd;
  }

  get desks(): readonly [Page, Page] {
    return [this.anna, this.bernd];
  }

  get kiosk(): Page {
    return theOpen(this.#hall).kiosk;
  }

  get display(): Page {
    return theOpen(this.#hall).display;
  }

  async cutLine(isCut: boolean): Promise<void> {
    for (const pc of Object.values(this.pcs)) await pc.cutLine(isCut);
  }

  /** Everything that runs ends at once, the server too (SIGKILL). */
  async failPower(): Promise<void> {
    await Promise.all([this.town.killServer(), ...Object.values(this.pcs).map((pc) => pc.kill())]);
    this.#hall = undefined;
  }

  /** The desks' browsers are started with their profiles, and unlocked; the pages of the hall need the line. */
  async startDesks(): Promise<void> {
    await this.#openDesks();
    await this.unlock();
  }

  async unlock(): Promise<void> {
    await Promise.all([unlock(this.anna, 'anna'), unlock(this.bernd, 'bernd')]);
  }

  /** By the addresses that a lead sees, on the devices in the hall. */
  async openHall(paths: Readonly<Record<'kiosk' | 'display', string>>): Promise<void> {
    const display = await this.pcs.display.open(this.town.url + paths.display);
    await display.setViewportSize({ width: 1920, height: 1080 });
    const kiosk = await this.pcs.kiosk.open(this.town.url + paths.kiosk);
    await kiosk.setViewportSize({ width: 1080, height: 1920 });
    await kiosk.evaluate(() => {
      window.print = () => undefined;
    });
    this.#hall = { kiosk, display };
  }

  /** Somebody takes a number by the kiosk's touch, and it shows its first page again. */
  async numberFromKiosk(): Promise<string> {
    await this.kiosk.getByRole('button', { name: 'Hundesteuer anmelden' }).click();
    const number = (await this.kiosk.locator('.kiosk__number').innerText()).trim();
    await this.kiosk.getByRole('link', { name: 'Fertig' }).click();
    return number;
  }

  /** A citizen at home books, and confirms by the link of her mail. */
  async bookOnWeb(name: string, on: LocalDate, clock: string): Promise<void> {
    await bookByHttp(this.town, { name, email: emailOf(name), startsAt: instantAt(on, clock) });
    await pressByHttp(this.town, await mailedLink(this.town, emailOf(name), 'confirm'));
  }

  /** A citizen at home cancels, by the link of her mail. */
  async cancelOnWeb(name: string): Promise<void> {
    await pressByHttp(this.town, `${await mailedLink(this.town, emailOf(name), 'manage')}/cancel`);
  }

  /** Bernd, in what is kept for his PC: final at once, without a line. */
  async bookFirm(name: string, on: LocalDate, clock: string): Promise<void> {
    const dialog = await beginBooking(this.bernd, { name, on, clock });
    await dialog
      .getByText(/^Keine Verbindung zum Server. Diese Zeit ist für diesen PC vorgehalten/)
      .waitFor();
    await this.bernd.keyboard.press('Enter');
    await this.bernd.getByText(new RegExp(`^Termin gebucht: ${name}, `)).waitFor();
  }

  /** Each at the counter she is booked at, one after the other. The desks show who waits. */
  async receive(...names: readonly string[]): Promise<void> {
    for (const name of names) {
      const desk = await this.deskFor(name);
      const number = await checkIn(desk, name);
      expect(await serve(desk, 1)).toEqual([number]);
    }
  }

  /** Of the counter she is booked at. */
  async deskFor(name: string): Promise<Page> {
    const booked = (await this.town.documents('appointments')).filter(isBooking);
    const found = booked.find(({ visitor }) => visitor.name === name);
    if (!found) throw new Error(`${name} has no appointment`);
    return found.counterId === 'buergerbuero-1' ? this.bernd : this.anna;
  }

  /** What the server keeps for PCs on this day, in units. */
  async leases(on: LocalDate) {
    return (await this.town.documents('leases'))
      .filter(isTimeLease)
      .filter((each) => each.on === on)
      .map(({ clerkId: by, free, spent }) => ({ by, free: unitsOf(free).length, spent: spent.length }));
  }

  async shown(): Promise<string> {
    return `ANNA ${await this.pcs.anna.shown()}\nBERND ${await this.pcs.bernd.shown()}`;
  }

  async close(): Promise<void> {
    for (const pc of Object.values(this.pcs)) await pc.dispose();
    await this.town.close();
  }

  async #openDesks(): Promise<void> {
    const address = `${this.town.url}/desk/`;
    const [anna, bernd] = await Promise.all([this.pcs.anna.open(address), this.pcs.bernd.open(address)]);
    this.#pages = { anna, bernd };
  }
}

export function emailOf(name: string): string {
  return `${name.replaceAll(/[^a-z]/gi, '').toLowerCase()}@example.org`;
}

function theOpen<T>(pages: T | undefined): T {
  if (pages === undefined) throw new Error('not started');
  return pages;
}
