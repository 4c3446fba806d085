import { isReplicated } from '@amtsstube/shared/replication/collections';
import type { Hint } from '@amtsstube/shared/replication/messages';
import type { LogRow } from '../store/store.ts';

/** What desks should fetch after these decisions. Names collections only: no content leaves this way. */
export function hintOf(rows: readonly LogRow[]): Hint {
  const collections = new Set(rows.flatMap((row) => row.touched.map(({ collection }) => collection)));
  return {
    seq: Math.max(0, ...rows.map((row) => row.seq)),
    collections: [...collections].filter(isReplicated),
  };
}
