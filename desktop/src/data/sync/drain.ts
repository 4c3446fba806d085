import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import { maximumOperationsPerRequest, type OperationsAnswer } from '@amtsstube/shared/replication/messages';
import { BehaviorSubject } from 'rxjs';
import type { NotNow } from '../desk.ts';
import type { Journal } from '../journal/journal.ts';
import type { EpochChange } from './epoch-change.ts';
import type { Line } from './line.ts';
import type { Transport, TransportFailure } from './transport.ts';

const initialBatchBytes = 1024 * 1024;
/** So many ask whether a line that failed is back, or a server that could not: each new note asks, and hundreds may be waiting. */
const askingOperations = 10;

export interface DrainOptions {
  readonly transport: Pick<Transport, 'handOver'>;
  readonly journal: Journal;
  readonly line: Line;
  readonly epochs: EpochChange;
  readonly signal: AbortSignal;
  /**
   * A colleague's journal, handed over by the right she left, which is good for its present identity alone: a new one is
   * hers to make, else nobody could hand over what waits until she comes back.
   */
  readonly isLent?: boolean;
}

/** Hands the journal's operations over, in order. May run twice at once: the server sorts it out (S2). */
export class Drain {
  readonly #options: DrainOptions;
  readonly notNow$ = new BehaviorSubject<NotNow | undefined>(undefined);
  #batchBytes = initialBatchBytes;
  #batchCount = maximumOperationsPerRequest;
  /** Set when the server misses operations this journal has receipts for. */
  #expectedInVain: number | undefined;

  constructor(options: DrainOptions) {
    this.#options = options;
  }

  /**
   * `empty`: everything has its receipt. `offline`: later. `signedOut`: not before somebody signs in again.
   * `pullFirst`: the server lacks something it once had; a pull will show whether it was restored (`pulled`).
   */
  async run(): Promise<'empty' | 'offline' | 'signedOut' | 'pullFirst'> {
    const { transport, journal, line, epochs, signal } = this.#options;
    while (!signal.aborted) {
      if (journal.holdsSuperseded) {
        if (this.#options.isLent === true) return 'offline';
        await journal.changeIdentity();
      }
      const operations = this.#batch(journal.toHandOver);
      if (operations.length === 0) {
        // what said 413 may be gone with the network it stood in
        this.#batchBytes = initialBatchBytes;
        return 'empty';
      }
      const { epoch: asked, deviceId, firstOpen } = journal;
      const answered = await transport.handOver(
        { epoch: asked, deviceId, firstOpen, operations: [...operations] },
        signal,
      );
      line.note(answered);
      if (!answered.ok) {
        if (isOver(answered.failure)) return 'signedOut';
        if (answered.failure !== 'tooLarge') {
          this.#batchCount = askingOperations;
          return 'offline';
        }
        if (operations.length === 1) {
          this.#batchCount = askingOperations;
          this.notNow$.next('tooLargeForLine');
          return 'offline';
        }
        this.#batchBytes = Math.max(1, Math.floor(bytesOf(operations) / 2));
        continue;
      }
      this.#batchCount = maximumOperationsPerRequest;
      const { answer } = answered;
      if (answer.result === 'otherEpoch') {
        await epochs.note({ epoch: asked, deviceId }, answer);
        continue;
      }
      if ((await journal.receipts(answer.epoch, answer.decisions, deviceId)) === 'void') continue;
      const next = await this.#afterReceipts(answer, firstOpen);
      if (next !== 'goOn') return next;
    }
    return 'offline';
  }

  /** Only what a complete pull doesn't explain is missing for good: without one, the next answer asks for it again. */
  pulled(result: 'complete' | 'offline'): void {
    if (result === 'offline') this.#expectedInVain = undefined;
  }

  async #afterReceipts(
    answer: Extract<OperationsAnswer, { result: 'decided' }>,
    firstOpen: number,
  ): Promise<'goOn' | 'offline' | 'pullFirst'> {
    const { journal } = this.#options;
    this.notNow$.next(answer.notNow?.cause);
    if (answer.counterReused) {
      if (this.#options.isLent === true) return 'offline';
      // another history of this journal used these numbers (an image was put back): go on under a new identity
      await journal.changeIdentity();
      return 'goOn';
    }
    if (answer.expect !== null && answer.expect < firstOpen) {
      if (this.#expectedInVain === answer.expect) {
        this.#expectedInVain = undefined;
        // put back by hand to a moment this desk's copy has never gone beyond: no checkpoint can tell
        const reopened = await journal.reopenFrom(answer.expect, this.#options.isLent === true);
        if (reopened === 'gap') return 'offline';
        this.#options.epochs.lost();
        return 'goOn';
      }
      this.#expectedInVain = answer.expect;
      return 'pullFirst';
    }
    this.#expectedInVain = undefined;
    if (answer.notNow === null) return 'goOn';
    // a full disk or an old server may stay so for days, and each time all of it would be sent in vain
    this.#batchCount = askingOperations;
    return 'offline';
  }

  /** From the first one on, cut by count and bytes (J8). */
  #batch(toHandOver: readonly DeskOperation[]): readonly DeskOperation[] {
    const batch: DeskOperation[] = [];
    let bytes = 0;
    for (const operation of toHandOver.slice(0, this.#batchCount)) {
      bytes += bytesOf([operation]);
      if (bytes > this.#batchBytes && batch.length > 0) break;
      batch.push(operation);
    }
    return batch;
  }
}

/** Nothing will be taken from this session any more. */
function isOver(failure: TransportFailure): boolean {
  return (
    failure === 'signedOut' ||
    failure === 'foreignDevice' ||
    failure === 'revoked' ||
    failure === 'deactivated'
  );
}

function bytesOf(operations: readonly DeskOperation[]): number {
  return operations.reduce((sum, operation) => sum + JSON.stringify(operation).length * 2, 0);
}
