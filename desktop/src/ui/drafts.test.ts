import { beforeEach, describe, expect, it } from 'vitest';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { openDrafts } from './drafts.ts';

let disk: MemoryDisk;
beforeEach(() => {
  disk = new MemoryDisk();
});
const reopened = () => openDrafts(createMemoryHost(disk).files);

describe('drafts', () => {
  it('outlive the page and end when they are written empty', async () => {
    const drafts = await reopened();
    for (const text of ['R', 'Rück', 'Rückruf am Montag']) drafts.write('note/case-1', text);
    await drafts.settled();
    disk.crash();
    const afterCrash = await reopened();
    expect(afterCrash.read('note/case-1')).toBe('Rückruf am Montag');
    expect(afterCrash.has()).toBe(true);

    afterCrash.write('note/case-1', '');
    await afterCrash.settled();
    expect((await reopened()).has()).toBe(false);
  });

  it('clear takes all of them', async () => {
    const drafts = await reopened();
    drafts.write('note/case-1', 'a');
    drafts.write('reason/case-2', 'b');
    await drafts.clear();
    expect(drafts.has()).toBe(false);
    expect((await reopened()).has()).toBe(false);
  });

  it('on a full disk the text stays in memory, the older copies of all stay where they are, and it is said', async () => {
    const drafts = await reopened();
    drafts.write('note/case-1', 'short');
    drafts.write('note/case-2', 'another');
    await drafts.settled();
    disk.quotaBytes = 0;
    drafts.write('note/case-1', 'longer');
    await drafts.settled();
    expect([drafts.read('note/case-1'), drafts.isKept]).toEqual(['longer', false]);
    const after = await reopened();
    expect([after.read('note/case-1'), after.read('note/case-2')]).toEqual(['short', 'another']);
  });

  it('are kept by the next try, once there is room', async () => {
    const drafts = await reopened();
    disk.quotaBytes = 0;
    drafts.write('note/case-1', 'typed');
    await drafts.settled();
    expect(drafts.isKept).toBe(false);
    disk.quotaBytes = undefined;
    await drafts.settled();
    expect([drafts.isKept, (await reopened()).read('note/case-1')]).toEqual([true, 'typed']);
  });

  it('what was saved doesn’t come back from an older copy where the disk is full: the others take its room', async () => {
    const drafts = await reopened();
    drafts.write('note/case-1', 'saved in the meantime');
    drafts.write('note/case-2', 'another');
    await drafts.settled();
    disk.quotaBytes = disk.usedBytes();
    drafts.write('note/case-1', '');
    await drafts.settled();
    const after = await reopened();
    expect([after.read('note/case-1'), after.read('note/case-2'), drafts.isKept]).toEqual([
      '',
      'another',
      true,
    ]);
  });
});
