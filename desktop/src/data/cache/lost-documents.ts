import { canonicalJson } from '@amtsstube/shared/replication/canonical-json';
import type { VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { BaseCollection } from './base-storage.ts';

const pageSize = 200;

/** What `former` holds and `fresh`, which is complete, lacks or has otherwise. */
export async function* lostDocuments(
  former: BaseCollection,
  fresh: BaseCollection,
): AsyncGenerator<VersionedDocument> {
  for (let afterId = ''; ; ) {
    const page = await former.page(afterId, pageSize);
    const present = new Map(
      (await fresh.get(page.map(({ id }) => id))).map(({ id, document }) => [id, canonicalJson(document)]),
    );
    for (const versioned of page)
      if (present.get(versioned.id) !== canonicalJson(versioned.document)) yield versioned;
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    afterId = last.id;
  }
}
