import type { BlobHash } from '@amtsstube/shared/domain/blob';
import { type BlobBox, pieceBytes } from './blob-box.ts';

/** Puts what arrives into the box piece by piece, so that a line that breaks costs less than one. */
export class DownloadInPieces {
  readonly #box: BlobBox;
  readonly #hash: BlobHash;
  readonly #size: number;
  readonly #progress: (bytes: number) => void;
  #index = 0;
  #filled = 0;
  #isTooLong = false;
  #piece = new Uint8Array(pieceBytes);

  constructor(box: BlobBox, hash: BlobHash, size: number, progress: (bytes: number) => void) {
    this.#box = box;
    this.#hash = hash;
    this.#size = size;
    this.#progress = progress;
  }

  /** Where to go on: after the whole pieces that are here. */
  async resume(): Promise<number> {
    // the last one is written when all is here; what is whole up to it is a multiple of a piece
    this.#index = Math.min(await this.#box.piecesOf(this.#hash), Math.floor((this.#size - 1) / pieceBytes));
    this.#progress(this.at);
    return this.at;
  }

  async take(bytes: Uint8Array): Promise<void> {
    // more than the file has: whatever it is, it isn't the file
    this.#isTooLong ||= this.at + bytes.length > this.#size;
    if (this.#isTooLong) return;
    for (let from = 0; from < bytes.length; ) {
      const part = bytes.subarray(from, from + pieceBytes - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      from += part.length;
      if (this.#filled === pieceBytes) await this.#flush();
    }
    this.#progress(this.at);
  }

  /** False: what is here is not this blob; it is gone. */
  async finish(): Promise<boolean> {
    if (this.#filled > 0) await this.#flush();
    if (!this.#isTooLong && (await this.#box.assemble(this.#hash, this.#size))) return true;
    await this.#box.remove(this.#hash);
    return false;
  }

  /** How far it is. */
  get at(): number {
    return this.#index * pieceBytes + this.#filled;
  }

  async #flush(): Promise<void> {
    await this.#box.putPiece(this.#hash, this.#index, this.#piece.subarray(0, this.#filled));
    this.#index += 1;
    this.#filled = 0;
  }
}
