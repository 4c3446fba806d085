import type { Checkpoint } from '@amtsstube/shared/replication/messages';
import type { FetchedPage, FetchPage } from './base-storage.ts';

/** One run through the pages. RxDB fetches ahead while it writes; the cycle ends with an empty answer. */
export class PullCycle {
  readonly ended: Promise<'complete' | 'stopped'>;
  readonly #fetchPage: FetchPage;
  #end: (result: 'complete' | 'stopped') => void = () => undefined;
  #fail: (error: unknown) => void = () => undefined;
  #last: 'more' | 'complete' | 'stopped' = 'more';

  constructor(fetchPage: FetchPage) {
    this.#fetchPage = fetchPage;
    this.ended = new Promise((resolve, reject) => {
      this.#end = resolve;
      this.#fail = reject;
    });
  }

  /** The next page with documents in it; undefined ends RxDB's round, and with it this cycle. */
  async next(from: Checkpoint | null): Promise<FetchedPage | undefined> {
    try {
      for (let after = from; this.#last === 'more'; ) {
        const page = await this.#fetchPage(after);
        // stopped meanwhile: RxDB is closing
        if (this.#last !== 'more') break;
        this.#last = page === undefined ? 'stopped' : page.more ? 'more' : 'complete';
        if (page && page.documents.length > 0) return page;
        if (page) after = page.checkpoint;
      }
      this.#end(this.#last === 'complete' ? 'complete' : 'stopped');
    } catch (error) {
      // RxDB would ask again each five seconds and tell nobody
      this.#last = 'stopped';
      this.#fail(error);
    }
    return undefined;
  }

  stop(): void {
    this.#last = 'stopped';
    this.#end('stopped');
  }
}
