import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyAll, type SeededPerson, seededPeople } from './at-rest/seeded-people.ts';
import { addNote, enrol, handedOver, sendSignIn, unlock } from './clerk.ts';
import { Pc } from './pc.ts';

const seed = 2026;
const peopleCount = 500;
const noteTexts = ['Rückruf bei Wißköl-Hääruk erbeten', 'Pomgorsal bringt den Nachweis Lünbrütze'];

/**
 * What a thief finds on the disk of a clerk's PC (facts: at rest). The same search over a desk without the seal must find
 * nearly all of it, else finding nothing would mean nothing.
 */
describe('encrypted at rest', () => {
  let directory: string;
  let people: readonly SeededPerson[];
  let secrets: readonly string[];
  const closings: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'amtsstube-at-rest-'));
    closings.push(() => rm(directory, { recursive: true, force: true }));
    people = seededPeople(peopleCount, seed);
    secrets = people.flatMap(({ lastName, street }) => [lastName, street]);
  });

  afterAll(async () => {
    for (const close of closings.toReversed()) await close();
  });

  async function town(deskDirectory?: string): Promise<TestTownServer> {
    const started = await startTestTown({}, deskDirectory === undefined ? {} : { deskDirectory });
    closings.push(() => started.close());
    await applyAll(started.core, people, seed);
    return started;
  }

  async function aPc(): Promise<Pc> {
    const pc = await Pc.setUp();
    closings.push(() => pc.dispose());
    return pc;
  }

  it('the control: without the seal, the search finds the names', async () => {
    const deskDirectory = join(directory, 'control');
    await build({
      configFile: false,
      root: join(import.meta.dirname, 'at-rest'),
      base: '/desk/',
      logLevel: 'warn',
      build: {
        outDir: deskDirectory,
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 4000,
      },
      worker: { format: 'es' },
    });
    const server = await town(deskDirectory);
    const pc = await aPc();
    const page = await pc.open(`${server.url}/desk/`);
    await expect.poll(() => page.evaluate(() => typeof window.openUnsealed)).toBe('function');
    await page.evaluate(([token, count]) => window.openUnsealed(token, count), [
      await tokenOf(server, 0),
      peopleCount,
    ] as const);
    await pc.kill();
    const found = await pc.findInProfile(secrets);
    console.log(
      `at rest, control without the seal: ${found.length} of ${secrets.length} seeded strings found`,
    );
    expect(found.length).toBeGreaterThanOrEqual(secrets.length * 0.9);
  });

  it('a day of work, a locked screen and a killed browser leave no name, street or note to be found', async () => {
    const server = await town();
    const pc = await aPc();
    let page = await pc.open(`${server.url}/desk/`);
    await enrol(page, {
      enrolmentCode: () => server.workstations.newEnrolmentCode(testTown.municipalityId).code,
    });
    await sendSignIn(page, 'anna');
    await page.getByText(handedOver).first().waitFor();
    await page
      .getByText(/geprüft gleich um/)
      .first()
      .waitFor();
    for (const [index, text] of noteTexts.entries()) {
      const name = people[index]?.lastName ?? '';
      await page.getByRole('textbox', { name: 'Suche nach Aktenzeichen oder Name' }).fill(name);
      await page.getByRole('row').filter({ hasText: name }).getByRole('link').first().click();
      await addNote(page, text);
      await page.getByRole('textbox', { name: 'Vermerk', exact: true }).fill(`${text}, angefangen`);
      await page.getByRole('link', { name: 'Posteingang' }).click();
    }
    await pc.cutLine(true);
    await page.keyboard.press('Control+Alt+KeyL');
    await unlock(page, 'anna');
    await pc.kill();
    await pc.shutDown();
    page = await pc.open(`${server.url}/desk/`);
    await unlock(page, 'anna');
    await page.getByRole('row').nth(5).waitFor();
    await pc.kill();

    const looked = [...secrets, ...noteTexts, 'Wißköl', 'Pomgorsal', 'musterstadt-anna-2026'];
    const found = await pc.findInProfile(looked);
    console.log(`at rest, sealed: ${found.length} of ${looked.length} seeded strings found`);
    expect(found).toEqual([]);
  });
});
