import { assertNever } from '@amtsstube/shared/domain/assert-never';
import { type Key, keyOf } from '@amtsstube/shared/domain/documents';
import type { DeviceId, Epoch, OpId } from '@amtsstube/shared/domain/ids';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Receipt, VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { JournalRecord } from './records.ts';

export interface RefusedOperation {
  readonly operation: DeskOperation;
  readonly receipt: Receipt;
}

/** What the journal knows of one epoch of the server. */
interface Book {
  readonly receipts: Map<number, Receipt>;
  /** Documents as receipts brought them, until the base has them (L4). */
  readonly layer: Map<Key, VersionedDocument>;
  /** Without a receipt among the first so many operations: looking through them all each time would be most of the work. */
  open: { readonly among: number; readonly operations: readonly DeskOperation[] };
}

/** What is shown over a base of one epoch: operations without a receipt there (L2), and the receipt layer. */
export interface JournalView {
  readonly open: readonly DeskOperation[];
  readonly layer: ReadonlyMap<Key, VersionedDocument>;
  /** The same object as long as operations were only added. */
  readonly past: object;
}

/**
 * The journal in memory: a fold over its records, the same after a restart. One book per epoch, because after
 * a restore the old copy stays on screen until the new one is built, and must be read with the old receipts.
 */
export class JournalState {
  epoch: Epoch | null = null;
  #lastN = 0;
  #past = {};
  readonly #operations: DeskOperation[] = [];
  /** Decided under a former identity, and not yet offered under this one: the server doesn't know these numbers. */
  readonly #unoffered = new Set<number>();
  readonly #dismissed = new Set<OpId>();
  /** Sent once more as another: the new one, and the one it stands for. */
  readonly #insteadOf = new Map<OpId, OpId>();
  readonly #superseded = new Set<OpId>();
  readonly #books = new Map<Epoch | null, Book>([[null, emptyBook()]]);

  get nextN(): number {
    return this.#lastN + 1;
  }

  /** Operations to hand over, in order: without a receipt of the present epoch. */
  get open(): readonly DeskOperation[] {
    return this.view(this.epoch).open;
  }

  /**
   * What is handed over, in order: what is open, and before it what was decided under a former identity. The server
   * answers that as it did before, and from then on can say which of it a restore has lost (J5).
   */
  get toHandOver(): readonly DeskOperation[] {
    if (this.#unoffered.size === 0) return this.open;
    const { receipts } = this.#book(this.epoch);
    return this.#operations.filter(
      ({ n, opId }) => this.#unoffered.has(n) || (!receipts.has(n) && !this.#superseded.has(opId)),
    );
  }

  /**
   * A restored server has lost the refusal of something that was sent once more since. Both would stand now: it is left
   * out, and what is behind it needs other numbers.
   */
  get holdsSuperseded(): boolean {
    const { receipts } = this.#book(this.epoch);
    return (
      this.#superseded.size > 0 &&
      this.#operations.some(({ n, opId }) => this.#superseded.has(opId) && !receipts.has(n))
    );
  }

  /** Everything that lies in it under the present identity, decided or not, in order. */
  get operations(): readonly DeskOperation[] {
    return this.#operations;
  }

