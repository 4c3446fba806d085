import { epoch } from '@amtsstube/shared/domain/ids';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scan } from './record-format.ts';
import { accepted, refusedReceipt, TestPc, textsOf } from './test-journal.ts';

const texts = ['eins', 'zwei', 'drei', 'vier'];

/** A closed journal with these notes, and where in its file each record lies; the header is record 0. */
async function aJournal(notes: readonly string[] = texts) {
  const pc = new TestPc();
  const journal = await pc.open();
  const ends = [(await pc.bytes()).length];
  for (const text of notes) {
    await journal.append(pc.note(text));
    ends.push((await pc.bytes()).length);
  }
  await journal.close();
  const bytes = await pc.bytes();
  const at = ends.map((to, index) => ({ from: ends[index - 1] ?? 0, to }));
  return { pc, bytes, at, deviceId: journal.deviceId };
}

/** One flipped bit in the record that begins at `from`. */
function damage(bytes: Uint8Array, from: number): void {
  bytes[from + 40] = (bytes[from + 40] ?? 0) ^ 1;
}

function place(at: readonly { from: number; to: number }[], index: number) {
  return at.at(index) ?? expect.unreachable();
}

describe('[J3] a torn tail', () => {
  it('at any byte of the last record: cut, kept aside, reported; all before it is there', async () => {
    const { pc, bytes, at } = await aJournal();
    const last = place(at, -1);
    for (let cut = last.from; cut < last.to; cut += 1) {
      await pc.replaceBytes(bytes.slice(0, cut));
      pc.disk.setAside.clear();
      const journal = await pc.open();
      expect(textsOf(journal.open), `cut at ${cut}`).toEqual(['eins', 'zwei', 'drei']);
      const tail = bytes.slice(last.from, cut);
      expect(journal.notice).toEqual(
        tail.length === 0 ? undefined : { kind: 'tornTail', bytes: tail.length, keptAs: pc.journalName },
      );
      expect([...pc.disk.setAside.values()]).toEqual(tail.length === 0 ? [] : [tail]);
      expect(await pc.bytes()).toEqual(bytes.slice(0, last.from));
      await journal.close();
    }
  });

  it('is cut durably before anything follows it, and its number is given again', async () => {
    const { pc, bytes, at } = await aJournal();
    await pc.replaceBytes(bytes.slice(0, place(at, -1).to - 1));
    const journal = await pc.open();
    expect(await journal.append(pc.note('statt vier'))).toMatchObject({ n: 4 });
    const again = await pc.reopenAfterCrash();
    expect(textsOf(again.open)).toEqual(['eins', 'zwei', 'drei', 'statt vier']);
    expect(again.notice).toBeUndefined();
  });

  it('a file torn within its header was never acknowledged: kept aside, and a new journal begins', async () => {
    const { pc, bytes, at, deviceId } = await aJournal([]);
    for (let cut = 0; cut < place(at, 0).to; cut += 1) {
      await pc.replaceBytes(bytes.slice(0, cut));
      pc.disk.setAside.clear();
      const journal = await pc.open();
      expect([...pc.disk.setAside.values()]).toEqual(cut === 0 ? [] : [bytes.slice(0, cut)]);
      expect(journal.deviceId).not.toBe(deviceId);
      expect(await journal.append(pc.note('eins'))).toMatchObject({ n: 1 });
      await journal.close();
    }
  });
});

