import { testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import type { Locator, Page } from 'playwright-core';
import type { Town } from './town.ts';

export type ClerkName = 'anna' | 'bernd' | 'clara' | 'dora';

/** On a device that nobody has worked on yet; until the program is stored there, so that the server may go. */
export async function signIn(page: Page, name: ClerkName, town: Town): Promise<void> {
  await enrol(page, town);
  await sendSignIn(page, name);
  await page.getByRole('heading', { name: 'Posteingang' }).waitFor();
  // what is packaged has no need to be stored
  if (page.url().startsWith('http'))
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

export async function enrol(page: Page, town: Pick<Town, 'enrolmentCode'>): Promise<void> {
  await page.getByRole('heading', { name: 'Dieses Gerät einrichten' }).waitFor();
  await page.getByLabel('Gerätecode').fill(town.enrolmentCode());
  await page.getByLabel('Name des Geräts').fill('Bürgerbüro, Platz 2');
  await page.getByRole('button', { name: 'Gerät einrichten' }).click();
  await page.getByRole('heading', { name: 'Anmelden' }).waitFor();
}

/** On a device the clerk has worked on, without a line if need be. */
export async function unlock(page: Page, name: ClerkName): Promise<void> {
  await page.getByLabel('Passwort').first().fill(accountOf(name).password);
  await page.getByRole('button', { name: 'Entsperren' }).click();
  // the screen she left is shown
  await page.getByRole('link', { name: 'Posteingang' }).waitFor();
}

function accountOf(name: ClerkName) {
  const account = testTownAccounts.find(({ email }) => email.startsWith(name));
  if (account === undefined) throw new Error(`no account of ${name}`);
  return account;
}

/** Fills in a sign-in form, on the page or in a dialog, and sends it. */
export async function sendSignIn(form: Page | Locator, name: ClerkName, password?: string): Promise<void> {
  const account = accountOf(name);
  await form.getByLabel('E-Mail').fill(account.email);
  await form
    .getByLabel('Passwort')
    .first()
    .fill(password ?? account.password);
  await form.getByRole('button', { name: 'Anmelden', exact: true }).click();
}

export async function openCase(
  page: Page,
  list: 'Posteingang' | 'Meine Vorgänge' | 'In Vertretung' | 'Alle Vorgänge',
  reference: string,
) {
  await page.getByRole('link', { name: list }).click();
  await page.getByRole('link', { name: reference }).click();
  await page.getByRole('heading', { name: reference }).waitFor();
}

export async function takeOver(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Übernehmen' }).click();
  await page.getByText('Auf diesem Gerät gespeichert', { exact: true }).first().waitFor();
}

export async function addNote(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Vermerk', exact: true }).fill(text);
  await page.getByRole('button', { name: 'Vermerk speichern' }).click();
  await page.getByRole('region', { name: 'Verlauf' }).getByText(text).waitFor();
}

export async function decide(page: Page, kind: 'Bewilligen' | 'Ablehnen', reason: string): Promise<void> {
  await page.getByLabel(kind).check();
  await page.getByRole('textbox', { name: 'Begründung' }).fill(reason);
  await page.getByRole('button', { name: 'Entscheidung speichern' }).click();
  await page.getByRole('region', { name: 'Verlauf' }).getByText(reason).waitFor();
}

/** The honest states as the app bar words them. */
export const notHandedOver = (count: number) =>
  `auf diesem Gerät gespeichert, noch nicht übertragen: ${count}`;
export const handedOver = 'vom Server übernommen';

/**
 * Everything she did on this PC is the server's. Only the bar says so: a notice or a line of a history says it of one thing. Behind an open
 * dialog the bar is hidden from screen readers, and still there.
 */
export async function untilHandedOver(page: Page, timeout?: number): Promise<void> {
  const bar = page.getByRole('banner', { includeHidden: true });
  const patience = timeout === undefined ? {} : { timeout };
  // what was refused is named instead, and waits for nobody but her
  await bar
    .getByText(/^vom Server (übernommen|abgewiesen)/)
    .first()
    .waitFor(patience);
  await bar
    .getByText('noch nicht übertragen')
    .first()
    .waitFor({ state: 'detached', ...patience });
}
