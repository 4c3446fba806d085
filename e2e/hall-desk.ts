import type { Page } from 'playwright-core';

/** What clerks do with the people in the hall, in any journey. */
export async function openQueue(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Wartende' }).click();
  await page.getByRole('heading', { name: 'Wartende', level: 1 }).waitFor();
}

export async function standAt(page: Page, counterName: string): Promise<void> {
  await openQueue(page);
  await page.getByRole('combobox', { name: 'Mein Schalter' }).click();
  await page.getByRole('option', { name: counterName }).click();
}

/** By her name and the enter key, once she is on the list. @returns the number she has */
export async function checkIn(page: Page, name: string): Promise<string> {
  const expected = hallPart(page, /^Heute mit Termin/);
  const field = expected.getByRole('textbox');
  await field.fill(name);
  await expected.getByRole('button', { name: `${name} anmelden` }).waitFor();
  await field.press('Enter');
  return numberIn(page, / ist angemeldet und hat die Nummer ([A-Z]\d+)\./);
}

/** Somebody without an appointment, by the keys alone. @returns her number */
export async function takeIn(page: Page, remark: string, way = 'ohne Termin'): Promise<string> {
  await toShortcuts(page);
  await page.keyboard.press('w');
  const dialog = page.getByRole('dialog', { name: 'Person aufnehmen' });
  await page.keyboard.type('Hund');
  await page.keyboard.press('Enter');
  await dialog.getByRole('textbox', { name: 'Hinweis (freiwillig)' }).fill(remark);
  if (way !== 'ohne Termin') {
    await dialog.getByRole('combobox', { name: 'Wie hat sie oder er sich gemeldet?' }).click();
    await page.getByRole('option', { name: way }).click();
  }
  await dialog.getByRole('button', { name: 'Nummer vergeben' }).click();
  await dialog.waitFor({ state: 'detached' });
  return numberIn(page, /Nummer ([A-Z]\d+) ist vergeben\./);
}

/** @returns whom: who is next says the queue */
export async function callNext(page: Page): Promise<string> {
  await toShortcuts(page);
  await page.keyboard.press('r');
  return numberIn(page, /([A-Z]\d+) ist aufgerufen\./);
}

/** What becomes of who was called. */
export async function settle(page: Page, number: string, what: 'Fertig' | 'Nicht erschienen'): Promise<void> {
  const here = hallPart(page, 'An meinem Schalter');
  await here.getByRole('button', { name: `${what}: ${number}` }).click();
  await here.getByText(number, { exact: true }).waitFor({ state: 'detached' });
}

/** Calls and serves until nobody is left whom this desk may call. */
export async function serve(page: Page, count: number): Promise<readonly string[]> {
  const served: string[] = [];
  for (let each = 0; each < count; each += 1) {
    const number = await callNext(page);
    await settle(page, number, 'Fertig');
    served.push(number);
  }
  return served;
}

export function hallPart(page: Page, name: RegExp | string) {
  return page.getByRole('region', { name });
}

/** Keys of one character work where nobody types. */
async function toShortcuts(page: Page): Promise<void> {
  await page.getByRole('heading', { name: 'Wartende', level: 1 }).click();
}

/** In what was said of the last act. */
async function numberIn(page: Page, sentence: RegExp): Promise<string> {
  const said = page.getByRole('status').getByRole('alert').filter({ hasText: sentence });
  await said.waitFor();
  const [, number] = sentence.exec(await said.innerText()) ?? [];
  if (number === undefined) throw new Error(`no number: ${sentence}`);
  // so that the next one is not taken for it
  await said.getByRole('button').click();
  return number;
}
