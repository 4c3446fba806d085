import { buffer } from 'node:stream/consumers';
import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { BlobStore } from '../blobs/blob-store.ts';
import { Turns } from '../turns.ts';
import { type Inspected, inspectFile } from './inspect-file.ts';

const remembered = 5000;

/**
 * What blobs are, each looked at once: the bytes behind a hash never change. Two at a time, since each may need half a
 * gigabyte for a moment.
 */
export class Inspector {
  readonly #blobs: BlobStore;
  readonly #known = new Map<BlobHash, Inspected>();
  readonly #turns = new Turns();

  constructor(blobs: BlobStore) {
    this.#blobs = blobs;
  }

  /** Of a blob that is here. */
  async inspect(municipality: MunicipalityId, hash: BlobHash): Promise<Inspected> {
    const known = this.#known.get(hash);
    if (known) return known;
    return this.#turns.take(hash < '8' ? 'one' : 'other', async () => {
      const inspected =
        this.#known.get(hash) ?? (await inspectFile(await buffer(this.#blobs.open(municipality, hash))));
      if ('fault' in inspected && inspected.fault === 'notNow') return inspected;
      const [oldest] = this.#known.keys();
      if (oldest !== undefined && this.#known.size >= remembered) this.#known.delete(oldest);
      this.#known.set(hash, inspected);
      return inspected;
    });
  }
}