  /** Refused and not dismissed, oldest first (J6). */
  get refused(): readonly RefusedOperation[] {
    const { receipts } = this.#book(this.epoch);
    return this.#operations.flatMap((operation) => {
      const receipt = receipts.get(operation.n);
      const isRefused = receipt !== undefined && receipt.result.decided !== 'accepted';
      return isRefused && !this.#dismissed.has(operation.opId) ? [{ operation, receipt }] : [];
    });
  }

  view(epoch: Epoch | null): JournalView {
    const book = this.#books.get(epoch) ?? this.#book(this.epoch);
    const { among, operations } = book.open;
    if (among < this.#operations.length) {
      const added = this.#operations
        .slice(among)
        .filter(({ n, opId }) => !book.receipts.has(n) && !this.#superseded.has(opId));
      book.open = { among: this.#operations.length, operations: [...operations, ...added] };
    }
    return { open: book.open.operations, layer: book.layer, past: this.#past };
  }

  insteadOf(opId: OpId): OpId | undefined {
    return this.#insteadOf.get(opId);
  }

  receiptOf(n: number): Receipt | undefined {
    return this.#book(this.epoch).receipts.get(n);
  }

  /**
   * The records that come to this state without what `letsGo` allows to leave (J5), and how many entries that is. Only
   * the present epoch's receipts are kept: no copy of a former one may be on screen any more. Nothing leaves while the
   * server has yet to hear of what came from a former identity: a number that is gone would be a gap before the rest.
   */
  without(letsGo: (receipt: Receipt) => boolean): { records: readonly JournalRecord[]; gone: number } {
    const { receipts } = this.#book(this.epoch);
    const isGone = ({ n, opId }: DeskOperation) => {
      const receipt = receipts.get(n);
      return (
        receipt !== undefined &&
        (receipt.result.decided === 'accepted' || this.#dismissed.has(opId)) &&
        letsGo(receipt)
      );
    };
    const kept = this.#operations.filter((operation) => this.#unoffered.size > 0 || !isGone(operation));
    return {
      gone: this.#operations.length - kept.length,
      records: [
        { record: 'compacted', lastN: this.#lastN },
        ...this.#recordsOf(
          kept.map((operation) => ({ operation, receipt: receipts.get(operation.n) })),
          false,
        ),
      ],
    };
  }

  /** The records that come to this state under another identity: everything numbered anew, in order, decided or not. */
  under(deviceId: DeviceId): readonly JournalRecord[] {
    const { receipts } = this.#book(this.epoch);
    const renumbered = this.#operations
      .filter(({ n, opId }) => receipts.has(n) || !this.#superseded.has(opId))
      .map((operation, index) => {
        const receipt = receipts.get(operation.n);
        const n = index + 1;
        return { operation: { ...operation, deviceId, n }, receipt: receipt && { ...receipt, n } };
      });
    return this.#recordsOf(renumbered, true);
  }

  /** A copy of a former epoch may be on screen still: it is read with what was known then, under the new numbers. */
  readFormerCopiesAs(former: JournalState): void {
    const numbers = new Map(former.#operations.map(({ opId, n }) => [opId, n]));
    for (const [epoch, { receipts, layer }] of former.#books) {
      if (this.#books.has(epoch)) continue;
      const renumbered = this.#operations.flatMap(({ opId, n }) => {
        const receipt = receipts.get(numbers.get(opId) ?? 0);
        return receipt ? [[n, { ...receipt, n }] as const] : [];
      });
      this.#books.set(epoch, { receipts: new Map(renumbered), layer, open: noneOpen });
    }
  }

  #recordsOf(
    kept: readonly { operation: DeskOperation; receipt: Receipt | undefined }[],
    ofFormerIdentity: boolean,
  ): JournalRecord[] {
    return [
      {
        record: 'carried',
        epoch: this.epoch,
        receipts: kept.flatMap(({ receipt }) => receipt ?? []),
        layer: [...this.#book(this.epoch).layer.values()],
        ofFormerIdentity,
      },
      ...kept.map(({ operation }) => {
        const insteadOf = this.#insteadOf.get(operation.opId);
        return { record: 'operation' as const, operation, ...(insteadOf && { insteadOf }) };
      }),
      ...kept
        .filter(({ operation }) => this.#dismissed.has(operation.opId))
        .map(({ operation }) => ({ record: 'dismiss' as const, opId: operation.opId })),
    ];
  }

  /** An answer to an operation of ours that has none yet. Another opId under our number: another history of this journal (S2). */
  isNews({ n, opId }: Receipt): boolean {
    return (
      (this.receiptOf(n) === undefined || this.#unoffered.has(n)) &&
      this.#operations.some((operation) => operation.n === n && operation.opId === opId)
    );
  }

  /** Layer entries whose documents the base has (L4). In memory only: a restart rebuilds and retires them anew. */
  retire(epoch: Epoch | null, keys: readonly Key[]): void {
    if (keys.length > 0) this.#past = {};
    for (const key of keys) this.#books.get(epoch)?.layer.delete(key);
  }

  take(record: JournalRecord): void {
    if (record.record !== 'operation') this.#past = {};
    switch (record.record) {
      case 'operation':
        this.#operations.push(record.operation);
        this.#used(record.operation.n);
        if (record.insteadOf !== undefined) {
          this.#dismissed.add(record.insteadOf);
          this.#superseded.add(record.insteadOf);
          this.#insteadOf.set(record.operation.opId, record.insteadOf);
        }
        return;
      case 'receipts': {
        const book = this.#enter(record.epoch);
        for (const receipt of record.decisions.receipts) book.receipts.set(receipt.n, receipt);
        book.open = noneOpen;
        // their operations may be lost (J3): others under these numbers would be taken for decided
        for (const { n } of record.decisions.receipts) {
          this.#used(n);
          this.#unoffered.delete(n);
        }
        for (const document of record.decisions.documents) addNewer(book.layer, document);
        return;
      }
      case 'reopen': {
        const before = this.#book(this.epoch);
        this.#books.set(record.epoch, {
          receipts: new Map([...before.receipts].filter(([n]) => n <= record.lastN)),
          layer: new Map(),
          open: noneOpen,
        });
        for (const { n, opId } of this.#operations) if (n > record.lastN) this.#dismissed.delete(opId);
        // up to there it knows them under this identity, and the others are open
        this.#unoffered.clear();
        this.epoch = record.epoch;
        return;
      }
      case 'dismiss':
        this.#dismissed.add(record.opId);
        return;
      case 'carried': {
        const book = this.#enter(record.epoch);
        for (const receipt of record.receipts) {
          book.receipts.set(receipt.n, receipt);
          this.#used(receipt.n);
          if (record.ofFormerIdentity) this.#unoffered.add(receipt.n);
        }
        for (const document of record.layer) addNewer(book.layer, document);
        return;
      }
      case 'compacted':
        this.#used(record.lastN);
        return;
      case 'damageKept':
        return;
      default:
        assertNever(record);
    }
  }

  #used(n: number): void {
    this.#lastN = Math.max(this.#lastN, n);
  }

  /** The first answer ever names the epoch; after that only `reopen` changes it. */
  #enter(epoch: Epoch | null): Book {
    if (this.epoch === null && epoch !== null) {
      this.#books.set(epoch, this.#book(null));
      this.epoch = epoch;
    }
    return this.#book(this.epoch);
  }

  #book(epoch: Epoch | null): Book {
    const book = this.#books.get(epoch);
    if (book === undefined) throw new Error('a journal without a book for its epoch');
    return book;
  }
}

const noneOpen: Book['open'] = { among: 0, operations: [] };

function emptyBook(): Book {
  return { receipts: new Map(), layer: new Map(), open: noneOpen };
}

function addNewer(layer: Map<Key, VersionedDocument>, document: VersionedDocument): void {
  const key = keyOf(document);
  const known = layer.get(key);
  if (known === undefined || known.seq < document.seq) layer.set(key, document);
}
