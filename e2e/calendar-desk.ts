import { formatLocalDate, type LocalDate } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';

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

interface Wanted {
  readonly name: string;
  readonly on: LocalDate;
  readonly clock: string;
  readonly phone?: string;
  readonly email?: string;
}

/** Sends the form; what comes of it is the journey's to look at. */
export async function bookByPhone(page: Page, { name, on, clock, phone, email }: Wanted): Promise<void> {
  await page.getByRole('button', { name: /^Termin buchen/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Termin buchen' });
  await dialog.getByRole('textbox', { name: 'Freie Zeiten ab' }).fill(formatLocalDate(on));
  await dialog.getByRole('textbox', { name: 'Uhrzeit' }).fill(clock);
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  if (phone) await dialog.getByRole('textbox', { name: 'Telefon' }).fill(phone);
  if (email) await dialog.getByRole('textbox', { name: 'E-Mail' }).fill(email);
  await dialog.getByRole('button', { name: 'Termin buchen' }).click();
}
