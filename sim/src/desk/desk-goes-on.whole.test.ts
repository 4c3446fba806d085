import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { createDesk, type DeskParts, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { openJournal } from '@amtsstube/desktop/data/journal/journal';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import type { Answered, Transport } from '@amtsstube/desktop/data/sync/transport';
import { TestEnvironment } from '@amtsstube/desktop/data/test-environment';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { createMemoryHost } from '@amtsstube/desktop/host/memory-host';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { standingCorrections } from '@amtsstube/shared/domain/corrections';
import { ref } from '@amtsstube/shared/domain/documents';
import { type CaseId, type OpId, opId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { postJson, tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { filter, firstValueFrom, Subject, skip } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Random } from '../random.ts';
import { applicationOf } from '../world.ts';

const { municipalityId } = testTown;

let town: TestTownServer;
let caseId: CaseId;
let token: string;
let environment: TestEnvironment;
let disk: MemoryDisk;
let handedOver: number;
let reported: unknown[];
const desks: OpenedDesk[] = [];

beforeEach(async () => {
  town = await startTestTown();
  const application = applicationOf(new Random(1), 0);
  caseId = (application.payload as { caseId: CaseId }).caseId;
  await executeServerOperation(town.core, municipalityId, application, { kind: 'citizen' });
  token = await tokenOf(town, 1);
  environment = new TestEnvironment();
  disk = new MemoryDisk();
  handedOver = 0;
  reported = [];
});
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  await town.close();
});

async function openTheJournal() {
  return openJournal({
    files: createMemoryHost(disk).journals,
    cipher: await webCipher(new Uint8Array(48).fill(7)),
    environment,
    identity: { municipalityId, clerkId: berndKrueger.id },
  });
}

/** Bernd's desk over real HTTP, its first copy complete. */
async function openedDesk(
  change: Partial<Transport> = {},
  parts: Partial<DeskParts> = {},
): Promise<OpenedDesk> {
  const transport = httpTransport({ serverUrl: town.url, municipalityId, token: async () => token });
  const desk = await createDesk({
    actor: actorOf(berndKrueger),
    journal: await openTheJournal(),
    storage: openMemoryStorage(new MemoryCacheDisk()),
    transport: {
      ...transport,
      handOver: (request, signal) => {
        handedOver += 1;
        return transport.handOver(request, signal);
      },
      ...change,
    },
    environment,
    report: (error) => reported.push(error),
    ...parts,
  });
  desks.push(desk);
  await firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt !== undefined)));
  return desk;
}

const outbox = (desk: OpenedDesk, length: number) =>
  firstValueFrom(desk.outbox$.pipe(filter((entries) => entries.length === length)));
const line = (desk: OpenedDesk, state: string) =>
  firstValueFrom(desk.health$.pipe(filter((health) => health.line.state === state)));
const note = async (desk: OpenedDesk, text: string) =>
  expect(await desk.do('addNote', { caseId, text })).toMatchObject({ result: 'saved' });

async function notesAtServer(): Promise<string[]> {
  const stored = await town.core.store.snapshot(municipalityId, (read) =>
    read.document(ref('dossiers', caseId)),
  );
  const { events } = (stored?.document ?? { events: [] }) as { events: { kind: string; text?: string }[] };
  return events.flatMap((event) => (event.kind === 'note' ? [event.text ?? ''] : []));
}

describe('a session that ends while work waits', () => {
  it('stops the sending, keeps everything, and after sign-in it is handed over', async () => {
    const desk = await openedDesk();
    await postJson(town.url, '/api/sign-out', {}, token);
    await note(desk, 'eins');
    await line(desk, 'signedOut');
    expect(handedOver).toBe(1);
    await note(desk, 'zwei');
    // the next rounds of all loops: the pull asks, no work is sent
    const asked = firstValueFrom(desk.health$.pipe(skip(1)));
    environment.wakeAll();
    await asked;
    await note(desk, 'drei');
    await outbox(desk, 3);
    expect([handedOver, await notesAtServer()]).toEqual([1, []]);

    token = await tokenOf(town, 1);
    desk.syncNow();
    await outbox(desk, 0);
    expect(await notesAtServer()).toEqual(['eins', 'zwei', 'drei']);
    expect(reported).toEqual([]);
  });

  it('goes on by itself where a pull shows that there is a session again', async () => {
    const desk = await openedDesk();
    await postJson(town.url, '/api/sign-out', {}, token);
    await note(desk, 'eins');
    await line(desk, 'signedOut');
    token = await tokenOf(town, 1);
    const handed = outbox(desk, 0);
    environment.wakeAll();
    await handed;
    expect(await notesAtServer()).toEqual(['eins']);
  });
});

