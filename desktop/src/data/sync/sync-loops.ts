import type { Epoch } from '@amtsstube/shared/domain/ids';
import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import { type ReplicatedCollection, replicatedCollections } from '@amtsstube/shared/replication/collections';
import { BehaviorSubject } from 'rxjs';
import { HostFailure } from '../../host/host.ts';
import type { Cache } from '../cache/cache.ts';
import type { Environment } from '../environment.ts';
import type { Journal } from '../journal/journal.ts';
import type { Drain } from './drain.ts';
import type { EpochChange } from './epoch-change.ts';
import { type Line, whenConnected } from './line.ts';
import { longestRetry, retryAfter } from './retry-after.ts';
import type { Transport } from './transport.ts';
import { Wake } from './wake.ts';

const pollMilliseconds = 30_000;
const verifyEachMilliseconds = 24 * 60 * 60 * 1000;

export interface SyncLoopsOptions {
  readonly environment: Environment;
  readonly transport: Transport;
  readonly journal: Journal;
  readonly cache: Cache;
  readonly drain: Drain;
  readonly epochs: EpochChange;
  readonly line: Line;
  /** Hears of a bug that ended a turn. */
  readonly report: (error: unknown) => void;
  readonly signal: AbortSignal;
}

/**
 * What runs while a desk is open: handing over, fetching, listening for hints. The three don't wait for one
 * another, so that a long fetch never holds back what the clerk did.
 */
export class SyncLoops {
  readonly #options: SyncLoopsOptions;
  readonly #drainWake: Wake;
  readonly #pullWake: Wake;
  readonly #hintWake: Wake;
  readonly #wanted = new Set<ReplicatedCollection>(replicatedCollections);
  readonly #unverified = new Set<ReplicatedCollection>(replicatedCollections);
  #newEpoch: Epoch | undefined;
  /** The server has said so: no work is sent until somebody signed in or an answer shows a session. */
  #isSignedOut = false;
  #heardBackAt: Instant | undefined;
  #lastPollAt: Instant | undefined;
  /** Somebody asked for the copy to be built anew, and it isn't yet. */
  readonly isRebuildWanted$ = new BehaviorSubject(false);
  readonly verifiedEqualAt$ = new BehaviorSubject<Instant | undefined>(undefined);

