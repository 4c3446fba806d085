import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { signIn } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** What helps a clerk who hardly takes her hands off the keyboard. */
describe('the frame', () => {
  let town: Town;
  let pc: Pc;
  let reference: string;

  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    const page = await pc.open(town.url);
    await fillInDogTax(page, town.url);
    await send(page);
    reference = (await readReceipt(page)).fileReference;
    await page.close();
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  it('finds screens and cases by the palette, goes by keys, and shows all keys', async () => {
    const page = await pc.open(`${town.url}/desk/`);
    await signIn(page, 'bernd', town);
    await page.getByRole('link', { name: reference }).waitFor();

    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Gehe zu …' });
    await palette.waitFor();
    await page.keyboard.type('weiss');
    await palette.getByRole('option', { name: reference }).waitFor();
    expect(await accessibilityProblems(page), 'palette').toEqual([]);
    await film(page, 'palette');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: reference }).waitFor();

    // no shortcut while somebody types
    const note = page.getByRole('textbox', { name: 'Vermerk', exact: true });
    await note.click();
    await page.keyboard.type('gm?');
    expect(await note.inputValue()).toBe('gm?');
    await note.fill('');
    await page.getByRole('heading', { name: reference }).click();

    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('xyz');
    expect(await page.getByRole('textbox', { name: /^Suche/ }).inputValue()).toBe('xyz');
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).click();

    await page.keyboard.press('?');
    const overview = page.getByRole('dialog', { name: 'Tastenkürzel' });
    await overview.getByText('Strg + K').waitFor();
    expect(await accessibilityProblems(page), 'overview').toEqual([]);
    await film(page, 'shortcuts');
    await overview.getByRole('checkbox').uncheck();
    await overview.getByRole('button', { name: 'Schließen' }).click();
    await overview.waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('heading', { name: 'Meine Vorgänge' }).count()).toBe(1);
  });
});
