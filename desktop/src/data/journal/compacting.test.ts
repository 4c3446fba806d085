import { epoch } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { type Journal, restoreWindow } from './journal.ts';
import { isFileOf, journalFileName } from './journal-options.ts';
import { scan } from './record-format.ts';
import { accepted, aKeyFile, forEachCrash, refusedReceipt, TestPc, textsOf } from './test-journal.ts';

const present = epoch.parse('e1');
const document = aCase();
const layer = [{ collection: 'cases' as const, id: document.id, seq: 5, document }];

/** Six notes: two accepted, one refused and noted, one refused, one accepted after what is verified, one open. */
async function decided() {
  const pc = new TestPc();
  const journal = await pc.open();
  for (const text of ['eins', 'zwei', 'drei', 'vier', 'fünf', 'sechs']) await journal.append(pc.note(text));
  const [one, two, three, four, five] = journal.open;
  if (!one || !two || !three || !four || !five) return expect.unreachable();
  const receipts = [
    accepted(one),
    accepted(two),
    refusedReceipt(three),
    refusedReceipt(four),
    accepted(five),
  ];
  await journal.receipts(present, { receipts, documents: layer });
  await journal.dismiss(three.opId);
  return { pc, journal, at: accepted(one).decidedAt };
}

const later = (at: Instant, milliseconds: number) => instantOf(millisecondsOf(at) + milliseconds);
const monthLater = (at: Instant) => later(at, restoreWindow + 1);

/** All that a desk sees of a journal. */
const stateOf = (journal: Journal) => ({
  deviceId: journal.deviceId,
  epoch: journal.epoch,
  firstOpen: journal.firstOpen,
  open: textsOf(journal.open),
  refused: textsOf(journal.refused.map(({ operation }) => operation)),
  layer: [...journal.view(journal.epoch).layer.values()],
  receipts: [4, 5].map((n) => journal.receiptOf(n) !== undefined),
});

describe('[J5] an entry leaves the journal', () => {
  it('once it is decided, noted where refused, verified and older than the restore window', async () => {
    const { pc, journal, at } = await decided();
    const before = stateOf(journal);
    // three went out of sight of the clerk; four is still shown; five's copy isn't verified
    expect(await journal.compact(present, 4, monthLater(at))).toBe(3);
    expect(stateOf(journal)).toEqual(before);
    expect(stateOf(await pc.reopenAfterCrash())).toEqual(before);
    expect(before).toMatchObject({
      firstOpen: 6,
      open: ['sechs'],
      refused: ['vier'],
      receipts: [true, true],
    });
  });

  const tooEarly: readonly [string, (at: Instant) => Parameters<Journal['compact']>][] = [
    ['within the restore window', (at) => [present, 9, later(at, restoreWindow - 1)]],
    ['decided after what was verified', (at) => [present, 0, monthLater(at)]],
    ['while a copy of another epoch is on screen', (at) => [epoch.parse('e2'), 9, monthLater(at)]],
  ];
  it.each(tooEarly)('never %s', async (_when, given) => {
    const { pc, journal, at } = await decided();
    const bytes = await pc.bytes();
    expect(await journal.compact(...given(at))).toBe(0);
    expect(await pc.bytes()).toEqual(bytes);
  });

  it('and is asked for by its number no more: numbers go on, also when nothing is left', async () => {
    const { pc, journal, at } = await decided();
    const [six] = journal.open;
    if (!six) return expect.unreachable();
    await journal.receipts(present, { receipts: [accepted(six)], documents: [] });
    for (const { operation } of journal.refused) await journal.dismiss(operation.opId);
    expect(await journal.compact(present, 9, monthLater(at))).toBe(6);
    for (const each of [journal, await pc.reopenAfterCrash()]) {
      expect([each.firstOpen, each.open.length, each.refused.length]).toEqual([7, 0, 0]);
    }
    const again = await pc.reopenAfterCrash();
    expect(await again.append(pc.note('sieben'))).toMatchObject({ n: 7, deviceId: journal.deviceId });
  });

  it('a second time, and a third: one file is there, and never a number twice', async () => {
    const { pc, journal, at } = await decided();
    await journal.compact(present, 2, monthLater(at));
    await journal.compact(present, 9, monthLater(at));
    const [six] = journal.open;
    if (!six) return expect.unreachable();
    await journal.receipts(present, { receipts: [accepted(six)], documents: [] });
    expect(await journal.compact(present, 9, monthLater(at))).toBe(1);
    expect(pc.journalName).toBe(journalFileName(journal.deviceId, 3));
    expect(textsOf((await pc.reopenAfterCrash()).refused.map(({ operation }) => operation))).toEqual([
      'vier',
    ]);
  });
});

