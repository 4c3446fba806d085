import { epoch } from '@amtsstube/shared/domain/ids';
import { instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import type { Journal } from './journal.ts';
import { accepted, forEachCrash, refusedReceipt, TestPc, textsOf } from './test-journal.ts';

const before = epoch.parse('e1');
const after = epoch.parse('e2');
const later = epoch.parse('e3');
const document = aCase();
const layer = [{ collection: 'cases' as const, id: document.id, seq: 3, document }];
const numbers = (journal: Journal) => journal.open.map(({ n }) => n);
const shownRefused = (journal: Journal) => textsOf(journal.refused.map(({ operation }) => operation));

/** Four notes; the first three decided, the third of them refused. */
async function decided() {
  const pc = new TestPc();
  const journal = await pc.open();
  for (const text of ['eins', 'zwei', 'drei', 'vier']) await journal.append(pc.note(text));
  const [one, two, three] = journal.open;
  if (!one || !two || !three) return expect.unreachable();
  const receipts = [accepted(one), accepted(two), refusedReceipt(three)];
  await journal.receipts(before, { receipts, documents: layer });
  return { pc, journal, one, two, three };
}

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

describe('[J1] [S2] a new identity', () => {
  it('takes everything along, numbered anew, with the epoch and what lies over the copy', async () => {
    const { pc, journal } = await decided();
    await journal.append(pc.note('fünf'));
    const former = journal.deviceId;
    const open = journal.open;
    await journal.changeIdentity();
    expect(pc.disk.journalNames()).toEqual([`journal.${journal.deviceId}`]);
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect(each.deviceId).not.toBe(former);
      expect(each.deviceId).toBe(journal.deviceId);
      expect(each.open).toEqual(
        open.map((was, index) => ({ ...was, deviceId: each.deviceId, n: index + 4 })),
      );
      expect([each.epoch, shownRefused(each)]).toEqual([before, ['drei']]);
      expect([...each.view(before).layer.values()]).toEqual(layer);
    }
    const again = await pc.reopenAfterCrash();
    expect(await again.append(pc.note('sechs'))).toMatchObject({ n: 6, deviceId: again.deviceId });
  });

  it('is never one that was used before', async () => {
    const { pc, journal } = await decided();
    const used = new Set([journal.deviceId]);
    for (let times = 1; times <= 3; times += 1) {
      await journal.changeIdentity();
      used.add(journal.deviceId);
      expect(used.size).toBe(times + 1);
    }
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['vier']);
  });

  it('what is done meanwhile goes into the new journal', async () => {
    const { pc, journal } = await decided();
    const [, appended] = await Promise.all([journal.changeIdentity(), journal.append(pc.note('fünf'))]);
    expect(appended).toMatchObject({ n: 5, deviceId: journal.deviceId });
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['vier', 'fünf']);
  });

  it('wherever the power fails, one journal goes on, with all the work, once', async () => {
    let former = '';
    const seen = new Set<boolean>();
    await forEachCrash(
      async () => {
        const prepared = await decided();
        former = prepared.journal.deviceId;
        return prepared;
      },
      (journal) => journal.changeIdentity(),
      async (pc, crash) => {
        const journal = await pc.open();
        expect(textsOf(journal.open), crash).toEqual(['vier']);
        expect(shownRefused(journal), crash).toEqual(['drei']);
        expect(pc.journalName, crash).toBe(`journal.${journal.deviceId}`);
        expect((await journal.append(pc.note('fünf'))).n, crash).toBe(5);
        seen.add(journal.deviceId === former);
      },
    );
    expect(seen.size).toBe(2);
  });

  it('torn at any byte, the new journal costs no work: the former one goes on until the new one is whole', async () => {
    const { pc, journal } = await decided();
    await journal.append(pc.note('fünf'));
    const former = { name: pc.journalName, bytes: await pc.bytes() };
    await journal.changeIdentity();
    await journal.close();
    const next = { name: pc.journalName, bytes: await pc.bytes() };
    for (let cut = 0; cut <= next.bytes.length; cut += 1) {
      const again = new TestPc();
      for (const { name, bytes } of [former, { ...next, bytes: next.bytes.slice(0, cut) }]) {
        const raw = again.disk.openJournal(name);
        await raw.writeAt(0, bytes);
        await raw.flush();
      }
      const { open } = await again.open();
      expect(textsOf(open), `cut at ${cut}`).toEqual(['vier', 'fünf']);
      expect(again.journalName, `cut at ${cut}`).toBe(cut < next.bytes.length ? former.name : next.name);
    }
  });
});

