import { type BlobHash, blobHash, blobName, blobSize } from '@amtsstube/shared/domain/blob';
import { caseId, type Epoch, epoch as epochSchema } from '@amtsstube/shared/domain/ids';
import { type Instant, instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import type { BlobFiles } from '../../host/host.ts';
import { seal, unseal } from '../../vault/sealed-bytes.ts';
import { type BlobNames, type BlobSeal, blobNames, sha256 } from './blob-seal.ts';

/** A piece is one file, one AES call and one fsync. */
export const pieceBytes = 1024 * 1024;

const entrySchema = z.strictObject({
  v: z.literal(1),
  hash: blobHash,
  size: blobSize,
  name: blobName,
  /** The case it was added to or fetched for first: what names it, should the server ask. */
  caseId,
  /** The server has said that it holds all of it. */
  isOnServer: z.boolean(),
});
/** A file that is whole on this device. */
export type BlobEntry = Omit<z.infer<typeof entrySchema>, 'v'>;

const lookedSince = z.strictObject({ epoch: epochSchema, since: instant });

/**
 * A clerk's files on this device: in sealed pieces, and whole only once the entry beside them is written, which is last.
 * Pieces without an entry are a download that was cut off; it goes on from there.
 */
export class BlobBox {
  readonly #files: BlobFiles;
  readonly #seal: BlobSeal;
  readonly #names: BlobNames;
  readonly #randomBytes: (length: number) => Uint8Array;
  readonly #entries = new Map<BlobHash, BlobEntry>();

  private constructor(
    files: BlobFiles,
    blobSeal: BlobSeal,
    names: BlobNames,
    randomBytes: (length: number) => Uint8Array,
  ) {
    this.#files = files;
    this.#seal = blobSeal;
    this.#names = names;
    this.#randomBytes = randomBytes;
  }

  static async open(
    files: BlobFiles,
    blobSeal: BlobSeal,
    randomBytes: (length: number) => Uint8Array,
  ): Promise<BlobBox> {
    const box = new BlobBox(files, blobSeal, await blobNames(blobSeal.nameKey), randomBytes);
    for (const name of await files.list()) {
      if (!name.startsWith(box.#names.prefix) || !name.endsWith('.entry')) continue;
      const bytes = await box.#read(name);
      const parsed = bytes && entrySchema.safeParse(parseJson(bytes));
      // damaged, or of a newer program: what the server has can be fetched again, and nothing is thrown away
      if (!parsed?.success) continue;
      const { v: _, ...entry } = parsed.data;
      box.#entries.set(entry.hash, entry);
    }
    return box;
  }

  /** The server's epoch in which `isOnServer` of every entry is known; undefined: of none. */
  async knownIn(): Promise<Epoch | undefined> {
    const bytes = await this.#read(`${this.#names.prefix}known-in`);
    return bytes && epochSchema.safeParse(parseJson(bytes)).data;
  }

  async noteKnownIn(epoch: Epoch): Promise<void> {
    await this.#write(`${this.#names.prefix}known-in`, new TextEncoder().encode(JSON.stringify(epoch)));
  }

  /** Since when it has been looked for in this epoch who names what the server may lack; undefined: it isn't. */
  async lookedSince(epoch: Epoch): Promise<Instant | undefined> {
    const bytes = await this.#read(`${this.#names.prefix}looked-since`);
    const parsed = bytes && lookedSince.safeParse(parseJson(bytes)).data;
    return parsed?.epoch === epoch ? parsed.since : undefined;
  }

  async noteLookedSince(epoch: Epoch, since: Instant): Promise<void> {
    const json = JSON.stringify({ epoch, since });
    await this.#write(`${this.#names.prefix}looked-since`, new TextEncoder().encode(json));
  }

  get entries(): readonly BlobEntry[] {
    return [...this.#entries.values()];
  }

  entry(hash: BlobHash): BlobEntry | undefined {
    return this.#entries.get(hash);
  }

  /** Resolves after all of it is durable (B1: before the operation that names it). */
  async add(entry: BlobEntry, bytes: Uint8Array): Promise<void> {
    for (let index = 0; index * pieceBytes < bytes.length; index += 1)
      await this.putPiece(entry.hash, index, bytes.subarray(index * pieceBytes, (index + 1) * pieceBytes));
    await this.writeEntry(entry);
  }

  async putPiece(hash: BlobHash, index: number, bytes: Uint8Array): Promise<void> {
    await this.#write(`${await this.#names.idOf(hash)}.${index}`, bytes);
  }

  /** undefined: not here, or not what was written. */
  async piece(hash: BlobHash, index: number): Promise<Uint8Array | undefined> {
    return this.#read(`${await this.#names.idOf(hash)}.${index}`);
  }

  /** How many whole pieces of a download that was cut off are here, from the beginning on. */
  async piecesOf(hash: BlobHash): Promise<number> {
    const id = await this.#names.idOf(hash);
    const names = new Set(await this.#files.list());
    let count = 0;
    while (names.has(`${id}.${count}`)) count += 1;
    return count;
  }

  /** All of it, checked against its name. undefined: not here whole; what was damaged is forgotten, to be fetched again. */
  async read(hash: BlobHash): Promise<Uint8Array | undefined> {
    const entry = this.#entries.get(hash);
    if (entry === undefined) return undefined;
    const bytes = await this.assemble(hash, entry.size);
    if (bytes !== undefined || !entry.isOnServer) return bytes;
    await this.remove(hash);
    return undefined;
  }

  /** The pieces put together; undefined where they are not this blob. */
  async assemble(hash: BlobHash, size: number): Promise<Uint8Array | undefined> {
    const bytes = new Uint8Array(size);
    for (let at = 0, index = 0; at < size; index += 1) {
      const piece = await this.piece(hash, index);
      if (piece === undefined || piece.length === 0 || at + piece.length > size) return undefined;
      bytes.set(piece, at);
      at += piece.length;
    }
    return (await sha256(bytes)) === hash ? bytes : undefined;
  }

  /** Makes it whole: its pieces are durable. Also to change what is known of it. */
  async writeEntry(entry: BlobEntry): Promise<void> {
    const json = new TextEncoder().encode(JSON.stringify({ v: 1, ...entry }));
    await this.#write(`${await this.#names.idOf(entry.hash)}.entry`, json);
    this.#entries.set(entry.hash, entry);
  }

  async remove(hash: BlobHash): Promise<void> {
    const id = await this.#names.idOf(hash);
    const names = (await this.#files.list()).filter((name) => name.startsWith(`${id}.`));
    // the entry first: pieces alone are a download cut off, an entry alone would be a lie
    await this.#files.remove(`${id}.entry`);
    this.#entries.delete(hash);
    for (const name of names) await this.#files.remove(name);
  }

  /** Makes room: everything the server has goes, but for what `isKept`. What was not handed over never goes. @returns how many */
  async evict(isKept: (hash: BlobHash) => boolean): Promise<number> {
    const evicted = this.entries.filter(({ hash, isOnServer }) => isOnServer && !isKept(hash));
    for (const { hash } of evicted) await this.remove(hash);
    return evicted.length;
  }

  async #write(name: string, plain: Uint8Array): Promise<void> {
    await this.#files.write(name, await seal(this.#seal.cipher, this.#randomBytes(12), name, plain));
  }

  async #read(name: string): Promise<Uint8Array | undefined> {
    const sealed = await this.#files.read(name);
    return sealed && unseal(this.#seal.cipher, name, sealed);
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
