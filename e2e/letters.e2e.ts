import { readFile } from 'node:fs/promises';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { axeProblems } from './axe.ts';
import { fillInDogTax, type Receipt, readReceipt, send } from './citizen.ts';
import { handedOver, openCase, signIn, takeOver } from './clerk.ts';
import { film } from './film-strip.ts';
import { Pc } from './pc.ts';
import { Town } from './town.ts';

/** Letters of decisions, from the template to the citizen's page, in one town: each goes on where the one before ended. */
describe('the letter of a decision', () => {
  let town: Town;
  let citizen: Pc;
  let berndsPc: Pc;
  let annasPc: Pc;
  let bernd: Page;
  const receipts: Receipt[] = [];
  const receipt = (index: number): Receipt => {
    const found = receipts[index];
    if (found === undefined) throw new Error('no application');
    return found;
  };
  const statusUrl = ({ trackingCode }: Receipt) =>
    `${town.url}/m/${testTown.municipalityId}/status/${trackingCode}`;

  beforeAll(async () => {
    town = await Town.open();
    [citizen, berndsPc, annasPc] = await Promise.all([Pc.setUp(), Pc.setUp(), Pc.setUp()]);
    const page = await citizen.open(town.url);
    for (const firstName of ['Jürgen', 'Käthe', 'Till']) {
      await fillInDogTax(page, town.url, {
        firstName,
        lastName: 'Weiß',
        email: `${firstName.length}@example.org`,
      });
      await send(page);
      receipts.push(await readReceipt(page));
    }
    bernd = await berndsPc.open(`${town.url}/desk/`);
    await signIn(bernd, 'bernd', town);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') console.error(await berndsPc?.shown());
  });
  afterAll(async () => {
    for (const pc of [citizen, berndsPc, annasPc]) await pc?.dispose();
    await town?.close();
  });

  it('is made without a line, as a draft, and is the citizen’s to fetch once the server took it over', async () => {
    await openCase(bernd, 'Posteingang', receipt(0).fileReference);
    await takeOver(bernd);
    await bernd.getByText(handedOver).first().waitFor();
    // the first session has the whole program on the device by now
    await bernd.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await berndsPc.cutLine(true);

    await bernd.getByLabel('Teilweise').check();
    await bernd.getByRole('textbox', { name: 'Begründung' }).fill('Ermäßigt wird nur der erste Hund.');
    const preview = bernd.getByRole('region', { name: 'Vorschau des Schreibens' });
    await preview.getByText('Ermäßigt wird nur der erste Hund.').waitFor();
    await preview.getByText('Ihrem Antrag vom').waitFor();
    await preview.getByText('Grüne Straße 7').waitFor();
    await film(bernd, 'letters-1-preview');
    expect(await axeProblems(bernd), 'decision with its letter').toEqual([]);
    await bernd.getByRole('button', { name: 'Entscheidung speichern' }).click();
    const letters = bernd.getByRole('region', { name: 'Schreiben', exact: true });
    await letters.getByText('Entwurf: vom Server noch nicht übernommen').waitFor();
    await letters.getByRole('button', { name: /^Ansehen/ }).click();
    const viewer = bernd.getByRole('dialog');
    await viewer.getByText('Entwurf: noch nicht gültig, nicht versenden.').waitFor();
    await film(bernd, 'letters-2-draft');
    await viewer.getByRole('button', { name: 'Schließen' }).click();

    await berndsPc.cutLine(false);
    await letters.getByText('vom Server übernommen').waitFor();
    const [saved] = await Promise.all([
      bernd.waitForEvent('download'),
      letters.getByRole('button', { name: /^PDF speichern/ }).click(),
    ]);

    const page = await citizen.open(statusUrl(receipt(0)));
    await page.getByText('Stand: teilweise bewilligt').waitFor();
    await film(page, 'letters-3-status');
    expect(await axeProblems(page), 'status page with a letter').toEqual([]);
    const [fetched] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: /^Bescheid: Hundesteuer anmelden/ }).click(),
    ]);
    expect(fetched.suggestedFilename()).toBe(`${receipt(0).fileReference} Bescheid Hundesteuer anmelden.pdf`);
    // what the clerk has is what the citizen has, to the byte
    const [hers, theirs] = await Promise.all([readFile(await saved.path()), readFile(await fetched.path())]);
    expect(theirs.subarray(0, 8).toString()).toBe('%PDF-1.4');
    expect(theirs.equals(hers)).toBe(true);
  });
});
