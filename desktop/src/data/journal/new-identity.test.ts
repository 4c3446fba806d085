import { epoch } from '@amtsstube/shared/domain/ids';
import { instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
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
const layer = decidedLayer;
const numbers = (journal: Journal) => journal.open.map(({ n }) => n);
const shownRefused = (journal: Journal) => textsOf(journal.refused.map(({ operation }) => operation));

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

describe('[J1] a former file that can’t be removed', () => {
  it('is removed before another one is begun, so that a start never finds two journals', async () => {
    const { pc, journal } = await decided();
    pc.disk.failNext('remove');
    await journal.changeIdentity();
    expect(pc.disk.journalNames()).toHaveLength(2);
    await journal.append(pc.note('fünf'));
    await journal.changeIdentity();
    expect(pc.disk.journalNames()).toEqual([`journal.${journal.deviceId}`]);
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['vier', 'fünf']);
  });

  it('still not then: no other one is begun, and the present one goes on', async () => {
    const { pc, journal } = await decided();
    pc.disk.failNext('remove');
    await journal.changeIdentity();
    const { deviceId } = journal;
    pc.disk.failNext('remove');
    await expect(journal.changeIdentity()).rejects.toMatchObject({ code: 'io' });
    await journal.append(pc.note('fünf'));
    const again = await pc.reopenAfterCrash();
    expect([again.deviceId, textsOf(again.open)]).toEqual([deviceId, ['vier', 'fünf']]);
  });

  it('an unfinished one neither stays nor is written on', async () => {
    const { pc, journal } = await decided();
    pc.disk.failNext('flush');
    // opening the new file flushes it first
    pc.disk.failNext('remove');
    await expect(journal.changeIdentity()).rejects.toMatchObject({ code: 'io' });
    await journal.append(pc.note('fünf'));
    await journal.changeIdentity();
    expect(pc.disk.journalNames()).toEqual([`journal.${journal.deviceId}`]);
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['vier', 'fünf']);
  });
});

describe('[S3] what was refused and sent once more', () => {
  it('is left out where a restore lost the refusal: only the later one is handed over', async () => {
    const { pc, journal, three } = await decided();
    await journal.append(pc.note('drei, noch einmal'), three.opId);
    const [four, again] = journal.open;
    if (!four || !again) return expect.unreachable();
    await journal.receipts(before, { receipts: [accepted(four), accepted(again)], documents: [] });
    await journal.reopen(before, after, 1);
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect(each.holdsSuperseded).toBe(true);
      expect(textsOf(each.open)).toEqual(['zwei', 'vier', 'drei, noch einmal']);
    }
    const restarted = await pc.reopenAfterCrash();
    await restarted.changeIdentity();
    for (const each of [restarted, await pc.reopenAfterCrash()]) {
      expect([each.holdsSuperseded, numbers(each)]).toEqual([false, [2, 3, 4]]);
      expect(textsOf(each.toHandOver)).toEqual(['eins', 'zwei', 'vier', 'drei, noch einmal']);
      expect(shownRefused(each)).toEqual([]);
    }
  });

  it('is remembered as such by a journal that was written anew', async () => {
    const { pc, journal, three } = await decided();
    await journal.append(pc.note('drei, noch einmal'), three.opId);
    await journal.changeIdentity();
    const again = await pc.reopenAfterCrash();
    await again.reopen(before, after, 0);
    expect([again.holdsSuperseded, textsOf(again.open)]).toEqual([
      true,
      ['eins', 'zwei', 'vier', 'drei, noch einmal'],
    ]);
  });
});

describe('[L8] [J1] a new identity while the copy of a former epoch is on screen', () => {
  it('leaves that copy what was known over it', async () => {
    const { journal } = await decided();
    await journal.reopen(before, after, 1);
    await journal.changeIdentity();
    expect(textsOf(journal.view(before).open)).toEqual(['vier']);
    expect([...journal.view(before).layer.values()]).toEqual(layer);
    expect(textsOf(journal.view(after).open)).toEqual(['zwei', 'drei', 'vier']);
  });
});

describe('[S2] an answer to a question of a former identity', () => {
  it('is void: its numbers say nothing of the present one', async () => {
    const { pc, journal } = await decided();
    const former = journal.deviceId;
    await journal.changeIdentity();
    const bytes = await pc.bytes();
    const [first] = journal.toHandOver;
    if (first === undefined) return expect.unreachable();
    const receipts = [accepted(first)];
    expect(await journal.receipts(before, { receipts, documents: [] }, former)).toBe('void');
    expect(await journal.reopen(before, after, 8, former)).toBe('void');
    expect(await pc.bytes()).toEqual(bytes);
    expect(await journal.reopen(before, after, 0, journal.deviceId)).toBe('taken');
    expect(textsOf(journal.open)).toEqual(['eins', 'zwei', 'drei', 'vier']);
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
