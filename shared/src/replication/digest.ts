import { canonicalJson } from './canonical-json.ts';
import type { VersionedDocument } from './messages.ts';

/**
 * The digest of a collection: count and sum of its documents' hashes. A sum, so that the server keeps it up
 * with each change instead of reading 5,000 documents (S8), and so that order doesn't matter. It finds
 * accidents (a lost write, a stray one); against an attacker stands the log's hash chain.
 */
export interface Digest {
  readonly count: number;
  readonly high: number;
  readonly low: number;
}

export const emptyDigest: Digest = { count: 0, high: 0, low: 0 };

/** Removed documents don't count: a desk that never saw one and a desk that removed one are equal. */
export function documentDigest(versioned: Pick<VersionedDocument, 'id' | 'seq' | 'document'>): Digest {
  if (versioned.document === null) return emptyDigest;
  return { count: 1, ...hash64(`${versioned.id}|${versioned.seq}|${canonicalJson(versioned.document)}`) };
}

export function addDigest(a: Digest, b: Digest): Digest {
  return { count: a.count + b.count, high: (a.high + b.high) >>> 0, low: (a.low + b.low) >>> 0 };
}

export function subtractDigest(a: Digest, b: Digest): Digest {
  return { count: a.count - b.count, high: (a.high - b.high) >>> 0, low: (a.low - b.low) >>> 0 };
}

export function digestHash({ high, low }: Digest): string {
  return high.toString(16).padStart(8, '0') + low.toString(16).padStart(8, '0');
}

/** Two 32-bit lanes of multiply-and-xor with a final mix (after cyrb53, public domain). */
function hash64(text: string): { high: number; low: number } {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  const high = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  const low = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return { high: high >>> 0, low: low >>> 0 };
}
