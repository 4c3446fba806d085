import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { replayMirror } from '../backup/replay-mirror.ts';
import type { MirrorMode } from '../config.ts';
import { chainHash } from '../execute/hash.ts';
import {
  aDocument,
  aLogRow,
  anEffect,
  clerk,
  device,
  firstEpoch,
  town,
} from '../store/contract/contract-builders.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { eraseInMirror } from './erase-in-mirror.ts';
import { createLogMirror, type LogMirror, mirrorFolder } from './log-mirror.ts';
import { mirrorFilesIn } from './mirror-file.ts';
import { scanFrames } from './mirror-format.ts';
import { mirroredStore } from './mirrored-store.ts';
import { readMirror } from './read-mirror.ts';

let directory: string;
let said: string[];
const opened: LogMirror[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-mirror-'));
  said = [];
});
afterEach(async () => {
  for (const mirror of opened.splice(0)) await mirror.close();
  await rm(directory, { recursive: true, force: true });
});

function mirrorOf(store: Store): LogMirror {
  const log = pino({ level: 'info' }, { write: (line: string) => void said.push(line) });
  const mirror = createLogMirror({ store, directory, log });
  opened.push(mirror);
  return mirror;
}

async function aStore(): Promise<ReturnType<typeof createMemoryStore>> {
  const store = createMemoryStore();
  await store.createMunicipality(town, firstEpoch);
  return store;
}

/** One decision with everything that may come with one. */
function decideOne(store: Store): Promise<number> {
  return store.transact(town, async (tx) => {
    const { seq: before, hash: previousHash } = await tx.head();
    const seq = before + 1;
    const touched = [`case-${seq}`, 'case-0'].map((id) => ({ collection: 'cases' as const, id }));
    const { hash: _, ...unhashed } = aLogRow(seq, { touched, previousHash });
    const row = { ...unhashed, hash: chainHash(unhashed) };
    for (const { id } of touched) await tx.putDocument(aDocument(id, seq, { text: `Stand ${seq}` }));
    await tx.appendLog(row, { text: `payload ${seq}` });
    await tx.putDevice({ deviceId: device, clerkId: clerk, lastN: seq });
    await tx.addEffect(anEffect(`${seq}.0`));
    await tx.setHead({ epoch: firstEpoch, seq, hash: row.hash });
    return seq;
  });
}

const contentOf = (store: Store) =>
  store.snapshot(town, async (read) => ({
    head: await read.head(),
    log: await read.log(0, 1000),
    payloads: await Promise.all((await read.log(0, 1000)).map(({ opId }) => read.payload(opId))),
    documents: await read.allDocuments('cases', '', 1000),
    digest: await read.digest('cases', ['a/active']),
    device: await read.device(device),
    effects: await read.dueEffects(anEffect('x').dueAt, 1000),
  }));

async function restored(): Promise<Store> {
  const store = await aStore();
  await replayMirror(store, town, readMirror(directory, town));
  return store;
}

const firstFile = () => join(mirrorFolder(directory, town), '000001.mirror');

