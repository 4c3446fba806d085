import { epoch } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import type { OperationsAnswer, OperationsRequest } from '@amtsstube/shared/replication/messages';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHost } from '../host/memory-host.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { anna, answerFor, bernd, VaultPc } from '../vault/test-vaults.ts';
import { handOverFor, leaveForColleagues } from './colleague-journals.ts';
import { type Journal, openJournal, restoreWindow } from './journal/journal.ts';
import { accepted, TestPc, textsOf } from './journal/test-journal.ts';
import type { Answered, TransportFailure } from './sync/transport.ts';

const town = epoch.parse('e-1');
let pc: VaultPc;
let ofAnna: OpenVault;
let ofBernd: OpenVault;
let notes: TestPc;
/** What the line carried. */
let sent: { readonly credential: string; readonly request: OperationsRequest }[];
/** What it answers, one after another; then it accepts whatever comes. */
let answers: (Partial<Extract<OperationsAnswer, { result: 'decided' }>> | TransportFailure)[];

beforeEach(async () => {
  pc = new VaultPc();
  notes = new TestPc(pc.disk);
  sent = [];
  answers = [];
  const { vaults, vault, answer } = await pc.withVault();
  const other = await vaults.signedIn(answerFor(bernd, answer), 'bernd@example.org', 'ein anderes Wort');
  if (other === undefined) throw new Error('no vault');
  [ofAnna, ofBernd] = [vault, other];
});

const host = () => createMemoryHost(pc.disk);
const journalOfAnna = (): Promise<Journal> =>
  openJournal({
    files: host().journals,
    cipher: ofAnna.journal,
    environment: unique,
    identity: { municipalityId: ofAnna.who.municipalityId, clerkId: anna },
  });
const unique = {
  now: () => notes.environment.now(),
  newId: () => globalThis.crypto.randomUUID(),
  randomBytes: (length: number) => notes.environment.randomBytes(length),
};

/** Anna wrote two notes, left the right to hand them over, and is gone. */
async function annaIsAway(credential = 'right-1'): Promise<Journal['deviceId']> {
  const journal = await journalOfAnna();
  await journal.append(notes.note('erstens'));
  await journal.append(notes.note('zweitens'));
  await leaveForColleagues({ host: host(), vault: ofAnna }, journal.deviceId, credential, notes.environment);
  await journal.close();
  return journal.deviceId;
}

const berndHandsOver = () =>
  handOverFor(
    anna,
    { host: host(), vault: ofBernd },
    (credential) => ({
      handOver: async (request): Promise<Answered<OperationsAnswer>> => {
        sent.push({ credential, request });
        const next = answers.shift() ?? {};
        if (typeof next === 'string') return { ok: false, failure: next };
        return {
          ok: true,
          answer: {
            result: 'decided',
            epoch: town,
            serverTime: notes.environment.now(),
            serverVersion: '1.0.0',
            decisions: { receipts: request.operations.map((each) => accepted(each)), documents: [] },
            expect: null,
            counterReused: false,
            notNow: null,
            ...next,
          },
        };
      },
    }),
    notes.environment,
    new AbortController().signal,
  );

describe('[J7] a colleague’s journal', () => {
  it('is handed over by the right she left, under the device’s key, and she finds it receipted', async () => {
    await annaIsAway();
    expect(await berndHandsOver()).toBe(0);
    expect(sent.map(({ credential }) => credential)).toEqual(['right-1']);
    expect(textsOf(sent[0]?.request.operations ?? [])).toEqual(['erstens', 'zweitens']);
    const journal = await journalOfAnna();
    expect(journal.open).toEqual([]);
    await journal.close();
    expect(await berndHandsOver()).toBe(0);
    expect(sent.length).toBe(1);
  });

  it('waits while the line is down or the right is gone, and says how much', async () => {
    await annaIsAway();
    for (const failure of ['network', 'signedOut'] as const) {
      answers = [failure];
      expect(await berndHandsOver()).toBe(2);
    }
    expect(await berndHandsOver()).toBe(0);
  });

  it('can’t be handed over where she left no right, or another device’s key sealed it', async () => {
    expect(await berndHandsOver()).toBeUndefined();
    await annaIsAway();
    const sealed = (await host().files.read(`colleague.${anna}`)) ?? new Uint8Array();
    sealed[20] = (sealed[20] ?? 0) ^ 1;
    await host().files.write(`colleague.${anna}`, sealed);
    expect(await berndHandsOver()).toBeUndefined();
    expect(sent).toEqual([]);
  });

  it('keeps its identity in a colleague’s hands: a new one is made when she is back, and nothing is out of reach', async () => {
    const deviceId = await annaIsAway();
    const reused = { counterReused: true, decisions: { receipts: [], documents: [] } };
    answers = [reused, reused];
    expect([await berndHandsOver(), await berndHandsOver()]).toEqual([2, 2]);
    expect(sent.map(({ request }) => request.deviceId)).toEqual([deviceId, deviceId]);
    const journal = await journalOfAnna();
    expect([journal.deviceId, textsOf(journal.open)]).toEqual([deviceId, ['erstens', 'zweitens']]);
    await journal.close();
  });

  it('gives a server that was put back by hand again what it lacks, without a pull', async () => {
    await annaIsAway();
    await berndHandsOver();
    const journal = await journalOfAnna();
    await journal.append(notes.note('drittens'));
    await journal.close();
    const lacking = { expect: 1, decisions: { receipts: [], documents: [] } };
    answers = [lacking, lacking];
    expect(await berndHandsOver()).toBe(0);
    expect(textsOf(sent.at(-1)?.request.operations ?? [])).toEqual(['erstens', 'zweitens', 'drittens']);
  });

  it('keeps its identity where a number is gone for good: what is behind it waits for her', async () => {
    const deviceId = await annaIsAway();
    await berndHandsOver();
    const journal = await journalOfAnna();
    const years = instantOf(Date.parse(notes.environment.now()) + 2 * restoreWindow);
    expect(await journal.compact(town, 99, years)).toBe(2);
    await journal.append(notes.note('drittens'));
    await journal.close();
    const lacking = { expect: 1, decisions: { receipts: [], documents: [] } };
    answers = [lacking, lacking, lacking, lacking];
    expect([await berndHandsOver(), await berndHandsOver()]).toEqual([1, 1]);
    const again = await journalOfAnna();
    expect([again.deviceId, textsOf(again.open)]).toEqual([deviceId, ['drittens']]);
    await again.close();
  });

  it('that goes on under another identity than the right was left for: nobody says that nothing waits', async () => {
    await annaIsAway();
    const journal = await journalOfAnna();
    await journal.changeIdentity();
    await journal.close();
    expect(await berndHandsOver()).toBeUndefined();
    expect(sent).toEqual([]);
  });
});
