import { addDays, formatLocalDate, instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { signIn, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** Paper and telephone: entered with the keyboard alone, without a line, and final at once. */
describe('entering cases', () => {
  let town: Town;
  let berndsPc: Pc;
  let annasPc: Pc;
  let anna: Page;
  let bernd: Page;
  const references: string[] = [];
  const desk = () => `${town.url}/desk/`;
  const today = localDateOf(instantOf(Date.now()));
  const reference = (index: number) => references[index] ?? 'the case before was not entered';

  beforeAll(async () => {
    town = await Town.open();
    [berndsPc, annasPc] = await Promise.all([Pc.setUp(), Pc.setUp()]);
    bernd = await berndsPc.open(desk());
    await signIn(bernd, 'bernd', town);
  });

  afterAll(async () => {
    await berndsPc?.dispose();
    await annasPc?.dispose();
    await town?.close();
  });

  async function begin(): Promise<void> {
    await bernd.keyboard.press('Control+Alt+KeyN');
    await bernd.getByRole('combobox', { name: 'Dienstleistung' }).waitFor();
    await bernd.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
    await bernd.keyboard.insertText('hundest anm');
    await bernd.getByRole('option', { name: 'Hundesteuer anmelden' }).waitFor();
    await bernd.keyboard.press('Enter');
    await bernd.getByRole('textbox', { name: 'Nachname' }).waitFor();
    await bernd.keyboard.press('Tab');
  }

  /** As fast typists do it: nothing is clicked, Tab leads from field to field. */
  async function type(texts: readonly string[]): Promise<void> {
    for (const text of texts) {
      if (text !== '') await bernd.keyboard.insertText(text);
      await bernd.keyboard.press('Tab');
    }
  }

  /** Saves, and waits for the case. */
  async function save(): Promise<void> {
    await bernd.keyboard.press('Control+Enter');
    const heading = bernd.getByRole('heading', { level: 1, name: /^HST-\d{4}-\d{5}$/ });
    await heading.waitFor();
    references.push((await heading.innerText()).trim());
  }

  it('a desk with a line has reserved numbers by itself', async () => {
    await begin();
    await bernd.getByText('Aktenzeichen sofort: 10 auf diesem Gerät vorrätig.').waitFor();
    await untilHandedOver(bernd);
    expect(await accessibilityProblems(bernd), 'an entry').toEqual([]);
    await film(bernd, 'entry-begun');
  });

  it('a paper, by keyboard with the line cut: in a minute, and the file reference is final at once', async () => {
    await berndsPc.cutLine(true);
    await bernd.getByText('keine Verbindung').first().waitFor();
    const began = performance.now();
    // the focus is behind the service; the channel stays paper
    await type(['', 'gestern', 'Erika', 'Mustermann', 'Lindenstraße 4', '39576 Musterstadt']);
    await save();
    expect(performance.now() - began).toBeLessThan(60_000);
    await bernd.getByText(/^Fehlt noch: E-Mail-Adresse, Name des Hundes/).waitFor();
    const yesterday = formatLocalDate(addDays(today, -1));
    await bernd.getByText('Papier', { exact: true }).first().waitFor();
    await bernd.getByText(yesterday).first().waitFor();
    await bernd
      .getByRole('region', { name: 'Verlauf' })
      .getByText('hat den Vorgang erfasst (Papier)')
      .waitFor();
    expect(await accessibilityProblems(bernd), 'an entered case').toEqual([]);
    await film(bernd, 'entry-case');
  });

  it('its receipt is made at once, still without a line, to be handed out at the counter', async () => {
    const receipt = bernd.getByRole('button', { name: 'Eingangsbestätigung drucken' });
    await receipt.press('Enter');
    const viewer = bernd.getByRole('dialog');
    await viewer.getByText('Eingangsbestätigung: Hundesteuer anmelden').waitFor();
    // where the line ends depends on the code's letters
    await expect
      .poll(async () => (await viewer.getByRole('region').innerText()).replaceAll(/\s/g, ''))
      .toMatch(/mitdemZugangscode[A-Z2-9-]{17}abfragen/);
    await film(bernd, 'entry-receipt');
    await bernd.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
  });

  it('a call, through a reload in the middle of it, with a chip number that can’t be right', async () => {
    await begin();
    await bernd.keyboard.press('T');
    await type(['', '', 'Jörg', 'Weiß', '', '', 'joerg@example.org', '', 'Rex', 'Dackel']);
    await bernd.reload();
    await unlock(bernd, 'bernd');
    await bernd.getByRole('heading', { name: 'Neuer Vorgang' }).waitFor();
    await expect.poll(() => bernd.getByRole('textbox', { name: 'Name des Hundes' }).inputValue()).toBe('Rex');
    await bernd.getByRole('combobox', { name: 'Geschlecht' }).focus();
    await type(['', '24.5.2024', '1.11.2026', '12']);
    await bernd.keyboard.press('Control+Enter');
    await bernd.getByText(/^Eine Angabe stimmt nicht/).waitFor();
    expect(await accessibilityProblems(bernd), 'an entry with a wrong value').toEqual([]);
    await film(bernd, 'entry-wrong');
    // the focus is in what is wrong, and right behind it is the way to say that it stands so
    await bernd.waitForFunction(() => document.activeElement?.getAttribute('aria-invalid') === 'true');
    await bernd.keyboard.press('Tab');
    await bernd.keyboard.press('Space');
    await save();
    await bernd.getByText('Steht so auf dem Papier, bitte klären – Chipnummer: „12“').waitFor();
    const [first, second] = references.map((each) => Number(each.slice(-5)));
    expect(second).toBe((first ?? 0) + 1);
  });

  it('both are there after a reload, and the other desk has the same once the line is back', async () => {
    await bernd.reload();
    await unlock(bernd, 'bernd');
    await bernd.getByRole('link', { name: 'Posteingang' }).click();
    for (const index of [0, 1]) await bernd.getByRole('link', { name: reference(index) }).waitFor();
    await film(bernd, 'entry-list');
    await berndsPc.cutLine(false);
    await untilHandedOver(bernd);
    anna = await annasPc.open(desk());
    await signIn(anna, 'anna', town);
    for (const index of [0, 1]) await anna.getByRole('link', { name: reference(index) }).waitFor();
    await anna.getByRole('link', { name: reference(1) }).click();
    await anna.getByText('Telefon', { exact: true }).first().waitFor();
    // a clerk finds out what it should read, and what stands on the paper stays to be seen
    await anna.getByRole('button', { name: /unbeantwortete Fragen? zeigen$/ }).press('Enter');
    await anna.getByRole('button', { name: 'Berichtigen: Chipnummer' }).press('Enter');
    await anna.keyboard.type('276098100000012');
    await anna.getByRole('button', { name: 'Berichtigung speichern' }).press('Enter');
    await anna.getByText('Auf dem Papier, geklärt – Chipnummer: „12“').waitFor();
    await film(anna, 'entry-settled');
    await anna.setViewportSize({ width: 400, height: 800 });
    await film(anna, 'entry-settled-narrow');
    await anna.setViewportSize({ width: 1280, height: 800 });
    await expect
      .poll(() => town.mails.map(({ subject }) => subject))
      .toEqual([`Eingangsbestätigung ${reference(1)}`]);
  });

  it('[N4] without a line, the lead reads who holds the numbers that no case has', async () => {
    await annasPc.cutLine(true);
    await anna.getByRole('link', { name: 'Auswertung' }).click();
    const series = anna.getByRole('region', { name: 'Aktenzeichen' });
    await series
      .getByText(/^Nr\. \d+–\d+: Vorrätig am PC von Bernd Krüger$/)
      .first()
      .waitFor();
    expect(await accessibilityProblems(anna), 'the series of file references').toEqual([]);
    await film(anna, 'figures-references');
    const downloading = anna.waitForEvent('download');
    await series.getByRole('button', { name: 'Für die Rechnungsprüfung speichern (CSV)' }).click();
    expect((await downloading).suggestedFilename()).toBe(`Aktenzeichen ${formatLocalDate(today)}.csv`);
    await anna.setViewportSize({ width: 400, height: 800 });
    await film(anna, 'figures-references-narrow');
  });
});