describe('[J9] what is let go', () => {
  it('is erased from the file: shorter, and no record of the old one fits into the new', async () => {
    const { pc, journal, at } = await decided();
    const old = await pc.bytes();
    await journal.compact(present, 4, monthLater(at));
    const bytes = await pc.bytes();
    expect(bytes.length).toBeLessThan(old.length);
    const ordinals = (file: Uint8Array) =>
      scan(file)
        .bodies.slice(1)
        .map((body) => new DataView(body.buffer, body.byteOffset).getUint32(1, true));
    const [newest] = ordinals(old).toSorted((a, b) => b - a);
    for (const ordinal of ordinals(bytes)) expect(ordinal).toBeGreaterThan(newest ?? 0);
  });

  it('is gone or not, but never anything else, wherever the power fails', async () => {
    const outcomes = new Set<number>();
    let expected: ReturnType<typeof stateOf> | undefined;
    await forEachCrash(
      async () => {
        const { pc, journal } = await decided();
        expected = stateOf(journal);
        return { pc, journal };
      },
      (journal) => journal.compact(present, 4, monthLater(instantOf(Date.UTC(2026, 10, 23, 8)))),
      async (pc, crash) => {
        const journal = await pc.open();
        expect({ ...stateOf(journal), deviceId: '' }, crash).toEqual({ ...expected, deviceId: '' });
        outcomes.add(scan(await pc.bytes()).bodies.length);
        expect(await journal.append(pc.note('sieben')), crash).toMatchObject({ n: 7 });
        await journal.close();
        const again = await pc.open();
        expect(textsOf(again.open), crash).toEqual(['sechs', 'sieben']);
        await again.close();
      },
    );
    // with and without: both happened
    expect(outcomes.size).toBeGreaterThan(1);
  });

  it('a full disk: nothing happens, and what is appended then is kept', async () => {
    const { pc, journal, at } = await decided();
    const before = stateOf(journal);
    pc.disk.failNext('write', 'quotaExceeded');
    await expect(journal.compact(present, 4, monthLater(at))).rejects.toMatchObject({
      code: 'quotaExceeded',
    });
    expect(stateOf(journal)).toEqual(before);
    await journal.append(pc.note('sieben'));
    expect(textsOf((await pc.reopenAfterCrash()).open)).toEqual(['sechs', 'sieben']);
  });

  it('a damaged header of a rewritten file costs nothing behind it', async () => {
    const { pc, journal, at } = await decided();
    const before = stateOf(journal);
    await journal.compact(present, 4, monthLater(at));
    await journal.close();
    const bytes = await pc.bytes();
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    await pc.replaceBytes(bytes);
    const again = await pc.open(aKeyFile());
    expect(stateOf(again)).toEqual(before);
    expect(await again.compact(present, 9, monthLater(at))).toBe(1);
  });
});

it('a journal’s files are told by their names, of whichever generation, and no other’s', async () => {
  const { journal } = await decided();
  const { deviceId } = journal;
  const own = [0, 1, 12].map((generation) => journalFileName(deviceId, generation));
  expect(own.map((name) => isFileOf(deviceId, name))).toEqual([true, true, true]);
  for (const name of [`${own[0]}.x`, `${own[0]}1`, `${own[0]}.1.2`, 'journal.other'])
    expect(isFileOf(deviceId, name), name).toBe(false);
});
