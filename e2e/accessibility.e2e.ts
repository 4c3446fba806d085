import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, type Receipt, readReceipt, review, send } from './citizen.ts';
import { addNote, decide, enrol, openCase, sendSignIn, takeOver, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { reference, Town } from './town.ts';

/** Every page and screen, with axe in light and dark from 320 px on, and the clerk's day without a mouse. */
// each looks at a dozen pages in each arrangement
describe('accessibility', { timeout: 240_000 }, () => {
  let town: Town;
  let citizen: Pc;
  let clerksPc: Pc;
  const receipts: Receipt[] = [];

  beforeAll(async () => {
    town = await Town.open();
    [citizen, clerksPc] = await Promise.all([Pc.setUp(), Pc.setUp()]);
  });

  afterAll(async () => {
    for (const pc of [citizen, clerksPc]) await pc?.dispose();
    await town?.close();
  });

  const atTown = (path: string) => `${town.url}/m/${testTown.municipalityId}/${path}`;

  it('the citizens’ pages have no violation, error states included', async () => {
    const page = await citizen.open(town.url);
    const form = `services/${testTown.serviceId}/form`;
    for (const path of ['', `services/${testTown.serviceId}`, form, 'status', 'no-such-page']) {
      await page.goto(atTown(path));
      expect(await accessibilityProblems(page), path).toEqual([]);
    }
    await page.goto(`${town.url}/`);
    expect(await accessibilityProblems(page), 'home').toEqual([]);

    await page.goto(atTown(form));
    await review(page);
    await page.locator('#errors').waitFor();
    expect(await accessibilityProblems(page), 'form with errors').toEqual([]);
    await film(page, 'a11y-form-errors');

    await page.goto(atTown('status'));
    await page.getByRole('textbox', { name: 'Zugangscode' }).fill('ABCDE-FGHJK-MNPQR');
    await page.getByRole('button', { name: 'Stand anzeigen' }).click();
    await page.getByText('Zu diesem Zugangscode gibt es keinen Antrag.').first().waitFor();
    expect(await accessibilityProblems(page), 'unknown tracking code').toEqual([]);

    for (const lastName of ['Weiß', 'Öhler']) {
      await fillInDogTax(page, town.url, { firstName: 'Jürgen', lastName, email: 'j@example.org' });
      await send(page);
      receipts.push(await readReceipt(page));
    }
    expect(await accessibilityProblems(page), 'receipt').toEqual([]);
    await page.goto(atTown(`status/${receipts[0]?.trackingCode}`));
    expect(await accessibilityProblems(page), 'status').toEqual([]);
  });

  it('the desk’s screens have no violation, dialogs included', async () => {
    const page = await clerksPc.open(`${town.url}/desk/`);
    await page.getByRole('button', { name: 'Gerät einrichten' }).click();
    await page.getByText('Bitte geben Sie den Gerätecode').waitFor();
    expect(await accessibilityProblems(page), 'enrol refused').toEqual([]);
    await film(page, 'a11y-enrol');
    await enrol(page, town);
    expect(await accessibilityProblems(page), 'sign-in').toEqual([]);
    await page.getByRole('button', { name: 'Anmelden' }).click();
    await page.getByText('Bitte geben Sie E-Mail und Passwort ein.').waitFor();
    expect(await accessibilityProblems(page), 'sign-in refused').toEqual([]);

    await sendSignIn(page, 'anna');
    await page.getByRole('link', { name: reference(1) }).waitFor();
    await untilHandedOver(page);
    expect(await accessibilityProblems(page), 'inbox').toEqual([]);

    await page.getByRole('link', { name: 'Meine Vorgänge' }).click();
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).waitFor();
    expect(await accessibilityProblems(page), 'empty list').toEqual([]);

    await openCase(page, 'Posteingang', reference(1));
    expect(await accessibilityProblems(page), 'case').toEqual([]);
    await takeOver(page);
    await addNote(page, 'Rückruf wegen der Größe.');
    expect(await accessibilityProblems(page), 'case taken over').toEqual([]);

    await withDialog(page, 'Übergeben an …');
    await withDialog(page, 'Zurückgeben');
    await withDialog(page, 'Abgleich anzeigen');

    await decide(page, 'Ablehnen', 'Es fehlt der Nachweis.');
    expect(await accessibilityProblems(page), 'case decided').toEqual([]);

    await page.getByRole('link', { name: /^Abgewiesene Änderungen/ }).click();
    await page.getByRole('heading', { name: 'Abgewiesene Änderungen' }).waitFor();
    expect(await accessibilityProblems(page), 'refused changes').toEqual([]);

    await page.getByRole('button', { name: /^Konto: / }).click();
    await page.getByRole('menuitem', { name: 'Abmelden' }).click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityProblems(page), 'sign-out dialog').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });

    await page.getByRole('button', { name: /^Konto: / }).click();
    await page.getByRole('menuitem', { name: 'Passwort ändern …' }).click();
    await page.getByRole('dialog', { name: 'Passwort ändern' }).waitFor();
    expect(await accessibilityProblems(page), 'password dialog').toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('a clerk finds, takes over, notes and decides a case without a mouse', async () => {
    const page = await clerksPc.open(`${town.url}/desk/`);
    await page.getByText('in einem anderen Fenster').first().waitFor();
    await clerksPc.shutDown();
    const anna = await clerksPc.open(`${town.url}/desk/`);
    await anna.getByRole('heading', { name: 'Anna Berger' }).waitFor();
    expect(await accessibilityProblems(anna), 'locked').toEqual([]);
    await film(anna, 'a11y-locked');
    await tabTo(anna, /^Passwort/);
    await anna.keyboard.type('musterstadt-anna-2026');
    await anna.keyboard.press('Enter');
    // she is where she was when the browser was closed
    await anna.getByRole('heading', { name: 'Abgewiesene Änderungen' }).waitFor();
    await tabTo(anna, /^Posteingang/);
    await anna.keyboard.press('Enter');
    await anna.getByRole('link', { name: reference(2) }).waitFor();

    await tabTo(anna, new RegExp(`^${reference(2)}$`));
    await anna.keyboard.press('Enter');
    await anna.getByRole('heading', { name: reference(2) }).waitFor();
    await tabTo(anna, /^Übernehmen$/);
    await anna.keyboard.press('Enter');
    await anna.getByText('Auf diesem Gerät gespeichert', { exact: true }).first().waitFor();
    await tabTo(anna, /^Vermerk$/);
    await anna.keyboard.type('Telefonisch geklärt: Größe und Rasse.');
    await tabTo(anna, /^Vermerk speichern$/);
    await anna.keyboard.press('Enter');
    const history = anna.getByRole('region', { name: 'Verlauf' });
    await history.getByText('Telefonisch geklärt: Größe und Rasse.').waitFor();
    await tabTo(anna, /^Bewilligen$/);
    await anna.keyboard.press('Space');
    await tabTo(anna, /^Begründung/);
    await anna.keyboard.type('Alles vollständig.');
    await tabTo(anna, /^Entscheidung speichern$/);
    await anna.keyboard.press('Enter');
    await history.getByText('Alles vollständig.').waitFor();
    await untilHandedOver(anna);
  });

  async function withDialog(page: Page, button: string): Promise<void> {
    const opener = page.getByRole('button', { name: button });
    await opener.click();
    await page.getByRole('dialog').waitFor();
    expect(await accessibilityProblems(page), button).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    // who uses a keyboard goes on where she was
    await expect.poll(() => focusedName(page)).toContain(button);
  }
});

/** Presses Tab until what has the focus has this name, as a person does who sees the focus move. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (name.test(focused)) return;
    passed.push(focused);
  }
  throw new Error(`Tab never came to ${name}; it came past ${passed.join(' | ')}`);
}

/** The name of what has the focus, near enough to what a screen reader says. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return '';
    const labels =
      focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement ? focused.labels : null;
    return (
      focused.getAttribute('aria-label') ??
      labels?.[0]?.textContent ??
      focused.textContent ??
      ''
    ).trim();
  });
}
