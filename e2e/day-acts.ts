import type { Case } from '@amtsstube/shared/domain/case';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Town } from './town.ts';

/** In which ways a case comes that a clerk enters, and the desk's word for each. */
export const channels = [
  ['paper', 'Papier'],
  ['phone', 'Telefon'],
  ['email', 'E-Mail'],
  ['counter', 'am Schalter'],
] as const;

/** What clerks do in a day, at the desk's own screens. */
export function part(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

/** By keyboard. What was begun before stands there still, with its service chosen. */
export async function beginEntry(page: Page): Promise<void> {
  await page.keyboard.press('Control+Alt+KeyN');
  await page.getByRole('heading', { name: 'Neuer Vorgang' }).waitFor();
  const service = page.getByRole('combobox', { name: 'Dienstleistung' });
  const name = page.getByRole('textbox', { name: 'Nachname' });
  const isFocused = () => service.evaluate((each) => each === document.activeElement);
  await expect.poll(async () => (await name.isVisible()) || (await isFocused())).toBe(true);
  if (await name.isVisible()) return;
  await page.keyboard.insertText('hundest anm');
  await page.getByRole('option', { name: 'Hundesteuer anmelden' }).waitFor();
  await page.keyboard.press('Enter');
  await name.waitFor();
}

/** @returns the file reference it got at once */
export async function enter(page: Page, channel: string, word: string, lastName: string): Promise<string> {
  await beginEntry(page);
  await page.getByLabel('Eingangsweg').selectOption(channel);
  await page.getByRole('textbox', { name: 'Vorname' }).fill('Žofie');
  await page.getByRole('textbox', { name: 'Nachname' }).fill(lastName);
  await page.keyboard.press('Control+Enter');
  const heading = page.getByRole('heading', { level: 1, name: /^HST-\d{4}-\d{5}$/ });
  await heading.waitFor();
  await part(page, 'Verlauf').getByText(`hat den Vorgang erfasst (${word})`).waitFor();
  return (await heading.innerText()).trim();
}

export async function ask(page: Page, text: string): Promise<void> {
  await part(page, 'Rückfragen').getByRole('button', { name: 'Rückfrage stellen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Rückfrage stellen' });
  await dialog.getByLabel('Frage', { exact: true }).fill(text);
  await dialog.getByRole('button', { name: 'Rückfrage senden' }).click();
  await part(page, 'Rückfragen').getByText(text).waitFor();
}

export async function addTask(page: Page, what: string): Promise<void> {
  const tasks = part(page, 'Aufgaben');
  await tasks.getByRole('button', { name: 'Aufgabe hinzufügen' }).click();
  await tasks.getByLabel('Was ist zu tun?').fill(what);
  await tasks.getByRole('button', { name: 'Aufgabe speichern' }).click();
  await tasks.getByText(what).first().waitFor();
}

export async function link(page: Page, reference: string, why: string): Promise<void> {
  const others = part(page, 'Weitere Vorgänge');
  await others.getByRole('button', { name: 'Bezug herstellen …' }).click();
  const linking = page.getByRole('dialog', { name: 'Bezug zu einem anderen Vorgang' });
  await linking.getByLabel('Aktenzeichen oder Name').fill(reference);
  await linking.getByLabel(/^Worin besteht/).fill(why);
  await linking.getByRole('button', { name: 'Bezug herstellen' }).click();
  await others.getByText(new RegExp(`^${why}`)).waitFor();
}

export async function propose(page: Page, kind: string, reason: string): Promise<void> {
  await page.getByLabel(kind).check();
  await page.getByRole('textbox', { name: 'Begründung' }).fill(reason);
  await page.getByLabel('Eine zweite Person soll die Entscheidung freigeben').check();
  await page.getByRole('button', { name: 'Entscheidung speichern' }).click();
}

export const publicWords: Readonly<Record<string, string>> = {
  received: 'eingegangen',
  inProgress: 'in Bearbeitung',
  waiting: 'wartet auf Ihre Antwort',
  approved: 'bewilligt',
  rejected: 'abgelehnt',
};

export function stateOf({ status, decision }: Pick<Case, 'status' | 'decision'>): string {
  return decision?.kind ?? status;
}

/** As the filter menu of all cases says them, in the order of a case's way. */
export async function countsOn(page: Page): Promise<number[]> {
  await page.getByRole('link', { name: 'Alle Vorgänge' }).click();
  // the column has a button of the same name, which sorts
  await page.locator('button[aria-haspopup=menu]', { hasText: /^Status$/ }).click();
  const counts: number[] = [];
  for (const word of ['eingegangen', 'in Bearbeitung', 'wartet auf Antwort', 'bewilligt', 'abgelehnt']) {
    const item = page.getByRole('menuitemcheckbox', { name: new RegExp(`^${word},`) });
    const label = (await item.getAttribute('aria-label')) ?? (await item.innerText());
    counts.push(Number(/, (\d+) Vorg/.exec(label)?.[1] ?? 0));
  }
  await page.keyboard.press('Escape');
  return counts;
}

export function toOf({ to }: Town['mails'][number]): string {
  return [to ?? []]
    .flat()
    .map(({ text }) => text)
    .join();
}
