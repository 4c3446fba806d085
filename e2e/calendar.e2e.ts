import { addDays } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { handedOver, signIn } from './clerk.ts';
import { film } from './film-strip.ts';
import { nextOpenDay, typed } from './open-day.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

const on = nextOpenDay(['buergerbuero-1', 'buergerbuero-2']);

/** The appointments of a day as two clerks at two desks work with them. */
describe('the clerks’ calendar', { timeout: 180_000 }, () => {
  let town: Town;
  let [annasPc, berndsPc]: (Pc | undefined)[] = [];
  let anna: Page;
  let bernd: Page;

  beforeAll(async () => {
    town = await Town.open();
    [annasPc, berndsPc] = await Promise.all([Pc.setUp(), Pc.setUp()]);
    [anna, bernd] = await Promise.all([
      annasPc.open(`${town.url}/desk/`),
      berndsPc.open(`${town.url}/desk/`),
    ]);
    await signIn(anna, 'anna', town);
    await signIn(bernd, 'bernd', town);
    for (const page of [anna, bernd]) await page.getByText(handedOver).first().waitFor();
  });
  afterAll(async () => {
    for (const pc of [annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  it('books by telephone with one key to the name, and tells the time', async () => {
    await anna.keyboard.press('g');
    await anna.keyboard.press('t');
    await anna.getByRole('heading', { name: 'Termine', level: 1 }).waitFor();
    await anna.keyboard.press('b');
    await anna.getByRole('dialog', { name: 'Termin buchen' }).waitFor();
    await film(anna, 'calendar-book');
    await anna.keyboard.type('Erika Mustermann');
    await anna.keyboard.press('Enter');
    await anna.getByText(/^Termin gebucht: Erika Mustermann, /).waitFor();
    await goToDay(anna);
    await film(anna, 'calendar-day');
    await anna.getByRole('button', { name: 'Woche' }).click();
    await film(anna, 'calendar-week');
    await anna.getByRole('button', { name: 'Liste' }).click();
    await film(anna, 'calendar-list');
    expect(await accessibilityProblems(anna)).toEqual([]);
  });

  async function goToDay(page: Page, day = on): Promise<void> {
    await page.getByRole('textbox', { name: 'Zum Tag' }).fill(typed(day));
    await page.keyboard.press('Enter');
  }
  void bernd;
  void addDays;
});
