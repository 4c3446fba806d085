import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import { caseId, type Epoch, epoch } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryDisk } from '../../host/memory-disk.ts';
import { createMemoryHost } from '../../host/memory-host.ts';
import { webCipher } from '../journal/cipher.ts';
import { TestEnvironment } from '../test-environment.ts';
import { BlobBox } from './blob-box.ts';
import { KnownEpoch } from './known-epoch.ts';

const day = 24 * 60 * 60 * 1000;
const before = epoch.parse('e1');
const after = epoch.parse('e2');
const hashes = ['a', 'b'].map((digit) => blobHash.parse(digit.repeat(64)));

let disk: MemoryDisk;
let present: Epoch | null;
/** Each time the server was asked again: for what. */
let asked: string[];
let unnamed: BlobHash[];
let nowMs: number;

beforeEach(() => {
  disk = new MemoryDisk();
  present = before;
  asked = [];
  unnamed = [];
  nowMs = Date.parse('2026-11-27T08:00:00.000Z');
});

/** A start of the desk on that disk. */
async function started() {
  const environment = new TestEnvironment();
  const box = await BlobBox.open(
    createMemoryHost(disk).blobs,
    { cipher: await webCipher(new Uint8Array(48).fill(1)), nameKey: new Uint8Array(32).fill(1) },
    (length) => environment.randomBytes(length),
  );
  const known = new KnownEpoch(
    box,
    () => present,
    {
      serverForgot: async (among) => {
        const wanted = [...among].filter((hash) => !unnamed.includes(hash));
        asked.push(
          wanted
            .map((hash) => hash[0])
            .toSorted()
            .join(),
        );
        return unnamed.filter((hash) => [...among].includes(hash));
      },
    },
    () => instantOf(nowMs),
  );
  return { box, known };
}

/** Two files that the server has, known of the epoch before. */
async function withFiles() {
  const { box, known } = await started();
  for (const [index, hash] of hashes.entries())
    await box.writeEntry({
      hash,
      size: 3,
      name: `${index}.pdf`,
      caseId: caseId.parse('case-1'),
      isOnServer: true,
    });
  await known.check();
  asked = [];
  return { box, known };
}

describe('[S7] files that a restored server may lack', () => {
  it('are asked for once, and not again in the same epoch', async () => {
    const { known } = await withFiles();
    await known.check();
    present = after;
    await known.check();
    await known.check();
    expect(asked).toEqual(['a,b']);
    await (await started()).known.check();
    expect(asked).toEqual(['a,b']);
  });

  it('also where the desk was closed when that became known', async () => {
    await withFiles();
    present = after;
    await (await started()).known.check();
    expect(asked).toEqual(['a,b']);
  });

  it('and where the power failed before it was settled', async () => {
    await withFiles();
    present = after;
    unnamed = [...hashes];
    await (await started()).known.check();
    unnamed = [];
    await (await started()).known.check();
    expect(asked).toEqual(['', 'a,b']);
  });

  it('those that no case names yet are looked at again, and the others left alone', async () => {
    const { known } = await withFiles();
    present = after;
    unnamed = hashes.slice(1);
    await known.check();
    await known.check();
    unnamed = [];
    await known.check();
    await known.check();
    expect(asked).toEqual(['a', '', 'b']);
  });

  it('are pending until that is settled, and those that no case names for a month', async () => {
    const { known } = await withFiles();
    const pending = (of = known) => hashes.map((hash) => of.isPending(hash));
    expect(pending()).toEqual([false, false]);
    present = after;
    expect(pending()).toEqual([true, true]);
    unnamed = hashes.slice(1);
    await known.check();
    expect(pending()).toEqual([false, true]);
    nowMs += 29 * day;
    await known.check();
    expect(pending()).toEqual([false, true]);
    const again = (await started()).known;
    expect(pending(again)).toEqual([true, true]);
    nowMs += day;
    await again.check();
    expect(pending(again)).toEqual([false, false]);
  });

  it('put back by hand within its epoch: all of them', async () => {
    const { known } = await withFiles();
    await known.forget();
    await known.check();
    expect(asked).toEqual(['a,b']);
  });

  it('before the first answer nobody knows the epoch, and nothing is asked', async () => {
    present = null;
    const { known } = await started();
    await Promise.all([known.check(), known.forget()]);
    expect(asked).toEqual([]);
  });
});