describe('[J5] [S2] what was decided under a former identity', () => {
  it('is handed over once more, in order and before the rest, and shown as decided meanwhile', async () => {
    const { pc, journal } = await decided();
    await journal.changeIdentity();
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect(textsOf(each.toHandOver)).toEqual(['eins', 'zwei', 'drei', 'vier']);
      expect([each.firstOpen, textsOf(each.open), shownRefused(each)]).toEqual([1, ['vier'], ['drei']]);
    }
  });

  it('is known to the server under its new numbers once it has answered, also after a restart', async () => {
    const { pc, journal } = await decided();
    await journal.changeIdentity();
    const [one, two, three] = journal.toHandOver;
    if (!one || !two || !three) return expect.unreachable();
    await journal.receipts(before, { receipts: [accepted(one), accepted(two)], documents: [] });
    expect(textsOf((await pc.reopenAfterCrash()).toHandOver)).toEqual(['drei', 'vier']);
    const again = await pc.reopenAfterCrash();
    await again.receipts(before, { receipts: [refusedReceipt(three)], documents: [] });
    for (const each of [again, await pc.reopenAfterCrash()])
      expect([textsOf(each.toHandOver), each.firstOpen]).toEqual([['vier'], 4]);
  });

  it('is open again where a restored server has lost it', async () => {
    const { pc, journal } = await decided();
    await journal.changeIdentity();
    for (const { n, opId } of journal.toHandOver.slice(0, 3))
      await journal.receipts(before, { receipts: [accepted({ n, opId })], documents: [] });
    await journal.reopen(before, after, 0);
    for (const each of [journal, await pc.reopenAfterCrash()])
      expect(textsOf(each.open)).toEqual(['eins', 'zwei', 'drei', 'vier']);
  });

  it('stays until the server has heard of it: letting go sooner would leave a gap before the rest', async () => {
    const { journal, one } = await decided();
    await journal.changeIdentity();
    const years = instantOf(millisecondsOf(accepted(one).decidedAt) + 2 * 365 * 24 * 60 * 60 * 1000);
    expect(await journal.compact(before, 9, years)).toBe(0);
    const [first, second, third] = journal.toHandOver;
    if (!first || !second || !third) return expect.unreachable();
    await journal.receipts(before, { receipts: [accepted(first)], documents: [] });
    expect(await journal.compact(before, 9, years)).toBe(0);
    const others = [accepted(second), refusedReceipt(third)];
    await journal.receipts(before, { receipts: others, documents: [] });
    expect(await journal.compact(before, 9, years)).toBe(2);
    expect([textsOf(journal.toHandOver), shownRefused(journal)]).toEqual([['vier'], ['drei']]);
  });

  it('an answer to a former number is no answer: another opId stands under it now', async () => {
    const { journal, three } = await decided();
    await journal.reopenFrom(1);
    await journal.changeIdentity();
    const [first] = journal.toHandOver;
    if (first === undefined) return expect.unreachable();
    await journal.receipts(before, { receipts: [{ ...accepted(first), opId: three.opId }], documents: [] });
    expect(textsOf(journal.toHandOver)).toEqual(['eins', 'zwei', 'drei', 'vier']);
  });
});
