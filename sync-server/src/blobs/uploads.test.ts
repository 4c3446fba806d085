import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { blobHash } from '@amtsstube/shared/domain/blob';
import { epoch } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { aDossier, aFile } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryStore } from '../store/memory-store.ts';
import { blobPath, markPath, partialsPath, uploadsPath } from './blob-paths.ts';
import { BlobStore, blobsIn } from './blob-store.ts';
import { removeUnclaimed, removeUnmarked } from './unclaimed-blobs.ts';
import { Uploads } from './uploads.ts';

const { municipalityId } = testTown;
const bytes = Buffer.from('a file of thirty-two bytes, more or less');
const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
const day = 24 * 60 * 60 * 1000;
const ref = { municipality: municipalityId, uploader: 'clerk bernd-krueger', hash } as const;

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-blobs-'));
  await mkdir(join(directory, 'mirror'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

function server() {
  const mirrorDirectory = join(directory, 'mirror');
  const dataDirectory = join(directory, 'data');
  const blobs = new BlobStore({ dataDirectory, mirrorDirectory });
  return { blobs, uploads: new Uploads(dataDirectory, blobs), mirrorDirectory };
}

it('[B1] goes on after a restart, and is in the mirror before it is acknowledged', async () => {
  await server().uploads.begin(ref, bytes.length);
  await server().uploads.append(ref, 0, Readable.from([bytes.subarray(0, 7)]));
  expect(await server().uploads.state(ref)).toEqual({ offset: 7, length: bytes.length });
  const { uploads, mirrorDirectory, blobs } = server();
  await uploads.append(ref, 7, Readable.from([bytes.subarray(7)]));
  expect(await blobsIn(mirrorDirectory, municipalityId)).toEqual([hash]);
  expect(await server().uploads.state(ref)).toEqual({ offset: bytes.length, length: bytes.length });
  const { folder, name } = blobs.locate(municipalityId, hash);
  expect(await readFile(join(folder, name))).toEqual(bytes);
});

it.each([
  ['is something else', () => writeFile(join(directory, 'mirror'), 'a file where the folder should be')],
  // nor made anew on the first disk
  ['is not there', async () => undefined],
])(
  '[B1] is not acknowledged while the mirror it waits for %s; its bytes needn’t come again',
  async (_, instead) => {
    const { uploads, blobs, mirrorDirectory } = server();
    await rm(mirrorDirectory, { recursive: true });
    await instead();
    await uploads.begin(ref, bytes.length);
    await expect(uploads.append(ref, 0, Readable.from([bytes]))).rejects.toThrow();
    expect(await blobs.isUploader(municipalityId, hash, ref.uploader)).toBe(false);
    await expect(uploads.state(ref)).rejects.toThrow();
    await rm(mirrorDirectory, { force: true });
    await mkdir(mirrorDirectory);
    expect(await uploads.state(ref)).toEqual({ offset: bytes.length, length: bytes.length });
    expect(await blobsIn(mirrorDirectory, municipalityId)).toEqual([hash]);
  },
);

it('that nobody finished is forgotten after a week', async () => {
  const { uploads } = server();
  await uploads.begin(ref, bytes.length);
  await uploads.append(ref, 0, Readable.from([bytes.subarray(0, 7)]));
  expect(await uploads.removeAbandoned(municipalityId, Date.now() + 6 * day)).toBe(0);
  expect(await uploads.state(ref)).toMatchObject({ offset: 7 });
  expect(await uploads.removeAbandoned(municipalityId, Date.now() + 8 * day)).toBe(1);
  expect(await uploads.state(ref)).toBeUndefined();
});

it('begun by the hundred by one person is refused; others go on', async () => {
  const { uploads } = server();
  const other = (index: number) => blobHash.parse(createHash('sha256').update(String(index)).digest('hex'));
  for (let index = 0; index < 200; index += 1) await uploads.begin({ ...ref, hash: other(index) }, 10);
  await expect(uploads.begin(ref, 10)).rejects.toMatchObject({ code: 'tooManyRequests' });
  await uploads.begin({ ...ref, uploader: 'clerk anna-berger' }, 10);
});

describe('what a draft brought', () => {
  const draft = { ...ref, uploader: 'draft one' } as const;
  const tomorrow = () => Date.now() + 1.01 * day;
  const store = createMemoryStore();
  beforeAll(() => store.createMunicipality(municipalityId, epoch.parse('epoch')));

  const sweep = (blobs: BlobStore, nowMs: number, except: readonly (typeof draft.uploader)[] = []) =>
    removeUnclaimed({ store, blobs, municipality: municipalityId, nowMs, except });
  /** As if this had happened to the file so long ago. */
  async function age(path: string, days: number): Promise<void> {
    const then = new Date(Date.now() - days * day);
    await utimes(join(directory, 'data', path), then, then);
  }
  const mark = () => markPath(municipalityId, hash, draft.uploader);

  /** A case that has it among its files. */
  async function nameIt(): Promise<void> {
    const file = { ...aFile({ hash }), addedBy: null, addedAt: instant.parse('2026-11-23T08:00:00.000Z') };
    const document = aDossier({ attachments: [file] });
    await store.transact(municipalityId, (tx) =>
      tx.putDocument({ collection: 'dossiers', id: document.id, scope: document.scope, seq: 1, document }),
    );
  }
  afterEach(() =>
    store.transact(municipalityId, (tx) =>
      tx.putDocument({ collection: 'dossiers', id: 'case-1', scope: 'all', seq: 1, document: null }),
    ),
  );

  async function bring(from: typeof ref | typeof draft = draft): Promise<BlobStore> {
    const { blobs } = server();
    await blobs.put(municipalityId, hash, [bytes], from.uploader);
    return blobs;
  }

  it('[B1] goes a day later, also from the mirror, and not before', async () => {
    const blobs = await bring();
    expect(await sweep(blobs, Date.now() + 0.99 * day)).toBe(0);
    expect(await blobs.claim(municipalityId, hash, draft.uploader)).toBe(true);
    expect(await sweep(blobs, tomorrow())).toBe(1);
    expect(await blobs.list(municipalityId)).toEqual([]);
    expect(await blobsIn(join(directory, 'mirror'), municipalityId)).toEqual([]);
    expect(await blobs.claim(municipalityId, hash, draft.uploader)).toBe(false);
  });

  it('[B1] stays where a case names it; the draft has no more hold on it', async () => {
    await nameIt();
    const blobs = await bring();
    expect(await sweep(blobs, tomorrow())).toBe(0);
    expect(await blobs.has(municipalityId, hash)).toBe(true);
    expect(await blobs.claim(municipalityId, hash, draft.uploader)).toBe(false);
  });

  it('[B1] stays where a clerk brought the same bytes, whose operation is still to come', async () => {
    await bring(ref);
    const blobs = await bring();
    expect(await sweep(blobs, tomorrow())).toBe(0);
    expect(await blobs.isUploader(municipalityId, hash, ref.uploader)).toBe(true);
  });

  it('stays as long as the draft is kept behind its link', async () => {
    const blobs = await bring();
    expect(await sweep(blobs, tomorrow(), [draft.uploader])).toBe(0);
    expect(await blobs.claim(municipalityId, hash, draft.uploader)).toBe(true);
  });

  it('[B1] and is claimed while it is swept away: stays whole, or is gone and says so', async () => {
    for (let round = 0; round < 20; round += 1) {
      const blobs = await bring();
      await age(mark(), 1.5);
      const claim = () => blobs.claim(municipalityId, hash, draft.uploader);
      const swept = () => sweep(blobs, Date.now());
      const both = round % 2 === 0 ? [claim(), swept()] : [swept(), claim()];
      const answers = await Promise.all(both);
      const [claimed, removed] = round % 2 === 0 ? answers : answers.toReversed();
      expect([claimed, removed, await blobs.has(municipalityId, hash)]).toEqual(
        claimed === true ? [true, 0, true] : [false, 1, false],
      );
    }
  });

  it('[B1] and a restore brought back without who brought it goes a month later, unless a case names it', async () => {
    const blobs = await bring();
    await rm(join(directory, 'data', mark()));
    const given = { store, blobs, municipality: municipalityId, nowMs: Date.now(), except: [] };
    await age(blobPath(municipalityId, hash), 30);
    expect(await removeUnmarked(given)).toBe(0);
    await age(blobPath(municipalityId, hash), 32);
    expect(await removeUnmarked(given)).toBe(1);
    expect(await blobs.list(municipalityId)).toEqual([]);
  });

  it('[B1] and a case names is not looked up once more by each daily sweep', async () => {
    await nameIt();
    const blobs = await bring();
    await rm(join(directory, 'data', mark()));
    await age(blobPath(municipalityId, hash), 32);
    const lookedUp = vi.spyOn(blobs, 'letGo');
    const given = { store, blobs, municipality: municipalityId, nowMs: Date.now(), except: [] };
    expect(await removeUnmarked(given)).toBe(0);
    expect(lookedUp).not.toHaveBeenCalled();
    expect(await blobs.has(municipalityId, hash)).toBe(true);
  });

  it('half of it goes a day later', async () => {
    const { uploads } = server();
    await uploads.begin(draft, bytes.length);
    expect(await uploads.removeAbandoned(municipalityId, Date.now() + day / 2)).toBe(0);
    expect(await uploads.removeAbandoned(municipalityId, Date.now() + 1.1 * day)).toBe(1);
    // and so does the folder it lay in
    expect(await readdir(join(directory, 'data', uploadsPath(municipalityId)))).toEqual([]);
  });

  it('in one go under no name gets the name of its bytes; of what breaks off nothing stays', async () => {
    const { blobs } = server();
    const taken = await blobs.take(
      municipalityId,
      Readable.from([bytes.subarray(0, 9), bytes.subarray(9)]),
      'draft one',
    );
    expect(taken).toEqual({ hash, size: bytes.length });
    expect(await blobs.claim(municipalityId, hash, 'draft one')).toBe(true);
    async function* broken() {
      yield bytes;
      throw new Error('the line broke');
    }
    await expect(blobs.take(municipalityId, broken(), 'draft two')).rejects.toThrow('the line broke');
    expect(await readdir(join(directory, 'data', partialsPath(municipalityId, 'draft two')))).toEqual([]);
  });
});