describe('what fails in a loop never ends it', () => {
  it('a disk too full for the receipts: said nothing wrong, kept, and tried again', async () => {
    const desk = await openedDesk();
    let writes = 0;
    disk.beforeOperation = (operation) => {
      if (operation !== 'write') return;
      writes += 1;
      // the first is the note itself
      if (writes === 2) disk.failNext('write', 'quotaExceeded');
    };
    await note(desk, 'eins');
    for (const isDone = outbox(desk, 0).then(() => true); ; environment.wakeAll()) {
      const next = new Promise<false>((resolve) => setImmediate(() => resolve(false)));
      if (await Promise.race([isDone, next])) break;
    }
    expect(writes).toBeGreaterThan(2);
    expect(await notesAtServer()).toEqual(['eins']);
    expect(reported).toEqual([]);
  });

  it('a bug is reported, the loop goes on, and the desk can be closed', async () => {
    const bug = new RangeError('a bug on the line');
    let fails = true;
    const real = httpTransport({ serverUrl: town.url, municipalityId, token: async () => token });
    const desk = await openedDesk({
      handOver: (request, signal) => (fails ? Promise.reject(bug) : real.handOver(request, signal)),
    });
    await note(desk, 'eins');
    await outbox(desk, 1);
    expect(reported).toContain(bug);
    fails = false;
    const handed = outbox(desk, 0);
    environment.wakeAll();
    await handed;
    expect(await notesAtServer()).toEqual(['eins']);
    await desks.pop()?.close();
    await (await openTheJournal()).close();
  });
});

describe('[L7] comparing the copies with the server', () => {
  const verifiedAt = (desk: OpenedDesk, at: number) =>
    firstValueFrom(desk.health$.pipe(filter(({ verifiedEqualAt }) => verifiedEqualAt === instantOf(at))));

  it('is done once a day while the line stays up, and not with every round', async () => {
    const real = httpTransport({ serverUrl: town.url, municipalityId, token: async () => token });
    let digests = 0;
    let rounds = 0;
    const desk = await openedDesk({
      changes: (collection, request, signal) => {
        if (collection === 'cases') rounds += 1;
        return real.changes(collection, request, signal);
      },
      digest: (collection, request, signal) => {
        digests += 1;
        return real.digest(collection, request, signal);
      },
    });
    const once = replicatedCollections.length;
    expect(digests).toBe(once);
    const [start, hour] = [environment.time, 60 * 60 * 1000];

    environment.time = start + 23 * hour;
    const before = rounds;
    // the round after the next has begun: the next is over
    for (const next of [before + 1, before + 2]) {
      environment.time += 30_000;
      const hasBegun = () => {
        environment.wakeAll();
        expect(rounds).toBeGreaterThanOrEqual(next);
      };
      await vi.waitFor(hasBegun, { timeout: 10_000 });
    }
    expect(digests).toBe(once);

    environment.time = start + 25 * hour;
    const isCompared = () => {
      environment.wakeAll();
      expect(digests).toBeGreaterThanOrEqual(2 * once);
    };
    await vi.waitFor(isCompared, { timeout: 10_000 });
    await verifiedAt(desk, environment.time);
    expect(digests).toBe(2 * once);
    expect(reported).toEqual([]);
  });
});

