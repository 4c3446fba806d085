import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';

export const dogOwner = { firstName: 'Jürgen', lastName: 'Weiß', email: 'juergen.weiss@example.org' };

/** Fills in "Hundesteuer anmelden" as a person does, from the list of services on. */
export async function fillInDogTax(
  page: Page,
  townUrl: string,
  owner = dogOwner,
  municipality: string = testTown.municipalityId,
): Promise<void> {
  await page.goto(`${townUrl}/m/${municipality}/`);
  await page.getByRole('link', { name: 'Hundesteuer anmelden' }).click();
  await page.getByRole('link', { name: 'Online beantragen' }).click();
  await page.getByLabel('Vorname').fill(owner.firstName);
  await page.getByLabel('Nachname').fill(owner.lastName);
  await page.getByLabel('Straße und Hausnummer').fill('Grüne Straße 7');
  await page.getByLabel('Postleitzahl und Ort').fill('39576 Musterstadt');
  await page.getByLabel('E-Mail-Adresse').fill(owner.email);
  await page.getByLabel('Name des Hundes').fill('Strolch');
  await page.getByLabel('Rasse').fill('Mischling (Schäferhund, Husky)');
  await choose(page, 'Geschlecht', 'männlich');
  await page.getByLabel('Geboren am').fill('29.02.2024');
  await page.getByLabel('Im Haushalt seit').fill('1.11.2026');
  await page.getByLabel('Chipnummer').fill('276098100000123');
  await choose(page, 'Kommt der Hund aus einer anderen Gemeinde?', 'Nein');
  await choose(page, 'Der wievielte Hund im Haushalt ist es?', 'Ersthund');
  await choose(page, 'Beantragen Sie eine Steuerermäßigung?', 'Nein');
}

async function choose(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByLabel(answer, { exact: true }).check();
}

/** From the form to what was typed once more, or to what is wrong with it. */
export async function review(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Weiter zur Prüfung', exact: true }).click();
}

/** All the way: looks through the summary and sends. */
export async function send(page: Page): Promise<void> {
  await review(page);
  await page.getByRole('heading', { name: 'Bitte prüfen Sie Ihre Angaben' }).waitFor();
  await page.getByRole('button', { name: /absenden/i }).click();
}

export interface Receipt {
  readonly fileReference: string;
  readonly trackingCode: string;
}

/** Reads what the receipt page tells the person. */
export async function readReceipt(page: Page): Promise<Receipt> {
  await page
    .getByText(/HST-\d{4}-\d{5}/)
    .first()
    .waitFor();
  const text = await page.locator('main').innerText();
  const fileReference = /HST-\d{4}-\d{5}/.exec(text)?.[0];
  const trackingCode = /[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}-[2-9A-HJ-NP-Z]{5}/.exec(text)?.[0];
  if (fileReference === undefined || trackingCode === undefined) throw new Error(`no receipt: ${text}`);
  return { fileReference, trackingCode };
}
