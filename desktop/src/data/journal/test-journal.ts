import { clerkId, epoch, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Receipt } from '@amtsstube/shared/replication/messages';
import { HostFailure } from '../../host/host.ts';
import { MemoryDisk } from '../../host/memory-disk.ts';
import { createMemoryHost } from '../../host/memory-host.ts';
import { TestEnvironment } from '../test-environment.ts';
import { keyFileLength, webCipher } from './cipher.ts';
import { type Journal, openJournal } from './journal.ts';
import type { JournalIdentity } from './journal-options.ts';

export const identity: JournalIdentity = {
  municipalityId: municipalityId.parse('musterstadt'),
  clerkId: clerkId.parse('anna'),
};

/** 48 bytes; another number is another key under another id. */
export function aKeyFile(filledWith = 7): Uint8Array {
  return new Uint8Array(keyFileLength).fill(filledWith);
}

/** For tests: one PC with its disk and its clock. Opening twice is a restart of the program. */
export class TestPc {
  readonly disk: MemoryDisk;
  readonly environment = new TestEnvironment();
  #notes = 0;

  constructor(disk: MemoryDisk = new MemoryDisk()) {
    this.disk = disk;
  }

  async open(keyFile = aKeyFile(), who = identity): Promise<Journal> {
    return openJournal({
      files: createMemoryHost(this.disk).journals,
      cipher: await webCipher(keyFile),
      environment: this.environment,
      identity: who,
    });
  }

  /** The power fails; of what was not flushed, `keep` bytes survive. */
  async reopenAfterCrash(keep?: (unflushed: number) => number): Promise<Journal> {
    this.disk.beforeOperation = undefined;
    this.disk.crash(keep);
    return this.open();
  }

  /** What a screen would hand to the journal, with an id of its own. */
  note(text = 'Steuermarke fehlt') {
    this.#notes += 1;
    return {
      opId: opId.parse(`note-${this.#notes}`),
      kind: 'addNote',
      v: 1,
      payload: { caseId: 'case-1', text },
      at: this.environment.now(),
    };
  }

  /** The one journal on this disk, as it is on disk. */
  get journalName(): string {
    const [name, ...others] = this.disk.journalNames();
    if (name === undefined || others.length > 0) throw new Error(`not one journal but ${others.length + 1}`);
    return name;
  }

  bytes(): Promise<Uint8Array> {
    return this.disk.openJournal(this.journalName).readAll();
  }

  async replaceBytes(bytes: Uint8Array): Promise<void> {
    const raw = this.disk.openJournal(this.journalName);
    await raw.truncate(0);
    await raw.writeAt(0, bytes);
    await raw.flush();
  }
}

export function accepted({ opId: id, n }: Pick<DeskOperation, 'opId' | 'n'>, seq = n): Receipt {
  const decidedAt = new TestEnvironment().now();
  return { opId: id, n, seq, decidedAt, result: { decided: 'accepted' } };
}

export function refusedReceipt(operation: Pick<DeskOperation, 'opId' | 'n'>): Receipt {
  return { ...accepted(operation), result: { decided: 'refused', reason: { code: 'noSuchCase' } } };
}

/** The notes' texts, in order. */
export function textsOf(operations: readonly Pick<DeskOperation, 'payload'>[]): string[] {
  return operations.map(({ payload }) => (payload as { text: string }).text);
}

/** Of the receipts in `decided`. */
export const firstEpoch = epoch.parse('e1');
const decidedCase = aCase();
/** The document those receipts brought. */
export const decidedLayer = [
  { collection: 'cases' as const, id: decidedCase.id, seq: 3, document: decidedCase },
];

/** Four notes; the first three decided, the third of them refused. */
export async function decided() {
  const pc = new TestPc();
  const journal = await pc.open();
  for (const text of ['eins', 'zwei', 'drei', 'vier']) await journal.append(pc.note(text));
  const [one, two, three] = journal.open;
  if (!one || !two || !three) throw new Error('a journal that lost what was just written');
  const receipts = [accepted(one), accepted(two), refusedReceipt(three)];
  await journal.receipts(firstEpoch, { receipts, documents: decidedLayer });
  return { pc, journal, one, two, three };
}

/** Runs `work` once per disk operation that it makes, and loses the power right before that one. */
export async function forEachCrash(
  prepare: () => Promise<{ pc: TestPc; journal: Journal }>,
  work: (journal: Journal) => Promise<unknown>,
  check: (pc: TestPc, crash: string) => Promise<void>,
): Promise<void> {
  const count = async (stopAt: number, kept: number) => {
    const { pc, journal } = await prepare();
    let done = 0;
    pc.disk.beforeOperation = (operation) => {
      done += 1;
      if (done === stopAt) pc.disk.crash((unflushed) => Math.floor(unflushed * kept));
      if (done >= stopAt) throw new HostFailure('io', `the power failed before ${operation} ${done}`);
    };
    await work(journal).catch((error: unknown) => {
      if (!(error instanceof HostFailure)) throw error;
    });
    pc.disk.beforeOperation = undefined;
    pc.disk.crash();
    await check(pc, `before operation ${stopAt}, ${kept} of what was not flushed kept`);
    return done;
  };
  const operations = await count(Number.POSITIVE_INFINITY, 0);
  for (let stopAt = 1; stopAt <= operations; stopAt += 1) {
    for (const kept of [0, 0.3, 0.7, 1]) await count(stopAt, kept);
  }
}
