import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { chromiumArguments, findChromium } from '../../../build/find-chromium.ts';
import type { FilledTown } from '../sync/filled-town.ts';

const [account] = testTownAccounts;

/** A clerk's PC with the product on it: a browser whose profile outlives it. */
export class ProductPc {
  readonly #url: string;
  readonly #profile: string;
  #context: BrowserContext | undefined;

  private constructor(town: FilledTown, profile: string) {
    this.#url = town.pageOf('product');
    this.#profile = profile;
  }

  /** Enrolled, signed in, and with everything the server has. */
  static async setUp(town: FilledTown): Promise<ProductPc> {
    const pc = new ProductPc(town, await mkdtemp(join(tmpdir(), 'amtsstube-bench-pc-')));
    try {
      await pc.#enrol(town);
    } catch (error) {
      // a browser left open would keep this program running
      await pc.dispose();
      throw error;
    }
    return pc;
  }

  async #enrol(town: FilledTown): Promise<void> {
    const page = await this.openTab();
    await page.goto(this.#url);
    await page
      .getByLabel('Gerätecode')
      .fill(town.server.workstations.newEnrolmentCode(testTown.municipalityId).code);
    await page.getByLabel('Name des Geräts').fill('Bürgerbüro, Platz 2');
    await page.getByRole('button', { name: 'Gerät einrichten' }).click();
    await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
    await page.getByLabel('E-Mail').fill(account.email);
    await page.getByLabel('Passwort').first().fill(account.password);
    await page.getByRole('button', { name: 'Anmelden', exact: true }).click();
    await allCases(page, town.caseCount);
    // the next start comes from the device, as in an office
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await this.shutDown();
  }

  get url(): string {
    return this.#url;
  }

  /** An empty tab; a browser is started where none runs. */
  async openTab(): Promise<Page> {
    this.#context ??= await chromium.launchPersistentContext(this.#profile, {
      executablePath: await findChromium(),
      args: chromiumArguments(),
      chromiumSandbox: false,
      viewport: { width: 1280, height: 800 },
      locale: 'de-DE',
      timezoneId: 'Europe/Berlin',
    });
    return this.#context.newPage();
  }

  /** To what a clerk sees before her password. */
  async begin(page: Page): Promise<void> {
    await page.goto(this.#url, { waitUntil: 'commit' });
    await page.getByRole('button', { name: 'Entsperren' }).waitFor();
    await page.getByLabel('Passwort').first().fill(account.password);
  }

  /** From the password to rows that can be clicked. */
  async unlock(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Entsperren' }).click();
    await page.locator('[data-row="0"] a').waitFor();
  }

  /** No line: nothing but the desk itself is measured. */
  async cutLine(): Promise<void> {
    await this.#context?.setOffline(true);
  }

  async shutDown(): Promise<void> {
    await this.#context?.close();
    this.#context = undefined;
  }

  async dispose(): Promise<void> {
    await this.shutDown();
    await rm(this.#profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Every case is in the list. */
export async function allCases(page: Page, count: number): Promise<void> {
  await page.getByRole('link', { name: 'Alle Vorgänge' }).first().click();
  await page.locator(`table[aria-rowcount="${count + 1}"]`).waitFor({ timeout: 120_000 });
}
