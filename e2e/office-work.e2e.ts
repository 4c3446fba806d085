import { addDays, formatLocalDate, instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { decide, openCase, signIn, takeOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** Who does what: away and stood in for, the load, and all that belongs to a case beside the application. */
describe('work in an office of two', () => {
  let town: Town;
  let annasPc: Pc;
  let berndsPc: Pc;
  let anna: Page;
  let bernd: Page;
  const references: string[] = [];
  const today = localDateOf(instantOf(Date.now()));
  const first = () => references[0] ?? '';

  beforeAll(async () => {
    town = await Town.open();
    [annasPc, berndsPc] = await Promise.all([Pc.setUp(), Pc.setUp()]);
    const citizen = await berndsPc.open(town.url);
    for (const lastName of ['Weiß', 'Weiss']) {
      await fillInDogTax(citizen, town.url, { firstName: 'Jürgen', lastName, email: 'j@example.org' });
      await send(citizen);
      references.push((await readReceipt(citizen)).fileReference);
    }
    await citizen.close();
    [anna, bernd] = await Promise.all([
      annasPc.open(`${town.url}/desk/`),
      berndsPc.open(`${town.url}/desk/`),
    ]);
    await signIn(bernd, 'bernd', town);
    await signIn(anna, 'anna', town);
  });

  afterAll(async () => {
    for (const pc of [annasPc, berndsPc]) await pc?.dispose();
    await town?.close();
  });

  it('who stands in finds the cases of the absent, and decides in her place', async () => {
    await openCase(bernd, 'Posteingang', first());
    await takeOver(bernd);
    await bernd.getByRole('button', { name: /^Konto/ }).click();
    await bernd.getByRole('menuitem', { name: 'Abwesenheit und Vertretung …' }).click();
    const dialog = bernd.getByRole('dialog', { name: 'Ihre Abwesenheit' });
    await dialog.getByLabel('Erster Tag').fill(formatLocalDate(today));
    await dialog.getByLabel('Letzter Tag').fill(formatLocalDate(addDays(today, -1)));
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.getByText('Der letzte Tag liegt vor dem ersten.').waitFor();
    // a week and a day later by keyboard
    await dialog.getByLabel('Letzter Tag').press('PageUp');
    await dialog.getByLabel('Letzter Tag').press('ArrowUp');
    await dialog.getByLabel('Vertretung').click();
    await bernd.getByRole('option', { name: 'Anna Berger' }).click();
    expect(await accessibilityProblems(bernd), 'absence').toEqual([]);
    await film(bernd, 'work-absence');
    await dialog.getByRole('button', { name: 'Speichern' }).click();
    await dialog.waitFor({ state: 'hidden' });

    await anna.getByRole('link', { name: 'In Vertretung' }).click();
    await anna.getByText(/^Sie vertreten zurzeit Bernd Krüger/).waitFor();
    await film(anna, 'work-deputy-list');
    await openCase(anna, 'In Vertretung', first());
    await anna.getByText(/in Vertretung: Anna Berger/).waitFor();
    expect(await accessibilityProblems(anna), 'case of an absent colleague').toEqual([]);
    await film(anna, 'work-deputy-case');
    await decide(anna, 'Ablehnen', 'Nachweis fehlt');
    await anna.getByText('Abgelehnt von Anna Berger (in Vertretung für Bernd Krüger)').waitFor();
    await bernd
      .getByRole('region', { name: 'Verlauf' })
      .getByText('Abgelehnt von Anna Berger (in Vertretung für Bernd Krüger)')
      .waitFor();
  });

  it('the other case of the same person is suggested, confirmed by a clerk and shown on both; tasks, links and ticks too', async () => {
    await openCase(bernd, 'Posteingang', references[1] ?? '');
    const others = bernd.getByRole('region', { name: 'Weitere Vorgänge' });
    await others.getByRole('heading', { name: 'Vielleicht von derselben Person' }).waitFor();
    await others.getByRole('button', { name: `Dieselbe Person: ${first()}` }).click();
    await others.getByRole('heading', { name: 'Von derselben Person', exact: true }).waitFor();
    await others.getByRole('button', { name: 'Bezug herstellen …' }).click();
    const linking = bernd.getByRole('dialog', { name: 'Bezug zu einem anderen Vorgang' });
    await linking.getByLabel('Aktenzeichen oder Name').fill(first());
    await linking.getByLabel(/^Worin besteht/).fill('derselbe Hund');
    expect(await accessibilityProblems(bernd), 'linking').toEqual([]);
    await linking.getByRole('button', { name: 'Bezug herstellen' }).click();
    await others.getByText(/^derselbe Hund/).waitFor();

    // to a part of the screen by keyboard
    await bernd.getByRole('heading', { name: references[1] ?? '' }).click();
    await bernd.keyboard.press('s');
    await bernd.getByRole('menuitem', { name: 'Aufgaben' }).press('Enter');
    const tasks = bernd.getByRole('region', { name: 'Aufgaben' });
    await expect
      .poll(() => tasks.getByRole('heading').evaluate((heading) => heading === document.activeElement))
      .toBe(true);
    await tasks.getByRole('button', { name: 'Aufgabe hinzufügen' }).click();
    await tasks.getByLabel('Was ist zu tun?').fill('Steuermarke zuschicken');
    await tasks.getByLabel(/^Bis wann/).fill(formatLocalDate(addDays(today, -1)));
    await tasks.getByRole('button', { name: 'Aufgabe speichern' }).click();
    await tasks.getByText(/^überfällig seit/).waitFor();
    expect(await accessibilityProblems(bernd), 'beside a case').toEqual([]);
    await film(bernd, 'work-beside');

    // on the other desk, from the other side
    await openCase(anna, 'Alle Vorgänge', first());
    const seen = anna.getByRole('region', { name: 'Weitere Vorgänge' });
    await seen
      .getByRole('link', { name: references[1] ?? '' })
      .first()
      .waitFor();
    await seen.getByText(/^derselbe Hund/).waitFor();
    await seen
      .getByRole('link', { name: references[1] ?? '' })
      .first()
      .click();
    const annasTasks = anna.getByRole('region', { name: 'Aufgaben' });
    await annasTasks.getByRole('checkbox', { name: 'Erledigt: Steuermarke zuschicken' }).click();
    await bernd.getByRole('button', { name: '1 erledigte Aufgabe zeigen' }).click();
    await bernd.getByText(/^erledigt von Anna Berger/).waitFor();
  });

  it('who looked is noted without a word in the way, and leads alone see it', async () => {
    await bernd.getByText('Aufrufe werden protokolliert.').waitFor();
    await openCase(anna, 'Alle Vorgänge', references[1] ?? '');
    await anna
      .getByRole('region', { name: 'Aufrufe' })
      .getByText(/· Bernd Krüger$/)
      .waitFor();
    expect(await anna.getByText('Aufruf festhalten').count()).toBe(0);
    const history = anna.getByRole('region', { name: 'Verlauf' });
    await history.getByLabel('Zeigen').click();
    await anna.getByRole('option', { name: 'Vermerke' }).click();
    await history.getByText('Dazu gibt es noch keinen Eintrag.').waitFor();
    expect(await accessibilityProblems(anna), 'views and history').toEqual([]);
    await film(anna, 'work-views');
  });

  it('a lead sees who has how much, and distributes by keyboard; who is away gets nothing by itself', async () => {
    await anna.getByRole('link', { name: 'Auslastung' }).click();
    const row = anna.getByRole('row', { name: /^Bernd Krüger/ });
    await row.getByText(/^abwesend bis .*, in Vertretung: Anna Berger$/).waitFor();
    expect(await accessibilityProblems(anna), 'load').toEqual([]);
    await film(anna, 'work-load');
    await anna.getByRole('button', { name: 'Vorgänge zeigen: niemand (Posteingang)' }).press('Enter');
    await anna.getByRole('link', { name: references[1] ?? '' }).waitFor();
    await anna.getByRole('heading', { name: 'Alle Vorgänge' }).click();
    await anna.keyboard.press('Control+a');
    await anna.getByRole('button', { name: 'Übergeben …' }).press('Enter');
    const handing = anna.getByRole('dialog', { name: 'Ausgewählte Vorgänge übergeben' });
    await handing.getByLabel('Übergeben an').press('Enter');
    await anna.getByRole('option', { name: /^Bernd Krüger \(abwesend bis .*Anna Berger\)$/ }).waitFor();
    await film(anna, 'work-hand-over-to-the-absent');
    await anna.keyboard.press('Escape');
    await handing.getByRole('button', { name: 'Abbrechen' }).press('Enter');
    await anna.getByRole('button', { name: 'Verteilen …' }).press('Enter');
    const dialog = anna.getByRole('dialog', { name: 'Ausgewählte Vorgänge gleichmäßig verteilen' });
    await dialog.getByLabel(/^Anna Berger bekommt 1 Vorgang und hat dann 1 offene$/).waitFor();
    expect(await accessibilityProblems(anna), 'distributing').toEqual([]);
    await film(anna, 'work-distribute');
    await dialog.getByRole('checkbox', { name: /^Anna Berger/ }).press('Space');
    await dialog.getByRole('checkbox', { name: /^Bernd Krüger/ }).press('Space');
    await dialog.getByRole('button', { name: '1 Vorgang verteilen' }).press('Enter');
    await dialog.getByText('1 Vorgang ist auf diesem Gerät gespeichert.').waitFor();
    await dialog.getByRole('button', { name: 'Schließen' }).press('Enter');
    await openCase(bernd, 'Meine Vorgänge', references[1] ?? '');
    await bernd.getByText('Anna Berger hat den Vorgang an Bernd Krüger übergeben').waitFor();
  });

  it('a task for a colleague stands in her list, and on no case if it belongs to none', async () => {
    await anna.getByRole('link', { name: 'Aufgaben' }).click();
    const form = anna.getByRole('region', { name: 'Aufgabe hinzufügen' });
    await form.getByLabel('Was ist zu tun?').fill('Vertretungsplan aushängen');
    await form.getByLabel('Bis wann? (freiwillig)').fill('+2');
    await form.getByLabel('Für wen?').click();
    await anna.getByRole('option', { name: 'Bernd Krüger' }).click();
    await form.getByRole('button', { name: 'Aufgabe speichern' }).click();
    await bernd.getByRole('link', { name: /^Fällig/ }).click();
    const due = bernd.getByRole('region', { name: '1 fällige Aufgabe' });
    await due.getByText('Vertretungsplan aushängen').waitFor();
    expect(await accessibilityProblems(bernd), 'due tasks').toEqual([]);
    await film(bernd, 'work-due-tasks');
    await bernd.getByRole('link', { name: /^Aufgaben/ }).click();
    await bernd
      .getByRole('region', { name: 'Meine Aufgaben' })
      .getByText('Vertretungsplan aushängen')
      .waitFor();
    expect(await accessibilityProblems(bernd), 'tasks').toEqual([]);
    await film(bernd, 'work-tasks');
    // he is away, and she stands in for him
    await anna
      .getByRole('region', { name: 'In Vertretung für Bernd Krüger' })
      .getByText('Vertretungsplan aushängen')
      .waitFor();
    await bernd.getByRole('checkbox', { name: 'Erledigt: Vertretungsplan aushängen' }).press('Space');
    await bernd.getByRole('link', { name: /^Fällig/ }).click();
    await due.waitFor({ state: 'hidden' });
  });
});
