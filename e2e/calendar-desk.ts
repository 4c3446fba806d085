import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import type { Locator, Page } from 'playwright-core';

/** What clerks do in the calendar, in any journey. */
export async function openCalendar(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Termine', exact: true }).click();
  await page.getByRole('heading', { name: 'Termine', level: 1 }).waitFor();
}

export async function goToCalendarDay(page: Page, on: LocalDate): Promise<void> {
  await page.getByRole('textbox', { name: 'Zum Tag' }).fill(formatLocalDate(on));
  await page.keyboard.press('Enter');
  await page.locator('[aria-live]').getByText(formatLocalDate(on).slice(0, 6)).first().waitFor();
}

export interface Wanted {
  readonly name: string;
  readonly on: LocalDate;
  /** Absent: the first that is offered. */
  readonly clock?: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Up to the form being filled in. */
export async function beginBooking(page: Page, wanted: Wanted): Promise<Locator> {
  const { name, on, clock, phone, email } = wanted;
  await page.getByRole('button', { name: /^Termin buchen/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Termin buchen' });
  await dialog.getByRole('textbox', { name: 'Freie Zeiten ab' }).fill(formatLocalDate(on));
  if (clock) await dialog.getByRole('textbox', { name: 'Uhrzeit' }).fill(clock);
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  if (phone) await dialog.getByRole('textbox', { name: 'Telefon' }).fill(phone);
  if (email) await dialog.getByRole('textbox', { name: 'E-Mail' }).fill(email);
  return dialog;
}

/** Sends the form; what comes of it is the journey's to look at. */
export async function bookByPhone(page: Page, wanted: Wanted): Promise<void> {
  const dialog = await beginBooking(page, wanted);
  await dialog.getByRole('button', { name: 'Termin buchen' }).click();
}

/** Without a line: of a time that nobody has ahead, and so no booking. @param until the last day that would do */
export async function noteWish(
  page: Page,
  wanted: Wanted,
  { until, isOnlyThere = false }: { readonly until?: LocalDate; readonly isOnlyThere?: boolean } = {},
): Promise<void> {
  const dialog = await beginBooking(page, wanted);
  if (until) await dialog.getByRole('textbox', { name: 'Spätestens am' }).fill(formatLocalDate(until));
  if (isOnlyThere) await dialog.getByRole('checkbox', { name: /^Nur an den gewählten Schaltern/ }).check();
  await dialog.getByRole('button', { name: 'Vormerken' }).click();
  await page.getByText(`Vorgemerkt, noch nicht gebucht: ${wanted.name}.`).waitFor();
}

/** Of the day that is shown. */
export async function cancelInCalendar(page: Page, name: string, reason: string): Promise<void> {
  await page.locator('button[data-appointment]').filter({ hasText: name }).click();
  await page.getByRole('button', { name: 'Absagen …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Termin absagen' });
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: 'Termin absagen' }).click();
  await page.getByText(`Termin von ${name} abgesagt.`).waitFor();
}
