import { buffer } from 'node:stream/consumers';
import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { BlobStore } from '../blobs/blob-store.ts';
import { Turns } from '../turns.ts';
import { type Inspected, inspectFile } from './inspect-file.ts';

const remembered = 5000;
/** The machine may have been busy: what took too long once is tried again, but not with every page that names it. */
const tooElaborateForMs = 10 * 60 * 1000;
/** Who comes when so many wait would wait for minutes. */
const mostWaiting = 40;

interface Known {
  readonly inspected: Inspected;
  readonly untilMs: number;
}

export interface InspectorOptions {
  readonly inspect?: (bytes: Uint8Array) => Promise<Inspected>;
  readonly nowMs?: () => number;
}

/**
 * What blobs are, each looked at once: the bytes behind a hash never change. Two at a time, since each may need some
 * hundred megabytes for a moment.
 */
export class Inspector {
  readonly #blobs: Pick<BlobStore, 'open'>;
  readonly #inspect: (bytes: Uint8Array) => Promise<Inspected>;
  readonly #nowMs: () => number;
  readonly #known = new Map<BlobHash, Known>();
  readonly #turns = new Turns();
  #waiting = 0;

  constructor(
    blobs: Pick<BlobStore, 'open'>,
    { inspect = inspectFile, nowMs = () => performance.now() }: InspectorOptions = {},
  ) {
    this.#blobs = blobs;
    this.#inspect = inspect;
    this.#nowMs = nowMs;
  }

  /** Of a blob that is here. */
  async inspect(municipality: MunicipalityId, hash: BlobHash): Promise<Inspected> {
    const known = this.#knownOf(hash);
    if (known) return known;
    if (this.#waiting >= mostWaiting) return { fault: 'notNow' };
    this.#waiting += 1;
    try {
      return await this.#turns.take(
        hash < '8' ? 'one' : 'other',
        async () => this.#knownOf(hash) ?? (await this.#look(municipality, hash)),
      );
    } finally {
      this.#waiting -= 1;
    }
  }

  #knownOf(hash: BlobHash): Inspected | undefined {
    const known = this.#known.get(hash);
    return known && this.#nowMs() < known.untilMs ? known.inspected : undefined;
  }

  async #look(municipality: MunicipalityId, hash: BlobHash): Promise<Inspected> {
    const inspected = await this.#inspect(await buffer(this.#blobs.open(municipality, hash)));
    const isForNow = 'fault' in inspected && inspected.fault === 'tooElaborate';
    const [oldest] = this.#known.keys();
    if (oldest !== undefined && this.#known.size >= remembered) this.#known.delete(oldest);
    this.#known.set(hash, {
      inspected,
      untilMs: isForNow ? this.#nowMs() + tooElaborateForMs : Number.POSITIVE_INFINITY,
    });
    return inspected;
  }
}
