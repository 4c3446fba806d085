import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { dogOwner, fillInDogTax, readReceipt, send } from './citizen.ts';
import { openCase, signIn, takeOver, unlock, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** From an administrator's screen to a new colleague at a new device, through the real server and a real mail. */
describe('administration', () => {
  let town: Town;
  let admins: Pc;
  let colleagues: Pc;
  let annasPc: Pc;
  let berndsPc: Pc;
  let page: Page;
  let anna: Page;
  const part = async (name: string, heading = name) => {
    await page.getByRole('link', { name: 'Verwaltung' }).click();
    const parts = page.getByRole('navigation', { name: 'Bereiche der Verwaltung' });
    await parts.getByRole('link', { name, exact: true }).click();
    await page.getByRole('heading', { name: heading, exact: true, level: 2 }).waitFor();
  };
  const row = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  const save = () => page.getByRole('dialog').getByRole('button', { name: 'Speichern' }).click();
  const isTakenOver = () => page.getByText('Auf diesem Gerät gespeichert · vom Server übernommen').waitFor();

  async function openService(of: Page): Promise<void> {
    await of.getByRole('link', { name: 'Verwaltung' }).click();
    const parts = of.getByRole('navigation', { name: 'Bereiche der Verwaltung' });
    await parts.getByRole('link', { name: 'Dienstleistungen', exact: true }).click();
    await of.getByRole('link', { name: 'Hundesteuer anmelden bearbeiten' }).click();
    await of.getByRole('textbox', { name: 'Kurzbeschreibung', exact: true }).waitFor();
  }

  /** To be looked at: light and dark, wide and narrow. */
  async function looks(of: Page, name: string): Promise<void> {
    const before = of.viewportSize();
    for (const colorScheme of ['light', 'dark'] as const)
      for (const width of [1280, 320]) {
        await of.emulateMedia({ colorScheme });
        await of.setViewportSize({ width, height: 800 });
        await film(of, `admin-${name}-${width}-${colorScheme}`);
      }
    await of.emulateMedia({ colorScheme: 'light' });
    if (before) await of.setViewportSize(before);
  }

  beforeAll(async () => {
    town = await Town.open();
    [admins, colleagues, annasPc, berndsPc] = await Promise.all([
      Pc.setUp(),
      Pc.setUp(),
      Pc.setUp(),
      Pc.setUp(),
    ]);
  });
  afterAll(async () => {
    for (const pc of [admins, colleagues, annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  it('a new colleague is added, invited by mail, and signs in on a device that was let in', async () => {
    page = await admins.open(`${town.url}/desk/`);
    await signIn(page, 'dora', town);
    await part('Fachbereiche');
    await page.getByRole('button', { name: 'Neuer Fachbereich' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Bauamt und Ordnung');
    await save();
    await row('Bauamt und Ordnung').waitFor();

    await part('Personen', 'Mitarbeiterinnen und Mitarbeiter');
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
    await untilHandedOver(page);
    await invitation.getByLabel('Dienstliche E-Mail-Adresse').fill('joerg.groessler@musterstadt.example');
    await invitation.getByRole('button', { name: 'Einladung schicken' }).click();
    await invitation.getByText('ist an joerg.groessler@musterstadt.example unterwegs').waitFor();
    await invitation.getByRole('button', { name: 'Schließen' }).click();

    await part('Geräte');
    await page.getByText('letzter Kontakt am').first().waitFor();
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

  it('counters, services and the letterhead: on the citizens’ pages at once', async () => {
    await part('Schalter');
    await page.getByRole('button', { name: 'Neuer Schalter' }).click();
    const counter = page.getByRole('dialog', { name: 'Neuer Schalter' });
    await counter.getByLabel('Name').fill('Schalter 1');
    await counter.getByRole('button', { name: 'Speichern' }).click();
    await counter.getByText('Bitte wählen Sie einen Fachbereich.').waitFor();
    expect(await accessibilityProblems(page), 'counter dialog').toEqual([]);
    await counter.getByLabel('Fachbereich').click();
    await page.getByRole('option', { name: 'Bauamt und Ordnung' }).click();
    await counter.getByRole('button', { name: 'Speichern' }).click();
    await row('Schalter 1').filter({ hasText: 'Bauamt und Ordnung' }).waitFor();
    await isTakenOver();
    expect(await accessibilityProblems(page), 'counters').toEqual([]);
    await film(page, 'admin-counters');

    // what is needed can't be closed, and says by what
    await part('Fachbereiche');
    await page.getByRole('button', { name: 'Bauamt und Ordnung schließen' }).click();
    await page.getByText('vom Server abgewiesen –').waitFor();
    await page.getByRole('link', { name: /Abgewiesene Änderungen/ }).click();
    await page.getByText('am Fachbereich hängt noch etwas: 1 Person, 1 Schalter').waitFor();
    await page.getByRole('button', { name: 'Zur Kenntnis genommen' }).click();
    await part('Fachbereiche');
    expect(await accessibilityProblems(page), 'departments').toEqual([]);
    await film(page, 'admin-departments');

    const citizen = await colleagues.open(`${town.url}/m/${testTown.municipalityId}/`);
    await citizen.getByRole('link', { name: 'Hundesteuer anmelden' }).waitFor();
    await part('Dienstleistungen');
    await page.getByRole('switch', { name: 'Hundesteuer anmelden online anbieten' }).click();
    await isTakenOver();
    expect(await accessibilityProblems(page), 'services').toEqual([]);
    await film(page, 'admin-services');
    await citizen.reload();
    await citizen.getByRole('link', { name: 'Bewohnerparkausweis beantragen' }).first().waitFor();
    expect(await citizen.getByRole('link', { name: 'Hundesteuer anmelden' }).count()).toBe(0);
    await page.getByRole('switch', { name: 'Hundesteuer anmelden online anbieten' }).click();
    await isTakenOver();

    await part('Gemeinde');
    await page.getByLabel('Telefon').fill('03900 123-77');
    await page.getByLabel('E-Mail').fill('rathaus');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await page.getByText('Bitte geben Sie eine vollständige E-Mail-Adresse ein.').waitFor();
    expect(await accessibilityProblems(page), 'municipality').toEqual([]);
    // another part, and a reload: what was begun is still there
    await part('Schalter');
    await page.reload();
    await unlock(page, 'dora');
    await part('Gemeinde');
    expect(await page.getByLabel('Telefon').inputValue()).toBe('03900 123-77');
    expect(await page.getByLabel('E-Mail').inputValue()).toBe('rathaus');
    await film(page, 'admin-municipality-begun');
    await page.getByLabel('E-Mail').fill('post@musterstadt.example');
    await page.getByRole('button', { name: 'Speichern' }).click();
    await isTakenOver();
    await film(page, 'admin-municipality');
    await citizen.reload();
    await citizen.getByRole('link', { name: 'post@musterstadt.example' }).waitFor();
    await citizen.getByText('Dienstag 9–12 und 14–18 Uhr').waitFor();
    expect(await citizen.getByRole('contentinfo').innerText()).toContain('03900 123-77');
    expect(await accessibilityProblems(citizen), 'citizens’ page').toEqual([]);
    await film(citizen, 'admin-citizen-footer');
  });

  it('two administrators change one service at the same time: the second is shown what the first did, and keeps her own text', async () => {
    anna = await annasPc.open(`${town.url}/desk/`);
    await signIn(anna, 'anna', town);
    await part('Personen', 'Mitarbeiterinnen und Mitarbeiter');
    await page.getByRole('button', { name: 'Anna Berger ändern' }).click();
    const person = page.getByRole('dialog', { name: 'Person ändern' });
    await person.getByLabel('Rolle').click();
    await page.getByRole('option', { name: 'Systembetreuung' }).click();
    await person.getByLabel('Eigenes Telefon').fill('03900 123-14');
    await person.getByLabel('Zimmer').fill('2.14');
    expect(await accessibilityProblems(page), 'clerk with her own telephone').toEqual([]);
    await looks(page, 'clerk');
    await person.getByRole('button', { name: 'Speichern' }).click();
    await isTakenOver();
    // her desk is opened anew with the new right
    await anna.getByRole('link', { name: 'Verwaltung' }).waitFor({ timeout: 45_000 });

    for (const each of [page, anna]) await openService(each);
    const [summary, needs] = ['Kurzbeschreibung', 'Was Sie brauchen'] as const;
    const field = (of: Page, name: string) => of.getByRole('textbox', { name, exact: true });
    const saveService = (of: Page) => of.getByRole('button', { name: 'Änderungen speichern' }).click();
    const isOver = (of: Page) =>
      of.getByText('Auf diesem Gerät gespeichert · vom Server übernommen').first().waitFor();

    // both have a line: it is said at the field, while she types
    await field(anna, summary).fill('Annas Satz zur Hundesteuer.');
    await field(page, summary).fill('Doras Satz zur Hundesteuer.');
    await field(page, needs).fill('Angaben zum Hund');
    await saveService(page);
    await isOver(page);
    await anna.getByText('Inzwischen hat jemand das geändert in: Doras Satz zur Hundesteuer.').waitFor();
    expect(await field(anna, summary).inputValue()).toBe('Annas Satz zur Hundesteuer.');
    expect(await field(anna, needs).inputValue()).toBe('Angaben zum Hund');
    expect(await accessibilityProblems(anna), 'changed meanwhile').toEqual([]);
    await looks(anna, 'changed-meanwhile');
    await anna.getByRole('button', { name: 'Bei meinem bleiben' }).click();
    await saveService(anna);
    await isOver(anna);
    await expect.poll(() => field(page, summary).inputValue()).toBe('Annas Satz zur Hundesteuer.');
    expect(await field(page, needs).inputValue()).toBe('Angaben zum Hund');

    // the second one saved without a line: what she wanted is refused, told and kept to be taken again
    await annasPc.cutLine(true);
    await field(anna, summary).fill('Annas zweiter Satz.');
    await saveService(anna);
    await anna.getByText('Auf diesem Gerät gespeichert', { exact: true }).first().waitFor();
    await field(page, summary).fill('Doras zweiter Satz.');
    await field(page, 'Frist in Tagen').fill('');
    await saveService(page);
    await isOver(page);
    await annasPc.cutLine(false);
    await anna.getByRole('link', { name: /^Abgewiesene Änderungen/ }).click();
    await anna
      .getByText(/hat „Kurzbeschreibung“ inzwischen geändert; dort steht jetzt „Doras zweiter Satz\.“/)
      .waitFor();
    await anna.getByText('Annas zweiter Satz.').first().waitFor();
    expect(await accessibilityProblems(anna), 'refused change of a service').toEqual([]);
    // by the same words it would be refused again: she goes to where it is, with her text still here
    expect(await anna.getByRole('button', { name: /wiederholen/ }).count()).toBe(0);
    await looks(anna, 'refused-service');
    await anna.getByRole('link', { name: 'Dienstleistung „Hundesteuer anmelden“ öffnen' }).click();
    await field(anna, summary).waitFor();
    expect(await field(anna, summary).inputValue()).toBe('Doras zweiter Satz.');
    expect(await field(anna, 'Frist in Tagen').inputValue()).toBe('');
    await anna.getByLabel('Frist in Monaten').fill('0,5');
    await saveService(anna);
    await anna.getByText('Bitte geben Sie eine ganze Zahl von 1 bis 120 ein').waitFor();
    await looks(anna, 'months');
    await anna.getByRole('button', { name: 'Verwerfen' }).click();
  });

  it('where no time is set a clerk sets one, and who decides sees that it is near, and writes with her own telephone', async () => {
    const citizen = await colleagues.open(town.url);
    await fillInDogTax(citizen, town.url, { ...dogOwner, lastName: 'Frist' });
    await send(citizen);
    const { fileReference } = await readReceipt(citizen);
    await openCase(anna, 'Posteingang', fileReference);
    await takeOver(anna);
    const decision = anna.getByRole('region', { name: 'Entscheiden', exact: true });
    expect(await decision.getByText('Zu entscheiden bis').count()).toBe(0);
    await anna.getByRole('button', { name: 'Frist setzen …' }).click();
    const dialog = anna.getByRole('dialog', { name: 'Frist setzen' });
    await dialog.getByLabel('Frist').fill('+1');
    await dialog.getByRole('button', { name: 'Frist setzen' }).click();
    await dialog.getByText('Bitte schreiben Sie, warum bis dahin zu entscheiden ist.').waitFor();
    expect(await accessibilityProblems(anna), 'setting a deadline').toEqual([]);
    await looks(anna, 'set-deadline');
    await dialog.getByLabel('Grund').fill('Der Umzug ist übermorgen.');
    await dialog.getByRole('button', { name: 'Frist setzen' }).click();
    await decision
      .getByText(/^Zu entscheiden bis \d\d\.\d\d\.\d{4}: (morgen fällig|in \d Tagen)\.$/)
      .waitFor();
    await decision.getByLabel('Bewilligen').check();
    const letter = decision.getByRole('region', { name: 'Vorschau des Schreibens' });
    await letter.getByText('03900 123-14').waitFor();
    await letter.getByText('2.14').waitFor();
    expect(await accessibilityProblems(anna), 'a near deadline where it is decided').toEqual([]);
    await looks(anna, 'decide-by');
  });

  it('[S9] a case goes to another department, a clerk goes, her case to a colleague, and who moves sees other cases', async () => {
    const citizen = await colleagues.open(town.url);
    const references: string[] = [];
    for (const lastName of ['Öhler', 'Weiß']) {
      await fillInDogTax(citizen, town.url, { ...dogOwner, lastName });
      await send(citizen);
      references.push((await readReceipt(citizen)).fileReference);
    }
    const [kept = '', moved = ''] = references;
    const bernd = await berndsPc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
    for (const reference of references) {
      await openCase(bernd, 'Posteingang', reference);
      await takeOver(bernd);
    }
    await bernd.getByRole('button', { name: 'Übergeben an …' }).click();
    const handOver = bernd.getByRole('dialog', { name: 'Vorgang übergeben' });
    await handOver.getByLabel('An einen anderen Fachbereich').check();
    expect(await accessibilityProblems(bernd), 'hand-over dialog').toEqual([]);
    await handOver.getByRole('combobox').click();
    await bernd.getByRole('option', { name: 'Bauamt und Ordnung' }).click();
    await handOver.getByLabel(/Kurze Mitteilung/).fill('gehört zu euch');
    await film(bernd, 'hand-over-to-department');
    await handOver.getByRole('button', { name: 'Übergeben' }).click();
    // the former department's desk has it no more
    await bernd.getByRole('link', { name: 'Alle Vorgänge' }).click();
    await bernd.getByRole('link', { name: kept }).waitFor();
    await expect.poll(() => bernd.getByRole('link', { name: moved }).count()).toBe(0);

    await part('Personen', 'Mitarbeiterinnen und Mitarbeiter');
    await page.getByRole('button', { name: 'Zugang von Bernd Krüger abschalten' }).click();
    const leaving = page.getByRole('dialog', { name: 'Zugang von Bernd Krüger abschalten?' });
    await leaving.getByLabel('Ihre offenen Vorgänge und Aufgaben gehen an').click();
    await page.getByRole('option', { name: 'Anna Berger' }).click();
    expect(await accessibilityProblems(page), 'deactivation').toEqual([]);
    await film(page, 'admin-deactivate');
    await leaving.getByRole('button', { name: 'Abschalten' }).click();
    await page.getByRole('heading', { name: 'Nicht mehr hier tätig' }).waitFor();
    await isTakenOver();
    expect(await accessibilityProblems(page), 'people').toEqual([]);
    await film(page, 'admin-people');

    await bernd
      .getByText('Ihr Zugang wurde von der Systembetreuung abgeschaltet')
      .waitFor({ timeout: 45_000 });
    expect(await accessibilityProblems(bernd), 'signed out').toEqual([]);
    await film(bernd, 'admin-signed-out');
    await openCase(anna, 'Meine Vorgänge', kept);
    await anna.getByText('Dora Ritter hat den Vorgang an Anna Berger übergeben').waitFor();

    await page.getByRole('button', { name: 'Anna Berger ändern' }).click();
    const person = page.getByRole('dialog', { name: 'Person ändern' });
    await person.getByLabel('Bürgerservice und Steuern').uncheck();
    await person.getByLabel('Bauamt und Ordnung').check();
    await person.getByRole('button', { name: 'Speichern' }).click();
    await isTakenOver();
    await anna.getByRole('link', { name: 'Alle Vorgänge' }).click();
    await anna.getByRole('link', { name: moved }).waitFor({ timeout: 45_000 });
    await expect.poll(() => anna.getByRole('link', { name: kept }).count()).toBe(0);
    await anna.getByRole('link', { name: moved }).click();
    await anna.getByText('gehört zu euch').waitFor();
    await takeOver(anna);
    await film(anna, 'admin-moved-clerk');
  });
});
