import { randomBytes } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { berndKrueger } from '@amtsstube/shared/fixtures/test-town';
import { Random } from '@amtsstube/sim/random';
import { BrowserDesk } from './browser/browser-desk.ts';
import { Citizen } from './citizen.ts';
import { actAtDesk } from './clerk-acts.ts';
import { type DeskSetup, type LedgerLine, ledgerLine } from './desk-messages.ts';
import { DeskProcess, type FaultDesk } from './desk-process.ts';
import { FaultProxy, type Weather } from './proxy.ts';
import { ServerProcess } from './server-process.ts';
import { SmallDisk } from './small-disk.ts';
import { administratorAnna, type Template } from './template.ts';

/** What lies on a disk that can be filled. */
export type OnSmallDisk = 'server' | 'desk';

export interface Surroundings {
  readonly mirror?: boolean;
  readonly smallDisk?: OnSmallDisk;
  /** The second desk is in a real Chromium. */
  readonly browser?: boolean;
}

/** One desk and its line. */
export interface Office {
  readonly desk: FaultDesk;
  readonly line: FaultProxy;
}

/** The test town as processes: a server, two desks behind a proxy each, a citizen behind another. */
export class FaultTown {
  readonly random: Random;
  readonly directory: string;
  readonly template: Template;
  readonly server: ServerProcess;
  readonly offices: readonly [Office, Office];
  readonly citizen: Citizen;
  readonly mirror: string | undefined;
  readonly smallDisk: SmallDisk | undefined;
  /** Set where the server is put back to this moment: nobody but it had what citizens sent later. */
  citizenGoesBackTo: number | undefined;
  readonly #citizenLine: FaultProxy;
  readonly #ledger: string;

  private constructor(
    random: Random,
    directory: string,
    template: Template,
    server: ServerProcess,
    offices: readonly [Office, Office],
    citizenLine: FaultProxy,
    ledger: string,
    mirror: string | undefined,
    smallDisk: SmallDisk | undefined,
  ) {
    this.random = random;
    this.directory = directory;
    this.template = template;
    this.server = server;
    this.offices = offices;
    this.#citizenLine = citizenLine;
    this.citizen = new Citizen(citizenLine.url);
    this.#ledger = ledger;
    this.mirror = mirror;
    this.smallDisk = smallDisk;
  }

  static async begin(
    template: Template,
    directory: string,
    seed: number,
    surroundings: Surroundings,
  ): Promise<FaultTown> {
    const random = new Random(seed);
    const smallDisk = surroundings.smallDisk && SmallDisk.mount(join(directory, 'small'));
    const place = (name: OnSmallDisk) =>
      smallDisk && surroundings.smallDisk === name ? smallDisk.directory : join(directory, name);
    const mirror = surroundings.mirror ? join(directory, 'mirror') : undefined;
    if (mirror !== undefined) mkdirSync(mirror);
    const data = join(place('server'), 'data');
    cpSync(template.directory, data, { recursive: true });
    const server = new ServerProcess(data, mirror === undefined ? {} : { AMTSSTUBE_MIRROR: mirror });
    const ledger = join(directory, 'ledger');
    writeFileSync(ledger, '');
    const office = async (index: 0 | 1): Promise<Office> => {
      const line = await FaultProxy.open();
      const [tallyId, session] = [template.cases[index], template.sessions[index]];
      if (tallyId === undefined || session === undefined) throw new Error('a template without sessions');
      const pc = join(index === 0 ? place('desk') : directory, `pc-${index}`);
      mkdirSync(pc, { recursive: true });
      const setup: DeskSetup = {
        directory: pc,
        serverUrl: line.url,
        clerk: index === 0 ? administratorAnna : berndKrueger,
        keyFile: randomBytes(48).toString('hex'),
        token: session.token,
        ledger,
        tallyId,
        copies: index === 1 && random.chance(0.5) ? 'rxdb' : 'file',
        clockOffMs: 0,
      };
      const desk =
        index === 1 && surroundings.browser
          ? new BrowserDesk(setup, await template.deskPage())
          : new DeskProcess(setup);
      return { desk, line };
    };
    const offices = [await office(0), await office(1)] as const;
    const town = new FaultTown(
      random,
      directory,
      template,
      server,
      offices,
      await FaultProxy.open(),
      ledger,
      mirror,
      smallDisk,
    );
    await town.startServer();
    await Promise.all(offices.map(({ desk }) => desk.start()));
    return town;
  }

  get desks(): readonly FaultDesk[] {
    return this.offices.map(({ desk }) => desk);
  }

  async startServer(): Promise<void> {
    await this.server.start();
    for (const line of this.#lines()) line.target = this.server.port;
  }

  async killServer(): Promise<void> {
    for (const line of this.#lines()) line.target = undefined;
    await this.server.kill();
  }

  set weather(weather: Weather) {
    for (const { line } of this.offices) line.weather = weather;
  }

  /** Clerks work and a citizen applies, as long as the town goes on. What can't be done now is simply not done. */
  async work(operations: number, offices: readonly Office[] = this.offices): Promise<void> {
    const seeds = offices.map(() => this.random.between(1, 2 ** 31));
    const applying = offices === this.offices ? this.citizen.apply() : undefined;
    await Promise.all(
      offices.map(async ({ desk }, index) => {
        const random = new Random(seeds[index] ?? 1);
        for (let count = 0; count < operations; count += 1) {
          await desk.whenOpen();
          await this.#act(desk, random);
          await pause(random.between(0, 80));
        }
      }),
    );
    await applying;
  }

  /** One more note in the desk's own tally case. */
  async note(desk: FaultDesk): Promise<boolean> {
    desk.tally.made += 1;
    const payload = { caseId: desk.setup.tallyId, text: `Zählung ${desk.tally.made}` };
    const isSaved = (await desk.do('addNote', payload)) === 'saved';
    if (isSaved) desk.tally.saved += 1;
    return isSaved;
  }

  ledger(): readonly LedgerLine[] {
    return readFileSync(this.#ledger, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => ledgerLine.parse(JSON.parse(line)));
  }

  async close(): Promise<void> {
    for (const { desk } of this.offices) await desk.kill();
    await this.server.kill();
    for (const line of this.#lines()) line.close();
    this.smallDisk?.unmount();
  }

  async #act(desk: FaultDesk, random: Random): Promise<void> {
    if (random.chance(0.5)) await this.note(desk);
    else if (random.chance(0.2)) {
      const caseId = random.pick(this.template.cases.slice(2)) ?? desk.setup.tallyId;
      await desk.do('addNote', { caseId, text: `Vermerk ${random.id()}` });
    } else await actAtDesk(desk, random, this.template.cases.slice(0, 2));
  }

  #lines(): readonly FaultProxy[] {
    return [...this.offices.map(({ line }) => line), this.#citizenLine];
  }
}
