import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityProblems } from './axe.ts';
import { fillInDogTax, readReceipt, send } from './citizen.ts';
import { addNote, notHandedOver, openCase, signIn, untilHandedOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** A disk dies, and last night's backup is all there is. In this order. */
describe('a server restored from a backup', () => {
  let town: Town;
  let citizen: Pc;
  let berndsPc: Pc;
  let dorasPc: Pc;
  let bernd: Page;
  let dora: Page;
  let before = '';
  let after = '';

  beforeAll(async () => {
    town = await Town.open();
    [citizen, berndsPc, dorasPc] = await Promise.all([Pc.setUp(), Pc.setUp(), Pc.setUp()]);
    before = await applied();
    [bernd, dora] = [await berndsPc.open(`${town.url}/desk/`), await dorasPc.open(`${town.url}/desk/`)];
    await signIn(bernd, 'bernd', town);
    await signIn(dora, 'dora', town);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      console.error(`${await berndsPc?.shown()}\n\n=== Dora ===\n${await dorasPc?.shown()}`);
  });
  afterAll(async () => {
    for (const pc of [citizen, berndsPc, dorasPc]) await pc?.dispose();
    await town?.close();
  });

  /** A citizen sends an application. @returns its file reference */
  async function applied(): Promise<string> {
    const page = await citizen.open(town.url);
    await fillInDogTax(page, town.url);
    await send(page);
    const { fileReference } = await readReceipt(page);
    await page.close();
    return fileReference;
  }
  const showRestored = async () => {
    await dora.getByRole('link', { name: 'Verwaltung' }).click();
    const parts = dora.getByRole('navigation', { name: 'Bereiche der Verwaltung' });
    await parts.getByRole('link', { name: 'Wiederherstellung', exact: true }).click();
    await dora.getByRole('heading', { name: 'Was nach einer Wiederherstellung fehlt' }).waitFor();
  };
  const history = (page: Page) => page.getByRole('region', { name: 'Verlauf' });

  it('[L8] gets again by itself what was done at its desks; what they had only seen is offered to the administrator', async () => {
    const backup = await town.backup();
    after = await applied();
    await openCase(bernd, 'Alle Vorgänge', before);
    await addNote(bernd, 'Nach der Sicherung geschrieben.');
    await untilHandedOver(bernd);
    await bernd.getByRole('link', { name: 'Posteingang' }).click();
    await bernd.getByRole('link', { name: after }).waitFor();

    await town.killServer();
    await town.restore(backup);
    await town.startServer();

    // the desk builds its copy anew, and what the server doesn't know goes from its list
    await bernd.getByRole('link', { name: after }).waitFor({ state: 'detached', timeout: 45_000 });
    await untilHandedOver(bernd, 45_000);
    await openCase(bernd, 'Alle Vorgänge', before);
    await history(bernd).getByText('Nach der Sicherung geschrieben.').waitFor();

    await showRestored();
    const lost = dora.getByRole('listitem').filter({ hasText: after });
    await expect
      .poll(
        async () => {
          await dora.getByRole('button', { name: 'Liste neu laden' }).click();
          return lost.count();
        },
        { timeout: 45_000 },
      )
      .toBe(1);
    // what Bernd's own desk has handed over again is not missing
    expect(await dora.getByRole('listitem').filter({ hasText: before }).count()).toBe(0);
    await lost.getByText('Ansehen').click();
    await lost.getByText(/Name des Hundes: Strolch/).waitFor();
    await lost.getByText(/Antrag online eingegangen/).waitFor();
    await film(dora, 'restore-1-missing');
    expect(await accessibilityProblems(dora)).toEqual([]);
  });

  it('[L8] lets her keep it as a file, and take it off the list', async () => {
    const downloading = dora.waitForEvent('download');
    await dora.getByRole('button', { name: 'Alles als Datei speichern' }).click();
    const text = await readFile(await (await downloading).path(), 'utf8');
    expect(text).toContain(`Vorgang ${after} Jürgen Weiß`);
    expect(text).toContain('Name des Hundes: Strolch');
    await dora.getByRole('button', { name: /^Erledigt …: / }).click();
    await dora.getByRole('dialog').getByRole('button', { name: 'Löschen' }).click();
    await dora.getByText('Es fehlt nichts').waitFor();
  });

  it('[J10] takes a journal from a file, when its desk can’t hand it over; the desk then has nothing left to do', async () => {
    await town.killServer();
    await addNote(bernd, 'Ohne Verbindung geschrieben.');
    await bernd.getByRole('banner', { includeHidden: true }).getByText(notHandedOver(1)).first().waitFor();
    await bernd.getByRole('button', { name: 'Abgleich anzeigen' }).click();
    const panel = bernd.getByRole('dialog', { name: 'Abgleich' });
    const downloading = bernd.waitForEvent('download');
    await panel.getByRole('button', { name: 'Journal für die Systembetreuung speichern' }).click();
    const file = await (await downloading).path();
    await film(bernd, 'restore-2-export');
    await bernd.keyboard.press('Escape');
    expect(await readFile(file, 'utf8')).not.toContain('Verbindung');

    const said = await town.administer('read-journal', '--file', file);
    expect(said).toContain('of bernd-krueger in musterstadt');
    expect(said).toContain('Ohne Verbindung geschrieben.');
    expect(await town.administer('read-journal', '--file', file, '--import', 'yes')).toContain(
      'Handed over: 1 accepted, 0 refused',
    );
    await town.startServer();
    await untilHandedOver(bernd, 45_000);
    await expect.poll(() => history(bernd).getByText('Ohne Verbindung geschrieben.').count()).toBe(1);
  });
});
