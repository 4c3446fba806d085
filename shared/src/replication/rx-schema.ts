import { documentSchemas } from '../domain/documents.ts';
import { z } from '../domain/zod.ts';
import type { ReplicatedCollection } from './collections.ts';

/** The part of RxDB's JSON schema that this project uses; kept here so that `shared` needs no RxDB. */
export interface RxSchema {
  readonly title: string;
  readonly version: 0;
  readonly primaryKey: 'id';
  readonly type: 'object';
  readonly properties: Readonly<Record<string, { readonly type?: string; readonly maxLength?: number }>>;
  readonly required: readonly string[];
}

/**
 * The local database's schema, made from the collection's zod schema: top-level fields only, because content is
 * checked where it arrives and RxDB needs to know names and the primary key. `seq` is the server's version.
 */
export function rxSchemaOf(collection: ReplicatedCollection): RxSchema {
  const schema = made.get(collection) ?? makeSchema(collection);
  made.set(collection, schema);
  return schema;
}

const made = new Map<ReplicatedCollection, RxSchema>();

function makeSchema(collection: ReplicatedCollection): RxSchema {
  const json = z.toJSONSchema(documentSchemas[collection], { io: 'output', unrepresentable: 'any' });
  const variants = (json.anyOf ?? json.oneOf ?? [json]) as { properties?: Record<string, unknown> }[];
  const names = new Set(variants.flatMap((variant) => Object.keys(variant.properties ?? {})));
  const properties = Object.fromEntries([...names].map((name) => [name, {}]));
  return {
    title: collection,
    version: 0,
    primaryKey: 'id',
    type: 'object',
    properties: { ...properties, id: { type: 'string', maxLength: 80 }, seq: { type: 'number' } },
    required: ['id', 'seq'],
  };
}
