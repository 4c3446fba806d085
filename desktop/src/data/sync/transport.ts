import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type {
  ChangesAnswer,
  ChangesRequest,
  DigestAnswer,
  DigestRequest,
  Hint,
  OperationsAnswer,
  OperationsRequest,
} from '@amtsstube/shared/replication/messages';

/** Why there is no answer. All are expected: being offline is a state, not an error. */
export type TransportFailure =
  | 'network'
  | 'timeout'
  | 'signedOut'
  | 'foreignDevice'
  /** This device was taken off the list: its keys have to go. */
  | 'revoked'
  /** This clerk works here no more. */
  | 'deactivated'
  | 'tooLarge'
  | 'refusedRequest'
  | 'unavailable'
  | 'badAnswer'
  | 'aborted';

export type Answered<T> =
  | { readonly ok: true; readonly answer: T }
  | { readonly ok: false; readonly failure: TransportFailure };

/** The line to the server. Answers are parsed; a repeated, late or lost one is nothing unusual. */
export interface Transport {
  handOver(request: OperationsRequest, signal: AbortSignal): Promise<Answered<OperationsAnswer>>;
  changes(
    collection: ReplicatedCollection,
    request: ChangesRequest,
    signal: AbortSignal,
  ): Promise<Answered<ChangesAnswer>>;
  digest(
    collection: ReplicatedCollection,
    request: DigestRequest,
    signal: AbortSignal,
  ): Promise<Answered<DigestAnswer>>;
  /** Stays open until the line drops or `signal` is aborted; then says why. */
  hints(listen: (hint: Hint) => void, signal: AbortSignal): Promise<TransportFailure>;
}
