import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { notHandedOver, openCase, signIn, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** Two clerks correct one application without a line, in order: each step goes on where the one before ended. */
describe('two clerks correct the same application, both without a line', () => {
  let town: Town;
  let [berndsPc, annasPc]: (Pc | undefined)[] = [];
  let bernd: Page;
  let anna: Page;
  let fileReference = '';
  const desk = () => `${town.url}/desk/`;

  beforeAll(async () => {
    town = await Town.open();
    const pcs = await Promise.all([Pc.setUp(), Pc.setUp(), Pc.setUp()]);
    [berndsPc, annasPc] = pcs;
    const citizen = await pcs[2].open(town.url);
    await fillInDogTax(citizen, town.url);
    await send(citizen);
    ({ fileReference } = await readReceipt(citizen));
    await pcs[2].dispose();
    [bernd, anna] = await Promise.all([pcs[0].open(desk()), pcs[1].open(desk())]);
    await signIn(bernd, 'bernd', town);
    await signIn(anna, 'anna', town);
    for (const page of [bernd, anna]) {
      await openCase(page, 'Posteingang', fileReference);
      await answers(page).getByText('Mischling (Schäferhund, Husky)').waitFor();
      await untilHandedOver(page);
    }
  });

  afterAll(async () => {
    for (const pc of [berndsPc, annasPc]) await pc?.dispose();
    await town?.close();
  });

  it('1. each is saved at once, marked as not handed over, with what was entered beside it', async () => {
    await berndsPc?.cutLine(true);
    await annasPc?.cutLine(true);
    await correct(bernd, 'Name des Hundes', 'Rex');
    await correct(bernd, 'Rasse', 'Dackel');
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    const corrected = answers(bernd).getByRole('definition').filter({ hasText: 'Rex' });
    await corrected.getByText('berichtigt von Bernd Krüger').waitFor();
    expect(await corrected.getByText('noch nicht übertragen').count()).toBe(1);
    expect(await corrected.locator('s').innerText()).toBe('Strolch');
    await history(bernd).getByText('Bernd Krüger hat „Rasse“ berichtigt: Dackel').waitFor();

    await correct(anna, 'Name des Hundes', 'Hasso');
    await anna.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await filmAll(bernd, 'corrections-1-saved');
  });

  it('2. what the form doesn’t take is said beside the field; what is typed survives a reload; by keyboard alone', async () => {
    await begin(anna, 'Postleitzahl und Ort');
    await anna.keyboard.press('Control+A');
    await anna.keyboard.type('Neustadt');
    await anna.keyboard.press('Enter');
    await anna.getByText('Bitte erst fünf Ziffern, dann den Ort angeben: 39576 Musterstadt.').waitFor();
    await filmAll(anna, 'corrections-2-editor');
    expect(await accessibilityProblems(anna)).toEqual([]);
    // a click away from the input leads back to it
    await anna.getByRole('button', { name: 'Berichtigung speichern' }).click();
    const wrong = editor(anna, 'Postleitzahl und Ort').getByRole('textbox');
    await expect.poll(() => wrong.evaluate((each) => each === document.activeElement)).toBe(true);
    await anna.reload();
    await unlock(anna, 'anna');
    const input = editor(anna, 'Postleitzahl und Ort').getByRole('textbox');
    await expect.poll(() => input.inputValue()).toBe('Neustadt');
    await input.press('Enter');
    await anna.getByText('Bitte erst fünf Ziffern').waitFor();
    await input.press('Home');
    await anna.keyboard.type('39590 ');
    await expect.poll(() => anna.getByText('Bitte erst fünf Ziffern').count()).toBe(0);
    await input.press('Enter');
    await answers(anna).getByText('39590 Neustadt', { exact: true }).waitFor();
    await anna.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(2)).first().waitFor();
    // where the clerk goes on
    await expect.poll(() => focused(anna)).toBe('Berichtigen: Postleitzahl und Ort');
  });

  it('3. the lines are back: other answers merge, the same one is disputed, on both desks', async () => {
    await berndsPc?.cutLine(false);
    await untilHandedOver(bernd);
    await annasPc?.cutLine(false);
    for (const page of [anna, bernd]) {
      await dispute(page).waitFor();
      await untilHandedOver(page);
      const choices = dispute(page).getByRole('listitem');
      expect(await choices.count()).toBe(2);
      await choices.filter({ hasText: 'Rex' }).getByText('berichtigt von Bernd Krüger').waitFor();
      await choices.filter({ hasText: 'Hasso' }).getByText('berichtigt von Anna Berger').waitFor();
      for (const merged of ['Dackel', '39590 Neustadt'])
        await answers(page).getByText(merged, { exact: true }).waitFor();
    }
    await bernd.getByRole('button', { name: 'Name des Hundes', exact: true }).click();
    await expect.poll(() => dispute(bernd).evaluate((each) => each === document.activeElement)).toBe(true);
    await filmAll(bernd, 'corrections-3-disputed');
    expect(await accessibilityProblems(bernd)).toEqual([]);
  });

  it('4. one click on one desk settles it, and it is gone on the other', async () => {
    await begin(anna, 'Name des Hundes');
    const mine = dispute(anna).getByRole('listitem').filter({ hasText: 'Rex' });
    await mine.getByRole('button', { name: 'Diesen Wert nehmen' }).press('Enter');
    // the button is gone: what is being typed has the focus, and once that is given up, what comes next
    const input = editor(anna, 'Name des Hundes').getByRole('textbox');
    await expect.poll(() => dispute(anna).count()).toBe(0);
    await expect.poll(() => input.evaluate((each) => each === document.activeElement)).toBe(true);
    await editor(anna, 'Name des Hundes').getByRole('button', { name: 'Abbrechen' }).press('Enter');
    await expect.poll(() => focused(anna)).toBe('Berichtigen: Name des Hundes');
    for (const page of [anna, bernd]) {
      await history(page).getByText('Anna Berger hat „Name des Hundes“ geklärt: Rex').waitFor();
      await expect.poll(() => dispute(page).count()).toBe(0);
      const settledAnswer = answers(page).getByRole('definition').filter({ hasText: 'Rex' });
      await settledAnswer.getByText('berichtigt von Anna Berger').waitFor();
      expect(await settledAnswer.locator('s').innerText()).toBe('Strolch');
      expect(await answers(page).getByText('Hasso').count()).toBe(0);
    }
    await filmAll(bernd, 'corrections-4-settled');
  });
});

