import {
  type Digest,
  documentDigest,
  emptyDigest,
  subtractDigest,
} from '@amtsstube/shared/replication/digest';
import type { StoredDocument } from './store.ts';

/** What is to be added to the digest of one scope, and the newest seq it has then seen. */
export interface DigestChange {
  readonly scope: string;
  /** May be negative in `count`; `high` and `low` wrap at 2³². */
  readonly add: Digest;
  readonly newest: number;
}

/**
 * How writing a document changes the digests of its collection: the old row out, the new one in (S8). A move
 * counts as a change of the scope it leaves, too: desks that still see only that scope hold a document too many.
 */
export function digestChanges(
  before: { readonly scope: string; readonly digest: Digest } | undefined,
  after: StoredDocument,
): { readonly digest: Digest; readonly changes: readonly DigestChange[] } {
  const digest = documentDigest(after as Parameters<typeof documentDigest>[0]);
  const newest = after.seq;
  if (before && before.scope !== after.scope) {
    const left = { scope: before.scope, add: subtractDigest(emptyDigest, before.digest), newest };
    return { digest, changes: [left, { scope: after.scope, add: digest, newest }] };
  }
  const add = subtractDigest(digest, before?.digest ?? emptyDigest);
  return { digest, changes: [{ scope: after.scope, add, newest }] };
}
