import type { Epoch } from '@amtsstube/shared/domain/ids';
import { epoch } from '@amtsstube/shared/domain/ids';
import { type ReplicatedCollection, replicatedCollections } from '@amtsstube/shared/replication/collections';
import { addDigest, digestHash, documentDigest, emptyDigest } from '@amtsstube/shared/replication/digest';
import type { Checkpoint, VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { FetchedPage } from './base-storage.ts';
import { ContractFeed } from './contract-feed.ts';
import type { DigestPage, PageSource } from './page-source.ts';

/** For tests: a server's collections as a desk sees them over the line, with the test's hand on each page. */
export class ContractSource implements PageSource {
  /** Awaited when a page has been read on the server and is on its way; undefined: it gets lost. */
  onItsWay: (collection: ReplicatedCollection, page: FetchedPage) => Promise<FetchedPage | undefined> =
    async (_collection, page) => page;
  head = 0;
  /** What the clerk may see now; a checkpoint of other scopes is answered with `otherScopes` (S9). */
  scopes: readonly string[] = [];
  #epoch = epoch.parse('epoch-1');
  #feeds = emptyFeeds(this.#epoch);

  get epoch(): Epoch {
    return this.#epoch;
  }

  feed(collection: ReplicatedCollection): ContractFeed {
    const feed = this.#feeds.get(collection);
    if (feed === undefined) throw new Error(`no feed of ${collection}`);
    return feed;
  }

  changes(...versions: readonly VersionedDocument[]): void {
    for (const version of versions) {
      this.feed(version.collection).changes(version);
      this.head = Math.max(this.head, version.seq);
    }
  }

  /** The server was put back: another epoch, and what it has now. */
  restore(next: string, ...versions: readonly VersionedDocument[]): Epoch {
    this.#epoch = epoch.parse(next);
    this.#feeds = emptyFeeds(this.#epoch);
    this.head = 0;
    this.changes(...versions);
    return this.#epoch;
  }

  async page(
    collection: ReplicatedCollection,
    asked: Epoch | null,
    from: Checkpoint | null,
  ): Promise<FetchedPage | 'otherScopes' | undefined> {
    const of = from?.epoch ?? asked;
    if (of !== null && of !== this.#epoch) return undefined;
    if (from !== null && from.scopes.join() !== this.scopes.join()) return 'otherScopes';
    const page = await this.feed(collection).fetchPage(from);
    const scopes = [...this.scopes];
    return page && this.onItsWay(collection, { ...page, checkpoint: { ...page.checkpoint, scopes } });
  }

  async digest(collection: ReplicatedCollection, asked: Epoch | null): Promise<DigestPage | undefined> {
    if (asked !== null && asked !== this.#epoch) return undefined;
    const { documents } = this.feed(collection);
    const present = documents.filter(({ document }) => document !== null);
    const digest = present.reduce((sum, each) => addDigest(sum, documentDigest(each)), emptyDigest);
    const newest = documents.at(-1)?.seq ?? 0;
    return {
      result: 'digest',
      epoch: this.#epoch,
      head: this.head,
      newest,
      count: digest.count,
      hash: digestHash(digest),
    };
  }
}

function emptyFeeds(of: Epoch): Map<ReplicatedCollection, ContractFeed> {
  return new Map(
    replicatedCollections.map((collection) => {
      const feed = new ContractFeed();
      feed.epoch = of;
      return [collection, feed];
    }),
  );
}
