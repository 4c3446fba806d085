import { type BlobHash, blobHash } from '@amtsstube/shared/domain/blob';
import { caseId } from '@amtsstube/shared/domain/ids';
import { afterEach, describe, expect, it } from 'vitest';
import { MemoryDisk } from '../../host/memory-disk.ts';
import { createMemoryHost } from '../../host/memory-host.ts';
import { webCipher } from '../journal/cipher.ts';
import type { Saved } from '../saved.ts';
import { TestEnvironment } from '../test-environment.ts';
import { BlobBox, pieceBytes } from './blob-box.ts';
import { sha256 } from './blob-seal.ts';
import { BlobTransfer, type Wanted } from './blob-transfer.ts';
import { createCaseFiles } from './case-files.ts';
import { TestBlobLine } from './test-blob-line.ts';

const id = caseId.parse('case-1');
const size = 2 * pieceBytes + 5000;
const seal = async (digit = 1) => ({
  cipher: await webCipher(new Uint8Array(48).fill(digit)),
  nameKey: new Uint8Array(32).fill(digit),
});
const running: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of running.splice(0)) await stop();
});

/** PDFs, each with other bytes. */
function aPdf(letter: string, length = size): Uint8Array {
  const bytes = new TextEncoder().encode(letter.repeat(length));
  bytes.set(new TextEncoder().encode('%PDF-'));
  return bytes;
}
const hashOf = async (bytes: Uint8Array): Promise<BlobHash> => blobHash.parse(await sha256(bytes));
const wantedOf = async (bytes: Uint8Array): Promise<Wanted> => ({
  caseId: id,
  hash: await hashOf(bytes),
  name: 'a.pdf',
  size: bytes.length,
});

async function aDesk({
  disk = new MemoryDisk(),
  line = new TestBlobLine(),
  ahead = [] as readonly Wanted[],
  erased = new Set<string>(),
  pending = new Set<BlobHash>(),
  attach = async (): Promise<Saved> => ({ result: 'saved', opId: 'op' as never }),
} = {}) {
  const environment = new TestEnvironment();
  const stop = new AbortController();
  const reported: unknown[] = [];
  const box = await BlobBox.open(createMemoryHost(disk).blobs, await seal(), (length) =>
    environment.randomBytes(length),
  );
  const transfer = new BlobTransfer({
    box,
    line,
    environment,
    signal: stop.signal,
    report: (error) => reported.push(error),
    ahead: async () => ahead,
    isNamed: async ({ name }) => !erased.has(name),
    isPending: (hash) => pending.has(hash),
  });
  const ended = transfer.run();
  const close = async () => {
    stop.abort();
    await ended;
  };
  running.push(close);
  return {
    disk,
    line,
    environment,
    box,
    transfer,
    reported,
    close,
    files: createCaseFiles({ box, transfer, attach }),
  };
}