describe('the log mirror', () => {
  it('[S7] replayed from nothing gives log, payloads, documents, journals, counters and the mails not sent yet', async () => {
    const plain = await aStore();
    const store = mirroredStore(plain, mirrorOf(plain), 'beforeAnswer');
    for (let count = 0; count < 5; count += 1) await decideOne(store);
    await Promise.all(Array.from({ length: 20 }, () => decideOne(store)));
    await store.transact(town, (tx) => tx.removeEffect('3.0'));
    expect(await contentOf(await restored())).toEqual(await contentOf(plain));
  });

  it('[S7] what was decided while it was switched off is caught up, from whichever point', async () => {
    const store = await aStore();
    for (let count = 0; count < 7; count += 1) await decideOne(store);
    await mirrorOf(store).follow(town);
    await decideOne(store);
    await mirrorOf(store).follow(town);
    expect(await contentOf(await restored())).toEqual(await contentOf(store));
  });

  it('[S7] a torn tail of any length is cut at opening, and caught up', async () => {
    const store = await aStore();
    await decideOne(store);
    await mirrorOf(store).follow(town);
    await decideOne(store);
    await mirrorOf(store).follow(town);
    const whole = await readFile(firstFile());
    const { frames } = scanFrames(whole);
    const lastStarts = frames.at(-1)?.offset ?? 0;
    for (let length = 0; length < whole.length; length += length < lastStarts ? 97 : 13) {
      await writeFile(firstFile(), whole.subarray(0, length));
      await mirrorOf(store).follow(town);
      expect(await contentOf(await restored())).toEqual(await contentOf(store));
    }
  });

  it('[S7] a flipped bit before the end is damage and is told; what comes before it can be read', async () => {
    const store = await aStore();
    for (let count = 0; count < 3; count += 1) {
      await decideOne(store);
      await mirrorOf(store).follow(town);
    }
    const bytes = await readFile(firstFile());
    const { frames } = scanFrames(bytes);
    const at = (frames[2]?.offset ?? 0) + 200;
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(firstFile(), bytes);
    const target = await aStore();
    await expect(replayMirror(target, town, readMirror(directory, town))).rejects.toThrow('damaged at byte');
    expect((await contentOf(target)).head.seq).toBe(1);
  });

  it('[S7] that knows more than the database is told, and not written over', async () => {
    const store = await aStore();
    await decideOne(store);
    const backup = store.exportState(town);
    await decideOne(store);
    await mirrorOf(store).follow(town);
    const before = await readFile(firstFile());
    store.importState(town, backup);
    await expect(mirrorOf(store).follow(town)).rejects.toThrow('server:restore');
    expect(await readFile(firstFile())).toEqual(before);
  });

  it('[S11] an erased operation can’t be read from it any more; all others can, and the chain is whole', async () => {
    const store = await aStore();
    for (let count = 0; count < 3; count += 1) await decideOne(store);
    await mirrorOf(store).follow(town);
    expect(await eraseInMirror(directory, town, new Set([aLogRow(2).opId]))).toBe(1);
    const payloads = (await contentOf(await restored())).payloads;
    expect(payloads).toEqual([{ text: 'payload 1' }, undefined, { text: 'payload 3' }]);
  });

  describe('a second disk that fails', () => {
    const away = () => `${directory}.away`;
    afterEach(() => rm(away(), { recursive: true, force: true }));

    async function mirroredIn(mode: MirrorMode) {
      const plain = await aStore();
      const mirror = mirrorOf(plain);
      const store = mirroredStore(plain, mirror, mode);
      await decideOne(store);
      await mirror.follow(town);
      return { plain, mirror, store };
    }

    /** As when a disk is unplugged: the open file fails, and so does its path. */
    async function unplug(mirror: LogMirror): Promise<void> {
      await mirror.close();
      await rename(directory, away());
    }

    it('[S3] answers wait for: nothing is acknowledged, then nothing decided, and it goes on by itself', async () => {
      const plain = await aStore();
      await rename(directory, away());
      const mirror = mirrorOf(plain);
      const store = mirroredStore(plain, mirror, 'beforeAnswer');
      await expect(decideOne(store)).rejects.toBeInstanceOf(StoreUnavailable);
      await expect(decideOne(store)).rejects.toThrow('does not exist');
      expect((await contentOf(plain)).head.seq).toBe(1);
      expect(mirror.state).toBe('behind');
      expect(said.filter((line) => line.includes('does not exist'))).toHaveLength(1);
      await rename(away(), directory);
      await expect.poll(() => decideOne(store).catch(() => 0), { timeout: 5000 }).toBe(2);
      expect(mirror.state).toBe('ok');
      expect(await contentOf(await restored())).toEqual(await contentOf(plain));
    });

    it('[S7] that may follow within a second: work goes on, it is said, and caught up', async () => {
      const { plain, mirror } = await mirroredIn('withinASecond');
      await unplug(mirror);
      const second = mirrorOf(plain);
      const store = mirroredStore(plain, second, 'withinASecond');
      expect(await decideOne(store)).toBe(2);
      await expect.poll(() => second.state, { timeout: 5000 }).toBe('behind');
      await rename(away(), directory);
      await expect.poll(() => second.state, { timeout: 10_000 }).toBe('ok');
      expect(await contentOf(await restored())).toEqual(await contentOf(plain));
    });

    it('[S7] within a second, and not only when somebody asks', async () => {
      const { plain, store } = await mirroredIn('withinASecond');
      const startedAt = performance.now();
      await decideOne(store);
      await expect
        .poll(async () => (await contentOf(await restored())).head.seq, { interval: 20, timeout: 5000 })
        .toBe(2);
      expect(performance.now() - startedAt).toBeLessThan(1000);
      expect(await contentOf(await restored())).toEqual(await contentOf(plain));
    });

    it('[S7] a mirror that was removed while it was written to is noticed and made anew', async () => {
      const { plain, store } = await mirroredIn('beforeAnswer');
      await rm(mirrorFolder(directory, town), { recursive: true });
      await expect
        .poll(
          async () =>
            (await decideOne(store).catch(() => 0)) > 0 &&
            mirrorFilesIn(mirrorFolder(directory, town)).catch(() => []),
          {
            interval: 100,
            timeout: 10_000,
          },
        )
        .toEqual(['000001.mirror']);
      expect(await contentOf(await restored())).toEqual(await contentOf(plain));
    });

    it('[S3] a folder in which nothing can be made is named with its reason', async () => {
      const plain = await aStore();
      await writeFile(join(directory, 'log'), 'a file where the folder should be');
      await expect(mirrorOf(plain).follow(town)).rejects.toThrow('log mirror');
      expect(said.join()).toContain('log mirror');
    });
  });
});
