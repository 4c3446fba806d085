import { keyOf } from '@amtsstube/shared/domain/documents';
import { epoch, opId } from '@amtsstube/shared/domain/ids';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import { describe, expect, it } from 'vitest';
import type { Journal } from './journal.ts';
import { accepted, forEachCrash, refusedReceipt, TestPc, textsOf } from './test-journal.ts';

const now = epoch.parse('e1');
const theCase = (seq: number): VersionedDocument => {
  const document = aCase({ eventCount: seq });
  return { collection: 'cases', id: document.id, seq, document };
};

/** A journal with these notes, nothing decided. */
async function withNotes(...texts: string[]) {
  const pc = new TestPc();
  const journal = await pc.open();
  const operations: DeskOperation[] = [];
  for (const text of texts) operations.push(await journal.append(pc.note(text)));
  return { pc, journal, operations };
}

const first = (operations: readonly DeskOperation[]) => operations[0] ?? expect.unreachable();
const shownRefused = (journal: Journal) => textsOf(journal.refused.map(({ operation }) => operation));

describe('[J4] the receipts of one answer', () => {
  it('are one record, in effect only after its flush, and still there after a restart', async () => {
    const { pc, journal, operations } = await withNotes('eins', 'zwei', 'drei');
    const seen: string[] = [];
    pc.disk.beforeOperation = (operation) => void seen.push(`${operation}, ${journal.open.length} open`);
    const receipts = operations.slice(0, 2).map((operation) => accepted(operation));
    expect(await journal.receipts(now, { receipts, documents: [theCase(2)] })).toBe('taken');
    expect(seen).toEqual(['write, 3 open', 'flush, 3 open']);
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect(textsOf(each.open)).toEqual(['drei']);
      expect([
        each.epoch,
        each.firstOpen,
        each.receiptOf(2) !== undefined,
        each.receiptOf(3) !== undefined,
      ]).toEqual([now, 3, true, false]);
      expect([...each.view(now).layer.values()]).toEqual([theCase(2)]);
    }
  });

  it('count all or not at all, wherever the power fails', async () => {
    const seen = new Set<number>();
    await forEachCrash(
      () => withNotes('eins', 'zwei', 'drei'),
      (journal) => {
        const receipts = journal.open.map((operation) => accepted(operation));
        return journal.receipts(now, { receipts, documents: [theCase(3)] });
      },
      async (pc, crash) => {
        const journal = await pc.open();
        const taken = journal.open.length === 0;
        expect([journal.open.length, journal.view(now).layer.size, journal.epoch], crash).toEqual(
          taken ? [0, 1, now] : [3, 0, null],
        );
        seen.add(journal.open.length);
      },
    );
    expect([...seen].sort()).toEqual([0, 3]);
  });

  it('that could not be written change nothing, and are taken when they come again', async () => {
    const { pc, journal, operations } = await withNotes('eins');
    const decisions = { receipts: [accepted(first(operations))], documents: [theCase(1)] };
    pc.disk.failNext('flush', 'io');
    await expect(journal.receipts(now, decisions)).rejects.toMatchObject({ code: 'io' });
    expect([journal.epoch, journal.open.length, journal.view(null).layer.size]).toEqual([null, 1, 0]);
    expect(await journal.receipts(now, decisions)).toBe('taken');
    expect((await pc.reopenAfterCrash()).open).toEqual([]);
  });

  it('[L4] of a document keep the newest, whatever comes later', async () => {
    const { pc, journal, operations } = await withNotes('eins', 'zwei');
    const [one, two] = operations.map((operation) => accepted(operation));
    if (one === undefined || two === undefined) return expect.unreachable();
    await journal.receipts(now, { receipts: [two], documents: [theCase(7)] });
    await journal.receipts(now, { receipts: [one], documents: [theCase(5)] });
    const key = keyOf({ collection: 'cases', id: theCase(7).id });
    expect(journal.view(now).layer.get(key)?.seq).toBe(7);
    journal.retire(now, [key]);
    expect(journal.view(now).layer.size).toBe(0);
    // the copy may have been lost meanwhile: it is retired anew
    expect((await pc.reopenAfterCrash()).view(now).layer.get(key)?.seq).toBe(7);
  });
});

