import { addDigest, type Digest, documentDigest, emptyDigest } from '@amtsstube/shared/replication/digest';
import type { BaseCollection } from './base-storage.ts';

const pageSize = 500;

/** The digest of a copy as it lies on this desk, and the newest seq in it. Reads everything, in pages. */
export async function localDigest(base: BaseCollection): Promise<Digest & { readonly newest: number }> {
  let digest = emptyDigest;
  let newest = 0;
  for (let afterId = ''; ; ) {
    const page = await base.page(afterId, pageSize);
    for (const versioned of page) {
      digest = addDigest(digest, documentDigest(versioned));
      newest = Math.max(newest, versioned.seq);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return { ...digest, newest };
    afterId = last.id;
  }
}
