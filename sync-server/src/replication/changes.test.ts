import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deviceId as deviceIdSchema, epoch } from '@amtsstube/shared/domain/ids';
import { activeScope } from '@amtsstube/shared/domain/scope';
import { annaBerger, berndKrueger } from '@amtsstube/shared/fixtures/test-town';
import { type Checkpoint, maximumPageSize } from '@amtsstube/shared/replication/messages';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CoreContext } from '../core-context.ts';
import {
  aDocument,
  at,
  decide,
  device,
  firstEpoch,
  scopeB,
  town,
} from '../store/contract/contract-builders.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { type Store, type StoredDocument, StoreUnavailable } from '../store/store.ts';
import { readChanges } from './changes.ts';
import { createUnknownPasts } from './unknown-pasts.ts';

const own = activeScope('buergerservice' as Parameters<typeof activeScope>[0]);

describe.each([
  ['memory', async () => createMemoryStore()],
  ['SQLite', async (directory: string) => openSqliteStore({ directory })],
] as const)('readChanges on the %s store', (_name, open) => {
  let directory: string;
  let store: Store;
  let context: CoreContext;
  let minutes: number;
  let logged: object[];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'amtsstube-changes-'));
    store = await open(directory);
    await store.createMunicipality(town, firstEpoch);
    logged = [];
    minutes = 0;
    let epochs = 8;
    context = {
      store,
      version: '1',
      now: () => at(minutes),
      newEpoch: () => {
        epochs += 1;
        return epoch.parse(`epoch-${epochs}`);
      },
      committed: () => undefined,
      ruleFailed: (_operation, error) => {
        throw error;
      },
      unknownPasts: createUnknownPasts(() => at(minutes), { error: (line: object) => logged.push(line) }),
    };
  });
  afterEach(async () => {
    await store.close();
    await rm(directory, { recursive: true });
  });

  /** One decision that writes documents of these sizes. */
  const write = (ids: readonly string[], given: Parameters<typeof aDocument>[2] = { scope: own }) =>
    store.transact(town, (tx) =>
      decide(tx, (seq): StoredDocument[] => ids.map((id) => aDocument(id, seq, given))),
    );

  async function page(checkpoint: Checkpoint | null, limit: number = maximumPageSize) {
    const request = { epoch: null, deviceId: device, firstOpen: 1, checkpoint, limit };
    const answer = await readChanges(context, town, berndKrueger, 'cases', request);
    if (answer.result !== 'page') throw new Error(`answered ${answer.result}`);
    return answer;
  }

  async function pull(limit: number) {
    const pages = [await page(null, limit)];
    for (let last = pages[0]; last?.more; last = pages.at(-1)) pages.push(await page(last.checkpoint, limit));
    return pages;
  }

  const idsOf = (pages: Awaited<ReturnType<typeof pull>>) =>
    pages.map(({ documents }) => documents.map(({ id }) => id));

  it('[L6] a page is cut between decisions, never inside one', async () => {
    await write(['a']);
    await write(['b1', 'b2', 'b3']);
    const pages = await pull(2);
    expect(idsOf(pages)).toEqual([['a'], ['b1', 'b2', 'b3']]);
    expect(pages.map(({ checkpoint, more }) => [checkpoint.seq, more])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it('[L6] whatever the limit, every document comes once, each decision whole, and then there is no more', async () => {
    const decisions = [['a'], ['b1', 'b2', 'b3'], ['c1', 'c2'], ['d'], ['e1', 'e2', 'e3', 'e4']];
    for (const ids of decisions) await write(ids);
    for (let limit = 1; limit <= 12; limit += 1) {
      const pages = idsOf(await pull(limit));
      expect(pages.flat()).toEqual(decisions.flat());
      for (const ids of decisions)
        expect(pages.filter((each) => each.some((id) => ids.includes(id)))).toHaveLength(1);
    }
  });

  it('[L6] a page is cut by bytes, whatever the limit by count', async () => {
    const text = 'x'.repeat(100 * 1024);
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g']) await write([id], { scope: own, text });
    const pages = await pull(maximumPageSize);
    expect(idsOf(pages).flat()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(pages.length).toBeGreaterThan(1);
    for (const { documents } of pages) {
      expect(documents.length).toBeGreaterThan(0);
      expect(JSON.stringify(documents).length).toBeLessThan(310 * 1024);
    }
  });

  it('[L6] one decision larger than a page goes whole', async () => {
    const large = { scope: own, text: 'x'.repeat(300 * 1024) };
    await write(['a1', 'a2', 'a3'], large);
    await write(['b'], large);
    expect(idsOf(await pull(maximumPageSize))).toEqual([['a1', 'a2', 'a3'], ['b']]);
  });

  it('[S9] documents of other scopes are in no page, and count for none', async () => {
    await write(['a']);
    await write(['foreign1', 'foreign2'], { scope: scopeB });
    await write(['forAll'], { scope: 'all' });
    expect(idsOf(await pull(1))).toEqual([['a'], ['forAll']]);
    expect((await page(null)).checkpoint).toMatchObject({ seq: 3, scopes: ['all', own] });
  });

  describe('[S4] a checkpoint the log doesn’t know', () => {
    /** Asks on from where no decision of this log stands, in the epoch of now; another device name each time. */
    async function askFromNowhere(clerk = berndKrueger) {
      const before = (await store.snapshot(town, (read) => read.head())).epoch;
      const checkpoint = { epoch: before, seq: 1, hash: 'x', scopes: ['all', own] };
      const deviceId = deviceIdSchema.parse(`device-${minutes}-${logged.length}`);
      const request = { epoch: before, deviceId, firstOpen: 1, checkpoint, limit: 10 };
      const answer = await readChanges(context, town, clerk, 'cases', request);
      const after = (await store.snapshot(town, (read) => read.head())).epoch;
      return { answer, hasBegun: after !== before };
    }

    it('begins a new epoch, and says so in the log', async () => {
      const { answer, hasBegun } = await askFromNowhere();
      expect([answer, hasBegun]).toEqual([{ result: 'otherEpoch', epoch: 'epoch-9', lastN: 0 }, true]);
      expect(logged).toEqual([expect.objectContaining({ municipality: town, clerk: berndKrueger.id })]);
    });

    it('a clerk’s desks begin one an hour at most: after that the desk alone builds anew', async () => {
      await askFromNowhere();
      for (minutes = 1; minutes < 60; minutes += 29) {
        const { answer, hasBegun } = await askFromNowhere();
        expect([answer, hasBegun]).toEqual([{ result: 'otherScopes', epoch: 'epoch-9' }, false]);
      }
      expect(logged).toHaveLength(4);
      expect((await askFromNowhere(annaBerger)).hasBegun).toBe(true);
      minutes = 60;
      expect((await askFromNowhere()).hasBegun).toBe(true);
    });

    it('that could not be stored is tried again', async () => {
      const whole = context;
      const failing: Store = {
        ...store,
        transact: (municipality, f) =>
          store.transact(municipality, async (tx) => {
            await f(tx);
            throw new StoreUnavailable('disk full');
          }),
      };
      context = { ...whole, store: failing };
      await expect(askFromNowhere()).rejects.toBeInstanceOf(StoreUnavailable);
      context = whole;
      expect((await askFromNowhere()).hasBegun).toBe(true);
    });
  });
});