/** What the keyboard is on, by its label. */
function focused(page: Page): Promise<string | null | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
}

function answers(page: Page) {
  return page.getByRole('region', { name: 'Antrag', exact: true });
}

function history(page: Page) {
  return page.getByRole('region', { name: 'Verlauf' });
}

function dispute(page: Page) {
  return page.getByRole('group', { name: 'Zwei Angaben stehen gegeneinander. Welche gilt?' });
}

function editor(page: Page, label: string) {
  return page.getByRole('group', { name: `Berichtigen: ${label}` });
}

/** Opens the editor as the keyboard does; its input has the focus. */
async function begin(page: Page, label: string): Promise<void> {
  await page.getByRole('button', { name: `Berichtigen: ${label}` }).press('Enter');
  await editor(page, label).waitFor();
}

async function correct(page: Page, label: string, value: string): Promise<void> {
  await begin(page, label);
  await editor(page, label).getByRole('textbox', { name: 'Richtig ist' }).fill(value);
  await page.getByRole('button', { name: 'Berichtigung speichern' }).click();
  await answers(page).getByText(value, { exact: true }).waitFor();
}

/** Wide and narrow, light and dark. */
async function filmAll(page: Page, name: string): Promise<void> {
  const before = page.viewportSize();
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await film(page, `${name}-${colorScheme}-${width}`);
    }
  await page.emulateMedia({ colorScheme: 'light' });
  if (before) await page.setViewportSize(before);
}
