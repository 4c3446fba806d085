import type { Instant } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { holdAt, person, sendForm } from '@amtsstube/sync-server/citizen/appointments/test-booking';
import { hiddenIn, openPage, send } from '@amtsstube/sync-server/citizen/test-browser';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Town } from './town.ts';

/** From the list of services to the times of the first free day, as a person goes. */
export async function toFreeTimes(page: Page, town: Town, service = 'Fischereischein'): Promise<void> {
  await page.goto(`${town.url}/m/${testTown.municipalityId}/`);
  await page.getByRole('link', { name: 'Termin buchen' }).click();
  await page.getByRole('checkbox', { name: new RegExp(service) }).check();
  await page.getByRole('button', { name: 'Weiter' }).click();
  await page.getByRole('link', { name: 'Freie Zeiten anzeigen' }).click();
  await page.getByText('Nächster freier Termin:').waitFor();
}

/** The page says that the time is kept. */
export async function holdFirst(page: Page): Promise<string> {
  await page.locator('.soonest a').click();
  const time = page.locator('.time-button').first();
  const says = (await time.innerText()).trim();
  await time.click();
  await page.getByRole('heading', { name: 'Ihre Angaben' }).waitFor();
  return says;
}

export async function fillInDetails(page: Page, name: string, email: string): Promise<void> {
  await page.getByLabel('Vor- und Nachname').fill(name);
  await page.getByLabel('E-Mail-Adresse').fill(email);
}

/** The address in the newest mail to somebody that leads to this part of an appointment's pages. */
export async function mailedLink(town: Town, to: string, part: 'confirm' | 'manage'): Promise<string> {
  const found = () =>
    town.mails
      .filter((mail) => [mail.to].flat().some((each) => each?.text.includes(to)))
      .map(({ text }) => new RegExp(`http://\\S+/appointments/${part}/[\\w-]+`).exec(text ?? '')?.[0])
      .findLast((each) => each !== undefined);
  await expect.poll(found, { timeout: 20_000 }).toBeDefined();
  return found() ?? '';
}

/** Books a time on the web as a browser without a script does it, and confirms it with the link of the mail. */
export async function bookByHttp(
  town: Town,
  { name, email, startsAt }: { readonly name: string; readonly email: string; readonly startsAt: Instant },
): Promise<void> {
  const { form, visit } = await holdAt(town.url, startsAt, testTown.serviceId);
  const sent = await sendForm(town.url, form, { ...person, name, email }, { Cookie: visit });
  if (sent.status !== 303) throw new Error(`${name} has no time at ${startsAt}: ${sent.status}`);
}

/** Presses the one button of a page that a mail leads to: to confirm, or to cancel. */
export async function pressByHttp(town: Town, link: string): Promise<void> {
  const { pathname } = new URL(link);
  const page = await openPage(town.url, pathname);
  const pressed = await send(town.url, pathname, hiddenIn(page.html));
  // back to the same page: nothing came of it
  const isDone = pressed.status === 303 && pressed.headers.get('location') !== pathname;
  if (!isDone) throw new Error(`${pathname}: ${pressed.status}`);
}
