import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, review, send } from './citizen.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** What citizens do on any phone: with the keyboard alone, without a script, and with a line that dies. */
describe('the citizens’ page', () => {
  let town: Town;
  let pc: Pc;

  beforeAll(async () => {
    town = await Town.open();
  });
  afterEach(() => pc?.dispose());
  afterAll(() => town?.close());

  const formUrl = (service: string = testTown.serviceId) =>
    `${town.url}/m/${testTown.municipalityId}/services/${service}/form`;

  it('section by section and in the summary there is no violation', async () => {
    pc = await Pc.setUp();
    const page = await pc.open(`${formUrl()}?schrittweise`);
    expect(await accessibilityProblems(page), 'first section').toEqual([]);
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await page.locator('#errors').waitFor();
    expect(await accessibilityProblems(page), 'section with errors').toEqual([]);
    await film(page, 'citizen-section-errors');
    await fillInDogTax(page, town.url);
    await review(page);
    await page.getByRole('heading', { name: 'Bitte prüfen Sie Ihre Angaben' }).waitFor();
    expect(await accessibilityProblems(page), 'summary').toEqual([]);
    await film(page, 'citizen-summary');
    await page.goto(formUrl());
    await page.getByRole('heading', { name: 'Auf diesem Gerät ist noch etwas angefangen' }).waitFor();
    expect(await accessibilityProblems(page), 'drafts offered').toEqual([]);
    await film(page, 'citizen-drafts');
  });

  it('the keyboard alone: a dog is registered section by section', async () => {
    pc = await Pc.setUp();
    const page = await pc.open(`${formUrl()}?schrittweise`);
    await typeInto(page, {
      Vorname: 'Jürgen',
      Nachname: 'Weiß',
      'Straße und Hausnummer': 'Grüne Straße 7',
      'Postleitzahl und Ort': '39576 Musterstadt',
      'E-Mail-Adresse': 'j@example.org',
    });
    // Enter in a field goes on, as in any form
    await page.keyboard.press('Enter');
    await page.getByText('Schritt 2 von ').waitFor();
    await typeInto(page, { 'Name des Hundes': 'Strolch', Rasse: 'Mischling' });
    // Tab comes to the first of several answers, the arrows choose among them
    await tabTo(page, 'weiblich');
    await page.keyboard.press('ArrowDown');
    await typeInto(page, {
      'Geboren am': '29.02.2024',
      'Im Haushalt seit': '1.11.2026',
      Chipnummer: '276098100000123',
    });
    await tabTo(page, 'Ja');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Weiter');
    await page.keyboard.press('Enter');
    await page.getByText('Schritt 3 von ').waitFor();
    await tabTo(page, 'Ersthund');
    await page.keyboard.press('Space');
    await tabTo(page, 'Ja');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, 'Weiter zur Prüfung');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Bitte prüfen Sie Ihre Angaben' }).waitFor();
    await tabTo(page, 'Antrag absenden');
    await page.keyboard.press('Enter');
    await readReceipt(page);
  });

  it('no script: section by section, an entry more, back, and the summary leads into a section and back', async () => {
    pc = await Pc.setUp({ javaScript: false });
    const page = await pc.open(formUrl());
    await fillInDogTax(page, town.url);
    await page.getByRole('button', { name: 'Lieber Schritt für Schritt ausfüllen' }).click();
    await page.getByText('Schritt 1 von ').waitFor();
    expect(await page.getByLabel('Vorname').inputValue()).toBe('Jürgen');
    await page.getByRole('button', { name: 'Weiter', exact: true }).click();
    await page.getByLabel('Name des Hundes').fill('Waldi');
    await page.getByRole('button', { name: 'Zurück', exact: true }).click();
    await page.getByRole('button', { name: 'Lieber alles auf einer Seite ausfüllen' }).click();
    expect(await page.getByLabel('Name des Hundes').inputValue()).toBe('Waldi');
    await review(page);
    await page.getByText('Waldi').first().waitFor();
    await page
      .getByRole('button', { name: /^Ändern/ })
      .first()
      .click();
    await page.getByLabel('Vorname').fill('Jörg');
    await send(page);
    await readReceipt(page);
    await page.getByText('Jörg').first().waitFor();
  });

  it('the line dies in the middle of a form and the tab is closed: all is there again, group entries too', async () => {
    pc = await Pc.setUp();
    const page = await pc.open(formUrl('ferienbetreuung-anmelden'));
    await page.getByRole('button', { name: 'Weiteres Kind' }).click();
    const children = page.getByRole('group', { name: /^Kind \d$/ });
    await expect.poll(() => children.count()).toBe(2);
    await children.nth(1).getByLabel('Vorname').fill('Ben');
    await page.getByLabel('Telefon für Notfälle').fill('03900 77');
    await town.killServer();
    await review(page);
    await page.waitForURL('chrome-error://chromewebdata/');
    await page.close();
    await town.startServer();

    const other = await pc.open(formUrl());
    expect(await other.getByRole('button', { name: 'Weiter ausfüllen' }).count()).toBe(0);
    const again = await pc.open(formUrl('ferienbetreuung-anmelden'));
    await again.getByRole('button', { name: 'Weiter ausfüllen' }).click();
    await expect.poll(() => again.getByRole('group', { name: /^Kind \d$/ }).count()).toBe(2);
    expect(
      await again
        .getByRole('group', { name: /^Kind \d$/ })
        .nth(1)
        .getByLabel('Vorname')
        .inputValue(),
    ).toBe('Ben');
    expect(await again.getByLabel('Telefon für Notfälle').inputValue()).toBe('03900 77');
    await again.getByRole('button', { name: 'Entwurf löschen' }).click();
    await again.getByText('Der Entwurf ist gelöscht.').waitFor();
    await again.goto(formUrl('ferienbetreuung-anmelden'));
    await again.getByLabel('Telefon für Notfälle').waitFor();
    expect(await again.getByRole('button', { name: 'Weiter ausfüllen' }).count()).toBe(0);
  });

  it('two drafts side by side never mix, and sending one leaves the other', async () => {
    pc = await Pc.setUp();
    const [first, second] = [await pc.open(formUrl()), await pc.open(formUrl())];
    await fillInDogTax(first, town.url, { firstName: 'Ada', lastName: 'Eins', email: 'ada@example.org' });
    await second.getByLabel('Vorname').fill('Bea');
    await second.getByLabel('Nachname').fill('Zwei');
    await send(first);
    await readReceipt(first);
    const third = await pc.open(formUrl());
    const entries = third.locator('.draft-offer__entry');
    await expect.poll(() => entries.count()).toBe(1);
    await entries.getByText('Bea').waitFor();
    await third.getByRole('button', { name: 'Weiter ausfüllen' }).click();
    await expect.poll(() => third.getByLabel('Nachname').inputValue()).toBe('Zwei');
    expect(await third.getByLabel('E-Mail-Adresse').inputValue()).toBe('');
  });
});

async function typeInto(page: Page, texts: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(texts)) {
    await tabTo(page, label);
    await page.keyboard.type(text);
  }
}

/** Presses Tab until what has this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  const passed: string[] = [];
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab');
    const focused = await focusedName(page);
    if (focused.startsWith(name)) return;
    passed.push(focused);
  }
  throw new Error(`Tab never came to ${name}; it came past ${passed.join(' | ')}`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    const label = focused instanceof HTMLInputElement ? focused.labels?.[0] : undefined;
    return (label?.textContent ?? focused?.textContent ?? '').trim();
  });
}
