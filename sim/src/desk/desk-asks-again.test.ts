import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import { webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { openJournal } from '@amtsstube/desktop/data/journal/journal';
import { httpTransport } from '@amtsstube/desktop/data/sync/http-transport';
import type { Transport, TransportFailure } from '@amtsstube/desktop/data/sync/transport';
import { TestEnvironment } from '@amtsstube/desktop/data/test-environment';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { createMemoryHost } from '@amtsstube/desktop/host/memory-host';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { postJson, tokenOf } from '@amtsstube/sync-server/replication/test-desk';
import { startTestTown, type TestTownServer } from '@amtsstube/sync-server/start-server-test-town';
import { filter, firstValueFrom, Subject } from 'rxjs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Random } from '../random.ts';
import { applicationOf } from '../world.ts';

const { municipalityId } = testTown;

let town: TestTownServer;
let caseId: CaseId;
let token: string;
let environment: TestEnvironment;
let wentOnline$: Subject<void>;
let desk: OpenedDesk;
/** What of the line is cut. */
let cut: Set<keyof Transport>;
let asked: Record<keyof Transport, number>;
let hintsFail: TransportFailure;
let hangUp: () => void;

beforeEach(async () => {
  town = await startTestTown();
  const application = applicationOf(new Random(1), 0);
  caseId = (application.payload as { caseId: CaseId }).caseId;
  await executeServerOperation(town.core, municipalityId, application, { kind: 'citizen' });
  token = await tokenOf(town, 1);
  environment = new TestEnvironment();
  wentOnline$ = new Subject();
  cut = new Set();
  asked = { handOver: 0, changes: 0, digest: 0, hints: 0 };
  hintsFail = 'network';
  hangUp = () => undefined;
});
afterEach(async () => {
  await desk.close();
  await town.close();
});

/** Bernd's desk over real HTTP. No hint ever comes, so that whatever happens is due to what the loops do by themselves. */
async function open(): Promise<void> {
  const real = httpTransport({ serverUrl: town.url, municipalityId, token: async () => token });
  const may =
    <A extends unknown[], T>(name: keyof Transport, ask: (...given: A) => Promise<T>) =>
    async (...given: A) => {
      asked[name] += 1;
      return cut.has(name) ? { ok: false as const, failure: 'network' as const } : ask(...given);
    };
  desk = await createDesk({
    actor: actorOf(berndKrueger),
    journal: await openJournal({
      files: createMemoryHost(new MemoryDisk()).journals,
      cipher: await webCipher(new Uint8Array(48).fill(7)),
      environment,
      identity: { municipalityId, clerkId: berndKrueger.id },
    }),
    storage: openMemoryStorage(new MemoryCacheDisk()),
    transport: {
      handOver: may('handOver', real.handOver),
      changes: may('changes', real.changes),
      digest: may('digest', real.digest),
      hints: async (_, signal) => {
        asked.hints += 1;
        if (cut.has('hints')) return hintsFail;
        return new Promise((resolve) => {
          hangUp = () => resolve(hintsFail);
          signal.addEventListener('abort', () => resolve('aborted'));
        });
      },
    },
    environment,
    wentOnline$,
  });
}

/** Until all who may sleep do, each for so long that `are` says yes. */
const asleep = (are: (waits: readonly number[]) => boolean) =>
  vi.waitFor(() => expect(environment.asleep).toSatisfy(are), { timeout: 10_000 });
const idle = (waits: readonly number[]) => waits.length === 2 && waits.every((wait) => wait === 30_000);
const handedOver = () => firstValueFrom(desk.outbox$.pipe(filter((waiting) => waiting.length === 0)));
const note = async () =>
  expect(await desk.do('addNote', { caseId, text: 'eins' })).toMatchObject({ result: 'saved' });

function cutAll(): void {
  cut = new Set(['handOver', 'changes', 'digest', 'hints']);
  hangUp();
}

function pollIsDue(): void {
  environment.time += 30_000;
  environment.wakeAll(30_000);
}

/** So many failures one after another of the loops that are not idle. */
async function fail(rounds: number): Promise<readonly number[]> {
  const waited = new Set<number>();
  for (let round = 0; round < rounds; round += 1) {
    await asleep((waits) => waits.length === 3);
    const waits = environment.asleep.filter((wait) => wait < 30_000);
    for (const wait of new Set(waits)) {
      waited.add(wait);
      environment.wakeAll(wait);
    }
  }
  return [...waited].toSorted((a, b) => a - b);
}

/** Doubled with each failure, of which three quarters are taken where chance is even. */
const longest = 6_000;
const growing = [750, 1_500, 3_000, longest];

it('each 30 s while all is well, within 8 s while the line is down however long, and then each 30 s again', async () => {
  await open();
  await asleep(idle);
  cutAll();
  await note();
  await asleep((waits) => waits.length === 3);
  pollIsDue();
  expect(await fail(12)).toEqual(growing);
  await asleep((waits) => waits.length === 3 && waits.every((wait) => wait === longest));
  cut.clear();
  environment.wakeAll();
  await handedOver();
  await asleep(idle);
});

it('what one loop finds out wakes the others', async () => {
  await open();
  await asleep(idle);
  cutAll();
  await note();
  await fail(6);
  await asleep((waits) => waits.join() === [longest, longest, 30_000].join());
  pollIsDue();
  await asleep((waits) => waits.join() === [750, longest, longest].join());
  cut.clear();
  const listened = asked.hints;
  environment.wakeAll(750);
  await handedOver();
  await asleep(idle);
  expect(asked.hints).toBe(listened + 1);
});

it('work that comes in while the line is down asks at once, and makes nothing wait longer', async () => {
  await open();
  await asleep(idle);
  cutAll();
  for (let count = 1; count <= 10; count += 1) {
    await note();
    await vi.waitFor(() => expect(asked.handOver).toBeGreaterThanOrEqual(count));
    await asleep((waits) => waits.length === 3);
  }
  expect(environment.asleep).toEqual([750, 750, 30_000]);
});

it('answers and failures by turns make no haste', async () => {
  cut.add('digest');
  await open();
  await asleep(idle);
  expect(asked.digest).toBeLessThanOrEqual(3 * replicatedCollections.length);
});

it('at once when the device has a network again', async () => {
  await open();
  await asleep(idle);
  cutAll();
  await note();
  await fail(1);
  await asleep((waits) => waits.length === 3);
  cut.clear();
  wentOnline$.next();
  await handedOver();
});

it('who must sign in first is waited for each half minute', async () => {
  await open();
  await asleep(idle);
  await postJson(town.url, '/api/sign-out', {}, token);
  hintsFail = 'signedOut';
  cut.add('hints');
  hangUp();
  await note();
  await asleep((waits) => waits.length === 3);
  pollIsDue();
  await fail(8);
  await asleep((waits) => waits.length === 3 && waits.every((wait) => wait === 22_500));
  expect(asked.handOver).toBe(1);
});
