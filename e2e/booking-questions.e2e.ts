import { isBooking } from '@amtsstube/shared/domain/appointments/appointment';
import { localDateOf } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDetails, holdFirst, mailedLink } from './booking.ts';
import { goToCalendarDay, openCalendar } from './calendar-desk.ts';
import { signIn, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { servicePart } from './service-part.ts';
import { Town } from './town.ts';

/** What a town asks before an appointment: from the administrator's editor over the web to the clerk's calendar. */
describe('questions before an appointment', { timeout: 180_000 }, () => {
  let town: Town;
  const pcs: Pc[] = [];
  let dora: Page;

  beforeAll(async () => {
    town = await Town.open();
    dora = await open(`${town.url}/desk/`);
    await signIn(dora, 'dora', town);
    await untilHandedOver(dora);
  });
  afterAll(async () => {
    for (const pc of pcs) await pc.dispose();
    await town?.close();
  });

  async function open(url: string): Promise<Page> {
    const pc = await Pc.setUp();
    pcs.push(pc);
    return pc.open(url);
  }

  const question = (number: number) => dora.getByRole('group', { name: `Frage ${number}`, exact: true });
  const answer = (of: number, number: number) =>
    question(of).getByRole('group', { name: `Antwort ${number}`, exact: true });
  const field = (of: number, number: number, name: string) =>
    answer(of, number).getByRole('textbox', { name, exact: true });

  it('are made by an administrator: what is missing is said at its field, the order by buttons', async () => {
    await dora.goto(`${town.url}/desk/#/admin/services`);
    await dora.getByRole('link', { name: 'Hundesteuer anmelden bearbeiten' }).click();
    await servicePart(dora, 'Termine').click();
    await dora.getByText('Noch wird nichts gefragt.').waitFor();
    await dora.getByRole('button', { name: 'Frage hinzufügen' }).click();
    await question(1).getByRole('textbox', { name: 'Frage', exact: true }).fill('Ist der Hund gechipt?');
    await field(1, 1, 'Antwort').fill('Ja');
    await field(1, 2, 'Antwort').fill('ja ');
    await dora.getByRole('button', { name: 'Fragen speichern' }).click();
    await answer(1, 2)
      .getByText(/^Diese Antwort gibt es bei der Frage schon/)
      .waitFor();
    await field(1, 2, 'Antwort').fill('Nein');
    await answer(1, 2).getByRole('combobox', { name: 'Danach' }).selectOption('kein Termin');
    await dora.getByRole('button', { name: 'Fragen speichern' }).click();
    await answer(1, 2)
      .getByText(/^Bitte sagen Sie mit höchstens 500 Zeichen/)
      .waitFor();
    await film(dora, 'booking-questions/problems');
    expect(await accessibilityProblems(dora)).toEqual([]);
    await field(1, 2, 'Was stattdessen zu tun ist').fill('Bitte lassen Sie den Hund zuerst chippen.');
    await dora.getByRole('button', { name: 'Frage hinzufügen' }).click();
    await question(2).getByRole('textbox', { name: 'Frage', exact: true }).fill('Wie alt ist der Hund?');
    await field(2, 1, 'Antwort').fill('Jünger als drei Monate');
    await field(2, 2, 'Antwort').fill('Älter');
    await field(2, 2, 'Außerdem mitbringen').fill('den Impfpass\n');
    await answer(2, 2).getByRole('button', { name: 'Frage 2, Antwort 2 nach oben' }).click();
    await expect.poll(() => field(2, 1, 'Antwort').inputValue()).toBe('Älter');
    // a screen reader hears it, and the next key is at the same place
    await dora.getByText('Antwort 2: jetzt an Stelle 1 von 2').waitFor();
    await question(2).getByRole('button', { name: 'Frage 2 nach oben' }).press('Enter');
    await question(1).getByRole('textbox', { name: 'Frage', exact: true }).waitFor();
    await expect.poll(() => focusedText()).toBe('Frage 1');
    await film(dora, 'booking-questions/editor');
    await dora.emulateMedia({ colorScheme: 'dark' });
    await film(dora, 'booking-questions/editor-dark');
    await dora.emulateMedia({ colorScheme: 'light' });
    await dora.setViewportSize({ width: 360, height: 760 });
    await film(dora, 'booking-questions/editor-narrow');
    expect(await accessibilityProblems(dora)).toEqual([]);
    await dora.setViewportSize({ width: 1280, height: 800 });
    // nothing typed is lost on the way
    await dora.getByRole('link', { name: 'Angaben', exact: true }).click();
    await servicePart(dora, 'Termine').click();
    await dora.getByRole('button', { name: 'Fragen speichern' }).click();
    await untilHandedOver(dora);
    await expect.poll(() => dora.getByRole('button', { name: 'Verwerfen' }).count()).toBe(0);
  });

  it('are asked on the web, and the clerk finds the answers at the appointment', async () => {
    const citizen = await open(`${town.url}/m/musterstadt/appointments/start?leistung=hundesteuer-anmelden`);
    const groups = citizen.getByRole('radiogroup');
    expect(await groups.allInnerTexts()).toEqual([
      expect.stringMatching(/^Wie alt ist der Hund\?\s+Älter\s+Jünger als drei Monate$/),
      expect.stringMatching(/^Ist der Hund gechipt\?\s+Ja\s+Nein$/),
    ]);
    await groups.nth(0).getByRole('radio', { name: 'Älter' }).check();
    await groups.nth(1).getByRole('radio', { name: 'Ja' }).check();
    await citizen.getByRole('button', { name: 'Weiter' }).click();
    await citizen.getByText('den Impfpass').waitFor();
    await citizen.getByRole('link', { name: 'Freie Zeiten anzeigen' }).click();
    await holdFirst(citizen);
    await fillInDetails(citizen, 'Jürgen Weiß', 'weiss@example.org');
    await citizen.getByRole('button', { name: 'Termin anfragen' }).last().click();
    await citizen.goto(await mailedLink(town, 'weiss@example.org', 'confirm'));
    await citizen.getByRole('button', { name: 'Termin bestätigen' }).click();
    await citizen.getByText('Der Termin ist gebucht').waitFor();

    const [booked] = (await town.documents('appointments')).filter(isBooking);
    const bernd = await open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
    await untilHandedOver(bernd);
    await openCalendar(bernd);
    if (booked) await goToCalendarDay(bernd, localDateOf(booked.startsAt));
    await bernd.locator('button[data-appointment]').filter({ hasText: 'Jürgen Weiß' }).click();
    const details = bernd.getByRole('complementary', { name: 'Jürgen Weiß' });
    await details.getByText('Wie alt ist der Hund? Älter').waitFor();
    await details.getByText('bringt mit: den Impfpass').waitFor();
    await details.getByText('Ist der Hund gechipt? Ja').waitFor();
    await film(bernd, 'booking-questions/details');
    await bernd.emulateMedia({ colorScheme: 'dark' });
    await film(bernd, 'booking-questions/details-dark');
    await bernd.emulateMedia({ colorScheme: 'light' });
    expect(await accessibilityProblems(bernd)).toEqual([]);
  });

  const focusedText = () => dora.evaluate(() => document.activeElement?.textContent ?? '');
});
