import type { Key } from '@amtsstube/shared/domain/documents';
import type { DeviceId, Epoch, OpId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { Decisions, Receipt } from '@amtsstube/shared/replication/messages';
import type { Observable } from 'rxjs';
import type { JournalNotice } from './journal-options.ts';
import type { JournalView, RefusedOperation } from './journal-state.ts';

/** The only precious thing on a desk: what the clerk did and the server has not decided yet. */
export interface Journal {
  readonly deviceId: DeviceId;
  readonly epoch: Epoch | null;
  readonly open: readonly DeskOperation[];
  /** In order. More than what is open only under a new identity, which takes what was decided along (J5). */
  readonly toHandOver: readonly DeskOperation[];
  /** The first n to hand over: the server sends every decision from there on (S5). */
  readonly firstOpen: number;
  readonly refused: readonly RefusedOperation[];
  /** Everything that lies in it under the present identity, decided or not, in order; what J5 let go is not. */
  readonly operations: readonly DeskOperation[];
  readonly notice: JournalNotice | undefined;
  view(epoch: Epoch | null): JournalView;
  /** The server's answer to the n-th operation, in the present epoch; undefined: none yet, or it was let go (J5). */
  receiptOf(n: number): Receipt | undefined;
  /** The refused operation this one was sent again for; undefined: it is no second sending. */
  insteadOf(opId: OpId): OpId | undefined;
  retire(epoch: Epoch | null, keys: readonly Key[]): void;
  /**
   * Resolves after fsync (J2): only then "gespeichert" may be said. Rejects with HostFailure, and nothing counts.
   * @param insteadOf the refused operation that is sent once more with it, and leaves the list in the same write
   */
  append(operation: Done, insteadOf?: OpId): Promise<DeskOperation>;
  /**
   * As `append`, unless there is an objection: then nothing is written, and the objection is given back. It is looked for
   * while the record is sealed, and with nothing else being written in between.
   */
  appendUnless<Objection>(
    operation: Done,
    objection: () => Promise<Objection | undefined>,
    insteadOf?: OpId,
  ): Promise<Objection | undefined>;
  /**
   * Takes an answer's decisions (J4). `void`: of an epoch that is over, or to a former identity; nothing of the answer may
   * be used (L8).
   * @param askedAs the identity the question was put under
   */
  receipts(epoch: Epoch, decisions: Decisions, askedAs?: DeviceId): Promise<'taken' | 'void'>;
  /**
   * The server answered `asked` with another epoch (L8). `void`: that question is out of date, or was a former identity's,
   * whose numbers say nothing of this one's.
   */
  reopen(asked: Epoch | null, epoch: Epoch, lastN: number, askedAs?: DeviceId): Promise<'taken' | 'void'>;
  /**
   * The server misses our operations from `n` on, in the same epoch: receipted or not, they are open again (S2).
   * Where the n-th one itself is lost (J3), those behind it go on under a new device id, which leaves no gap.
   * @param keepsIdentity the journal is lent, and a new identity is its clerk's to make: `gap`, and nothing changes
   */
  reopenFrom(n: number, keepsIdentity?: boolean): Promise<'reopened' | 'gap'>;
  /** Something refused was sent once more, and a restore lost the refusal: a new identity leaves it out (S3). */
  readonly holdsSuperseded: boolean;
  dismiss(opId: OpId): Promise<void>;
  /**
   * Goes on under a new device id: the server knows these numbers from another history (S2). Everything goes along,
   * numbered anew, and is handed over again: a restore may lose it within the window as well (J5).
   */
  changeIdentity(): Promise<void>;
  /**
   * Erases from the file what is decided, taken note of, older than the restore window and in verified copies (J5, J9).
   * @param verifiedSeq every copy of the present epoch was found equal to the server up to here
   * @param now the server's time: a desk's clock that is wrong must not let anything go too early
   * @returns how many entries left
   */
  compact(epoch: Epoch, verifiedSeq: number, now: Instant): Promise<number>;
  readonly changed$: Observable<void>;
  close(): Promise<void>;
}

/** What a person did, before the journal gives it its place. */
export type Done = Pick<DeskOperation, 'opId' | 'kind' | 'v' | 'payload' | 'at'>;