describe('[S2] receipts that are not for this history', () => {
  it('of another operation under our number are not taken', async () => {
    const { pc, journal, operations } = await withNotes('eins');
    const foreign = accepted({ opId: opId.parse('foreign'), n: 1 });
    await journal.receipts(now, { receipts: [foreign], documents: [] });
    expect([journal.receiptOf(1) !== undefined, journal.open.length]).toEqual([false, 1]);
    await journal.receipts(now, { receipts: [foreign, accepted(first(operations))], documents: [] });
    expect([journal.receiptOf(1) !== undefined, journal.open.length]).toEqual([true, 0]);
    expect((await pc.reopenAfterCrash()).open).toEqual([]);
  });

  it('for numbers never given here are not taken, and lend none', async () => {
    const { journal, pc } = await withNotes('eins');
    await journal.receipts(now, { receipts: [accepted({ opId: opId.parse('x'), n: 2 })], documents: [] });
    expect(await journal.append(pc.note('zwei'))).toMatchObject({ n: 2 });
    expect(textsOf(journal.open)).toEqual(['eins', 'zwei']);
  });

  it('that came before are not written again, and the first one stands', async () => {
    const { pc, journal, operations } = await withNotes('eins');
    await journal.receipts(now, { receipts: [refusedReceipt(first(operations))], documents: [] });
    const before = await pc.bytes();
    await journal.receipts(now, { receipts: [accepted(first(operations))], documents: [theCase(1)] });
    expect(await pc.bytes()).toEqual(before);
    expect(shownRefused(journal)).toEqual(['eins']);
  });
});

describe('[J6] a refusal', () => {
  async function refusedNote() {
    const { pc, journal, operations } = await withNotes('eins', 'zwei', 'drei');
    const [one, two, three] = operations;
    if (!one || !two || !three) return expect.unreachable();
    const otherText = { ...accepted(three), result: { decided: 'alreadyReceived' as const } };
    await journal.receipts(now, { receipts: [accepted(one), refusedReceipt(two), otherText], documents: [] });
    return { pc, journal, two, three };
  }

  it('is shown with its text until the clerk takes note, also after a restart', async () => {
    const { pc, journal } = await refusedNote();
    expect(shownRefused(journal)).toEqual(['zwei', 'drei']);
    const again = await pc.reopenAfterCrash();
    expect(shownRefused(again)).toEqual(['zwei', 'drei']);
    expect(again.refused[0]?.receipt.result).toEqual({ decided: 'refused', reason: { code: 'noSuchCase' } });
    expect(again.open).toEqual([]);
  });

  it('the note is a record: it survives a restart, and takes off only this one', async () => {
    const { pc, journal, two } = await refusedNote();
    const before = (await pc.bytes()).length;
    await journal.dismiss(two.opId);
    expect((await pc.bytes()).length).toBeGreaterThan(before);
    expect(shownRefused(journal)).toEqual(['drei']);
    expect(shownRefused(await pc.reopenAfterCrash((unflushed) => unflushed))).toEqual(['drei']);
  });

  it('stays where the note could not be saved', async () => {
    const { pc, journal, two } = await refusedNote();
    pc.disk.failNext('write', 'quotaExceeded');
    await expect(journal.dismiss(two.opId)).rejects.toMatchObject({ code: 'quotaExceeded' });
    expect(shownRefused(journal)).toEqual(['zwei', 'drei']);
    expect(shownRefused(await pc.reopenAfterCrash())).toEqual(['zwei', 'drei']);
  });

  it('and what was taken note of both go along into a new identity', async () => {
    const { pc, journal, two, three } = await refusedNote();
    await journal.dismiss(two.opId);
    await journal.changeIdentity();
    expect(shownRefused(journal)).toEqual(['drei']);
    const again = await pc.reopenAfterCrash();
    expect(shownRefused(again)).toEqual(['drei']);
    await again.dismiss(three.opId);
    expect(shownRefused(await pc.reopenAfterCrash())).toEqual([]);
  });
});
