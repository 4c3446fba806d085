import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { appointmentId, clerkId, opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { annaBerger, doraRitter, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';

/** A Tuesday, before it opens. */
const early = instant.parse('2026-11-24T06:30:00.000Z');
const one = 'buergerbuero-1' as PayloadOf<'bookByClerk'>['counterId'];
let town: TestTownServer;
let clock: number;

beforeEach(async () => {
  clock = millisecondsOf(early);
  town = await startTestTown({}, { now: (): Instant => instantOf(clock), dayPlanPauseMs: 500 });
});
afterEach(() => town.close());

const folder = () => join(town.dataDirectory, 'day-plans', testTown.municipalityId);
const files = async () => (await readdir(folder())).toSorted();
const fileOf = (counter: string) => join(folder(), `Bürgerbüro ${counter} (buergerbuero-${counter}).pdf`);

async function textOf(path: string): Promise<string> {
  const loading = getDocument({ data: new Uint8Array(await readFile(path)), useSystemFonts: false });
  const document = await loading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((each) => ('str' in each ? each.str : '')).join(' '));
  }
  await loading.destroy();
  return pages.join('\n').replaceAll(/\s+/g, ' ');
}

async function act<K extends Kind>(kind: K, payload: PayloadOf<K>, clerk = annaBerger) {
  const { id, role, departmentIds } = clerk;
  const operation = { opId: opId.parse(`test.${randomUUID()}`), deviceId: null, kind, v: 1, payload };
  const { result } = await executeServerOperation(
    town.core,
    testTown.municipalityId,
    { ...operation, at: town.core.now() },
    { kind: 'clerk', clerkId: clerkId.parse(id), role, departmentIds },
  );
  expect(result).toEqual({ decided: 'accepted' });
}

const book = (name: string, startsAt: string) =>
  act('bookByClerk', {
    appointmentId: appointmentId.parse(randomUUID()),
    serviceIds: [testTown.serviceId],
    counterId: one,
    startsAt: instant.parse(startsAt),
    visitor: { name, email: null, phone: '03901 4711' },
    remark: 'bringt den Hund mit',
    language: 'de',
    way: 'phone',
    caseId: null,
  });

describe('day plans on the server’s disk', () => {
  it('say who comes to which counter, how she is reached, and what is due', async () => {
    await book('Jürgen Größmann', '2026-11-24T08:00:00.000Z');
    await book('Nachbarin Übermorgen', '2026-11-26T08:00:00.000Z');
    await book('Nächste Woche', '2026-12-01T08:00:00.000Z');
    await town.dayPlans.run();
    const text = await textOf(fileOf('1'));
    for (const wanted of [
      'Tagesplan Bürgerbüro 1',
      'Stand 24.11.2026, 07:30 Uhr',
      'Dienstag, 24.11.2026',
      'Donnerstag, 26.11.2026',
      '09:00–09:15',
      'Jürgen Größmann',
      '03901 4711',
      'bringt den Hund mit',
      'Nachbarin Übermorgen',
    ])
      expect(text).toContain(wanted);
    expect(text).not.toContain('Nächste Woche');
    // of the other counter nothing
    expect(await textOf(fileOf('2'))).not.toContain('Größmann');
  });

  it('are written anew when something in them has changed, and else left as they are', async () => {
    await town.dayPlans.run();
    const other = await stat(fileOf('2'));
    clock += 60_000;
    await book('Erika Neu', '2026-11-24T08:00:00.000Z');
    await expect.poll(() => textOf(fileOf('1')), { timeout: 12_000 }).toContain('Erika Neu');
    expect((await stat(fileOf('2'))).mtimeMs).toBe(other.mtimeMs);
  });

  it('a counter that is closed loses its sheet, and a new day gives each a new one', async () => {
    await town.dayPlans.run();
    expect(await files()).toEqual(expect.arrayContaining(['Bürgerbüro 2 (buergerbuero-2).pdf']));
    await act('putCounter', { action: 'close', counterId: one }, doraRitter);
    clock += 24 * 60 * 60 * 1000;
    await town.dayPlans.run();
    expect(await files()).not.toContain('Bürgerbüro 1 (buergerbuero-1).pdf');
    expect(await textOf(fileOf('2'))).toContain('Stand 25.11.2026');
  });

  it('nobody but the server’s own account may read them, and a folder that can’t be written is tried again', async () => {
    await town.dayPlans.run();
    expect((await stat(fileOf('1'))).mode & 0o077).toBe(0);
    await rm(folder(), { recursive: true });
    await writeFile(folder(), 'in the way');
    clock += 24 * 60 * 60 * 1000;
    await town.dayPlans.run();
    await rm(folder());
    await town.dayPlans.run();
    expect(await files()).toHaveLength(3);
  });
});
