import {
  type PreparedQuery,
  type RxDocumentData,
  type RxJsonSchema,
  type RxStorage,
  type RxStorageInstanceCreationParams,
  wrapRxStorageInstance,
} from 'rxdb';
import type { Cipher } from '../journal/cipher.ts';

/** Field that holds everything sealed, as a string of one character per byte: Dexie rebuilds nested objects. */
const sealedField = 'sealed';
const nonceLength = 12;
const toUtf8 = new TextEncoder();
const fromUtf8 = new TextDecoder();
/** Stands in the place of what was sealed and can't be opened any more. */
const unreadableField = 'isUnreadable';
/** RxDB's own, in clear: it works with them itself. */
const ownFields = ['_deleted', '_meta', '_rev', '_attachments'] as const;
/** Ours, in clear: opaque ids, versions and scopes; never content. */
const openFields = ['seq', 'scope'] as const;

/** Where RxDB keeps what it must know of a database. */
const ownStore = '_rxdb_internal';

type AnyDocument = Record<string, unknown>;
type AnySchema = RxJsonSchema<RxDocumentData<AnyDocument>>;

/**
 * Everything RxDB stores, its internal and replication stores included, as AES-256-GCM under `cipher`. In clear stay
 * ids, `seq`, `scope`, revision and times. Those and the store's name are bound to what is sealed, so that a document
 * can't be swapped for another or for its own older version unnoticed. A query on a sealed field throws: it would
 * find nothing and say nothing.
 *
 * A document that can't be opened (bytes somebody or something changed) is given out without its content, so that RxDB
 * can write over it: `isReadable` tells, and `onUnreadable` is called. RxDB's own store throws `UnreadableDocument`.
 */
export function sealedStorage(
  inner: RxStorage<unknown, unknown>,
  cipher: Cipher,
  randomBytes: (length: number) => Uint8Array,
  onUnreadable: () => void = () => undefined,
): RxStorage<unknown, unknown> {
  return {
    ...inner,
    name: `sealed-${inner.name}`,
    async createStorageInstance(params: RxStorageInstanceCreationParams<never, unknown>) {
      const schema = params.schema as unknown as AnySchema;
      const open = fieldsInClear(schema);
      const instance = await inner.createStorageInstance({
        ...params,
        schema: schemaInClear(schema, open) as never,
      });
      const store = `${params.databaseName}/${params.collectionName}`;
      const isOwn = params.collectionName === ownStore;
      const seal = new DocumentSeal(cipher, randomBytes, store, open, isOwn ? undefined : onUnreadable);
      const wrapped = wrapRxStorageInstance<AnyDocument>(
        schema,
        instance as never,
        (plain) => seal.toStorage(plain as never) as never,
        (stored) => seal.fromStorage(stored) as never,
      );
      return {
        ...wrapped,
        query: (prepared: PreparedQuery<AnyDocument>) => {
          refuseSealedFields(prepared, open);
          return wrapped.query(prepared);
        },
        count: (prepared: PreparedQuery<AnyDocument>) => {
          refuseSealedFields(prepared, open);
          return wrapped.count(prepared);
        },
        findHeadsById: async (ids: string[], withDeleted: boolean) =>
          (await instance.findDocumentsById(ids, withDeleted)).map((stored) => seal.headOf(stored)),
      } as never;
    },
  };
}

/** What `sealedStorage` can do beyond RxDB's own: documents without what is sealed in them, for who compares versions. */
export interface WithHeads {
  readonly findHeadsById: (ids: string[], withDeleted: boolean) => Promise<RxDocumentData<never>[]>;
}

export function hasHeads(instance: object): instance is WithHeads {
  return 'findHeadsById' in instance;
}

class DocumentSeal {
  readonly #cipher: Cipher;
  readonly #randomBytes: (length: number) => Uint8Array;
  readonly #store: string;
  readonly #open: ReadonlySet<string>;
  /** Of these, what is bound to the sealed part, in its order. */
  readonly #boundNames: readonly string[];
  readonly #onUnreadable: (() => void) | undefined;
  /** What was just sealed comes back at once as a change event: nothing is opened for that. */
  readonly #justSealed = new WeakMap<object, AnyDocument>();
  /** Of which stored document this is the head: it is what is written over, and comes back with the change event. */
  readonly #storedOf = new WeakMap<object, AnyDocument>();

