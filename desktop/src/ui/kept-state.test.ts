import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { openKeptState } from './kept-state.ts';

let disk: MemoryDisk;
beforeEach(() => {
  disk = new MemoryDisk();
});
const files = () => createMemoryHost(disk).files;

describe('kept state', () => {
  it('is there after a crash as it was written last', async () => {
    const kept = await openKeptState(files());
    for (const columns of [['a'], ['a', 'b'], ['b']]) kept.write('columns', columns);
    kept.write('views', [{ name: 'Offene' }]);
    kept.write('gone', 1);
    kept.write('gone', undefined);
    await kept.settled();
    disk.crash();
    const reopened = await openKeptState(files());
    expect(reopened.read('columns')).toEqual(['b']);
    expect(reopened.read('views')).toEqual([{ name: 'Offene' }]);
    expect(reopened.read('gone')).toBeUndefined();
  });

  it.each(['', '{', '[1]', 'null', '\u0000'])('begins empty where %j lies on the disk', async (damaged) => {
    await files().write('kept-state', new TextEncoder().encode(damaged));
    const kept = await openKeptState(files());
    expect(kept.read('columns')).toBeUndefined();
    kept.write('columns', ['a']);
    await kept.settled();
    expect((await openKeptState(files())).read('columns')).toEqual(['a']);
  });

  it('stays in memory when the disk is full', async () => {
    const kept = await openKeptState(files());
    disk.quotaBytes = 0;
    kept.write('columns', ['a']);
    await kept.settled();
    expect(kept.read('columns')).toEqual(['a']);
  });

  it('tells who listens, until they stop', async () => {
    const kept = await openKeptState(files());
    let calls = 0;
    const stop = kept.subscribe(() => {
      calls += 1;
    });
    kept.write('columns', ['a']);
    stop();
    kept.write('columns', ['b']);
    expect(calls).toBe(1);
  });
});
