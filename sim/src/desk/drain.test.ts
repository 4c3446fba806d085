import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { openCache } from '@amtsstube/desktop/data/cache/replicated-cache';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { createMemoryHost } from '@amtsstube/desktop/host/memory-host';
import { epoch } from '@amtsstube/shared/domain/ids';
import { replicatedCollections } from '@amtsstube/shared/replication/collections';
import { beforeEach, describe, expect, it } from 'vitest';
import { held } from '../histories/script.ts';
import { DrainTown } from './drain-town.ts';

let town: DrainTown;
let disk: MemoryDisk;

beforeEach(async () => {
  town = await DrainTown.begin();
  disk = new MemoryDisk();
});

async function begin() {
  return town.desk(await town.journalOn(disk));
}

const sizes = () => town.sent.map(({ operations }) => operations.length);
const receiptsIn = (index: number) => {
  const answer = town.answers[index];
  return answer?.result === 'decided' ? answer.decisions.receipts : undefined;
};

describe('[J8] a proxy that lets little through', () => {
  beforeEach(() => {
    town.stops = ({ operations }) => (JSON.stringify(operations).length > 2_000 ? 'tooLarge' : undefined);
  });

  it('gets halved batches, down to one operation at a time', async () => {
    const { journal, drain } = await begin();
    const texts = Array.from({ length: 8 }, (_, index) => `${index} ${'x'.repeat(1_000)}`);
    for (const text of texts) await town.note(journal, text);
    expect(await drain.run()).toBe('empty');
    expect(sizes()).toEqual([8, 4, 2, 1, 1, 1, 1, 1, 1, 1, 1]);
    expect(await town.notes()).toEqual(texts);
    // the next time it may be another line
    town.stops = () => undefined;
    for (const text of texts) await town.note(journal, text);
    expect(await drain.run()).toBe('empty');
    expect(sizes().slice(11)).toEqual([8]);
  });

  it('one operation too large alone is kept with all behind it, and goes once the way is free', async () => {
    const { journal, drain } = await begin();
    await town.note(journal, 'x'.repeat(3_000));
    await town.note(journal, 'danach');
    expect(await drain.run()).toBe('offline');
    expect(sizes()).toEqual([2, 1]);
    expect(journal.open).toHaveLength(2);
    expect(drain.notNow$.value).toBe('tooLargeForLine');
    town.stops = () => undefined;
    expect(await drain.run()).toBe('empty');
    expect(drain.notNow$.value).toBeUndefined();
    expect((await town.notes()).at(-1)).toBe('danach');
  });
});

describe('a line that is down', () => {
  it('[J8] is asked again with ten operations, however many wait, and then gets all', async () => {
    const { journal, drain } = await begin();
    town.stops = () => 'network';
    const texts = Array.from({ length: 25 }, (_, index) => String(index));
    for (const text of texts) await town.note(journal, text);
    expect(await drain.run()).toBe('offline');
    expect(await drain.run()).toBe('offline');
    town.stops = () => undefined;
    expect(await drain.run()).toBe('empty');
    expect(sizes()).toEqual([25, 10, 10, 15]);
    expect(await town.notes()).toEqual(texts);
  });
});

describe('what the server answers', () => {
  it.each(['signedOut', 'foreignDevice'] as const)(
    '%s: nothing more is sent, all is kept',
    async (failure) => {
      const { journal, drain, line } = await begin();
      await town.note(journal, 'eins');
      town.stops = () => failure;
      expect(await drain.run()).toBe('signedOut');
      expect([sizes(), journal.open.length, line.view$.value.line.state]).toEqual([[1], 1, 'signedOut']);
    },
  );

  it('[S3] an operation of a newer program is kept, with all behind it; what came before is decided', async () => {
    const { journal, drain } = await begin();
    await town.note(journal, 'eins');
    const future = await town.note(journal, 'zwei', 'noteOfTheFuture');
    await town.note(journal, 'drei');
    expect(await drain.run()).toBe('offline');
    expect(drain.notNow$.value).toBe('unknownKind');
    expect(journal.open.map(({ n }) => n)).toEqual([future.n, 3]);
    expect(await town.notes()).toEqual(['eins']);
  });

  it('[S3] a full disk of the server: nothing stored, kept, and handed over later', async () => {
    const { journal, drain } = await begin();
    await town.note(journal, 'eins');
    town.isDiskFull = true;
    expect(await drain.run()).toBe('offline');
    expect([drain.notNow$.value, journal.open.length]).toEqual(['storage', 1]);
    town.isDiskFull = false;
    expect(await drain.run()).toBe('empty');
    expect([drain.notNow$.value, await town.notes()]).toEqual([undefined, ['eins']]);
  });
});

