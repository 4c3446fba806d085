import type { AnyDocument, CollectionName, DocumentOf } from '@amtsstube/shared/domain/documents';
import type { Load } from '@amtsstube/shared/operations/define-operation';
import type { Read } from '../store/store.ts';

const pageSize = 500;

/** Everything of these collections, by id, for the few rules that have to look through all of it. */
export async function scan(read: Read, collections: readonly CollectionName[]): Promise<Load['all']> {
  const found = new Map<CollectionName, readonly AnyDocument[]>();
  for (const collection of collections) found.set(collection, await allOf(read, collection));
  return <C extends CollectionName>(collection: C) => {
    const documents = found.get(collection);
    if (documents === undefined) throw new Error(`scanned without being named: ${collection}`);
    return documents as readonly DocumentOf<C>[];
  };
}

async function allOf(read: Read, collection: CollectionName): Promise<readonly AnyDocument[]> {
  const documents: AnyDocument[] = [];
  for (let after = ''; ; ) {
    const page = await read.allDocuments(collection, after, pageSize);
    for (const { document } of page) if (document !== null) documents.push(document);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return documents;
    after = last.id;
  }
}
