import { epoch } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import type { Journal } from './journal.ts';
import {
  accepted,
  decided,
  decidedLayer,
  firstEpoch,
  forEachCrash,
  refusedReceipt,
  TestPc,
  textsOf,
} from './test-journal.ts';

const before = firstEpoch;
const after = epoch.parse('e2');
const later = epoch.parse('e3');
const layer = decidedLayer;
const numbers = (journal: Journal) => journal.open.map(({ n }) => n);
const shownRefused = (journal: Journal) => textsOf(journal.refused.map(({ operation }) => operation));

describe('[L8] a server that was restored', () => {
  it('opens again what it lost, from lastN + 1 on, and this survives a restart', async () => {
    const { pc, journal } = await decided();
    expect(numbers(journal)).toEqual([4]);
    expect(await journal.reopen(before, after, 1)).toBe('taken');
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect([each.epoch, each.firstOpen]).toEqual([after, 2]);
      expect(numbers(each)).toEqual([2, 3, 4]);
      expect([each.receiptOf(1) !== undefined, each.receiptOf(2) !== undefined]).toEqual([true, false]);
      expect(shownRefused(each)).toEqual([]);
    }
    expect(journal.deviceId).toBe((await pc.reopenAfterCrash()).deviceId);
  });

  it('leaves the old copy its old receipts and layer, also after a restart', async () => {
    const { pc, journal } = await decided();
    await journal.reopen(before, after, 1);
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect(each.view(before).open.map(({ n }) => n)).toEqual([4]);
      expect([...each.view(before).layer.values()]).toEqual(layer);
      expect(each.view(after).open.map(({ n }) => n)).toEqual([2, 3, 4]);
      expect(each.view(after).layer.size).toBe(0);
    }
  });

  it('numbers go on where they were: none is given twice', async () => {
    const { pc, journal } = await decided();
    await journal.reopen(before, after, 0);
    expect(await journal.append(pc.note('fünf'))).toMatchObject({ n: 5 });
    expect(numbers(await pc.reopenAfterCrash())).toEqual([1, 2, 3, 4, 5]);
  });

  it('what was refused and taken note of is shown again when it is refused again', async () => {
    const { pc, journal, three } = await decided();
    await journal.dismiss(three.opId);
    await journal.reopen(before, after, 2);
    expect(shownRefused(journal)).toEqual([]);
    await journal.receipts(after, { receipts: [refusedReceipt(three)], documents: [] });
    for (const each of [journal, await pc.reopenAfterCrash()]) expect(shownRefused(each)).toEqual(['drei']);
  });

  it('a note taken of what it still knows stands', async () => {
    const { pc, journal, three } = await decided();
    await journal.dismiss(three.opId);
    await journal.reopen(before, after, 3);
    for (const each of [journal, await pc.reopenAfterCrash()]) expect(shownRefused(each)).toEqual([]);
  });

  it('an answer of the former epoch is void, also one that waits while the journal is reopened', async () => {
    const { pc, journal } = await decided();
    const [four] = journal.open;
    if (four === undefined) return expect.unreachable();
    const answer = { receipts: [accepted(four)], documents: [] };
    const both = [journal.reopen(before, after, 3), journal.receipts(before, answer)];
    expect(await Promise.all(both)).toEqual(['taken', 'void']);
    expect(numbers(journal)).toEqual([4]);
    const bytes = await pc.bytes();
    expect(await journal.receipts(before, answer)).toBe('void');
    expect(await pc.bytes()).toEqual(bytes);
    expect(await journal.receipts(after, answer)).toBe('taken');
    expect(numbers(await pc.reopenAfterCrash())).toEqual([]);
  });

  it('a question that is out of date reopens nothing; the same news twice is written once', async () => {
    const { pc, journal } = await decided();
    expect(await journal.reopen(before, after, 3)).toBe('taken');
    const bytes = await pc.bytes();
    expect(await journal.reopen(before, after, 0)).toBe('taken');
    expect(await journal.reopen(before, later, 0)).toBe('void');
    expect(await journal.reopen(null, later, 0)).toBe('void');
    expect(await pc.bytes()).toEqual(bytes);
    expect([journal.epoch, journal.firstOpen]).toEqual([after, 4]);
    expect(await journal.reopen(after, later, 0)).toBe('taken');
    expect(numbers(journal)).toEqual([1, 2, 3, 4]);
  });

  it('is reopened wholly or not at all, wherever the power fails', async () => {
    const seen = new Set<string>();
    await forEachCrash(
      decided,
      (journal) => journal.reopen(before, after, 1),
      async (pc, crash) => {
        const journal = await pc.open();
        const state = JSON.stringify([journal.epoch, numbers(journal)]);
        expect(['["e1",[4]]', '["e2",[2,3,4]]'], crash).toContain(state);
        seen.add(state);
      },
    );
    expect(seen.size).toBe(2);
  });
});

describe('[S2] a server that misses operations within its epoch', () => {
  it('gets them again as they were, receipted or not', async () => {
    const { pc, journal, two, three } = await decided();
    await journal.reopenFrom(2);
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect(each.epoch).toBe(before);
      expect(each.open.slice(0, 2)).toEqual([two, three]);
      expect(numbers(each)).toEqual([2, 3, 4]);
    }
  });

  it('of a journal that was never answered there is nothing to open again', async () => {
    const pc = new TestPc();
    const journal = await pc.open();
    await journal.append(pc.note());
    const bytes = await pc.bytes();
    await journal.reopenFrom(1);
    expect(await pc.bytes()).toEqual(bytes);
  });
});
