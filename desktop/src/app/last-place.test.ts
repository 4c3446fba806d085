import { describe, expect, it } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { lastPlaceKeeper, readLastPlace } from './last-place.ts';

describe('the place a clerk comes back to', () => {
  it('is the newest one she was at', async () => {
    const { files } = createMemoryHost(new MemoryDisk());
    expect(await readLastPlace(files)).toBeUndefined();
    const keeper = lastPlaceKeeper(files);
    keeper.keep({ href: '#/inbox/mine', scroll: 0 });
    keeper.keep({ href: '#/case/a', scroll: 10 });
    keeper.keep({ href: '#/case/b', scroll: 220 });
    await keeper.settled();
    expect(await readLastPlace(files)).toEqual({ href: '#/case/b', scroll: 220 });
  });

  it('is nowhere, rather than somewhere else, when the file is damaged', async () => {
    const { files } = createMemoryHost(new MemoryDisk());
    for (const damaged of ['{', '{"href":"https://example.org","scroll":0}', '{"href":"#/inbox/all"}']) {
      await files.write('last-place', new TextEncoder().encode(damaged));
      expect(await readLastPlace(files)).toBeUndefined();
    }
  });

  it('costs nothing but itself when the disk is full', async () => {
    const disk = new MemoryDisk();
    const { files } = createMemoryHost(disk);
    disk.quotaBytes = 0;
    const keeper = lastPlaceKeeper(files);
    keeper.keep({ href: '#/case/a', scroll: 1 });
    await keeper.settled();
    disk.quotaBytes = undefined;
    keeper.keep({ href: '#/case/b', scroll: 2 });
    await keeper.settled();
    expect(await readLastPlace(files)).toEqual({ href: '#/case/b', scroll: 2 });
  });
});
