import { type CollectionName, documentSchemas } from '../domain/documents.ts';
import { z } from '../domain/zod.ts';

/** Collections that desks replicate; the others never leave the server. */
export const replicatedCollections = [
  'settings',
  'clerks',
  'counters',
  'cases',
  'dossiers',
  'annexes',
  'tasks',
  'views',
  'leases',
  'appointments',
] as const;
export type ReplicatedCollection = (typeof replicatedCollections)[number];

export const replicatedCollection = z.enum(replicatedCollections);

export function isReplicated(collection: CollectionName): collection is ReplicatedCollection {
  return (replicatedCollections as readonly string[]).includes(collection);
}

/** `sequences` and `leases` hold numbers only: they stay when what was written with them is erased (S11). */
export function isPersonal(collection: CollectionName): boolean {
  return collection !== 'sequences' && collection !== 'leases';
}

/** Any document with the collection it belongs to, parsed. */
export const collectionName = z.enum(Object.keys(documentSchemas) as [CollectionName, ...CollectionName[]]);
