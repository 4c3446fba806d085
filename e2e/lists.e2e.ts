import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { notHandedOver, signIn, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** Finding one's way in many cases: filters, views of one's own, several cases at once. */
describe('the lists of cases', () => {
  let town: Town;
  let pc: Pc;
  let page: Page;
  const references: string[] = [];
  const desk = () => `${town.url}/desk/`;
  const linkTo = (index: number) => page.getByRole('link', { name: references[index] ?? '' });
  const menuItem = (name: string | RegExp) => page.getByRole('menuitemcheckbox', { name });

  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    const citizen = await pc.open(town.url);
    for (const lastName of ['Weiß', 'Öhler', 'Groß']) {
      await fillInDogTax(citizen, town.url, { firstName: 'Jürgen', lastName, email: 'j@example.org' });
      await send(citizen);
      references.push((await readReceipt(citizen)).fileReference);
    }
    await citizen.close();
    page = await pc.open(desk());
    await signIn(page, 'bernd', town);
    await linkTo(2).waitFor();
  });

  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  it('filters by keyboard, says what a filter hides, and takes it away again', async () => {
    await page.keyboard.press('f');
    await page.keyboard.press('Enter');
    await menuItem(/^eingegangen, 3 Vorgänge$/).waitFor();
    expect(await accessibilityProblems(page), 'filter menu').toEqual([]);
    await film(page, 'lists-filter-menu');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByText('Die gesetzten Filter verbergen 3 Vorgänge.').waitFor();
    expect(await accessibilityProblems(page), 'everything filtered').toEqual([]);
    await film(page, 'lists-all-hidden');
    await page.getByRole('button', { name: 'Filter entfernen: Status: in Bearbeitung' }).focus();
    await page.keyboard.press('Enter');
    await linkTo(0).waitFor();
    await page.getByText('3 Vorgänge', { exact: true }).waitFor();
  });

  it('a view under a name of one’s own is there after a restart, filters, sorting and columns with it', async () => {
    await page.getByRole('button', { name: 'Zuständig' }).first().click();
    await menuItem(/^niemand/).click();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Antragsteller/in' }).click();
    await page.getByRole('button', { name: 'Spalten' }).click();
    const columns = page.getByRole('dialog', { name: 'Spalten der Liste' });
    await columns.getByRole('checkbox', { name: 'Dienstleistung' }).uncheck();
    await columns.getByRole('button', { name: 'Frist weiter nach vorn' }).click();
    expect(await accessibilityProblems(page), 'columns').toEqual([]);
    await film(page, 'lists-columns');
    await columns.getByRole('button', { name: 'Schließen' }).click();

    await page.getByRole('heading', { name: 'Posteingang' }).click();
    await page.keyboard.press('a');
    await page.getByRole('menuitem', { name: 'Ansicht speichern …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ansicht speichern' });
    await dialog.getByLabel('Name der Ansicht').fill('Noch frei');
    expect(await accessibilityProblems(page), 'naming a view').toEqual([]);
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('heading', { name: 'Noch frei' }).waitFor();
    // the clerk's own words don't go into the browser's history
    expect(await page.title()).toBe('Posteingang – Amtsstube');

    await pc.shutDown();
    page = await pc.open(desk());
    await unlock(page, 'bernd');
    await page.getByRole('link', { name: 'Noch frei' }).click();
    await page.getByRole('heading', { name: 'Noch frei' }).waitFor();
    await page.getByRole('button', { name: 'Filter entfernen: Zuständig: niemand' }).waitFor();
    await linkTo(0).waitFor();
    const shown = await page.getByRole('table').getByRole('link').allInnerTexts();
    expect(shown).toEqual([references[2], references[1], references[0]]);
    const headings = await page.getByRole('columnheader').allInnerTexts();
    expect(headings.filter((text) => text !== '')).toEqual([
      'Aktenzeichen',
      'Antragsteller/in',
      'Frist',
      'Status',
      'Eingang',
      'Zuständig',
    ]);
    expect(await accessibilityProblems(page), 'a view of one’s own').toEqual([]);
    await film(page, 'lists-saved-view');
  });

  it('a deleted view comes back by undo', async () => {
    await page.getByRole('button', { name: 'Ansichten' }).click();
    await page.getByRole('menuitem', { name: 'Löschen' }).click();
    await page.getByText('Die Ansicht „Noch frei“ ist gelöscht.').waitFor();
    await page.getByRole('heading', { name: 'Posteingang' }).waitFor();
    expect(await page.getByRole('link', { name: 'Noch frei' }).count()).toBe(0);
    expect(await accessibilityProblems(page), 'undo').toEqual([]);
    await page.getByRole('button', { name: 'Rückgängig' }).click();
    await page.getByRole('link', { name: 'Noch frei' }).waitFor();
    await page.getByRole('heading', { name: 'Noch frei' }).waitFor();
  });

  it('takes several cases over at once, offline, and says what can’t be done before it begins', async () => {
    await page.getByRole('link', { name: 'Alle Vorgänge' }).click();
    await linkTo(0).waitFor();
    await pc.cutLine(true);
    // the newest first: the second one is the clerk's already
    await linkTo(1).click();
    await page.getByRole('button', { name: 'Übernehmen' }).click();
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await page.getByRole('link', { name: 'Zurück zur Liste' }).click();

    await linkTo(2).focus();
    await page.keyboard.press('Space');
    await page.getByText('1 Vorgang ausgewählt').waitFor();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText('3 Vorgänge ausgewählt').waitFor();
    expect(await accessibilityProblems(page), 'selected').toEqual([]);
    await film(page, 'lists-selected');

    await page.getByRole('button', { name: 'Übernehmen …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Ausgewählte Vorgänge übernehmen' });
    await dialog.getByText('Das geht bei 2 von 3 ausgewählten Vorgängen.').waitFor();
    await dialog.getByText('Sie bearbeiten diesen Vorgang bereits.').waitFor();
    expect(await accessibilityProblems(page), 'bulk plan').toEqual([]);
    await film(page, 'lists-bulk-plan');
    await dialog.getByRole('button', { name: '2 Vorgänge übernehmen' }).click();
    await dialog.getByText('2 Vorgänge sind auf diesem Gerät gespeichert.').waitFor();
    expect(await accessibilityProblems(page), 'bulk result').toEqual([]);
    await film(page, 'lists-bulk-result');
    await dialog.getByRole('button', { name: 'Schließen' }).click();
    await page.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(3)).first().waitFor();

    await page.getByRole('link', { name: 'Meine Vorgänge' }).click();
    for (const index of [0, 1, 2]) await linkTo(index).waitFor();
    expect(await page.getByRole('table').getByText('noch nicht übertragen').count()).toBe(3);
    expect(await accessibilityProblems(page), 'waiting').toEqual([]);
    await film(page, 'lists-waiting');
    await pc.cutLine(false);
    await untilHandedOver(page);
    await expect.poll(() => page.getByRole('table').getByText('noch nicht übertragen').count()).toBe(0);
  });

  it('Strg + A selects the list, Escape gives it up', async () => {
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).click();
    await page.keyboard.press('Control+a');
    await page.getByText('3 Vorgänge ausgewählt').waitFor();
    await linkTo(0).focus();
    await page.keyboard.press('Escape');
    await page.getByText('ausgewählt').waitFor({ state: 'hidden' });
  });
});