describe('[J1] [S2] an image of the PC is put back', () => {
  /** The same journal twice: the server knows a history of it that this one doesn't. */
  async function imagePutBack() {
    const { journal, drain } = await begin();
    await town.note(journal, 'vor dem Abbild');
    await drain.run();
    const image = new MemoryDisk();
    for (const name of disk.journalNames()) {
      await journal.close();
      const from = await createMemoryHost(disk).journals.open(name);
      const to = await createMemoryHost(image).journals.open(name);
      await to.append(await from.read());
      await from.close();
      await to.close();
    }
    const further = await begin();
    await town.note(further.journal, 'nach dem Abbild');
    expect(await further.drain.run()).toBe('empty');
    const back = town.desk(await town.journalOn(image));
    expect(back.journal.deviceId).toBe(journal.deviceId);
    await town.note(back.journal, 'auf dem Abbild');
    return { image, ...back, former: journal.deviceId };
  }

  it('the work goes on under a new identity, and nobody loses any', async () => {
    const { image, journal, drain, former } = await imagePutBack();
    expect(await drain.run()).toBe('empty');
    expect(journal.deviceId).not.toBe(former);
    expect(await town.notes()).toEqual(['vor dem Abbild', 'nach dem Abbild', 'auf dem Abbild']);
    expect(image.journalNames()).toEqual([`journal.${journal.deviceId}`]);
  });

  it('[S2] of several notes, none is decided before an older one', async () => {
    const { journal, drain } = await imagePutBack();
    await town.note(journal, 'danach');
    await town.note(journal, 'zuletzt');
    expect(await drain.run()).toBe('empty');
    expect((await town.notes()).slice(2)).toEqual(['auf dem Abbild', 'danach', 'zuletzt']);
  });

  it('[S3] nor where the server’s disk failed for the older one only', async () => {
    const { journal, drain } = await imagePutBack();
    await town.note(journal, 'danach');
    town.failsOnce = true;
    expect(await drain.run()).toBe('offline');
    expect([drain.notNow$.value, journal.open.length]).toEqual(['storage', 2]);
    expect(await drain.run()).toBe('empty');
    expect((await town.notes()).slice(2)).toEqual(['auf dem Abbild', 'danach']);
  });

  it('a disk too full for the new journal: the old one keeps the work until there is room', async () => {
    const { image, journal, drain, former } = await imagePutBack();
    image.failNext('write', 'quotaExceeded');
    await expect(drain.run()).rejects.toMatchObject({ code: 'quotaExceeded' });
    expect([journal.deviceId, journal.open.length]).toEqual([former, 1]);
    expect(await drain.run()).toBe('empty');
    expect((await town.notes()).at(-1)).toBe('auf dem Abbild');
  });

  /** Of the new journal, written and not yet flushed, this share survives. */
  async function powerCutWhileWriting(kept: number) {
    const { image, drain, former } = await imagePutBack();
    let isWritten = false;
    image.beforeOperation = (operation, name) => {
      if (name === `journal.${former}`) return;
      if (operation === 'flush' && isWritten) {
        image.beforeOperation = undefined;
        image.crash((unflushed) => Math.floor(unflushed * kept));
      }
      isWritten ||= operation === 'write';
    };
    await expect(drain.run()).rejects.toMatchObject({ name: 'HostFailure' });
    const again = town.desk(await town.journalOn(image));
    expect(again.journal.open).toHaveLength(1);
    expect(await again.drain.run()).toBe('empty');
    expect((await town.notes()).at(-1)).toBe('auf dem Abbild');
  }

  it.each([0, 0.3, 0.6, 0.9])('a power cut while the new journal is written, %d of it on disk', (kept) =>
    powerCutWhileWriting(kept),
  );

  it('a power cut after the new journal is durable, before the old one is gone', async () => {
    const { image, journal, drain, former } = await imagePutBack();
    const before = await readAll(image, `journal.${former}`);
    expect(await drain.run()).toBe('empty');
    await journal.close();
    const both = await createMemoryHost(image).journals.open(`journal.${former}`);
    await both.append(before);
    await both.close();
    const again = town.desk(await town.journalOn(image));
    expect(again.journal.deviceId).toBe(journal.deviceId);
    expect(image.journalNames()).toEqual([`journal.${journal.deviceId}`]);
    expect(again.journal.open).toHaveLength(0);
  });
});

