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

  it('keep the text in memory when the disk is full, and leave no older copy behind', async () => {
    const drafts = await reopened();
    drafts.write('note/case-1', 'short');
    await drafts.settled();
    disk.quotaBytes = 0;
    drafts.write('note/case-1', 'longer');
    await drafts.settled();
    expect(drafts.read('note/case-1')).toBe('longer');
    expect((await reopened()).read('note/case-1')).toBe('');
  });
});
