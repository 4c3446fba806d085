import type { Epoch, MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Operation } from '@amtsstube/shared/operations/operation';
import type { Hint } from '@amtsstube/shared/replication/messages';
import type { UnknownPasts } from './replication/unknown-pasts.ts';
import type { Store } from './store/store.ts';

/** What deciding and replicating need from outside: no clock and no randomness of their own. */
export interface CoreContext {
  readonly store: Store;
  /** Of this program: told to desks, and kept in what its bugs refuse (S3). */
  readonly version: string;
  now(): Instant;
  newEpoch(): Epoch;
  /** Called after each commit that changed something. */
  committed(municipality: MunicipalityId, hint: Hint): void;
  /** Called after the commit when a rule had a bug: the operation was refused as `internal`, somebody must mend it (S3). */
  ruleFailed(operation: Pick<Operation, 'opId' | 'kind'>, error: unknown): void;
  readonly unknownPasts: UnknownPasts;
}