  constructor(options: SyncLoopsOptions) {
    this.#options = options;
    const { environment, signal, journal, epochs, cache, line } = options;
    this.#drainWake = new Wake(environment, signal);
    this.#pullWake = new Wake(environment, signal);
    this.#hintWake = new Wake(environment, signal);
    // a crash between reopening the journal and rebuilding the copy: go on with the rebuild
    const { epoch } = cache.copy;
    if (epoch !== null && journal.epoch !== null && epoch !== journal.epoch) this.#newEpoch = journal.epoch;
    journal.changed$.subscribe(() => {
      if (journal.toHandOver.length === 0) return;
      // in a turn of its own: whoever waits for "gespeichert" hears it first, asking the line takes longer than the disk
      void environment.sleep(0, signal).then(() => this.#drainWake.now());
    });
    line.view$.subscribe((view) => {
      if (!this.#isSignedOut || view.line.state !== 'connected') return;
      this.#isSignedOut = false;
      this.#drainWake.now();
    });
    whenConnected(line.view$).subscribe(() => this.#lineIsBack());
    epochs.changed$.subscribe((epoch) => {
      this.#newEpoch = epoch;
      this.#pullWake.now();
    });
  }

  /** Resolves when all loops have ended, after `signal` was aborted. */
  async run(): Promise<void> {
    await Promise.all([this.#handOver(), this.#fetch(), this.#listen()]);
  }

  /** Now, without waiting for the next round. */
  wakeAll(): void {
    for (const collection of replicatedCollections) this.#wanted.add(collection);
    this.#isSignedOut = false;
    this.#drainWake.now();
    this.#pullWake.now();
    this.#hintWake.now();
  }

  /**
   * What one loop found out the others needn't find out by themselves, each after a wait of its own. Where answers and
   * failures come by turns that is no news, and each loop keeps its pace.
   */
  #lineIsBack(): void {
    const now = this.#options.environment.now();
    if (this.#heardBackAt !== undefined && apart(now, this.#heardBackAt) < longestRetry) return;
    this.#heardBackAt = now;
    this.#drainWake.early();
    this.#pullWake.early();
    this.#hintWake.early();
  }

  /** Builds the copy anew with the next contact; the journal and what is on screen are not touched. */
  rebuild(): void {
    this.isRebuildWanted$.next(true);
    this.wakeAll();
  }

  async #handOver(): Promise<void> {
    const { signal } = this.#options;
    let failures = 0;
    for (let isNew = true; !signal.aborted; ) {
      const result = await this.#turn(() => this.#handOverOnce());
      // each note asks at once; that many were written while the line was down must not make it wait longer
      if (result === 'empty') failures = 0;
      else if (failures === 0 || !isNew) failures += 1;
      isNew = await this.#drainWake.wait(result === 'empty' ? pollMilliseconds : this.#retryAfter(failures));
    }
  }

  async #handOverOnce(): Promise<'empty' | 'later'> {
    const { drain, cache } = this.#options;
    // the pull, which carries no work, goes on asking and finds out
    if (this.#isSignedOut) return 'later';
    const result = await drain.run();
    if (result === 'signedOut') this.#isSignedOut = true;
    if (result === 'pullFirst') drain.pulled(await cache.pull(replicatedCollections));
    return result === 'empty' ? 'empty' : 'later';
  }

  async #fetch(): Promise<void> {
    const { signal } = this.#options;
    for (let failures = 0; !signal.aborted; ) {
      const result = await this.#turn(() => this.#fetchOnce());
      if (result !== 'complete') {
        failures += 1;
        // what happened meanwhile is compared as a whole once the line is back (L7)
        for (const collection of replicatedCollections) {
          this.#wanted.add(collection);
          this.#unverified.add(collection);
        }
        await this.#pullWake.wait(this.#retryAfter(failures));
      } else {
        failures = 0;
        await this.#pullWake.wait(pollMilliseconds);
      }
    }
  }

  async #fetchOnce(): Promise<'complete' | 'offline'> {
    const { cache, environment } = this.#options;
    const now = environment.now();
    const epoch = this.#newEpoch;
    if (epoch !== undefined) {
      if ((await cache.reset(epoch)) === 'offline') return 'offline';
      if (this.#newEpoch === epoch) this.#newEpoch = undefined;
      for (const collection of replicatedCollections) this.#wanted.add(collection);
    }
    if (this.isRebuildWanted$.value) {
      if ((await cache.rebuild()) === 'offline') return 'offline';
      this.isRebuildWanted$.next(false);
      for (const collection of replicatedCollections) this.#unverified.add(collection);
    }
    if (this.#isPollDue(now)) for (const collection of replicatedCollections) this.#wanted.add(collection);
    const wanted = [...this.#wanted];
    this.#wanted.clear();
    if ((await cache.pull(wanted)) === 'offline') {
      for (const collection of wanted) this.#wanted.add(collection);
      return 'offline';
    }
    if (wanted.length === replicatedCollections.length) this.#lastPollAt = now;
    await this.#verify(now);
    return 'complete';
  }

  async #verify(now: Instant): Promise<void> {
    const { cache } = this.#options;
    const last = this.verifiedEqualAt$.value;
    if (last !== undefined && apart(now, last) > verifyEachMilliseconds) {
      for (const collection of replicatedCollections) this.#unverified.add(collection);
    }
    if (this.#unverified.size === 0) return;
    for (const collection of [...this.#unverified]) {
      if ((await cache.verify(collection)) !== 'later') this.#unverified.delete(collection);
      else this.#wanted.add(collection);
    }
    if (this.#unverified.size > 0) return;
    this.verifiedEqualAt$.next(now);
    await this.#compact();
  }

  /** Everything was just found equal: what is older than the restore window need not lie in the journal any more (J5). */
  async #compact(): Promise<void> {
    const { cache, journal, line } = this.#options;
    const { epoch } = cache.copy;
    if (epoch === null || line.serverTime === undefined) return;
    const heads = replicatedCollections.map((collection) => cache.verifiedHead(collection));
    try {
      await journal.compact(epoch, Math.min(...heads), line.serverTime);
    } catch (error) {
      // a full disk: the journal is as it was, and tomorrow is soon enough
      if (!(error instanceof HostFailure)) throw error;
    }
  }

  /** Desks also ask by themselves: a hint may be lost, or a proxy may hold it back. */
  #isPollDue(now: Instant): boolean {
    const last = this.#lastPollAt;
    return last === undefined || apart(now, last) >= pollMilliseconds;
  }

  async #listen(): Promise<void> {
    const { transport, signal, line } = this.#options;
    for (let failures = 0; !signal.aborted; ) {
      const failure = await this.#turn(() =>
        transport.hints((hint) => {
          failures = 0;
          for (const collection of hint.collections) this.#wanted.add(collection);
          if (line.view$.value.line.state !== 'connected') this.wakeAll();
          else this.#pullWake.now();
        }, signal),
      );
      if (failure !== 'failed') line.noteFailure(failure);
      failures += 1;
      await this.#hintWake.wait(this.#retryAfter(failures));
    }
  }

  /** What fails in one turn of a loop is tried again like a line that is down; the loop itself never ends of it. */
  async #turn<T>(work: () => Promise<T>): Promise<T | 'failed'> {
    try {
      return await work();
    } catch (error) {
      // a full or broken disk is expected, and said where the clerk saves; after the end everything is closed
      if (!(error instanceof HostFailure) && !this.#options.signal.aborted) this.#options.report(error);
      return 'failed';
    }
  }

  /** A line that is back is found soon; who must sign in first is not waited for at that pace. */
  #retryAfter(failures: number): number {
    const { environment, line } = this.#options;
    const { state } = line.view$.value.line;
    const isForPerson = state === 'signedOut' || state === 'revoked' || state === 'deactivated';
    return retryAfter(failures, environment, isForPerson ? pollMilliseconds : longestRetry);
  }
}

/** The clock may jump back. */
function apart(one: Instant, other: Instant): number {
  return Math.abs(millisecondsOf(one) - millisecondsOf(other));
}
