import { describe, expect, it } from 'vitest';
import { bytesOf, textOf } from './contract-case.ts';
import { describeHostContract } from './describe-host-contract.ts';
import { MemoryDisk } from './memory-disk.ts';
import { createMemoryHost } from './memory-host.ts';
import { MemoryKeyVault } from './memory-key-vault.ts';

describeHostContract('memory', async () => {
  const disk = new MemoryDisk();
  const keyVault = new MemoryKeyVault();
  return async () => createMemoryHost(disk, keyVault);
});

async function journalOn(disk: MemoryDisk) {
  return createMemoryHost(disk).journals.open('a.journal');
}

describe('a journal on a failing disk', () => {
  it('[J2] is acknowledged after write and flush, never before', async () => {
    const disk = new MemoryDisk();
    const journal = await journalOn(disk);
    const seen: string[] = [];
    disk.beforeOperation = (operation) => void seen.push(operation);
    await journal.append(bytesOf('one')).then(() => seen.push('acknowledged'));
    expect(seen).toEqual(['write', 'flush', 'acknowledged']);
  });

  it('[J2] an append that failed half-way is cut back and the next one follows the last good one', async () => {
    const disk = new MemoryDisk();
    const journal = await journalOn(disk);
    await journal.append(bytesOf('good,'));
    disk.failNext('write', 'quotaExceeded', 3);
    await expect(journal.append(bytesOf('halfway,'))).rejects.toMatchObject({ code: 'quotaExceeded' });
    expect(textOf(await journal.read())).toBe('good,');
    await journal.append(bytesOf('next'));
    expect(textOf(await journal.read())).toBe('good,next');
  });

  it('[J2] an append whose flush failed does not come back after a crash', async () => {
    const disk = new MemoryDisk();
    const journal = await journalOn(disk);
    await journal.append(bytesOf('good,'));
    disk.failNext('flush');
    await expect(journal.append(bytesOf('refused,'))).rejects.toMatchObject({ code: 'io' });
    disk.crash((unflushed) => unflushed);
    expect(textOf(await (await journalOn(disk)).read())).toBe('good,');
  });

  it.each(['truncate', 'flush'] as const)(
    '[J2] a journal that cannot be cut back (%s) takes nothing until it can, or is opened anew',
    async (failing) => {
      const disk = new MemoryDisk();
      const host = createMemoryHost(disk);
      const journal = await host.journals.open('a.journal');
      await journal.append(bytesOf('good,'));
      disk.failNext('write', 'io', 4);
      disk.failNext(failing);
      const [first, second] = [
        journal.append(bytesOf('halfway')),
        failingAgain(() => journal.append(bytesOf('behind it'))),
      ];
      await expect(first).rejects.toMatchObject({ code: 'io' });
      await expect(second).rejects.toMatchObject({ code: 'journalBroken' });
      await expect(failingAgain(() => journal.truncate(0))).rejects.toMatchObject({ code: 'journalBroken' });
      await journal.append(bytesOf('on'));
      expect(textOf(await journal.read())).toBe('good,on');
      disk.failNext('write', 'io', 4);
      disk.failNext(failing);
      await expect(journal.append(bytesOf('halfway'))).rejects.toMatchObject({ code: 'io' });
      await journal.close();
      const again = await host.journals.open('a.journal');
      await again.truncate(7);
      await again.append(bytesOf('!'));
      expect(textOf(await again.read())).toBe('good,on!');

      function failingAgain<T>(work: () => Promise<T>): Promise<T> {
        disk.failNext(failing);
        return work();
      }
    },
  );

  it('[J2] opening flushes first: what is read from a journal is durable', async () => {
    const disk = new MemoryDisk();
    const crashing = await journalOn(disk);
    disk.beforeOperation = (operation) => {
      if (operation === 'flush') disk.crash((unflushed) => unflushed - 2);
    };
    await expect(crashing.append(bytesOf('survivor'))).rejects.toMatchObject({ code: 'io' });
    const seen: string[] = [];
    disk.beforeOperation = (operation) => void seen.push(operation);
    expect(textOf(await (await journalOn(disk)).read())).toBe('surviv');
    expect(seen).toEqual(['flush']);
  });

  it('a journal whose first flush fails stays closed and free', async () => {
    const disk = new MemoryDisk();
    disk.failNext('flush');
    await expect(journalOn(disk)).rejects.toMatchObject({ code: 'io' });
    await expect(journalOn(disk)).resolves.toBeDefined();
  });

  it('[J3] only bytes never acknowledged can be in a torn tail', async () => {
    const disk = new MemoryDisk();
    const journal = await journalOn(disk);
    await journal.append(bytesOf('acknowledged,'));
    disk.beforeOperation = (operation) => {
      if (operation === 'flush') disk.crash((unflushed) => Math.floor(unflushed / 2));
    };
    await expect(journal.append(bytesOf('dying'))).rejects.toMatchObject({ code: 'io' });
    disk.beforeOperation = undefined;
    expect(textOf(await (await journalOn(disk)).read())).toBe('acknowledged,dy');
  });

  it('a full disk says so, for journals, files and what is set aside', async () => {
    const disk = new MemoryDisk();
    const host = createMemoryHost(disk);
    const journal = await host.journals.open('a.journal');
    disk.quotaBytes = 4;
    await journal.append(bytesOf('four'));
    for (const write of [
      journal.append(bytesOf('!')),
      host.files.write('settings', bytesOf('!')),
      host.journals.setAside('torn', bytesOf('!')),
    ]) {
      await expect(write).rejects.toMatchObject({ code: 'quotaExceeded' });
    }
    expect(await host.storage()).toEqual({ usedBytes: 4, quotaBytes: 4 });
  });

  it('a crash frees what was held, and the dead host can neither write nor free it again', async () => {
    const disk = new MemoryDisk();
    const dead = createMemoryHost(disk);
    const deadJournal = await dead.journals.open('a.journal');
    const deadOwnership = await dead.claimOwnership('desk');
    disk.crash();
    const host = createMemoryHost(disk);
    const journal = await host.journals.open('a.journal');
    expect(await host.claimOwnership('desk')).toBeDefined();
    await expect(deadJournal.append(bytesOf('ghost'))).rejects.toMatchObject({ code: 'io' });
    await deadJournal.close();
    await deadOwnership?.release();
    for (const ghost of [
      dead.journals.remove('a.journal'),
      dead.journals.setAside('torn', bytesOf('ghost')),
      dead.journals.open('b.journal'),
      dead.files.write('settings', bytesOf('ghost')),
      dead.files.remove('settings'),
    ]) {
      await expect(ghost).rejects.toMatchObject({ code: 'io' });
    }
    expect(await createMemoryHost(disk).claimOwnership('desk')).toBeUndefined();
    await expect(createMemoryHost(disk).journals.open('a.journal')).rejects.toMatchObject({ code: 'locked' });
    expect(await journal.read()).toEqual(new Uint8Array());
  });

  it('keeps what was set aside and what the person was told', async () => {
    const disk = new MemoryDisk();
    const host = createMemoryHost(disk);
    await host.journals.setAside('torn', bytesOf('tail'));
    host.notify('Amtsstube', 'Neuer Antrag');
    expect(textOf(disk.setAside.get('torn'))).toBe('tail');
    expect(host.notifications).toEqual([{ title: 'Amtsstube', body: 'Neuer Antrag' }]);
  });
});
