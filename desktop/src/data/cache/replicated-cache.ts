import type { Epoch } from '@amtsstube/shared/domain/ids';
import { type ReplicatedCollection, replicatedCollections } from '@amtsstube/shared/replication/collections';
import { digestHash } from '@amtsstube/shared/replication/digest';
import {
  type Checkpoint,
  type ShownVersion,
  shownVersion,
  type VersionedDocument,
} from '@amtsstube/shared/replication/messages';
import { BehaviorSubject, Subject, type Subscription } from 'rxjs';
import { Limit, Queue } from '../queue.ts';
import { BaseCopy } from './base-copy.ts';
import { type BaseCollection, type BaseStorage, type CacheState, firstCacheState } from './base-storage.ts';
import type { Building, Cache, Verified } from './cache.ts';
import { localDigest } from './local-digest.ts';
import { lostDocuments } from './lost-documents.ts';
import type { PageSource } from './page-source.ts';

/** More at once would only share the line (ARCHITECTURE: at most 3 pulls). */
const pullsAtOnce = 3;
const rebuildTries = 3;

/** Hears, before the copy of a former epoch goes, of what it held and the new one lacks. Resolves once that is durable. */
export type KeepLost = (former: Epoch, documents: AsyncIterable<VersionedDocument>) => Promise<void>;

/** A copy being built beside the present one. It is kept while the line is down and goes on from where it was. */
interface Rebuild {
  readonly epoch: Epoch;
  readonly generation: number;
  /** Those begun so far. */
  readonly bases: BaseCollection[];
}

/** Opens the present copy as it lies on the desk; what a crash left of a rebuild, or of the copy before it, is removed. */
export async function openCache(
  storage: BaseStorage,
  source: PageSource,
  keepLost?: KeepLost,
): Promise<Cache> {
  const state = (await storage.readState()) ?? firstCacheState(null);
  await storage.removeOthers(
    replicatedCollections.map((collection) => ({ collection, generation: state.generations[collection] })),
  );
  // side by side: each is a database of its own, and opening one is waiting
  const bases = await Promise.all(
    replicatedCollections.map(
      async (collection) =>
        [collection, await storage.open(collection, state.generations[collection])] as const,
    ),
  );
  return new ReplicatedCache(storage, source, state, new Map(bases), keepLost);
}

class ReplicatedCache implements Cache {
  readonly #storage: BaseStorage;
  readonly #source: PageSource;
  readonly #keepLost: KeepLost | undefined;
  #state: CacheState;
  #copy: BaseCopy;
  readonly #subscriptions = new Map<BaseCollection, Subscription>();
  readonly #queues = new Map(replicatedCollections.map((collection) => [collection, new Queue()]));
  readonly #limit = new Limit(pullsAtOnce);
  readonly #resets = new Queue();
  /** How far the copy is complete, and for which rights: the checkpoint of the last page of a complete pull. */
  readonly #completeUpTo = new Map<BaseCollection, Pick<Checkpoint, 'seq' | 'scopes'>>();
  readonly #verifiedHeads = new Map<ReplicatedCollection, number>();
  #rebuild: Rebuild | undefined;