describe('building the copy anew', () => {
  const isWanted = (desk: OpenedDesk, wanted: boolean) =>
    firstValueFrom(desk.health$.pipe(filter(({ isRebuildWanted }) => isRebuildWanted === wanted)));
  const generation = (desk: OpenedDesk) => desk.cache.copy.generationOf('cases');

  it('[L7] without a line drops nothing, keeps the journal, and begins with the next contact', async () => {
    const real = httpTransport({ serverUrl: town.url, municipalityId, token: async () => token });
    const offline = { ok: false as const, failure: 'network' as const };
    let isCut = false;
    const desk = await openedDesk({
      handOver: async (...asked) => (isCut ? offline : real.handOver(...asked)),
      changes: async (...asked) => (isCut ? offline : real.changes(...asked)),
      digest: async (...asked) => (isCut ? offline : real.digest(...asked)),
    });
    isCut = true;
    await note(desk, 'eins');
    const [before] = await outbox(desk, 1);
    desk.rebuild();
    await line(desk, 'offline');
    await isWanted(desk, true);
    expect([generation(desk), await outbox(desk, 1)]).toEqual([1, [before]]);
    const shown = () => firstValueFrom(desk.watch('dossiers', caseId));
    expect((await shown())?.waiting).toEqual([before?.operation.opId]);

    isCut = false;
    const done = isWanted(desk, false);
    environment.wakeAll();
    desk.syncNow();
    await done;
    await outbox(desk, 0);
    expect([generation(desk), await notesAtServer()]).toEqual([2, ['eins']]);
    expect((await shown())?.document.events.at(-1)).toMatchObject({ kind: 'note', text: 'eins' });
    expect(reported).toEqual([]);
  });

  it('[L7] begins by itself once something of the copy can’t be read, however often that is told', async () => {
    const damaged$ = new Subject<void>();
    const desk = await openedDesk({}, { damaged$ });
    expect(generation(desk)).toBe(1);
    damaged$.next();
    damaged$.next();
    await isWanted(desk, true);
    await isWanted(desk, false);
    damaged$.next();
    expect([generation(desk), desk.cache.copy.generationOf('clerks')]).toEqual([2, 2]);
    expect(reported).toEqual([]);
  });
});

