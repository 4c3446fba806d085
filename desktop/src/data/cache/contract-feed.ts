import { epoch } from '@amtsstube/shared/domain/ids';
import type { Checkpoint, VersionedDocument } from '@amtsstube/shared/replication/messages';
import type { FetchedPage, FetchPage } from './base-storage.ts';

/** A server's changes in one collection, in pages, for tests that read as a desk does. */
export class ContractFeed {
  epoch = epoch.parse('epoch-1');
  pageSize = 1000;
  /** After this many pages there is no line. */
  failsAfterPages: number | undefined;
  /** Sends each version in its turn, as a server does that changes while it is read. */
  keepsFormerVersions = false;
  /** Seqs at which an empty page comes first, with more behind it. */
  readonly emptyPages = new Set<number>();
  /** The seq each page was asked for from; null = from the beginning. */
  readonly asked: (number | null)[] = [];
  readonly #versions: VersionedDocument[] = [];

  changes(...versions: readonly VersionedDocument[]): void {
    this.#versions.push(...versions);
  }

  /** As they are now, in the order of their last change. */
  get documents(): readonly VersionedDocument[] {
    const newest = new Map<string, VersionedDocument>();
    for (const version of this.#versions) {
      newest.delete(version.id);
      newest.set(version.id, version);
    }
    return [...newest.values()];
  }

  readonly fetchPage: FetchPage = async (from) => {
    this.asked.push(from?.seq ?? null);
    if (this.failsAfterPages !== undefined && this.asked.length > this.failsAfterPages) return undefined;
    return this.page(from);
  };

  page(from: Checkpoint | null): FetchedPage {
    const after = from?.seq ?? 0;
    if (this.emptyPages.delete(after))
      return { documents: [], checkpoint: this.checkpoint(after), more: true };
    const versions = this.keepsFormerVersions ? this.#versions : this.documents;
    const waiting = versions.filter(({ seq }) => seq > after);
    const documents = waiting.slice(0, this.pageSize);
    return {
      documents,
      checkpoint: this.checkpoint(documents.at(-1)?.seq ?? after),
      more: waiting.length > documents.length,
    };
  }

  checkpoint(seq: number): Checkpoint {
    return { epoch: this.epoch, seq, hash: `hash-${seq}`, scopes: ['all'] };
  }
}