/** A file's bytes as they are on disk, whoever holds it. */
function readAll(disk: MemoryDisk, name: string): Promise<Uint8Array> {
  return disk.openJournal(name).readAll();
}

describe('[S2] the server misses what it once had', () => {
  async function putBackUnnoticed() {
    const desk = await begin();
    const cache = await openCache(openMemoryStorage(new MemoryCacheDisk()), desk.pages);
    const backup = town.world.store.exportState(town.municipality);
    await town.note(desk.journal, 'eins');
    await town.note(desk.journal, 'zwei');
    await desk.drain.run();
    return {
      ...desk,
      cache,
      former: desk.journal.deviceId,
      putBack: () => town.world.store.importState(town.municipality, backup),
    };
  }

  it('[S4] [L8] a pull finds out that it was put back, and everything is sent again', async () => {
    const { journal, drain, cache, former, putBack } = await putBackUnnoticed();
    await cache.pull(replicatedCollections);
    putBack();
    await town.note(journal, 'drei');
    expect(await drain.run()).toBe('pullFirst');
    drain.pulled(await cache.pull(replicatedCollections));
    expect(await drain.run()).toBe('empty');
    expect(await town.notes()).toEqual(['eins', 'zwei', 'drei']);
    expect(journal.deviceId).toBe(former);
  });

  it('put back to a moment no pull can tell: what had its receipt is sent again too, after a complete pull', async () => {
    const { journal, drain, former, putBack } = await putBackUnnoticed();
    putBack();
    await town.note(journal, 'drei');
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await drain.run()).toBe('pullFirst');
      drain.pulled('offline');
    }
    expect(journal.deviceId).toBe(former);
    expect(await drain.run()).toBe('pullFirst');
    drain.pulled('complete');
    expect(await drain.run()).toBe('empty');
    expect(journal.deviceId).toBe(former);
    expect(await town.notes()).toEqual(['eins', 'zwei', 'drei']);
  });
});

describe('answers that come at the wrong moment', () => {
  it('[L8] of an epoch that is over: void, and handed over again to the server that is now', async () => {
    const { journal, drain, epochs } = await begin();
    await town.note(journal, 'eins');
    await drain.run();
    const { deviceId, epoch: asked } = journal;
    const backup = town.world.store.exportState(town.municipality);
    const late = held<void>();
    const served = held<void>();
    town.onItsWay = (answer) => {
      town.onItsWay = async () => undefined;
      // nothing it says counts
      Object.assign(answer, { counterReused: true });
      served.release();
      return late.promise;
    };
    await town.note(journal, 'zwei');
    const running = drain.run();
    await served.promise;
    const restored = epoch.parse('restored');
    town.world.store.importState(town.municipality, backup, restored);
    await epochs.note({ epoch: asked, deviceId: journal.deviceId }, { epoch: restored, lastN: 1 });
    late.release();
    expect(await running).toBe('empty');
    expect(town.sent.map((request) => request.epoch)).toEqual([null, asked, restored]);
    expect(journal.deviceId).toBe(deviceId);
    expect(await town.notes()).toEqual(['eins', 'zwei']);
  });

  it('[S2] [J4] a power cut between the answer and the journal: sent again, the same receipts', async () => {
    const { journal, drain } = await begin();
    await town.note(journal, 'eins');
    await town.note(journal, 'zwei');
    disk.beforeOperation = (operation) => {
      if (operation === 'flush') disk.crash();
    };
    await expect(drain.run()).rejects.toThrow();
    disk.beforeOperation = undefined;
    const again = await begin();
    expect(again.journal.open).toHaveLength(2);
    expect(await again.drain.run()).toBe('empty');
    expect(receiptsIn(1)).toEqual(receiptsIn(0));
    expect(receiptsIn(1)).toHaveLength(2);
    expect(await town.notes()).toEqual(['eins', 'zwei']);
  });

  it('[S2] two hand-overs at once: each operation is decided once', async () => {
    const { journal, drain } = await begin();
    await town.note(journal, 'eins');
    await town.note(journal, 'zwei');
    expect(await Promise.all([drain.run(), drain.run()])).toEqual(['empty', 'empty']);
    expect(await town.notes()).toEqual(['eins', 'zwei']);
  });
});
