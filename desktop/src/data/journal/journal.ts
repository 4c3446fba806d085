import type { Key } from '@amtsstube/shared/domain/documents';
import {
  type DeviceId,
  deviceId as deviceIdSchema,
  type Epoch,
  type OpId,
} from '@amtsstube/shared/domain/ids';
import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Decisions, Receipt } from '@amtsstube/shared/replication/messages';
import { Subject } from 'rxjs';
import { HostFailure, type JournalFile } from '../../host/host.ts';
import { FilesBeside } from './files-beside.ts';
import type { Done, Journal } from './journal-interface.ts';
import { type JournalNotice, type JournalOptions, journalFileName } from './journal-options.ts';
import { JournalState, type JournalView, type RefusedOperation } from './journal-state.ts';
import { openJournalFile } from './open-journal-file.ts';
import { encodeHeader, encodeRecord } from './record-codec.ts';
import type { JournalHeader, JournalRecord } from './records.ts';

export type { Journal } from './journal-interface.ts';

/** Longer ago than this no backup is restored that lacks what was decided (J5). */
export const restoreWindow = 30 * 24 * 60 * 60 * 1000;

/**
 * Opens this clerk's journal or makes one. One appender (J2): every write goes through one queue.
 * @throws JournalLocked when the file is of another key or a newer program; it stays as it is
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const opened = await openJournalFile(options);
  const journal = new FileJournal(options, opened.file, opened.header, opened.ordinal, opened.notice);
  for (const record of opened.records) journal.state.take(record);
  return journal;
}

class FileJournal implements Journal {
  state = new JournalState();
  readonly notice: JournalNotice | undefined;
  readonly #changed = new Subject<void>();
  readonly changed$ = this.#changed.asObservable();
  readonly #options: JournalOptions;
  #file: JournalFile;
  #header: JournalHeader;
  #ordinal: number;
  #queue: Promise<unknown> = Promise.resolve();
  readonly #beside: FilesBeside;

  constructor(
    options: JournalOptions,
    file: JournalFile,
    header: JournalHeader,
    ordinal: number,
    notice: JournalNotice | undefined,
  ) {
    this.#options = options;
    this.#beside = new FilesBeside(options.files);
    this.#file = file;
    this.#header = header;
    this.#ordinal = ordinal;
    this.notice = notice;
  }

  get deviceId(): DeviceId {
    return this.#header.deviceId;
  }
  get epoch(): Epoch | null {
    return this.state.epoch;
  }
  get open(): readonly DeskOperation[] {
    return this.state.open;
  }
  get toHandOver(): readonly DeskOperation[] {
    return this.state.toHandOver;
  }
  get holdsSuperseded(): boolean {
    return this.state.holdsSuperseded;
  }
  get operations(): readonly DeskOperation[] {
    return this.state.operations;
  }
  get firstOpen(): number {
    return this.toHandOver[0]?.n ?? this.state.nextN;
  }
  get refused(): readonly RefusedOperation[] {
    return this.state.refused;
  }
  view(epoch: Epoch | null): JournalView {
    return this.state.view(epoch);
  }
  receiptOf(n: number): Receipt | undefined {
    return this.state.receiptOf(n);
  }
  insteadOf(opId: OpId): OpId | undefined {
    return this.state.insteadOf(opId);
  }
  retire(epoch: Epoch | null, keys: readonly Key[]): void {
    this.state.retire(epoch, keys);
  }

  append(done: Done, insteadOf?: OpId): Promise<DeskOperation> {
    return this.#exclusive(async () => {
      const operation = this.#numbered(done);
      await this.#write({ record: 'operation', operation, ...(insteadOf && { insteadOf }) });
      return operation;
    });
  }

  appendUnless<Objection>(
    done: Done,
    objection: () => Promise<Objection | undefined>,
    insteadOf?: OpId,
  ): Promise<Objection | undefined> {
    return this.#exclusive(async () => {
      const operation = this.#numbered(done);
      const record: JournalRecord = { record: 'operation', operation, ...(insteadOf && { insteadOf }) };
      // sealing is done elsewhere than in this thread; where it is in vain, nobody ever sees it
      const [sealed, objected] = await Promise.all([this.#seal(record), objection()]);
      if (objected === undefined) await this.#writeSealed(record, sealed);
      return objected;
    });
  }

  receipts(epoch: Epoch, decisions: Decisions, askedAs = this.deviceId): Promise<'taken' | 'void'> {
    return this.#exclusive(async () => {
      if (askedAs !== this.deviceId) return 'void';
      if (this.epoch !== null && this.epoch !== epoch) return 'void';
      const receipts = decisions.receipts.filter((receipt) => this.state.isNews(receipt));
      if (receipts.length === 0 && this.epoch === epoch) return 'taken';
      await this.#write({
        record: 'receipts',
        epoch,
        decisions: { receipts, documents: decisions.documents },
      });
      return 'taken';
    });
  }

  reopen(
    asked: Epoch | null,
    epoch: Epoch,
    lastN: number,
    askedAs = this.deviceId,
  ): Promise<'taken' | 'void'> {
    return this.#exclusive(async () => {
      // so many of another identity's: of this one's the server may have lost any
      if (askedAs !== this.deviceId) return 'void';
      if (this.epoch === epoch) return 'taken';
      if (this.epoch !== null && this.epoch !== asked) return 'void';
      await this.#write({ record: 'reopen', epoch, lastN });
      return 'taken';
    });
  }

  reopenFrom(n: number, keepsIdentity = false): Promise<'reopened' | 'gap'> {
    return this.#exclusive(async () => {
      // without an epoch nothing was ever receipted
      if (this.epoch === null) return 'reopened';
      const isGap = n < this.state.nextN && !this.operations.some((operation) => operation.n === n);
      if (isGap && keepsIdentity) return 'gap';
      await this.#write({ record: 'reopen', epoch: this.epoch, lastN: n - 1 });
      if (isGap) await this.#goOnAnew();
      return 'reopened';
    });
  }

  dismiss(opId: OpId): Promise<void> {
    return this.#exclusive(() => this.#write({ record: 'dismiss', opId }));
  }

  changeIdentity(): Promise<void> {
    return this.#exclusive(() => this.#goOnAnew());
  }

  compact(epoch: Epoch, verifiedSeq: number, now: Instant): Promise<number> {
    return this.#exclusive(async () => {
      await this.#beside.clearAway();
      if (this.epoch !== epoch) return 0;
      const before = millisecondsOf(now) - restoreWindow;
      const { records, gone } = this.state.without(
        ({ seq, decidedAt }) => seq <= verifiedSeq && millisecondsOf(decidedAt) < before,
      );
      if (gone === 0) return 0;
      const generation = (this.#header.rewrite?.generation ?? 0) + 1;
      await this.#goOnIn(
        { ...this.#header, continues: null, rewrite: { generation, records: records.length } },
        records,
      );
      return gone;
    });
  }

  async close(): Promise<void> {
    await this.#exclusive(() => this.#file.close());
    this.#changed.complete();
  }

  #numbered(done: Done): DeskOperation {
    return { ...done, deviceId: this.deviceId, n: this.state.nextN };
  }

  async #write(record: JournalRecord): Promise<void> {
    await this.#writeSealed(record, await this.#seal(record));
  }

  /** As the next record. Its ordinal counts as used only once it is written. */
  #seal(record: JournalRecord): Promise<Uint8Array> {
    const nonce = this.#options.environment.randomBytes(12);
    return encodeRecord(this.#options.cipher, this.deviceId, this.#ordinal + 1, nonce, record);
  }

  /** Durable first, then it takes effect in memory: never the other way round (J2, J4). */
  async #writeSealed(record: JournalRecord, bytes: Uint8Array): Promise<void> {
    await this.#file.append(bytes);
    this.#ordinal += 1;
    this.state.take(record);
    this.#changed.next();
  }

  async #goOnAnew(): Promise<void> {
    const { environment } = this.#options;
    const former = this.#header.deviceId;
    const deviceId = deviceIdSchema.parse(environment.newId());
    const records = this.state.under(deviceId);
    const { rewrite: _, ...header } = this.#header;
    await this.#goOnIn(
      {
        ...header,
        deviceId,
        continues: { deviceId: former, records: records.length },
        createdAt: environment.now(),
      },
      records,
    );
  }

  /** Whole and durable beside the present file; from then on only the new one is written to, whatever becomes of the old. */
  async #goOnIn(header: JournalHeader, records: readonly JournalRecord[]): Promise<void> {
    const { cipher, environment } = this.#options;
    const formerId = this.deviceId;
    // never an ordinal twice, so that no record of the old file fits into the new one
    const firstOrdinal = header.deviceId === this.deviceId ? this.#ordinal + 1 : 1;
    const parts = [encodeHeader(header)];
    for (const [index, record] of records.entries()) {
      const nonce = environment.randomBytes(12);
      parts.push(await encodeRecord(cipher, header.deviceId, firstOrdinal + index, nonce, record));
    }
    const former = { file: this.#file, name: nameOf(this.#header) };
    this.#file = await this.#beside.write(nameOf(header), concatenate(parts));
    this.#header = header;
    this.#ordinal = firstOrdinal + records.length - 1;
    this.#replaceState(records, header.deviceId !== formerId);
    this.#changed.next();
    this.#beside.outOfForce(former.name);
    try {
      await former.file.close();
      await this.#beside.clearAway();
    } catch (error) {
      // it is out of force already; the next start clears it away, and before it the next file that is begun
      if (!(error instanceof HostFailure)) throw error;
    }
  }

  #replaceState(records: readonly JournalRecord[], isOtherIdentity: boolean): void {
    const next = new JournalState();
    for (const record of records) next.take(record);
    if (isOtherIdentity) next.readFormerCopiesAs(this.state);
    this.state = next;
  }

  #exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#queue.then(work);
    this.#queue = result.catch(() => undefined);
    return result;
  }
}

function nameOf({ deviceId, rewrite }: JournalHeader): string {
  return journalFileName(deviceId, rewrite?.generation);
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    bytes.set(part, offset);
    offset += part.length;
  }
  return bytes;
}