  readonly #received = new Subject<{
    collection: ReplicatedCollection;
    documents: readonly ShownVersion[];
  }>();
  readonly #moveOvers: ((collections: readonly ReplicatedCollection[]) => Promise<void>)[] = [];
  readonly #verified = new Subject<ReplicatedCollection>();
  readonly #building = new BehaviorSubject<Building | undefined>(undefined);
  readonly received$ = this.#received.asObservable();
  readonly verified$ = this.#verified.asObservable();
  readonly building$ = this.#building.asObservable();

  constructor(
    storage: BaseStorage,
    source: PageSource,
    state: CacheState,
    bases: ReadonlyMap<ReplicatedCollection, BaseCollection>,
    keepLost: KeepLost | undefined,
  ) {
    this.#storage = storage;
    this.#source = source;
    this.#keepLost = keepLost;
    this.#state = state;
    this.#copy = new BaseCopy(state.epoch, bases);
    for (const base of bases.values()) this.#listen(base);
  }

  get copy(): BaseCopy {
    return this.#copy;
  }

  whenSwitched(moveOver: (collections: readonly ReplicatedCollection[]) => Promise<void>): void {
    this.#moveOvers.push(moveOver);
  }

  async pull(collections: readonly ReplicatedCollection[]): Promise<'complete' | 'offline'> {
    const before = this.#copy;
    const results = await Promise.all(
      collections.map((collection) =>
        this.#queue(collection).run(() => this.#fill(this.#base(collection), this.#state.epoch)),
      ),
    );
    if (results.includes('otherScopes')) return this.#rebuildFor(before);
    if (!this.#rebuild) this.#building.next(undefined);
    return results.every((result) => result === 'complete') ? 'complete' : 'offline';
  }

  verifiedHead(collection: ReplicatedCollection): number {
    return this.#verifiedHeads.get(collection) ?? 0;
  }

  verify(collection: ReplicatedCollection): Promise<Verified> {
    return this.#queue(collection).run(async () => {
      const { epoch } = this.#state;
      const base = this.#base(collection);
      const compared = await this.#compare(base, epoch);
      if (compared === 'later' || epoch === null) return 'later';
      if (typeof compared === 'number') {
        this.#noteVerified(collection, compared);
        return 'equal';
      }
      // one after another: many that differ at once would be more than may be open (`mostOpen`)
      return this.#resets.run(() => this.#rebuildOne(base, epoch));
    });
  }

  reset(epoch: Epoch): Promise<'switched' | 'offline'> {
    return this.#resets.run(async () => (this.#state.epoch === epoch ? 'switched' : this.#rebuildAll(epoch)));
  }

  rebuild(): Promise<'switched' | 'offline'> {
    return this.#resets.run(async () => {
      const { epoch } = this.#state;
      // nothing has come yet: the first pull builds it anyway
      return epoch === null ? 'offline' : this.#rebuildAll(epoch);
    });
  }

  async close(): Promise<void> {
    for (const subscription of this.#subscriptions.values()) subscription.unsubscribe();
    for (const base of [...this.#copy.bases.values(), ...(this.#rebuild?.bases ?? [])]) await base.close();
    await this.#storage.close();
    for (const subject of [this.#received, this.#verified, this.#building]) subject.complete();
  }

  /**
   * The clerk sees other things than `former` was made for. All collections are built anew together, so that no half of
   * a case is shown without the other, and what she may not see any more goes with the former copy (S9).
   */
  #rebuildFor(former: BaseCopy): Promise<'complete' | 'offline'> {
    return this.#resets.run(async () => {
      const { epoch } = this.#state;
      // two pulls at once: the other one has seen to it
      if (epoch === null || this.#copy !== former) return 'offline';
      return (await this.#rebuildAll(epoch)) === 'switched' ? 'complete' : 'offline';
    });
  }

  /** One collection beside its old copy, which was found to differ. */
  async #rebuildOne(base: BaseCollection, epoch: Epoch): Promise<Verified> {
    const { collection } = base;
    const isPresent = () => this.#state.epoch === epoch && this.#base(collection) === base;
    if (!isPresent()) return 'later';
    const built = await this.#storage.open(collection, await this.#begin());
    const head = await this.#build(built, epoch).catch(async (error: unknown) => {
      await built.remove();
      this.#building.next(undefined);
      throw error;
    });
    // of other rights than the rest of the copy: the next pull hears of them, and all are built anew together (S9)
    if (typeof head === 'number' && isPresent() && this.#areOfSameScopes([base, built])) {
      await this.#switchTo([built], epoch);
      this.#noteVerified(collection, head);
      return 'rebuilt';
    }
    await built.remove();
    this.#building.next(undefined);
    return 'later';
  }

  /** All collections beside the old copy, which stays until each is found equal. Goes on where a former try stopped. */
  async #rebuildAll(epoch: Epoch): Promise<'switched' | 'offline'> {
    if (this.#rebuild && this.#rebuild.epoch !== epoch) await this.#giveUpRebuild();
    this.#rebuild ??= { epoch, generation: await this.#begin(), bases: [] };
    const { bases, generation } = this.#rebuild;
    const heads = new Map<ReplicatedCollection, number>();
    for (const [index, collection] of replicatedCollections.entries()) {
      const base = bases[index] ?? (await this.#storage.open(collection, generation));
      bases[index] = base;
      const head = await this.#build(base, epoch);
      await base.layDown();
      // a write error in the new copy itself, or other rights once more: it is thrown away and begun anew
      if (head === 'different' || head === 'otherScopes') await this.#giveUpRebuild();
      if (typeof head !== 'number') return 'offline';
      heads.set(collection, head);
    }
    if (!this.#areOfSameScopes(bases)) {
      // other rights while they were built one after another
      await this.#giveUpRebuild();
      return 'offline';
    }
    const { epoch: former } = this.#state;
    // before the switch: after it a crash would take the former copy away, and with it what only it had (L8)
    if (former !== null && former !== epoch) await this.#keepLost?.(former, this.#lost(bases));
    await this.#switchTo(bases, epoch);
    for (const [collection, head] of heads) this.#noteVerified(collection, head);
    return 'switched';
  }

  async *#lost(bases: readonly BaseCollection[]): AsyncGenerator<VersionedDocument> {
    for (const fresh of bases) {
      yield* lostDocuments(this.#base(fresh.collection), fresh);
      await fresh.layDown();
    }
  }

  #fill(base: BaseCollection, epoch: Epoch | null): Promise<'complete' | 'offline' | 'otherScopes'> {
    return this.#limit.run(async () => {
      let last: Checkpoint | undefined;
      let isOfOtherScopes = false;
      const result = await base.pull(async (from) => {
        const page = await this.#source.page(base.collection, epoch ?? this.#state.epoch, from);
        isOfOtherScopes = page === 'otherScopes';
        if (page === undefined || page === 'otherScopes') return undefined;
        if (!(await this.#isOfEpoch(page.checkpoint.epoch, epoch))) return undefined;
        if (page.more || this.#building.value !== undefined) {
          const { received, isAnew } = this.#building.value ?? { received: 0, isAnew: false };
          this.#building.next({ received: received + page.documents.length, isAnew });
        }
        last = page.checkpoint;
        return page;
      });
      if (isOfOtherScopes) return 'otherScopes';
      if (result !== 'complete' || last === undefined) return 'offline';
      this.#completeUpTo.set(base, last);
      return 'complete';
    });
  }

  /** The first page ever names the copy's epoch; it is written down before any document is. */
  async #isOfEpoch(pageEpoch: Epoch, wanted: Epoch | null): Promise<boolean> {
    if (wanted !== null) return pageEpoch === wanted;
    if (this.#state.epoch === null) {
      this.#state = { ...this.#state, epoch: pageEpoch };
      this.#copy.epoch = pageEpoch;
      await this.#storage.writeState(this.#state);
    }
    return this.#state.epoch === pageEpoch;
  }

  /** A number: equal at that head. Comparable only when nothing newer than the last complete pull exists (L7). */
  async #compare(base: BaseCollection, epoch: Epoch | null): Promise<number | 'different' | 'later'> {
    const complete = this.#completeUpTo.get(base)?.seq;
    if (complete === undefined || epoch === null) return 'later';
    const wanted = await this.#source.digest(base.collection, epoch);
    if (wanted === undefined || wanted.newest > complete || wanted.head < complete) return 'later';
    const local = await localDigest(base);
    return local.count === wanted.count && digestHash(local) === wanted.hash ? wanted.head : 'different';
  }

  #areOfSameScopes(bases: readonly BaseCollection[]): boolean {
    const scopes = bases.map((base) => JSON.stringify(this.#completeUpTo.get(base)?.scopes.toSorted()));
    return new Set(scopes).size === 1;
  }

  /** The number of the copies to be made: written down before any of them is there. */
  async #begin(): Promise<number> {
    const generation = this.#state.lastGeneration + 1;
    this.#state = { ...this.#state, lastGeneration: generation };
    await this.#storage.writeState(this.#state);
    this.#building.next({ received: 0, isAnew: true });
    return generation;
  }

  async #giveUpRebuild(): Promise<void> {
    for (const base of this.#rebuild?.bases ?? []) await base.remove();
    this.#rebuild = undefined;
    this.#building.next(undefined);
  }

  /** Fills a copy until the server says it is equal; a number: the head at which it is. */
  async #build(
    base: BaseCollection,
    epoch: Epoch,
  ): Promise<number | 'different' | 'offline' | 'otherScopes'> {
    for (let tries = 0; tries < rebuildTries; tries += 1) {
      const filled = await this.#fill(base, epoch);
      if (filled !== 'complete') return filled;
      const compared = await this.#compare(base, epoch);
      if (compared !== 'later') return compared;
    }
    return 'offline';
  }

  /** One atomic write makes the new copies the present ones; only then the old ones go. */
  async #switchTo(bases: readonly BaseCollection[], epoch: Epoch): Promise<void> {
    const generations = { ...this.#state.generations };
    for (const base of bases) generations[base.collection] = base.generation;
    const state = { ...this.#state, epoch, generations };
    await this.#storage.writeState(state);
    const former = bases.map((base) => this.#base(base.collection));
    this.#state = state;
    // they are the present copies now, even where moving over fails: nothing may take them for a rebuild any more
    if (this.#rebuild?.bases === bases) this.#rebuild = undefined;
    this.#copy = new BaseCopy(
      epoch,
      new Map([...this.#copy.bases, ...bases.map((base) => [base.collection, base] as const)]),
    );
    for (const base of bases) this.#listen(base);
    for (const { collection } of bases) this.#verifiedHeads.delete(collection);
    this.#building.next(undefined);
    // who still reads there may end; the new ones are opened now
    for (const base of former) await base.layDown();
    for (const moveOver of this.#moveOvers) await moveOver(bases.map(({ collection }) => collection));
    for (const base of former) {
      this.#subscriptions.get(base)?.unsubscribe();
      this.#subscriptions.delete(base);
      this.#completeUpTo.delete(base);
      await base.remove();
    }
  }

  #noteVerified(collection: ReplicatedCollection, head: number): void {
    this.#verifiedHeads.set(collection, head);
    this.#verified.next(collection);
  }

  #listen(base: BaseCollection): void {
    const { collection } = base;
    this.#subscriptions.set(
      base,
      base.written$.subscribe((documents) => {
        // a page of the former copy, written while everybody moves over: those versions count in another epoch
        if (this.#base(collection) === base)
          this.#received.next({ collection, documents: documents.map(shownVersion) });
      }),
    );
  }

  #base(collection: ReplicatedCollection): BaseCollection {
    return this.#copy.base(collection);
  }

  #queue(collection: ReplicatedCollection): Queue {
    const queue = this.#queues.get(collection);
    if (queue === undefined) throw new Error(`no queue for ${collection}`);
    return queue;
  }
}