describe('a file that is added', () => {
  it('[B1] is on disk, whole and sealed, before the operation that names it', async () => {
    const disk = new MemoryDisk();
    const seen: string[] = [];
    const bytes = aPdf('a');
    const desk = await aDesk({
      disk,
      attach: async ({ hash, name } = {} as never) => {
        const again = await BlobBox.open(
          createMemoryHost(disk).blobs,
          await seal(),
          () => new Uint8Array(12),
        );
        expect(await again.read(hash)).toEqual(bytes);
        seen.push(name);
        return { result: 'saved', opId: 'op' as never };
      },
    } as never);
    expect(await desk.files.add(id, 'Plan/1.pdf', bytes)).toMatchObject({ result: 'saved' });
    expect(seen).toEqual(['Plan_1.pdf']);
    const hash = await hashOf(bytes);
    for (const [name, content] of disk.blobFiles) {
      expect(name).not.toContain(hash.slice(0, 8));
      expect(new TextDecoder('latin1').decode(content)).not.toContain('aaaaaaaa');
    }
  });

  it('under a name too long, is cut to one that may be kept: not in the middle of a character', async () => {
    const seen: string[] = [];
    const attach = async ({ name } = {} as never) => {
      seen.push(name);
      return { result: 'saved', opId: 'op' as never };
    };
    const desk = await aDesk({ attach } as never);
    const name = `${'x'.repeat(149)}🏠${'y'.repeat(100)}.pdf`;
    await desk.files.add(id, name, aPdf('a'));
    expect(seen).toEqual([`${'x'.repeat(149)}_${'y'.repeat(46)}.pdf`]);
  });

  it.each<[string, Uint8Array, string]>([
    ['is no file of ours', new TextEncoder().encode('MZ'), 'wrongType'],
    ['is empty', new Uint8Array(), 'empty'],
    ['has more than 25 MB', aPdf('a', 25 * 1024 * 1024 + 1), 'tooBig'],
  ])('%s: nothing is kept', async (_, bytes, because) => {
    const desk = await aDesk();
    expect(await desk.files.add(id, 'x.pdf', bytes)).toEqual({ result: 'notAFile', because });
    expect(desk.disk.blobFiles.size).toBe(0);
  });

  it('whose operation is refused here stays nowhere', async () => {
    const refusedHere: Saved = { result: 'refusedHere', reason: { code: 'alreadyAttached' } };
    const desk = await aDesk({ attach: async () => refusedHere });
    expect(await desk.files.add(id, 'x.pdf', aPdf('a'))).toEqual(refusedHere);
    expect(desk.disk.blobFiles.size).toBe(0);
    expect(desk.line.blobs.size).toBe(0);
  });

  it('finds room where the server has something else, and never at the cost of what it hasn’t', async () => {
    const desk = await aDesk();
    await desk.files.add(id, 'a.pdf', aPdf('a'));
    await expect.poll(() => desk.box.entry(desk.box.entries[0]?.hash as BlobHash)?.isOnServer).toBe(true);
    desk.disk.quotaBytes = desk.disk.usedBytes() + size / 2;
    expect(await desk.files.add(id, 'b.pdf', aPdf('b'))).toMatchObject({ result: 'saved' });
    expect(desk.box.entries.map(({ name }) => name)).toEqual(['b.pdf']);
    desk.line.isCut = true;
    await desk.box.writeEntry({ ...(desk.box.entries[0] as never as object), isOnServer: false } as never);
    desk.disk.quotaBytes = desk.disk.usedBytes() + size / 2;
    expect(await desk.files.add(id, 'c.pdf', aPdf('c'))).toEqual({
      result: 'notSaved',
      because: 'quotaExceeded',
    });
    expect(await desk.files.read(await hashOf(aPdf('b')))).toEqual(aPdf('b'));
    expect(desk.box.entries.map(({ name }) => name)).toEqual(['b.pdf']);
  });
});

