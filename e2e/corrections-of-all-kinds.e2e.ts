import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { childcarePlace } from '@amtsstube/shared/services/family/childcare-place';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { review } from './citizen.ts';
import { openCase, signIn } from './clerk.ts';
import { film } from './film-strip.ts';
import { answersWithoutFiles, fillIn } from './form-filling.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** A form with people, days, choices and a repeated group, corrected by a clerk who knows better. */
describe('whatever a form asks', () => {
  let town: Town;
  let pc: Pc;
  let clara: Page;

  beforeAll(async () => {
    town = await Town.open();
    pc = await Pc.setUp();
    const citizen = await pc.open(
      `${town.url}/m/${testTown.municipalityId}/services/${childcarePlace.id}/form`,
    );
    await citizen.getByRole('button', { name: 'Geschwisterkind hinzufügen' }).click();
    await fillIn(citizen, childcarePlace.form, answersWithoutFiles(childcarePlace.form));
    await review(citizen);
    await citizen.getByRole('button', { name: 'Antrag absenden' }).click();
    await citizen.getByRole('heading', { name: 'Ihr Antrag ist eingegangen' }).waitFor();
    const reference = /KITA-\d{4}-\d{5}/.exec(await citizen.locator('main').innerText())?.[0] ?? '';
    clara = await pc.open(`${town.url}/desk/`);
    await signIn(clara, 'clara', town);
    await openCase(clara, 'Posteingang', reference);
  });
  afterAll(async () => {
    await pc?.dispose();
    await town?.close();
  });

  const answers = () => clara.getByRole('region', { name: 'Antrag', exact: true });
  const editor = (label: string) => clara.getByRole('group', { name: `Berichtigen: ${label}` });
  const begin = async (label: string) => {
    await clara.getByRole('button', { name: `Berichtigen: ${label}`, exact: true }).click();
    return editor(label);
  };
  const save = async (label: string) => {
    await editor(label).getByRole('button', { name: 'Berichtigung speichern' }).click();
    await expect.poll(() => editor(label).count()).toBe(0);
  };

  it('can be corrected with an input of its kind: a person, a day, choices, an entry of a group', async () => {
    const child = await begin('Kind');
    await child.getByLabel('Vorname').fill('Mia');
    await child.getByLabel('geboren am').fill('31.2.2025');
    await child.getByRole('button', { name: 'Berichtigung speichern' }).click();
    await child.getByText('Das ist kein Datum. Bitte so angeben: 24.5.2026.').waitFor();
    await child.getByLabel('geboren am').fill('24.5.2025');
    const needs = await begin('Braucht Ihr Kind etwas Besonderes?');
    for (const box of await needs.getByRole('checkbox').all()) await box.setChecked(false);
    await needs.getByLabel('Es braucht regelmäßig Medikamente').check();
    const sibling = await begin('Geschwisterkind 1, Name und Geburt');
    await sibling.getByLabel('Nachname').fill('Weiß-Öhler');
    await (await begin('Beginn der Betreuung')).getByRole('textbox').fill('1.8.2027');
    for (const width of [1280, 320]) {
      await clara.setViewportSize({ width, height: 800 });
      await film(clara, `corrections-5-all-kinds-${width}`);
    }
    await clara.setViewportSize({ width: 1280, height: 800 });
    expect(await accessibilityProblems(clara)).toEqual([]);

    for (const label of [
      'Kind',
      'Braucht Ihr Kind etwas Besonderes?',
      'Geschwisterkind 1, Name und Geburt',
      'Beginn der Betreuung',
    ])
      await save(label);
    for (const shown of [/^Mia Weiß, geboren am: 24\.05\.2025$/, /Weiß-Öhler, geboren am/, '01.08.2027'])
      await answers().getByText(shown).waitFor();
    await answers().getByText('Es braucht regelmäßig Medikamente', { exact: true }).waitFor();
    await film(clara, 'corrections-6-all-kinds-saved');
  });

  it('what a corrected answer leads to is asked, answered by the clerk, and counts; an answer can be taken away', async () => {
    const workProof = clara
      .getByRole('region', { name: /^Unterlagen \(/ })
      .getByText('Bescheinigung über Arbeit oder Ausbildung');
    await (await begin('Art der Betreuung')).getByRole('combobox').selectOption('Krippe (bis 3 Jahre)');
    await save('Art der Betreuung');
    const hours = await begin('Stunden am Tag');
    await hours.getByRole('combobox').selectOption('keine Angabe');
    await hours.getByRole('button', { name: 'Berichtigung speichern' }).click();
    await hours.getByText('Diese Angabe darf nicht leer sein.').waitFor();
    expect(await workProof.count()).toBe(0);
    await hours.getByRole('combobox').selectOption('10 Stunden');
    await save('Stunden am Tag');
    await workProof.waitFor();

    await (await begin('Zweiter Wunsch')).getByRole('textbox').fill('');
    await save('Zweiter Wunsch');
    const second = answers().getByRole('definition').filter({ hasText: 'eingereicht: Großer Weg' });
    await second.getByText('keine Angabe', { exact: true }).waitFor();
    await clara
      .getByRole('region', { name: 'Verlauf' })
      .getByText('Clara Lindner hat „Zweiter Wunsch“ berichtigt: keine Angabe')
      .waitFor();
    await film(clara, 'corrections-7-taken-away');
  });
});
