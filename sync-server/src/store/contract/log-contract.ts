import { opId } from '@amtsstube/shared/domain/ids';
import { expect, it } from 'vitest';
import type { Read, Store, Tx } from '../store.ts';
import { aLogRow, anEffect, at, clerk, device, otherDevice, town } from './contract-builders.ts';

/** The log with its payloads, the journals known, and what is to be done after commits. */
export function logContract(current: () => Store): void {
  const write = (f: (tx: Tx) => Promise<void>) => current().transact(town, f);
  const read = <T>(f: (read: Read) => Promise<T>) => current().snapshot(town, f);

  it('[S2] a decision is found by opId and by seq, exactly as it was logged', async () => {
    const accepted = aLogRow(1, {
      deviceId: null,
      n: null,
      actor: { kind: 'citizen' },
      result: { decided: 'accepted' },
    });
    await write((tx) => tx.appendLog(accepted, { text: 'ä' }));
    await write((tx) => tx.appendLog(aLogRow(2), null));
    expect(await read((log) => log.logByOpId(accepted.opId))).toEqual(accepted);
    expect(await read((log) => log.logBySeq(2))).toEqual(aLogRow(2));
    expect(await read((log) => log.logByOpId(opId.parse('never')))).toBeUndefined();
    expect(await read((log) => log.logBySeq(3))).toBeUndefined();
  });

  it('[S5] decisions of one device from a number on, by number', async () => {
    const rows = [
      aLogRow(1, { n: 1 }),
      aLogRow(2, { deviceId: otherDevice, n: 1 }),
      aLogRow(3, { deviceId: null, n: null }),
      aLogRow(4, { n: 2 }),
      aLogRow(5, { n: 4 }),
    ];
    for (const row of rows) await write((tx) => tx.appendLog(row, null));
    const numbers = async (from: number) =>
      (await read((log) => log.logOfDevice(device, from))).map(({ seq }) => seq);
    expect(await numbers(1)).toEqual([1, 4, 5]);
    expect(await numbers(2)).toEqual([4, 5]);
    expect(await numbers(5)).toEqual([]);
  });

  it('[S4] the log comes in order and in pages', async () => {
    for (const seq of [1, 2, 3]) await write((tx) => tx.appendLog(aLogRow(seq), null));
    expect((await read((log) => log.log(0, 2))).map(({ seq }) => seq)).toEqual([1, 2]);
    expect((await read((log) => log.log(2, 2))).map(({ seq }) => seq)).toEqual([3]);
  });

  it('the log of one kind comes in order and in pages', async () => {
    for (const seq of [1, 2, 3, 4, 5])
      await write((tx) => tx.appendLog(aLogRow(seq, seq === 2 ? {} : { kind: 'removeAttachment' }), null));
    const ofKind = async (after: number) =>
      (await read((log) => log.logOfKind('removeAttachment', after, 2))).map(({ seq }) => seq);
    expect(await ofKind(0)).toEqual([1, 3]);
    expect(await ofKind(3)).toEqual([4, 5]);
    expect(await ofKind(5)).toEqual([]);
  });

  it('[S11] a payload lies apart from the log: any JSON, also null; what was never kept is undefined', async () => {
    const payloads = [{ text: 'Straße 1', nested: [1, { a: null }] }, null, 'text', 0, undefined];
    for (const [index, payload] of payloads.entries())
      await write((tx) => tx.appendLog(aLogRow(index + 1), payload));
    for (const [index, payload] of payloads.entries()) {
      expect(await read((log) => log.payload(aLogRow(index + 1).opId))).toEqual(payload);
    }
    expect(await read((log) => log.payload(opId.parse('never')))).toBeUndefined();
  });

  it('[S2] a device is kept with its clerk and its last number', async () => {
    expect(await read((store) => store.device(device))).toBeUndefined();
    await write((tx) => tx.putDevice({ deviceId: device, clerkId: clerk, lastN: 1 }));
    await write((tx) => tx.putDevice({ deviceId: device, clerkId: clerk, lastN: 7 }));
    expect(await read((store) => store.device(device))).toEqual({
      deviceId: device,
      clerkId: clerk,
      lastN: 7,
    });
    expect(await read((store) => store.device(otherDevice))).toBeUndefined();
  });

  it('[S10] effects come when due, oldest first in order of arrival; a postponed one later; a performed one never', async () => {
    await write(async (tx) => {
      for (const id of ['9.0', '9.1', '10.0']) await tx.addEffect(anEffect(id, { dueAt: at(1) }));
      await tx.addEffect(anEffect('11.0', { dueAt: at(0) }));
      await tx.addEffect(anEffect('12.0', { dueAt: at(9) }));
    });
    const due = async (minutes: number, limit = 10) =>
      (await read((store) => store.dueEffects(at(minutes), limit))).map(({ id }) => id);
    expect(await due(1)).toEqual(['11.0', '9.0', '9.1', '10.0']);
    expect(await due(1, 2)).toEqual(['11.0', '9.0']);
    await write(async (tx) => {
      await tx.postponeEffect('9.0', 3, at(5));
      await tx.removeEffect('11.0');
    });
    expect(await due(1)).toEqual(['9.1', '10.0']);
    expect(await due(9)).toEqual(['9.1', '10.0', '9.0', '12.0']);
    const postponed = (await read((store) => store.dueEffects(at(9), 10)))[2];
    expect(postponed).toEqual(anEffect('9.0', { attempts: 3, dueAt: at(5) }));
  });

  it('[S10] the effects of one decision, in order, and of no other', async () => {
    await write(async (tx) => {
      for (const id of ['1.0', '1.1', '11.0', '2.0']) await tx.addEffect(anEffect(id));
      await tx.removeEffect('2.0');
    });
    const of = async (seq: number) => (await read((store) => store.effectsOf(seq))).map(({ id }) => id);
    expect([await of(1), await of(11), await of(2)]).toEqual([['1.0', '1.1'], ['11.0'], []]);
  });

  it('[S10] an effect is written once', async () => {
    await write((tx) => tx.addEffect(anEffect('1.0')));
    await expect(write((tx) => tx.addEffect(anEffect('1.0')))).rejects.toThrow();
    expect(await read((store) => store.dueEffects(at(0), 10))).toEqual([anEffect('1.0')]);
  });
}
