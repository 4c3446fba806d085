import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { openCase, signIn, unlock } from './clerk.ts';
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
    // but the palette opens, and the browser doesn't take its keys for the address bar
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('hst');
    await palette.getByRole('option', { name: reference }).waitFor();
    await page.keyboard.press('Escape');
    await palette.waitFor({ state: 'hidden' });
    await note.fill('');
    await page.getByRole('heading', { name: reference }).click();

    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('xyz');
    expect(await page.getByRole('textbox', { name: /^Suche/ }).inputValue()).toBe('xyz');
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).click();

    // "a" alone opens the views, and after "g" it doesn't
    await page.keyboard.press('g');
    await page.keyboard.press('a');
    await page.getByRole('heading', { name: 'Alle Vorgänge' }).waitFor();
    expect(await page.getByRole('menu').count()).toBe(0);
    await page.keyboard.press('a');
    await page.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'hidden' });
    await page.keyboard.press('g');
    await page.keyboard.press('m');
    await page.getByRole('heading', { name: 'Meine Vorgänge' }).waitFor();

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
    await palette.waitFor({ state: 'hidden' });
    expect(await page.getByRole('heading', { name: 'Meine Vorgänge' }).count()).toBe(1);

    // off is kept on this device: back on, from the menu, since the key is off too
    await page.getByRole('button', { name: /^Konto: / }).click();
    await page.getByRole('menuitem', { name: 'Tastenkürzel …' }).click();
    await overview.getByRole('checkbox').check();
    await overview.getByRole('button', { name: 'Schließen' }).click();
    await overview.waitFor({ state: 'hidden' });
    // the first press may meet the dialog's last moment
    const goToInbox = async () => {
      await page.keyboard.press('g');
      await page.keyboard.press('p');
      return page.getByRole('heading', { name: 'Posteingang' }).count();
    };
    await expect.poll(goToInbox, { timeout: 15_000, interval: 500 }).toBe(1);
  });

  it('looks as chosen on this device, from the first paint on', async () => {
    await pc.shutDown();
    const page = await pc.open(`${town.url}/desk/`);
    await unlock(page, 'bernd');
    await page.getByRole('button', { name: /^Konto: / }).click();
    await page.getByRole('menuitem', { name: 'Darstellung und Meldungen …' }).click();
    const settings = page.getByRole('dialog', { name: 'Darstellung und Meldungen' });
    await settings.getByLabel('dunkel').check();
    await settings.getByLabel('kompakt').check();
    const root = page.locator('html');
    await expect.poll(() => root.getAttribute('data-scheme')).toBe('dark');
    expect(await root.getAttribute('data-density')).toBe('compact');
    expect(await accessibilityProblems(page), 'settings').toEqual([]);

    const second = await page.context().newPage();
    await second.addInitScript(() => {
      // what is so before the body is there, no module has run yet
      new MutationObserver((_changes, observer) => {
        if (document.body === null) return;
        observer.disconnect();
        Object.assign(globalThis, { painted: { ...document.documentElement.dataset } });
      }).observe(document, { childList: true, subtree: true });
    });
    await second.goto(`${town.url}/desk/`);
    const painted = await second.evaluate(() => (globalThis as unknown as { painted: object }).painted);
    expect(painted).toEqual({ scheme: 'dark', density: 'compact' });
    const ground = await second.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(ground).toBe('rgb(18, 24, 27)');
    await second.close();

    await settings.getByLabel('wie im System').check();
    await settings.getByLabel('bequem').check();
    await expect.poll(() => root.getAttribute('data-scheme')).toBe('light');
    await page.emulateMedia({ contrast: 'more' });
    await expect.poll(() => root.getAttribute('data-scheme')).toBe('contrastLight');
    await page.emulateMedia({ contrast: 'no-preference' });
  });

  it('tells what is new while the window is behind others, in figures only', async () => {
    await pc.shutDown();
    const page = await pc.open(`${town.url}/desk/`);
    await page.context().grantPermissions(['notifications'], { origin: town.url });
    await page.addInitScript(() => {
      const told: string[] = [];
      class Told extends Notification {
        // it was granted above; Chromium's shell without windows says otherwise here, and nowhere else
        static override readonly permission = 'granted';

        constructor(title: string, options?: NotificationOptions) {
          super(title, options);
          told.push(options?.body ?? '');
        }
      }
      Object.assign(globalThis, { Notification: Told, told });
    });
    await page.reload();
    const told = () => page.evaluate(() => (globalThis as unknown as { told: string[] }).told);
    await unlock(page, 'bernd');
    await page.getByRole('button', { name: /^Konto: / }).click();
    await page.getByRole('menuitem', { name: 'Darstellung und Meldungen …' }).click();
    // the browser is asked first, so the switch moves a moment later
    const messages = page.getByLabel('Neue Anträge und Abweisungen melden');
    await messages.click();
    await expect.poll(() => messages.isChecked()).toBe(true);
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'Posteingang' }).click();
    await page.getByRole('heading', { name: 'Posteingang' }).waitFor();
    await page.getByText(/geprüft gleich um/).waitFor();

    const look = (isInFront: boolean) =>
      page.evaluate((focused) => {
        document.hasFocus = () => focused;
        dispatchEvent(new Event(focused ? 'focus' : 'blur'));
      }, isInFront);
    await look(false);
    const citizen = await pc.open(town.url);
    await fillInDogTax(citizen, town.url, { firstName: 'Nele', lastName: 'Müller', email: 'n@example.org' });
    await send(citizen);
    await readReceipt(citizen);
    await citizen.close();
    await expect.poll(() => page.title(), { timeout: 15_000 }).toBe('(1) Posteingang – Amtsstube');
    await expect.poll(told, { timeout: 10_000 }).toEqual(['1 neuer Antrag']);
    await look(true);
    await expect.poll(() => page.title()).toBe('Posteingang – Amtsstube');
  });

  it('goes from case to case of the list, copies the reference, and prints the case alone', async () => {
    await pc.shutDown();
    const page = await pc.open(`${town.url}/desk/`);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: town.url });
    await unlock(page, 'bernd');
    // the newest is first, and this one the last
    await openCase(page, 'Posteingang', reference);
    const position = page.getByText('2 von 2');
    await position.waitFor();
    expect(await page.getByRole('button', { name: 'Nächster Vorgang' }).isDisabled()).toBe(true);
    await page.keyboard.press('v');
    await page.getByText('1 von 2').waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).not.toContain(reference);
    await page.getByRole('button', { name: 'Nächster Vorgang' }).click();
    await position.waitFor();

    await page.getByRole('button', { name: 'Aktenzeichen kopieren' }).click();
    await page.getByText('kopiert', { exact: true }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(reference);

    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('region', { name: 'Verlauf' }).isVisible()).toBe(true);
    expect(await page.getByText('Mischling (Schäferhund, Husky)').isVisible()).toBe(true);
    for (const hidden of ['Hauptnavigation', 'Entscheiden', 'Vermerk hinzufügen'])
      expect(await page.getByLabel(hidden).first().isVisible(), hidden).toBe(false);
    expect(await page.getByRole('button').count()).toBe(0);
    await film(page, 'case-printed');
    await page.emulateMedia({ media: null, colorScheme: null });
  });

  it('begins where the clerk was, after the browser was closed', async () => {
    await pc.shutDown();
    const page = await pc.open(`${town.url}/desk/`);
    await unlock(page, 'bernd');
    await page.getByRole('heading', { name: reference }).waitFor();
  });
});
