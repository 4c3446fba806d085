import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { blobHash } from '@amtsstube/shared/domain/blob';
import { epoch, municipalityId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { expect, it } from 'vitest';
import { parseConfig } from '../config.ts';
import { createLogger } from '../logging.ts';
import { createMemoryStore } from '../store/memory-store.ts';
import { blobsFolder } from './blob-paths.ts';
import { BlobStore, blobsIn } from './blob-store.ts';
import { openBlobs } from './open-blobs.ts';

const towns = ['a-town', 'b-town', 'c-town'].map((id) => municipalityId.parse(id));
const bytes = Buffer.from('a file');
const hash = blobHash.parse(createHash('sha256').update(bytes).digest('hex'));

it('[B1] one town whose copy fails keeps no other’s from being made', async () => {
  const root = await mkdtemp(join(tmpdir(), 'amtsstube-sweep-'));
  const [dataDirectory, mirrorDirectory] = [join(root, 'data'), join(root, 'mirror')];
  try {
    const store = createMemoryStore();
    const before = new BlobStore({ dataDirectory });
    for (const town of towns) {
      await store.createMunicipality(town, epoch.parse('e1'));
      await before.put(town, hash, [bytes], 'clerk anna');
    }
    // a file where the first town's folder should be
    await mkdir(join(mirrorDirectory, blobsFolder), { recursive: true });
    await writeFile(join(mirrorDirectory, blobsFolder, 'a-town'), '');
    const defaults = parseConfig({ AMTSSTUBE_DATA: dataDirectory, AMTSSTUBE_PORT: '0' });
    if (!defaults.ok) throw new Error('no configuration');
    const config = { ...defaults.config, mirrorDirectory, mirrorMode: 'beforeAnswer' as const };
    const { sweep } = openBlobs(
      config,
      store,
      () => instantOf(Date.now()),
      createLogger('silent'),
      () => [],
    );
    await sweep();
    for (const town of towns.slice(1)) expect(await blobsIn(mirrorDirectory, town)).toEqual([hash]);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