describe('an upload', () => {
  it('[B1] of what is added a second time asks the server again, which may have erased it meanwhile', async () => {
    const desk = await aDesk();
    const bytes = aPdf('a');
    await desk.files.add(id, 'a.pdf', bytes);
    await expect.poll(() => desk.box.entry(desk.box.entries[0]?.hash as BlobHash)?.isOnServer).toBe(true);
    desk.line.blobs.clear();
    desk.line.partials.clear();
    await desk.files.add(caseId.parse('case-2'), 'a.pdf', bytes);
    await expect.poll(() => desk.line.blobs.size).toBe(1);
    expect(desk.box.entries.map(({ name, caseId: of }) => [name, of])).toEqual([['a.pdf', 'case-2']]);
  });

  it('[B1] goes on after a cut and a restart of the desk, and sends nothing twice but what was on the line', async () => {
    const bytes = aPdf('a');
    const hash = await hashOf(bytes);
    const desk = await aDesk();
    desk.line.bytesUntilCut = 1_300_000;
    await desk.files.add(id, 'a.pdf', bytes);
    await expect.poll(() => desk.line.isCut).toBe(true);
    await desk.close();
    desk.line.isCut = false;
    desk.line.bytesUntilCut = Number.POSITIVE_INFINITY;
    const again = await aDesk({ disk: desk.disk, line: desk.line });
    await expect.poll(() => again.transfer.states$.value.get(hash)).toMatchObject({ isOnServer: true });
    expect(again.line.blobs.get(hash)).toEqual(bytes);
    expect(again.line.bytesUp - bytes.length).toBeLessThanOrEqual(256 * 1024);
    expect(again.reported).toEqual([]);
  });

  it('[B1] of what the server has from a colleague sends no byte', async () => {
    const bytes = aPdf('a');
    const line = new TestBlobLine();
    line.blobs.set(await hashOf(bytes), bytes);
    const desk = await aDesk({ line });
    await desk.files.add(id, 'a.pdf', bytes);
    await expect
      .poll(() => desk.transfer.states$.value.get(desk.box.entries[0]?.hash as BlobHash))
      .toMatchObject({
        isOnServer: true,
      });
    expect(line.bytesUp).toBe(0);
  });

  it('[B1] asks by its case once all is there: a colleague may have named it, who can’t bring it any more', async () => {
    const desk = await aDesk();
    await desk.files.add(id, 'a.pdf', aPdf('a'));
    await expect.poll(() => desk.box.entries[0]?.isOnServer).toBe(true);
    expect(desk.line.asked.filter((each) => each.startsWith('there'))).toEqual([
      `there ${id} false`,
      `there ${id} true`,
    ]);
  });

  it('[S7] brings again what a restored server lacks', async () => {
    const bytes = aPdf('a');
    const hash = await hashOf(bytes);
    const desk = await aDesk();
    await desk.files.add(id, 'a.pdf', bytes);
    await expect.poll(() => desk.box.entry(hash)?.isOnServer).toBe(true);
    desk.line.blobs.clear();
    desk.line.partials.clear();
    expect(await desk.transfer.serverForgot([hash])).toEqual([]);
    await expect.poll(() => desk.line.blobs.has(hash)).toBe(true);
  });

  it('of a file whose disk is damaged holds up no other', async () => {
    const desk = await aDesk();
    desk.line.isCut = true;
    await desk.files.add(id, 'a.pdf', aPdf('a'));
    await desk.files.add(id, 'b.pdf', aPdf('b'));
    const piece = [...desk.disk.blobFiles.keys()].find((name) => name.endsWith('.0')) as string;
    desk.disk.blobFiles.set(piece, new Uint8Array(40));
    desk.line.isCut = false;
    desk.transfer.wake();
    await expect
      .poll(() => {
        desk.environment.wakeAll();
        return desk.line.blobs.size;
      })
      .toBe(1);
    expect(String(desk.reported[0])).toContain('not readable');
    expect(desk.box.entries).toHaveLength(2);
  });
});

