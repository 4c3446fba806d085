import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { handedOver, signIn } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** From an administrator's screen to a new colleague at a new device, through the real server and a real mail. */
describe('administration', () => {
  let town: Town;
  let admins: Pc;
  let colleagues: Pc;

  beforeAll(async () => {
    town = await Town.open();
    [admins, colleagues] = await Promise.all([Pc.setUp(), Pc.setUp()]);
  });
  afterAll(async () => {
    for (const pc of [admins, colleagues]) await pc?.dispose();
    await town?.close();
  });

  it('a new colleague is added, invited by mail, and signs in on a device that was let in', async () => {
    const page = await admins.open(`${town.url}/desk/`);
    await signIn(page, 'dora', town);
    await page.getByRole('link', { name: 'Verwaltung' }).click();
    await page.getByRole('heading', { name: 'Verwaltung' }).waitFor();
    await page.getByText('letzter Kontakt am').first().waitFor();

    await page.getByLabel('Neuer Fachbereich').fill('Bauamt und Ordnung');
    await page.getByRole('button', { name: 'Hinzufügen' }).click();
    await page.getByRole('listitem').filter({ hasText: 'Bauamt und Ordnung' }).waitFor();

    await page.getByRole('button', { name: 'Neue Person' }).click();
    const person = page.getByRole('dialog', { name: 'Neue Person' });
    await person.getByRole('button', { name: 'Speichern' }).click();
    await person.getByText('Bitte geben Sie einen Namen ein.').waitFor();
    expect(await accessibilityProblems(page), 'clerk dialog').toEqual([]);
    await person.getByLabel('Vor- und Nachname').fill('Jörg Größler');
    await person.getByLabel('Bauamt und Ordnung').check();
    await person.getByRole('button', { name: 'Speichern' }).click();
    await page.getByRole('button', { name: 'Jörg Größler einladen' }).click();
    const invitation = page.getByRole('dialog', { name: 'Jörg Größler einladen' });
    await page.getByText(handedOver).first().waitFor();
    await invitation.getByLabel('Dienstliche E-Mail-Adresse').fill('joerg.groessler@musterstadt.example');
    await invitation.getByRole('button', { name: 'Einladung schicken' }).click();
    await invitation.getByText('ist an joerg.groessler@musterstadt.example unterwegs').waitFor();
    await invitation.getByRole('button', { name: 'Schließen' }).click();

    await page.getByRole('button', { name: 'Gerätecode ausgeben' }).click();
    const shown = page.getByText(/^[2-9A-Z]{5}-[2-9A-Z]{5}$/);
    await shown.waitFor();
    const code = await shown.innerText();
    expect(await accessibilityProblems(page), 'administration').toEqual([]);
    await film(page, 'admin');

    await expect.poll(() => town.mails.length).toBe(1);
    const link = /http:\/\/\S+\/einladung\/[\w-]{43}/.exec(town.mails[0]?.text ?? '')?.[0] ?? '';
    const desk = await colleagues.open(link);
    expect(await accessibilityProblems(desk), 'invitation').toEqual([]);
    await desk.getByLabel('Neues Passwort', { exact: true }).fill('Feldweg im Nebel');
    await desk.getByLabel('Neues Passwort wiederholen').fill('Feldweg im Nebel');
    await desk.getByRole('button', { name: 'Passwort festlegen' }).click();
    await desk.getByRole('heading', { name: 'Ihr Passwort ist festgelegt' }).waitFor();
    await desk.getByRole('link', { name: 'Amtsstube öffnen' }).click();
    await desk.getByLabel('Gerätecode').fill(code.toLowerCase());
    await desk.getByLabel('Name des Geräts').fill('Bauamt, Platz 1');
    await desk.getByRole('button', { name: 'Gerät einrichten' }).click();
    await desk.getByLabel('E-Mail').fill('joerg.groessler@musterstadt.example');
    await desk.getByLabel('Passwort').first().fill('Feldweg im Nebel');
    await desk.getByRole('button', { name: 'Anmelden' }).click();
    await desk.getByRole('heading', { name: 'Posteingang' }).waitFor();
    await desk.getByRole('button', { name: 'Konto: Jörg Größler' }).waitFor();
    expect(await desk.getByRole('link', { name: 'Verwaltung' }).count()).toBe(0);

    await page.getByRole('button', { name: 'Liste neu laden' }).click();
    await page.getByRole('button', { name: 'Bauamt, Platz 1 sperren' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Sperren' }).click();
    await page.getByText(/gesperrt am/).waitFor();
    await desk.getByText('Dieses Gerät wurde von der Systembetreuung gesperrt.').waitFor({ timeout: 45_000 });
  });
});
