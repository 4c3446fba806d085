import { clerkId, deviceId } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { webCipher } from './cipher.ts';
import { JournalLocked } from './journal-locked.ts';
import { encodeHeader, encodeRecord } from './record-codec.ts';
import { frame } from './record-format.ts';
import type { JournalHeader, JournalRecord } from './records.ts';
import { aKeyFile, identity, TestPc, textsOf } from './test-journal.ts';

async function aClosedJournal() {
  const pc = new TestPc();
  const journal = await pc.open();
  await journal.append(pc.note('eins'));
  await journal.close();
  return { pc, device: journal.deviceId, before: await pc.bytes() };
}

/** What must not happen to a journal that can't be read: the same files, the same bytes, nothing set aside. */
async function expectUntouched(pc: TestPc, before: Uint8Array): Promise<void> {
  expect(await pc.bytes()).toEqual(before);
  expect(pc.disk.setAside.size).toBe(0);
}

describe('[J9] a journal that can’t be read', () => {
  it('with another key is locked, stays as it is, and opens with the right one', async () => {
    const { pc, before } = await aClosedJournal();
    const torn = Uint8Array.of(...before, 1, 2, 3);
    await pc.replaceBytes(torn);
    for (let tries = 0; tries < 2; tries += 1) {
      await expect(pc.open(aKeyFile(8))).rejects.toBeInstanceOf(JournalLocked);
      await expectUntouched(pc, torn);
    }
    expect(textsOf((await pc.open()).open)).toEqual(['eins']);
  });

  it('with records of a newer program is locked and stays as it is', async () => {
    const { pc, device, before } = await aClosedJournal();
    const future = { record: 'blob' } as unknown as JournalRecord;
    const nonce = pc.environment.randomBytes(12);
    const record = await encodeRecord(await webCipher(aKeyFile()), device, 2, nonce, future);
    await pc.replaceBytes(Uint8Array.of(...before, ...record));
    await expect(pc.open()).rejects.toBeInstanceOf(JournalLocked);
    await expectUntouched(pc, Uint8Array.of(...before, ...record));
  });

  it('with records of a newer format is locked and stays as it is', async () => {
    const { pc, before } = await aClosedJournal();
    const newer = Uint8Array.of(...before, ...frame(Uint8Array.of(2, ...new Uint8Array(60))));
    await pc.replaceBytes(newer);
    await expect(pc.open()).rejects.toBeInstanceOf(JournalLocked);
    await expectUntouched(pc, newer);
  });

  it('with a header of a newer program is locked, and no second journal begins beside it', async () => {
    const { pc, device, before } = await aClosedJournal();
    const header = { format: 2, deviceId: device, ...identity, since: 'later' } as unknown as JournalHeader;
    const newer = Uint8Array.of(...encodeHeader(header), ...before.slice(-50));
    await pc.replaceBytes(newer);
    await expect(pc.open()).rejects.toBeInstanceOf(JournalLocked);
    await expectUntouched(pc, newer);
  });

  it('two of the same clerk: nobody guesses which one goes on', async () => {
    const { pc, before } = await aClosedJournal();
    const header = {
      format: 1,
      deviceId: deviceId.parse('other'),
      ...identity,
      continues: null,
      createdAt: pc.environment.now(),
    } as const;
    const raw = pc.disk.openJournal('journal.other');
    await raw.writeAt(0, encodeHeader(header));
    await raw.flush();
    await expect(pc.open()).rejects.toBeInstanceOf(JournalLocked);
    pc.disk.removeJournal('journal.other');
    await expectUntouched(pc, before);
    expect(textsOf((await pc.open()).open)).toEqual(['eins']);
  });
});

describe('[J1] on one PC', () => {
  it('each clerk has a journal of their own, under their own key', async () => {
    const { pc, device } = await aClosedJournal();
    const bernd = { ...identity, clerkId: clerkId.parse('bernd') };
    const other = await pc.open(aKeyFile(8), bernd);
    expect(other.deviceId).not.toBe(device);
    expect(other.open).toEqual([]);
    await other.append(pc.note('von Bernd'));
    await other.close();
    const own = await pc.open();
    expect(textsOf(own.open)).toEqual(['eins']);
    await own.close();
    expect(textsOf((await pc.open(aKeyFile(8), bernd)).open)).toEqual(['von Bernd']);
  });
});

describe('[J2] opening that fails', () => {
  it('for want of room leaves nothing behind, and works once there is some', async () => {
    const pc = new TestPc();
    pc.disk.failNext('write', 'quotaExceeded', 5);
    await expect(pc.open()).rejects.toMatchObject({ code: 'quotaExceeded' });
    const journal = await pc.open();
    expect(pc.disk.journalNames()).toHaveLength(1);
    expect(await journal.append(pc.note())).toMatchObject({ n: 1 });
  });

  it('while a torn tail is kept aside or cut: the tail is not lost, and a second try works', async () => {
    const { pc, before } = await aClosedJournal();
    const torn = Uint8Array.of(...before, 1, 2, 3);
    await pc.replaceBytes(torn);
    pc.disk.quotaBytes = torn.length;
    await expect(pc.open()).rejects.toMatchObject({ code: 'quotaExceeded' });
    expect(await pc.bytes()).toEqual(torn);
    pc.disk.quotaBytes = undefined;
    pc.disk.failNext('truncate');
    await expect(pc.open()).rejects.toMatchObject({ code: 'io' });
    const journal = await pc.open();
    expect(journal.notice).toMatchObject({ kind: 'tornTail', bytes: 3 });
    expect(textsOf(journal.open)).toEqual(['eins']);
  });
});
