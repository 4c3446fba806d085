import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyAll, type SeededPerson, seededPeople } from './at-rest/seeded-people.ts';
import { addNote, decide, enrol, sendSignIn, takeOver, unlock, untilHandedOver } from './clerk.ts';
import { Pc } from './pc.ts';

const seed = 2026;
const peopleCount = 500;
/** So many cases are worked on at the desk itself, with a note that is saved and one that is only begun. */
const typedCount = 6;

/**
 * What a thief finds on the disk of a clerk's PC (facts: at rest). The same search over a desk without the seal must find
 * nearly all of it, else finding nothing would mean nothing.
 */
describe('encrypted at rest', () => {
  let directory: string;
  let people: readonly SeededPerson[];
  let secrets: readonly string[];
  let typed: readonly SeededPerson[];
  const closings: (() => Promise<void>)[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'amtsstube-at-rest-'));
    closings.push(() => rm(directory, { recursive: true, force: true }));
    people = seededPeople(peopleCount, seed);
    secrets = people.flatMap(({ lastName, street, note }) => [lastName, street, note]);
    // of theirs, the note is saved at the desk and the street's stands for a draft
    typed = seededPeople(typedCount, seed + 7);
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
    const drafts = typed.map(({ street }) => street);
    await page.evaluate(([token, count, texts]) => window.openUnsealed(token, count, texts), [
      await tokenOf(server, 0),
      peopleCount,
      drafts,
    ] as const);
    await pc.kill();
    const found = new Set(await pc.findInProfile([...secrets, ...drafts]));
    const kinds = {
      names: people.map(({ lastName }) => lastName),
      streets: people.map(({ street }) => street),
      notes: people.map(({ note }) => note),
      drafts,
    };
    for (const [kind, texts] of Object.entries(kinds)) {
      const count = texts.filter((text) => found.has(text)).length;
      console.log(`at rest, control without the seal: ${count} of ${texts.length} seeded ${kind} found`);
      expect(count, kind).toBeGreaterThanOrEqual(texts.length * 0.9);
    }
  });

  it('a day of work, a locked screen and a killed browser leave no name, street or note to be found', async () => {
    const server = await town();
    const pc = await aPc();
    let page = await pc.open(`${server.url}/desk/`);
    await enrol(page, {
      enrolmentCode: () => server.workstations.newEnrolmentCode(testTown.municipalityId).code,
    });
    await sendSignIn(page, 'anna');
    await untilHandedOver(page);
    await page
      .getByText(/geprüft gleich um/)
      .first()
      .waitFor();
    for (const [index, { note, street }] of typed.entries()) {
      const name = people[index]?.lastName ?? '';
      await page.getByRole('textbox', { name: 'Suche nach Aktenzeichen oder Name' }).fill(name);
      await page.getByRole('row').filter({ hasText: name }).getByRole('link').first().click();
      await takeOver(page);
      await addNote(page, note);
      if (index === 0) await decide(page, 'Ablehnen', `Abgelehnt wegen ${note}.`);
      await page.getByRole('textbox', { name: 'Vermerk', exact: true }).fill(street);
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

    const typedTexts = typed.flatMap(({ note, street }) => [note, street]);
    const looked = [...secrets, ...typedTexts, 'musterstadt-anna-2026'];
    expect(secrets.length).toBeGreaterThanOrEqual(1_000);
    const found = await pc.findInProfile(looked);
    console.log(`at rest, sealed: ${found.length} of ${looked.length} seeded strings found`);
    expect(found).toEqual([]);
  });
});
