import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { Answered } from '../sync/transport.ts';
import type { BlobLine } from './blob-line.ts';
import { sha256 } from './blob-seal.ts';

const lost: Answered<never> = { ok: false, failure: 'network' };

/** For tests: a server of files at the other end of a line that breaks when told to, and counts. */
export class TestBlobLine implements BlobLine {
  /** What any desk may read. */
  readonly blobs = new Map<BlobHash, Uint8Array>();
  readonly partials = new Map<BlobHash, { bytes: Uint8Array; size: number }>();
  readonly asked: string[] = [];
  isCut = false;
  /** The line breaks after so many bytes more; what came before arrives. */
  bytesUntilCut = Number.POSITIVE_INFINITY;
  bytesUp = 0;
  bytesDown = 0;

  async offset(hash: BlobHash): ReturnType<BlobLine['offset']> {
    this.asked.push(`offset ${hash.slice(0, 4)}`);
    if (this.isCut) return lost;
    const partial = this.partials.get(hash);
    return { ok: true, answer: partial ? { offset: partial.bytes.length } : 'unknown' };
  }

  async begin(hash: BlobHash, size: number): ReturnType<BlobLine['begin']> {
    if (this.isCut) return lost;
    this.partials.set(hash, { bytes: new Uint8Array(), size });
    return { ok: true, answer: 'begun' };
  }

  async append(hash: BlobHash, offset: number, bytes: Uint8Array): ReturnType<BlobLine['append']> {
    if (this.isCut) return lost;
    const partial = this.partials.get(hash);
    if (partial?.bytes.length !== offset) return { ok: true, answer: 'askAgain' };
    const arrives = this.#carried(bytes);
    this.bytesUp += bytes.length;
    const together = new Uint8Array(offset + arrives.length);
    together.set(partial.bytes);
    together.set(arrives, offset);
    partial.bytes = together;
    if (together.length === partial.size) {
      if ((await sha256(together)) !== hash) {
        this.partials.delete(hash);
        return { ok: true, answer: 'beginAnew' };
      }
      this.blobs.set(hash, together);
    }
    return this.isCut ? lost : { ok: true, answer: { offset: together.length } };
  }

  async isThere(caseId: string, hash: BlobHash): Promise<Answered<boolean>> {
    this.asked.push(`there ${caseId} ${this.blobs.has(hash)}`);
    return this.isCut ? lost : { ok: true, answer: this.blobs.has(hash) };
  }

  async download(
    _caseId: string,
    hash: BlobHash,
    from: number,
    take: (bytes: Uint8Array) => Promise<void>,
  ): ReturnType<BlobLine['download']> {
    this.asked.push(`download ${hash.slice(0, 4)} ${from}`);
    if (this.isCut) return lost;
    const bytes = this.blobs.get(hash);
    if (bytes === undefined) return { ok: true, answer: 'expected' };
    for (let at = from; at < bytes.length; ) {
      const part = this.#carried(bytes.subarray(at, at + 100_000));
      this.bytesDown += part.length;
      await take(part);
      if (this.isCut) return lost;
      at += part.length;
    }
    return { ok: true, answer: 'whole' };
  }

  #carried(bytes: Uint8Array): Uint8Array {
    const arrives = bytes.subarray(0, Math.min(bytes.length, this.bytesUntilCut));
    this.bytesUntilCut -= arrives.length;
    if (arrives.length < bytes.length) this.isCut = true;
    return arrives;
  }
}