describe('[S3] what was refused because the server had a bug', () => {
  let hasBug: boolean;
  let present: string;

  beforeEach(() => {
    hasBug = true;
    present = '1';
  });

  /** To a server that refuses for good what it can't read; told as the bug it would be in the version it says it is. */
  async function deskOfBuggyServer(): Promise<OpenedDesk> {
    const real = httpTransport({ serverUrl: town.url, municipalityId, token: async () => token });
    const unread = ({ payload, ...operation }: DeskOperation) => ({
      ...operation,
      payload: hasBug ? null : payload,
    });
    const told = <T extends object>(answered: Answered<T>): Answered<T> =>
      JSON.parse(
        JSON.stringify(answered)
          .replaceAll('"code":"malformed"', `"code":"internal","serverVersion":"1"`)
          .replaceAll(/("serverTime":"[^"]+"),"serverVersion":"[^"]+"/g, `$1,"serverVersion":"${present}"`),
      );
    return openedDesk({
      handOver: async (request, signal) =>
        told(await real.handOver({ ...request, operations: request.operations.map(unread) }, signal)),
      changes: async (collection, request, signal) => told(await real.changes(collection, request, signal)),
    });
  }

  const refused = (desk: OpenedDesk, count: number) =>
    firstValueFrom(desk.refused$.pipe(filter((list) => list.length === count)));

  async function refusedNote(desk: OpenedDesk, text: string, count = 1) {
    expect(await desk.do('addNote', { caseId, text })).toMatchObject({ result: 'saved' });
    const entry = (await refused(desk, count)).at(-1);
    if (entry === undefined) throw new Error('nothing refused');
    expect(entry.reason).toEqual({ code: 'internal', serverVersion: '1' });
    return entry.operation;
  }

  it('is sent once more as a new operation at a click, and leaves the list', async () => {
    const desk = await deskOfBuggyServer();
    const operation = await refusedNote(desk, 'Rückruf');
    hasBug = false;
    const again = await desk.sendAgain(operation.opId);
    if (again.result !== 'saved') throw new Error(JSON.stringify(again));
    expect(again.opId).not.toBe(operation.opId);
    await refused(desk, 0);
    await outbox(desk, 0);
    const stored = await town.core.store.snapshot(municipalityId, (read) =>
      read.document(ref('dossiers', caseId)),
    );
    expect(stored?.document).toMatchObject({
      events: [{ kind: 'submitted' }, { kind: 'note', text: 'Rückruf', opId: again.opId }],
    });
  });

  it('corrections of one answer, repeated together: the last one counts, and nobody disagrees with herself', async () => {
    const desk = await deskOfBuggyServer();
    const correct = async (value: string, basedOn: OpId[]) => {
      const { formVersionId } = testTown;
      const saved = await desk.do('correctAnswer', {
        caseId,
        formVersionId,
        path: 'dogName',
        basedOn,
        value,
      });
      if (saved.result !== 'saved') throw new Error(JSON.stringify(saved));
      return saved.opId;
    };
    await correct('Hasso', [await correct('Rex', [])]);
    const list = await refused(desk, 2);
    hasBug = false;
    for (const { operation } of list)
      expect(await desk.sendAgain(operation.opId)).toMatchObject({ result: 'saved' });
    await outbox(desk, 0);
    const stored = await town.core.store.snapshot(municipalityId, (read) =>
      read.document(ref('dossiers', caseId)),
    );
    const standing = standingCorrections(stored?.document as Dossier).get('dogName');
    expect(standing?.map(({ value }) => value)).toEqual(['Hasso']);
  });

  it('is sent once more by itself, in order, when the server is another version', async () => {
    const desk = await deskOfBuggyServer();
    await refusedNote(desk, 'eins');
    await refusedNote(desk, 'zwei', 2);
    hasBug = false;
    present = '2';
    const done = refused(desk, 0);
    desk.syncNow();
    await done;
    await outbox(desk, 0);
    expect(await notesAtServer()).toEqual(['eins', 'zwei']);
    expect(reported).toEqual([]);
  });

  it('stays on the list while the server is the same, whatever it answers', async () => {
    const desk = await deskOfBuggyServer();
    const operation = await refusedNote(desk, 'eins');
    hasBug = false;
    await note(desk, 'zwei');
    await outbox(desk, 0);
    expect((await refused(desk, 1))[0]?.operation.opId).toBe(operation.opId);
    expect(await notesAtServer()).toEqual(['zwei']);
  });

  it('[J6] a power cut while it is sent once more: it is on the list or under way, never both and never neither', async () => {
    const desk = await deskOfBuggyServer();
    await refusedNote(desk, 'eins');
    await desk.close();
    desks.splice(0);
    for (const kept of [0, 0.5, 1]) {
      const journal = await openTheJournal();
      const [entry] = journal.refused;
      if (entry === undefined) throw new Error('nothing refused');
      const { kind, v, payload, at } = entry.operation;
      disk.beforeOperation = (operation) => {
        if (operation === 'flush') disk.crash((unflushed) => Math.floor(unflushed * kept));
      };
      const again = { opId: opId.parse(environment.newId()), kind, v, payload, at };
      await expect(journal.append(again, entry.operation.opId)).rejects.toThrow();
      disk.beforeOperation = undefined;
      const after = await openTheJournal();
      expect(after.open.length + after.refused.length).toBe(1);
      expect(after.open).toHaveLength(kept === 1 ? 1 : 0);
      await after.close();
    }
  });
});

it('a desk that cannot be opened leaves its journal free for the next try', async () => {
  const offline = { ok: false as const, failure: 'network' as const };
  const open = async (pause: () => Promise<void>) =>
    createDesk({
      actor: actorOf(berndKrueger),
      journal: await openTheJournal(),
      storage: openMemoryStorage(new MemoryCacheDisk(), { pause, writeFails: () => false }),
      transport: {
        handOver: async () => offline,
        changes: async () => offline,
        digest: async () => offline,
        hints: async () => 'network',
      },
      environment,
      report: (error) => reported.push(error),
    });
  await expect(open(() => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
  desks.push(await open(async () => undefined));
});

it('[L10] a copy that can’t be read keeps nobody from saving', async () => {
  let isBroken = false;
  const storage = openMemoryStorage(new MemoryCacheDisk(), {
    pause: () => (isBroken ? Promise.reject(new Error('the copy was closed')) : Promise.resolve()),
    writeFails: () => false,
  });
  const desk = await openedDesk({}, { storage });
  isBroken = true;
  await note(desk, 'trotzdem');
  expect(reported.map(String)).toContain('Error: the copy was closed');
  isBroken = false;
  desk.syncNow();
  await outbox(desk, 0);
  expect(await notesAtServer()).toEqual(['trotzdem']);
});