describe('[J3] damage in the middle', () => {
  it('random flipped bits cost the records they are in; the whole file is kept aside and reported', async () => {
    const { pc, bytes, at, deviceId } = await aJournal();
    const flips = fc.uniqueArray(fc.nat({ max: bytes.length * 8 - 1 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(flips, async (bits) => {
        const damaged = bytes.slice();
        for (const bit of bits) damaged[bit >> 3] = (damaged[bit >> 3] ?? 0) ^ (1 << (bit & 7));
        const isWhole = ({ from, to }: { from: number; to: number }) =>
          bits.every((bit) => bit < from * 8 || bit >= to * 8);
        const end = at.findLast(isWhole)?.to ?? 0;
        const lost = at.filter((each) => each.to <= end && !isWhole(each));
        await pc.replaceBytes(damaged);
        pc.disk.setAside.clear();
        const journal = await pc.open();
        expect(journal.deviceId).toBe(deviceId);
        expect(textsOf(journal.open)).toEqual(texts.filter((_, index) => isWhole(place(at, index + 1))));
        expect(journal.notice).toEqual({
          kind: lost.length > 0 ? 'damaged' : 'tornTail',
          bytes:
            lost.length > 0 ? lost.reduce((sum, { from, to }) => sum + to - from, 0) : bytes.length - end,
          keptAs: pc.journalName,
        });
        const kept = lost.length > 0 ? damaged : damaged.slice(end);
        expect([...pc.disk.setAside.values()]).toEqual([kept]);
        await journal.close();
      }),
      { numRuns: 200 },
    );
  });

  it('is kept aside once, and not again at each start; reported until the journal is left', async () => {
    const { pc, bytes, at } = await aJournal();
    damage(bytes, place(at, 2).from);
    await pc.replaceBytes(bytes);
    const first = await pc.open();
    await first.append(pc.note('fünf'));
    await first.close();
    const second = await pc.open();
    expect(second.notice).toEqual(first.notice);
    expect(textsOf(second.open)).toEqual(['eins', 'drei', 'vier', 'fünf']);
    expect([...pc.disk.setAside.values()]).toEqual([bytes]);
    await second.close();
    // further damage is news
    const further = await pc.bytes();
    damage(further, place(at, 3).from);
    await pc.replaceBytes(further);
    const third = await pc.open();
    expect(third.notice?.bytes).toBeGreaterThan(second.notice?.bytes ?? 0);
    expect([...pc.disk.setAside.values()]).toEqual([bytes, further]);
  });

  it('what is written after it takes no place that a record of the file has', async () => {
    const { pc, bytes, at } = await aJournal();
    damage(bytes, place(at, 2).from);
    await pc.replaceBytes(bytes);
    await (await pc.open()).append(pc.note('fünf'));
    const [, ...records] = scan(await pc.bytes()).bodies;
    // the fifth notes what was kept aside
    expect(records.map((body) => body[1])).toEqual([1, 3, 4, 5, 6]);
  });

  it('with a torn tail behind it: the tail is cut, also where the damage is known already', async () => {
    const { pc, bytes, at } = await aJournal();
    damage(bytes, place(at, 2).from);
    let torn = bytes.slice(0, -1);
    for (const more of ['fünf', 'sechs']) {
      await pc.replaceBytes(torn);
      pc.disk.setAside.clear();
      const journal = await pc.open();
      expect([...pc.disk.setAside.values()]).toEqual([torn]);
      expect(journal.notice).toMatchObject({ kind: 'damaged', bytes: place(at, 2).to - place(at, 2).from });
      await journal.append(pc.note(more));
      await journal.close();
      torn = Uint8Array.of(...(await pc.bytes()), 9, 0, 0, 0, 1);
    }
    expect(textsOf((await pc.open()).open)).toEqual(['eins', 'drei', 'fünf', 'sechs']);
  });

  it('no room to note that it was kept: opened all the same', async () => {
    const { pc, bytes, at } = await aJournal();
    damage(bytes, place(at, 2).from);
    await pc.replaceBytes(bytes);
    pc.disk.quotaBytes = bytes.length * 2;
    const journal = await pc.open();
    expect(journal.notice).toMatchObject({ kind: 'damaged' });
    await expect(journal.append(pc.note('fünf'))).rejects.toMatchObject({ code: 'quotaExceeded' });
    pc.disk.quotaBytes = undefined;
    expect(await journal.append(pc.note('fünf'))).toMatchObject({ n: 5 });
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['eins', 'drei', 'vier', 'fünf']);
  });

  it('in the header costs no work: its records say whose they are', async () => {
    const { pc, bytes, deviceId } = await aJournal();
    damage(bytes, 0);
    await pc.replaceBytes(bytes);
    const journal = await pc.open();
    expect(journal.deviceId).toBe(deviceId);
    expect(textsOf(journal.open)).toEqual(texts);
    expect(journal.notice).toMatchObject({ kind: 'damaged' });
    expect(await journal.append(pc.note('fünf'))).toMatchObject({ n: 5 });
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual([...texts, 'fünf']);
  });

  it('a lost operation whose receipt is there never lends its number to another one', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    const from = (await pc.bytes()).length;
    const lost = await journal.append(pc.note('verloren'));
    await journal.receipts(epoch.parse('e1'), { receipts: [accepted(lost)], documents: [] });
    await journal.close();
    const bytes = await pc.bytes();
    damage(bytes, from);
    await pc.replaceBytes(bytes);
    const again = await pc.open();
    expect(await again.append(pc.note('neu'))).toMatchObject({ n: 2 });
    expect(textsOf(again.open)).toEqual(['neu']);
  });

  it('of a lost record, what stands behind it can still be handed over', async () => {
    const { pc, bytes, at, deviceId } = await aJournal();
    damage(bytes, place(at, 2).from);
    await pc.replaceBytes(bytes);
    const journal = await pc.open();
    const [first] = journal.open;
    if (first === undefined) return expect.unreachable();
    await journal.receipts(epoch.parse('e1'), { receipts: [refusedReceipt(first)], documents: [] });
    // the server took 1 and asks for 2, which is gone for good
    await journal.reopenFrom(2);
    expect(journal.deviceId).not.toBe(deviceId);
    // under the new identity there is no gap: the answered one goes first
    expect(journal.toHandOver.map(({ n }) => n)).toEqual([1, 2, 3]);
    expect(textsOf(journal.open)).toEqual(['drei', 'vier']);
    expect(textsOf(journal.refused.map(({ operation }) => operation))).toEqual(['eins']);
    const again = await pc.reopenAfterCrash();
    expect(textsOf(again.open)).toEqual(['drei', 'vier']);
  });
});