  constructor(
    cipher: Cipher,
    randomBytes: (length: number) => Uint8Array,
    store: string,
    open: ReadonlySet<string>,
    onUnreadable: (() => void) | undefined,
  ) {
    this.#onUnreadable = onUnreadable;
    this.#cipher = cipher;
    this.#randomBytes = randomBytes;
    this.#store = store;
    this.#open = open;
    this.#boundNames = [...open].filter((name) => name !== '_meta' && name !== '_attachments').toSorted();
  }

  headOf(stored: AnyDocument): never {
    const { [sealedField]: _, ...head } = stored;
    this.#storedOf.set(head, stored);
    this.#justSealed.set(stored, head);
    return head as never;
  }

  async toStorage(plain: AnyDocument): Promise<AnyDocument> {
    const unopened = this.#storedOf.get(plain);
    if (unopened) return unopened;
    const stored: AnyDocument = {};
    const secret: AnyDocument = {};
    for (const [name, value] of Object.entries(plain)) (this.#open.has(name) ? stored : secret)[name] = value;
    const nonce = this.#randomBytes(nonceLength);
    const sealed = await this.#cipher.seal(nonce, encode(JSON.stringify(secret)), this.#bound(stored));
    stored[sealedField] = toBinaryString(nonce) + toBinaryString(sealed);
    this.#justSealed.set(stored, plain);
    return stored;
  }

  async fromStorage(stored: AnyDocument): Promise<AnyDocument> {
    const known = this.#justSealed.get(stored);
    if (known) return known;
    const { [sealedField]: text, ...open } = stored;
    const bytes = typeof text === 'string' ? fromBinaryString(text) : new Uint8Array();
    const plain = await this.#cipher.open(
      bytes.subarray(0, nonceLength),
      bytes.subarray(nonceLength),
      this.#bound(open),
    );
    if (plain === undefined) {
      if (this.#onUnreadable === undefined) throw new UnreadableDocument(this.#store);
      this.#onUnreadable();
      return { ...open, [unreadableField]: true };
    }
    return { ...open, ...(JSON.parse(fromUtf8.decode(plain)) as AnyDocument) };
  }

  /** Field by field in a fixed order: IndexedDB doesn't promise to keep the order of a document's. */
  #bound(stored: AnyDocument): Uint8Array {
    const fields = this.#boundNames
      .filter((name) => stored[name] !== undefined)
      .map((name) => [name, stored[name]]);
    return encode(JSON.stringify([this.#store, fields]));
  }
}

/** Whether a document read through `sealedStorage` has its content. */
export function isReadable(document: object): boolean {
  return !(unreadableField in document);
}

/** RxDB's own store, by which it knows its collections: another key, or bytes somebody changed. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
}

function fieldsInClear(schema: AnySchema): ReadonlySet<string> {
  const { primaryKey } = schema;
  const key: readonly string[] =
    typeof primaryKey === 'string' ? [primaryKey] : [primaryKey.key, ...primaryKey.fields];
  const indexed = (schema.indexes ?? []).flatMap((index) => (typeof index === 'string' ? [index] : index));
  return new Set([...ownFields, ...openFields, ...key, ...indexed].map((path) => path.split('.')[0] ?? path));
}

function schemaInClear(schema: AnySchema, open: ReadonlySet<string>): AnySchema {
  const properties = Object.fromEntries(Object.entries(schema.properties).filter(([name]) => open.has(name)));
  return {
    ...schema,
    properties: { ...properties, [sealedField]: { type: 'string' } },
    required: [...(schema.required ?? []).filter((name) => open.has(name as string)), sealedField],
  } as unknown as AnySchema;
}

function refuseSealedFields({ query }: PreparedQuery<AnyDocument>, open: ReadonlySet<string>): void {
  const asked = [...fieldsOf(query.selector), ...query.sort.flatMap((part) => Object.keys(part))];
  const sealed = asked.find((path) => !open.has(path.split('.')[0] ?? path));
  if (sealed !== undefined) throw new Error(`a query on the sealed field ${sealed} would find nothing`);
}

function fieldsOf(selector: unknown): string[] {
  if (typeof selector !== 'object' || selector === null) return [];
  return Object.entries(selector).flatMap(([name, value]) =>
    name.startsWith('$') ? (Array.isArray(value) ? value.flatMap(fieldsOf) : fieldsOf(value)) : [name],
  );
}

function encode(text: string): Uint8Array {
  return toUtf8.encode(text);
}

function toBinaryString(bytes: Uint8Array): string {
  let text = '';
  // in pieces: arguments of one call are limited
  for (let at = 0; at < bytes.length; at += 8192)
    // by `apply`: seven times as fast as spreading them (measured)
    text += String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]);
  return text;
}

function fromBinaryString(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
