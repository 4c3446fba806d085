import { isDeepStrictEqual } from 'node:util';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { type AnyDocument, documentSchemas } from '@amtsstube/shared/domain/documents';
import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';

/**
 * Whether what a desk salvaged holds something the server doesn't have (L8). What another desk has handed over again
 * meanwhile is here after all: a dossier is complete when each of its events is there, since an event carries the id of
 * its operation; the case beside it only has to exist.
 */
export function isStillLacking(
  collection: ReplicatedCollection,
  salvaged: unknown,
  present: AnyDocument | null | undefined,
): boolean {
  const parsed = documentSchemas[collection].safeParse(salvaged);
  // of a program that wrote it otherwise: a person can still read it
  if (!parsed.success) return true;
  if (present === undefined || present === null) return true;
  switch (collection) {
    case 'dossiers': {
      const here = new Set((present as Dossier).events.map(({ opId }) => opId));
      return (parsed.data as Dossier).events.some(({ opId }) => !here.has(opId));
    }
    case 'cases':
      return false;
    default:
      return !isDeepStrictEqual(parsed.data, present);
  }
}
