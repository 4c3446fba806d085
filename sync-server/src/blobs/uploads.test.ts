import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { blobHash } from '@amtsstube/shared/domain/blob';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { BlobStore, blobsIn } from './blob-store.ts';
import { Uploads } from './uploads.ts';

const { municipalityId } = testTown;
const bytes = Buffer.from('a file of thirty-two bytes, more or less');
const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));
const ref = { municipality: municipalityId, uploader: 'clerk bernd-krueger', hash };

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-blobs-'));
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

it('[B1] is not acknowledged while the mirror it waits for can’t be written; its bytes needn’t come again', async () => {
  const { uploads, blobs, mirrorDirectory } = server();
  await writeFile(mirrorDirectory, 'a file where the folder should be');
  await uploads.begin(ref, bytes.length);
  await expect(uploads.append(ref, 0, Readable.from([bytes]))).rejects.toThrow();
  expect(await blobs.isUploader(municipalityId, hash, ref.uploader)).toBe(false);
  await expect(uploads.state(ref)).rejects.toThrow();
  await rm(mirrorDirectory);
  expect(await uploads.state(ref)).toEqual({ offset: bytes.length, length: bytes.length });
  expect(await blobsIn(mirrorDirectory, municipalityId)).toEqual([hash]);
});

it('that nobody finished is forgotten after a week', async () => {
  const { uploads } = server();
  await uploads.begin(ref, bytes.length);
  await uploads.append(ref, 0, Readable.from([bytes.subarray(0, 7)]));
  const day = 24 * 60 * 60 * 1000;
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
