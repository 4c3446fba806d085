import type { BaseCopy } from '@amtsstube/desktop/data/cache/base-copy';
import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { openJournal } from '@amtsstube/desktop/data/journal/journal';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import { TestEnvironment } from '@amtsstube/desktop/data/test-environment';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { createMemoryHost } from '@amtsstube/desktop/host/memory-host';
import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { type AnyDocument, ref } from '@amtsstube/shared/domain/documents';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { unreadIn } from '@amtsstube/shared/domain/newer-document';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { decide } from '@amtsstube/sync-server/store/contract/contract-builders';
import { filter, firstValueFrom } from 'rxjs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Random } from '../random.ts';
import { applicationOf } from '../world.ts';

const { municipalityId } = testTown;

let town: TestTownServer;
let caseId: CaseId;
let desk: OpenedDesk;
/** What the desk hands over doesn't arrive. */
let isCut: boolean;

/** Bernd's desk over real HTTP, before a server whose documents a later version of the program has written. */
beforeEach(async () => {
  town = await startTestTown();
  const application = applicationOf(new Random(1), 0);
  caseId = (application.payload as { caseId: CaseId }).caseId;
  await executeServerOperation(town.core, municipalityId, application, { kind: 'citizen' });
  const token = await tokenOf(town, 1);
  const real = httpTransport({ serverUrl: town.url, municipalityId, token: async () => token });
  isCut = true;
  desk = await createDesk({
    actor: actorOf(berndKrueger),
    journal: await openJournal({
      files: createMemoryHost(new MemoryDisk()).journals,
      cipher: await webCipher(new Uint8Array(48).fill(7)),
      environment: new TestEnvironment(),
      identity: { municipalityId, clerkId: berndKrueger.id },
    }),
    storage: openMemoryStorage(new MemoryCacheDisk()),
    transport: {
      ...real,
      handOver: (request, signal) =>
        isCut ? Promise.resolve({ ok: false, failure: 'network' }) : real.handOver(request, signal),
    },
    environment: new TestEnvironment(),
  });
});
afterEach(async () => {
  await desk.close();
  await town.close();
});

/** As a later version leaves it: with whatever it has learnt. */
async function writeAsNewer(collection: 'cases' | 'dossiers' | 'settings', id: string, learnt: object) {
  await town.core.store.transact(municipalityId, async (tx) => {
    const stored = await tx.document(ref(collection, id));
    const document = { id, scope: 'all', ...stored?.document, ...learnt } as unknown as AnyDocument;
    await decide(tx, (seq) => [{ collection, id, scope: document.scope, seq, document }]);
  });
}

const shownCase = () =>
  firstValueFrom(desk.watch('cases', caseId).pipe(filter((shown) => shown !== undefined)));
const shownDossier = () =>
  firstValueFrom(desk.watch('dossiers', caseId).pipe(filter((shown) => shown !== undefined)));
const raw = async (collection: 'cases' | 'dossiers' | 'settings', id: string) =>
  (await (desk.cache.copy as BaseCopy).base(collection).get([id]))[0]?.document;
const stored = async (collection: 'cases' | 'dossiers' | 'settings', id: string) =>
  (await town.core.store.snapshot(municipalityId, (read) => read.document(ref(collection, id))))?.document;
const pullAll = () => desk.cache.pull(['settings', 'clerks', 'counters', 'cases', 'dossiers']);

it('[L7] a newer server’s documents are kept word for word, found equal, and shown as far as this program can read them', async () => {
  const events = ((await stored('dossiers', caseId)) as Dossier).events;
  const at = events[0]?.at ?? '';
  await writeAsNewer('cases', caseId, { priority: 'high' });
  await writeAsNewer('dossiers', caseId, {
    seals: [{ id: 'seal-1' }],
    events: [...events, { opId: 'op-new', at, kind: 'letterSent', byId: berndKrueger.id }],
  });
  await writeAsNewer('settings', 'rain', { kind: 'weather', amount: 7 });
  expect(await pullAll()).toBe('complete');

  for (const [collection, id] of [
    ['cases', caseId],
    ['dossiers', caseId],
    ['settings', 'rain'],
  ] as const) {
    expect(await raw(collection, id)).toEqual(await stored(collection, id));
    expect(await desk.cache.verify(collection)).toBe('equal');
  }
  expect((await shownDossier()).document.events.map(({ kind }) => kind)).toEqual([
    'submitted',
    'ofNewerProgram',
  ]);
  expect((await firstValueFrom(desk.watchAll('settings'))).map(({ id }) => id)).not.toContain('rain');

  // what is done with it here is shown, and takes nothing from what lies beneath
  expect(await desk.do('addNote', { caseId, text: 'trotzdem' })).toMatchObject({ result: 'saved' });
  expect((await shownDossier()).document.events.at(-1)).toMatchObject({ kind: 'note', text: 'trotzdem' });
  expect(await raw('dossiers', caseId)).toEqual(await stored('dossiers', caseId));
});

it('[L10] a case in a state this program doesn’t know is shown; what is done with it is saved, handed over, and foretold by nobody', async () => {
  await writeAsNewer('cases', caseId, { status: 'asleep' });
  expect(await pullAll()).toBe('complete');
  expect(unreadIn((await shownCase()).document)).toEqual(['status']);
  expect(await desk.cache.verify('cases')).toBe('equal');

  expect(await desk.do('addNote', { caseId, text: 'gespeichert' })).toMatchObject({ result: 'saved' });
  expect(await firstValueFrom(desk.outbox$)).toMatchObject([
    { operation: { kind: 'addNote' }, forecast: undefined },
  ]);
  const { document } = await shownCase();
  expect(document.eventCount).toBe(((await stored('cases', caseId)) as Case).eventCount);
  // this program's own server stands in for the newer one, which would take it: it can't read what it didn't write
  isCut = false;
  desk.syncNow();
  await firstValueFrom(desk.outbox$.pipe(filter((waiting) => waiting.length === 0)));
  expect(await firstValueFrom(desk.refused$)).toMatchObject([{ reason: { code: 'internal' } }]);
  expect(await raw('cases', caseId)).toEqual(await stored('cases', caseId));
});
