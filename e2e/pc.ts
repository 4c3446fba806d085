import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../build/find-chromium.ts';

/** A clerk's PC: a browser with a profile on disk, which outlives the browser. */
export class Pc {
  readonly #profile: string;
  #context: BrowserContext | undefined;

  private constructor(profile: string) {
    this.#profile = profile;
  }

  static async setUp(): Promise<Pc> {
    return new Pc(await mkdtemp(join(tmpdir(), 'amtsstube-pc-')));
  }

  /** Starts the browser, or goes on with the one that runs; a new tab at `url`. */
  async open(url: string): Promise<Page> {
    this.#context ??= await chromium.launchPersistentContext(this.#profile, {
      executablePath: await findChromium(),
      args: [...chromiumArguments()],
      viewport: { width: 1280, height: 800 },
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
    });
    const page = await this.#context.newPage();
    await page.goto(url);
    return page;
  }

  /** No line for this PC: everybody else keeps theirs. */
  async cutLine(isCut: boolean): Promise<void> {
    await this.#context?.setOffline(isCut);
  }

  /** The browser is closed; the profile stays. */
  async shutDown(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  async dispose(): Promise<void> {
    await this.shutDown();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
