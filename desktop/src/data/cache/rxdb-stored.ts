import type { ReplicatedCollection } from '@amtsstube/shared/replication/collections';
import { getAllCollectionDocuments, type RxDatabase, removeCollectionStorages } from 'rxdb';

/** A copy's name in the database. */
export function nameOf(collection: ReplicatedCollection, generation: number): string {
  return `${collection}_${generation}`;
}

/** Names of all copies in the database, open or not. */
export async function storedNames(database: RxDatabase): Promise<readonly string[]> {
  const stored = await getAllCollectionDocuments(database.internalStore);
  return stored.map(({ data }) => data.name);
}

/** Deletes a copy that is not open, with what the replication keeps beside it. */
export async function removeStored(database: RxDatabase, name: string): Promise<void> {
  await removeCollectionStorages(
    database.storage,
    database.internalStore,
    database.token,
    database.name,
    name,
    database.multiInstance,
    undefined,
    database.hashFunction,
  );
}

/** The copy was made with other fields than this program's. */
export function isOfOtherSchema(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'DB6';
}