describe('a download', () => {
  it('[B1] goes on piece by piece after a cut and a restart, and is checked against its name', async () => {
    const bytes = aPdf('a');
    const wanted = await wantedOf(bytes);
    const line = new TestBlobLine();
    line.blobs.set(wanted.hash, bytes);
    line.bytesUntilCut = pieceBytes + 300_000;
    const desk = await aDesk({ line });
    desk.files.fetch(wanted);
    await expect.poll(() => line.isCut).toBe(true);
    await desk.close();
    line.isCut = false;
    line.bytesUntilCut = Number.POSITIVE_INFINITY;
    const again = await aDesk({ disk: desk.disk, line });
    again.files.fetch(wanted);
    await expect.poll(() => again.transfer.states$.value.get(wanted.hash)?.state).toBe('here');
    expect(await again.files.read(wanted.hash)).toEqual(bytes);
    expect(line.bytesDown).toBe(bytes.length + 300_000);
  });

  it('of other bytes than were named is thrown away', async () => {
    const wanted = await wantedOf(aPdf('a'));
    const line = new TestBlobLine();
    line.blobs.set(wanted.hash, aPdf('b'));
    const desk = await aDesk({ line });
    desk.files.fetch(wanted);
    await expect.poll(() => line.bytesDown).toBe(size);
    await expect.poll(() => desk.disk.blobFiles.size).toBe(0);
    expect(await desk.files.read(wanted.hash)).toBeUndefined();
  });

  it('[B1] of what is still on another desk says so, and is asked for again', async () => {
    const bytes = aPdf('a');
    const wanted = await wantedOf(bytes);
    const desk = await aDesk();
    desk.files.fetch(wanted);
    await expect.poll(() => desk.transfer.states$.value.get(wanted.hash)?.state).toBe('expected');
    desk.line.blobs.set(wanted.hash, bytes);
    desk.environment.time += 20_000;
    await expect
      .poll(() => {
        desk.environment.wakeAll();
        return desk.transfer.states$.value.get(wanted.hash)?.state;
      })
      .toBe('here');
  });

  it('asked for by a person comes before what is fetched ahead', async () => {
    const [own, other] = [aPdf('a'), aPdf('b')];
    const [ahead, asked] = [await wantedOf(own), await wantedOf(other)];
    const line = new TestBlobLine();
    line.isCut = true;
    const desk = await aDesk({ line, ahead: [ahead] });
    // the first turn is over, and failed
    await expect.poll(() => line.asked.length).toBe(1);
    desk.files.fetch(asked);
    for (const [wanted, bytes] of [
      [ahead, own],
      [asked, other],
    ] as const)
      line.blobs.set(wanted.hash, bytes);
    line.asked.length = 0;
    line.isCut = false;
    desk.transfer.wake();
    await expect.poll(() => desk.transfer.states$.value.get(ahead.hash)?.state).toBe('here');
    expect(line.asked.filter((each) => each.startsWith('download'))).toEqual([
      `download ${asked.hash.slice(0, 4)} 0`,
      `download ${ahead.hash.slice(0, 4)} 0`,
    ]);
  });

  it('ahead of need takes no room from what is here', async () => {
    const [first, second] = [aPdf('a'), aPdf('b')];
    const [here, more] = [await wantedOf(first), await wantedOf(second)];
    const line = new TestBlobLine();
    line.blobs.set(here.hash, first);
    line.blobs.set(more.hash, second);
    const disk = new MemoryDisk();
    disk.quotaBytes = 1.5 * size;
    const desk = await aDesk({ disk, line, ahead: [here, more] });
    await expect.poll(() => desk.transfer.states$.value.get(more.hash)?.state).toBe('noRoom');
    expect(await desk.files.read(here.hash)).toEqual(first);
    desk.files.fetch(more);
    await expect.poll(() => desk.transfer.states$.value.get(more.hash)?.state).toBe('here');
    expect(desk.box.entry(here.hash)).toBeUndefined();
  });
});

it('[S11] a file that no case here names any more goes, once the server has it', async () => {
  const erased = new Set(['a.pdf', 'waits.pdf']);
  const desk = await aDesk({ erased });
  for (const [name, letter] of [
    ['a.pdf', 'a'],
    ['b.pdf', 'b'],
  ] as const)
    await desk.files.add(id, name, aPdf(letter));
  await expect.poll(() => desk.line.blobs.size).toBe(2);
  desk.line.isCut = true;
  await desk.files.add(id, 'waits.pdf', aPdf('c'));
  desk.environment.time += 11 * 60_000;
  await expect
    .poll(() => {
      desk.environment.wakeAll();
      return desk.box.entries.map(({ name }) => name);
    })
    .toEqual(['b.pdf', 'waits.pdf']);
});

it('[S7] a file that a restored server may lack stays, named or not, until that is settled', async () => {
  const pending = new Set([await hashOf(aPdf('a'))]);
  const desk = await aDesk({ erased: new Set(['a.pdf', 'b.pdf']), pending });
  for (const letter of ['a', 'b']) await desk.files.add(id, `${letter}.pdf`, aPdf(letter));
  await expect.poll(() => desk.box.entries.every(({ isOnServer }) => isOnServer)).toBe(true);
  const afterTenMinutes = () => {
    desk.environment.time += 11 * 60_000;
    return expect.poll(() => {
      desk.environment.wakeAll();
      return desk.box.entries.map(({ name }) => name);
    });
  };
  await afterTenMinutes().toEqual(['a.pdf']);
  expect(await desk.transfer.evict()).toBe(0);
  pending.clear();
  await afterTenMinutes().toEqual([]);
});

it('[J7] another clerk’s files are neither listed nor opened', async () => {
  const desk = await aDesk();
  await desk.files.add(id, 'a.pdf', aPdf('a'));
  const other = await BlobBox.open(
    createMemoryHost(desk.disk).blobs,
    await seal(2),
    () => new Uint8Array(12),
  );
  expect(other.entries).toEqual([]);
  expect(await other.read(await hashOf(aPdf('a')))).toBeUndefined();
});
