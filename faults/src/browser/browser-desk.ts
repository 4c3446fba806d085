import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EnteredCase } from '@amtsstube/desktop/data/desk';
import { type RunningChromium, startChromium } from '@amtsstube/desktop/host/running-chromium';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import type { CDPSession, Page } from 'playwright-core';
import {
  type DeskCommand,
  type DeskSetup,
  type DeskState,
  deskState,
  replicaRows,
} from '../desk-messages.ts';
import { DeskFailed, type FaultDesk } from '../desk-process.ts';
import { writeLedger } from '../write-ledger.ts';

const said = z.object({
  result: z.enum(['saved', 'notSaved', 'refusedHere']),
  opId: z.string().optional(),
  payload: z.unknown().optional(),
});

/** A desk in a real Chromium: RxDB sealed over IndexedDB, its journal in OPFS, in a profile that outlives the browser. */
export class BrowserDesk implements FaultDesk {
  readonly setup: DeskSetup;
  failure: string | undefined;
  readonly tally = { made: 0, saved: 0 };
  readonly profile: string;
  /** Where the page lies; a line that is cut must not keep the desk from starting, as the service worker sees to. */
  readonly #bundle: string;
  #browser: RunningChromium | undefined;
  #page: Page | undefined;
  #quota: CDPSession | undefined;
  #isOpen = false;
  readonly #openers = new Set<() => void>();

  constructor(setup: DeskSetup, bundle: string) {
    this.setup = setup;
    this.#bundle = bundle;
    this.profile = join(setup.directory, 'profile');
  }

  get pid(): number {
    throw new Error('a browser is many processes');
  }

  async start(changes: Partial<DeskSetup> = {}): Promise<void> {
    Object.assign(this.setup, changes);
    mkdirSync(this.profile, { recursive: true });
    this.#browser = await startChromium(this.profile);
    const page = await this.#browser.openPage('about:blank');
    await page.route('**/desk/**', (route) => {
      const name = new URL(route.request().url()).pathname.slice('/desk/'.length);
      return route.fulfill({ path: join(this.#bundle, name === '' ? 'index.html' : name) });
    });
    page.on('crash', () => {
      this.failure = 'the page crashed';
    });
    await page.goto(`${this.setup.serverUrl}/desk/`);
    await page.waitForFunction(() => 'faultDesk' in window);
    this.#page = page;
    await this.#ask({ command: 'open', setup: this.setup });
    this.#isOpen = true;
    for (const opener of this.#openers) opener();
    this.#openers.clear();
  }

  /** SIGKILL to the browser with all its processes. */
  async kill(): Promise<void> {
    const browser = this.#browser;
    this.#isOpen = false;
    this.#page = undefined;
    this.#browser = undefined;
    await browser?.kill();
  }

  whenOpen(): Promise<void> {
    return this.#isOpen ? Promise.resolve() : new Promise((resolve) => this.#openers.add(resolve));
  }

  async do(kind: string, payload: unknown): Promise<'saved' | 'notSaved' | 'refusedHere' | undefined> {
    return this.#saved(kind, await this.#ask({ command: 'do', kind, payload }));
  }

  async enter(entered: EnteredCase): Promise<string | undefined> {
    return this.#saved(
      'enterCase',
      await this.#ask({ command: 'enter', payload: { ...entered, leased: null } }),
    );
  }

  async attach(caseId: CaseId, name: string, size: number): Promise<string | undefined> {
    return this.#saved('attachFile', await this.#ask({ command: 'attach', caseId, name, size }));
  }

  async state(): Promise<DeskState> {
    return deskState.parse(await this.#answered({ command: 'state' }));
  }

  async replicas(): Promise<z.infer<typeof replicaRows>> {
    return replicaRows.parse(await this.#answered({ command: 'replicas' }));
  }

  async replicasIfThere(): Promise<z.infer<typeof replicaRows> | undefined> {
    const answer = await this.#ask({ command: 'replicas' });
    return answer === undefined ? undefined : replicaRows.parse(answer);
  }

  async signIn(token: string): Promise<void> {
    this.setup.token = token;
    await this.#ask({ command: 'token', token });
  }

  async setClock(offMs: number): Promise<void> {
    await this.#ask({ command: 'clock', offMs });
  }

  /** How much this origin may keep, in bytes; undefined: what the disk has. */
  async setQuota(bytes: number | undefined): Promise<void> {
    // an override ends with the session that made it
    await this.#quota?.detach();
    this.#quota = undefined;
    const page = this.#page;
    if (page === undefined || bytes === undefined) return;
    this.#quota = await page.context().newCDPSession(page);
    const { origin } = new URL(this.setup.serverUrl);
    await this.#quota.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
  }

  #saved(kind: string, answer: unknown): 'saved' | 'notSaved' | 'refusedHere' | undefined {
    if (answer === undefined) return undefined;
    const { result, opId, payload } = said.parse(answer);
    const { ledger, clerk } = this.setup;
    if (opId !== undefined) writeLedger(ledger, { opId, clerkId: clerk.id, kind, payload });
    return result;
  }

  async #answered(command: DeskCommand): Promise<unknown> {
    const answer = await this.#ask(command);
    if (answer === undefined) throw new DeskFailed(`${this.setup.clerk.name}: no answer; ${this.failure}`);
    return answer;
  }

  /** undefined: the browser was killed before it said anything. */
  async #ask(command: DeskCommand): Promise<unknown> {
    const page = this.#page;
    if (page === undefined || this.failure !== undefined) return undefined;
    try {
      return (await page.evaluate((told) => window.faultDesk.perform(told), command)) ?? null;
    } catch (error) {
      if (this.#page !== page) return undefined;
      throw new DeskFailed(`${this.setup.clerk.name}: ${String(error)}`);
    }
  }
}
