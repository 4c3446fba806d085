import { type AnyDocument, type Key, keyOf, type Ref } from '@amtsstube/shared/domain/documents';
import type { Rebased } from '@amtsstube/shared/operations/rebase';
import type { ShownVersion } from '@amtsstube/shared/replication/messages';
import type { JournalView } from './journal/journal-state.ts';
import type { OverlayView } from './overlay-view.ts';

/** What the copy has of the documents that are needed. */
export type BaseRead = ReadonlyMap<Key, ShownVersion>;

/** A view, and what must be known to go on from it where operations were only added. */
export interface Computed {
  readonly past: JournalView['past'];
  readonly openCount: number;
  readonly rebased: Rebased;
  readonly needed: readonly Ref[];
}

/** The newer layers win; `undefined` where the desk has nothing. */
export function shownIn(
  documents: OverlayView['documents'],
  base: BaseRead,
  ref: Ref,
): AnyDocument | null | undefined {
  const key = keyOf(ref);
  return documents.has(key) ? documents.get(key) : base.get(key)?.document;
}

export function newerOf(entry: ShownVersion, inBase: ShownVersion | undefined): ShownVersion {
  return inBase && inBase.seq > entry.seq ? inBase : entry;
}
