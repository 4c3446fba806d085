import type { Epoch } from '@amtsstube/shared/domain/ids';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import type { Checkpoint, DigestAnswer } from '@amtsstube/shared/replication/messages';
import type { FetchedPage } from './base-storage.ts';

export type DigestPage = Extract<DigestAnswer, { result: 'digest' }>;

/** Where pages come from. Decisions in an answer are in the journal before the page is handed out (L3). */
export interface PageSource {
  /** undefined: no line, or an answer of an epoch that is over. `otherScopes`: the copy must be built anew (S9). */
  page(
    collection: ReplicatedCollection,
    epoch: Epoch | null,
    from: Checkpoint | null,
  ): Promise<FetchedPage | 'otherScopes' | undefined>;
  digest(collection: ReplicatedCollection, epoch: Epoch | null): Promise<DigestPage | undefined>;
}
