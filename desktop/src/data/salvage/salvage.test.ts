import { epoch } from '@amtsstube/shared/domain/ids';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { SalvageRequest } from '@amtsstube/shared/replication/salvage';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MemoryDisk } from '../../host/memory-disk.ts';
import { createMemoryHost } from '../../host/memory-host.ts';
import { aClerk } from '../cache/contract-documents.ts';
import { ContractSource } from '../cache/contract-source.ts';
import { MemoryCacheDisk, openMemoryStorage } from '../cache/memory-storage.ts';
import { openCache } from '../cache/replicated-cache.ts';
import { TestEnvironment } from '../test-environment.ts';
import { SalvageKeeper } from './salvage-keeper.ts';

const second = epoch.parse('epoch-2');
let disk: MemoryDisk;
let copies: MemoryCacheDisk;
let source: ContractSource;
let environment: TestEnvironment;
let stop: AbortController;
let sent: SalvageRequest[];
let isLineDown: boolean;
let reported: unknown[];
let isRefused: (request: SalvageRequest) => boolean;

beforeEach(() => {
  [disk, copies, source, environment] = [
    new MemoryDisk(),
    new MemoryCacheDisk(),
    new ContractSource(),
    new TestEnvironment(),
  ];
  stop = new AbortController();
  [sent, reported, isLineDown, isRefused] = [[], [], false, () => false];
});
afterEach(() => {
  stop.abort();
  expect(reported).toEqual([]);
});

const keeper = () =>
  new SalvageKeeper(
    {
      files: createMemoryHost(disk).files,
      send: async (request) => {
        if (isLineDown) return { ok: false, failure: 'network' };
        if (isRefused(request)) return { ok: false, failure: 'tooLarge' };
        sent.push(request);
        return { ok: true, answer: undefined };
      },
    },
    environment,
    stop.signal,
    (error) => reported.push(error),
  );
const openWith = (salvage: SalvageKeeper) =>
  openCache(
    openMemoryStorage(copies, { pause: async () => undefined, writeFails: () => false }),
    source,
    (former, documents) => salvage.keep(former, documents),
  );
const broughtIds = () => sent.flatMap(({ documents }) => documents.map(({ id }) => id));
/** What was expected to be reported; anything else fails the test. */
const takeReported = () => reported.splice(0);
const isKept = async () => (await createMemoryHost(disk).files.read('salvage')) !== undefined;

describe('[L8] what only the copy of the former epoch held', () => {
  it('is durable before that copy goes, and is brought to the server; what the server has isn’t', async () => {
    source.changes(aClerk('a', 1, 'Anna'), aClerk('b', 2, 'Bernd'), aClerk('c', 3, 'Clara'));
    const salvage = keeper();
    const cache = await openWith(salvage);
    await cache.pull(replicatedCollections);
    // the backup is older: Bernd had another name then, and Clara wasn't there
    source.restore(second, aClerk('a', 1, 'Anna'), aClerk('b', 2, 'Bert'));
    isLineDown = true;
    const running = salvage.run();
    let wasKept: boolean | undefined;
    cache.whenSwitched(async () => {
      wasKept ??= await isKept();
    });
    expect(await cache.reset(second)).toBe('switched');
    expect(wasKept).toBe(true);
    expect(sent).toEqual([]);
    isLineDown = false;
    await expect
      .poll(() => {
        environment.wakeAll();
        return broughtIds();
      })
      .toEqual(['b', 'c']);
    expect(sent.map((request) => request.epoch)).toEqual(['epoch-1']);
    expect(sent[0]?.documents[0]).toMatchObject({
      collection: 'clerks',
      seq: 2,
      document: { name: 'Bernd' },
    });
    await expect.poll(isKept).toBe(false);
    stop.abort();
    await running;
  });

  it('waits for the line over a restart, and goes in batches', async () => {
    source.changes(...Array.from({ length: 250 }, (_, index) => aClerk(`clerk-${index}`, index + 1)));
    const cache = await openWith(keeper());
    await cache.pull(replicatedCollections);
    source.restore(second);
    await cache.reset(second);
    expect(sent).toEqual([]);
    const running = keeper().run();
    await expect.poll(isKept).toBe(false);
    expect(sent.map(({ documents }) => documents.length)).toEqual([100, 100, 50]);
    expect(new Set(broughtIds()).size).toBe(250);
    stop.abort();
    await running;
  });

  it('is nothing where a copy is built anew for another reason', async () => {
    source.changes(aClerk('a', 1, 'Anna'));
    const cache = await openWith(keeper());
    await cache.pull(replicatedCollections);
    source.changes(aClerk('a', 2, 'Anne'));
    expect(await cache.rebuild()).toBe('switched');
    expect(await isKept()).toBe(false);
  });

  it('is set aside where the server refuses it for good, and keeps nothing else waiting', async () => {
    source.changes(...Array.from({ length: 150 }, (_, index) => aClerk(`clerk-${index}`, index + 1)));
    const salvage = keeper();
    const cache = await openWith(salvage);
    await cache.pull(replicatedCollections);
    source.restore(second);
    await cache.reset(second);
    isRefused = ({ documents }) => documents.some(({ id }) => id === 'clerk-7');
    const running = salvage.run();
    await expect.poll(isKept).toBe(false);
    const brought = broughtIds();
    expect(new Set(brought).size).toBe(149);
    expect(brought).not.toContain('clerk-7');
    const aside = await createMemoryHost(disk).files.read('salvage-refused');
    expect(JSON.parse(new TextDecoder().decode(aside))).toMatchObject([{ document: { id: 'clerk-7' } }]);
    expect(takeReported()).toMatchObject([{ message: expect.stringContaining('clerk-7') }]);
    stop.abort();
    await running;
  });

  it('is kept beside a file that can’t be read, which stays as it is', async () => {
    const foreign = new TextEncoder().encode('of another version');
    await createMemoryHost(disk).files.write('salvage', foreign);
    source.changes(aClerk('a', 1, 'Anna'));
    const salvage = keeper();
    const cache = await openWith(salvage);
    await cache.pull(replicatedCollections);
    source.restore(second);
    expect(await cache.reset(second)).toBe('switched');
    const running = salvage.run();
    await expect.poll(broughtIds).toEqual(['a']);
    expect(await createMemoryHost(disk).files.read('salvage')).toEqual(foreign);
    expect(takeReported()).toMatchObject([{ message: expect.stringContaining("salvage can't be read") }]);
    stop.abort();
    await running;
  });

  it('that finds no room is reported, and keeps nobody from the new copy', async () => {
    source.changes(aClerk('a', 1, 'Anna'));
    const cache = await openWith(keeper());
    await cache.pull(replicatedCollections);
    source.restore(second);
    disk.quotaBytes = 0;
    expect(await cache.reset(second)).toBe('switched');
    expect(takeReported()).toMatchObject([{ cause: { code: 'quotaExceeded' } }]);
  });
});
