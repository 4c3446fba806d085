import type { BlobHash } from '@amtsstube/shared/domain/blob';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { BehaviorSubject } from 'rxjs';
import { HostFailure } from '../../host/host.ts';
import type { Environment } from '../environment.ts';
import { retryAfter } from '../sync/retry-after.ts';
import { Wake } from '../sync/wake.ts';
import type { BlobBox, BlobEntry } from './blob-box.ts';
import type { BlobLine } from './blob-line.ts';
import { DownloadInPieces } from './download-in-pieces.ts';
import { PieceUnreadable, uploadFile } from './upload-file.ts';

const soonestLook = 1_000;
const longestIdle = 30_000;
/** Bytes often come right behind the operation that names them: soon at first, then ever more rarely. */
const expectedSoonMs = 2_000;
/** The other desk may be offline for days; asking is one small request. */
const expectedAgainMs = 60_000;
const askedAgainMs = 15_000;
const damagedAgainMs = 60 * 60_000;
const dropEveryMs = 10 * 60_000;

/** Where a file of a case is, as far as this desk knows. */
export type BlobState =
  | { readonly state: 'here'; readonly isOnServer: boolean; readonly sentBytes: number }
  | { readonly state: 'fetching'; readonly fetchedBytes: number }
  /** Named, and its bytes are still on the desk that added it (B1). */
  | { readonly state: 'expected' }
  /** Wanted, and the device has no room for it. */
  | { readonly state: 'noRoom' };

/** A file to fetch: which case names it, and how many bytes it has. */
export interface Wanted {
  readonly caseId: CaseId;
  readonly hash: BlobHash;
  readonly name: string;
  readonly size: number;
}

export interface BlobTransferOptions {
  readonly box: BlobBox;
  readonly line: BlobLine;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly report: (error: unknown) => void;
  /** What should be here though nobody asked: files of the clerk's own open cases. */
  readonly ahead: () => Promise<readonly Wanted[]>;
  /** Whether a case that the clerk sees here names it still. */
  readonly isNamed: (entry: BlobEntry) => Promise<boolean>;
  /** The server was restored and may lack it, though it had it: this copy must not go before that is settled (S7). */
  readonly isPending: (hash: BlobHash) => boolean;
}

/** `cut`: it failed after it had come on, so the line is there, and is tried again soon. */
type Turn = 'idle' | 'again' | 'cut' | 'failed';

/**
 * Carries files up and down beside the operations, in two lanes that don't wait for one another. Up: what was added, in
 * that order. Down: first what a person waits for, then what she will need. Everything it must know after a restart
 * lies in the box and on the server.
 */
export class BlobTransfer {
  readonly #options: BlobTransferOptions;
  readonly #upWake: Wake;
  readonly #downWake: Wake;
  readonly #asked = new Map<BlobHash, Wanted>();
  readonly #unreadable = new Set<BlobHash>();
  /** How often the server may have lost what it had. */
  #forgotten = 0;
  /** Not at once: the first copy may still be on its way, and what it names must stay. */
  #droppedAt: number;
  /** When to ask again for what is not there yet. */
  readonly #later = new Map<BlobHash, number>();
  /** How often it was asked for and not there. */
  readonly #inVain = new Map<BlobHash, number>();
  readonly states$: BehaviorSubject<ReadonlyMap<BlobHash, BlobState>>;

  constructor(options: BlobTransferOptions) {
    this.#options = options;
    this.#droppedAt = Date.parse(options.environment.now());
    this.#upWake = new Wake(options.environment, options.signal);
    this.#downWake = new Wake(options.environment, options.signal);
    this.states$ = new BehaviorSubject<ReadonlyMap<BlobHash, BlobState>>(
      new Map(options.box.entries.map((entry) => [entry.hash, hereState(entry)] as const)),
    );
  }

  /** Resolves when both lanes have ended, after `signal` was aborted. */
  async run(): Promise<void> {
    await Promise.all([
      this.#lane(this.#upWake, () => this.#upOnce()),
      this.#lane(this.#downWake, () => this.#downOnce()),
    ]);
  }

  /** The line is back, or something is new. */
  wake(): void {
    this.#later.clear();
    this.#upWake.now();
    this.#downWake.now();
  }

  /** There may be more to fetch ahead. */
  lookAhead(): void {
    this.#downWake.now();
  }

  /** Something was added: it is in the box. */
  added(entry: BlobEntry): void {
    this.#show(entry.hash, hereState(entry));
    this.#upWake.now();
  }

  /** A person waits for it: before everything that is fetched ahead. */
  want(wanted: Wanted): void {
    this.#asked.set(wanted.hash, wanted);
    this.#later.delete(wanted.hash);
    this.#downWake.now();
  }

  forget(hash: BlobHash): void {
    this.#show(hash, undefined);
  }

  /**
   * The server was restored and may lack what it had: it is asked for each, and gets what is missing (S7). Not what no
   * case names: it was erased, and must not come back (S11).
   * @returns those of them that no case names: by a page that has not come yet one may, so they are looked at again
   */
  async serverForgot(hashes: Iterable<BlobHash>): Promise<readonly BlobHash[]> {
    const { box, isNamed } = this.#options;
    this.#forgotten += 1;
    const unnamed: BlobHash[] = [];
    for (const hash of hashes) {
      const entry = box.entry(hash);
      if (!entry?.isOnServer) continue;
      if (await isNamed(entry)) await this.#note({ ...entry, isOnServer: false });
      else unnamed.push(hash);
    }
    this.wake();
    return unnamed;
  }

  async #upOnce(): Promise<Turn> {
    const next = this.#options.box.entries.find(
      ({ hash, isOnServer }) => !isOnServer && !this.#unreadable.has(hash),
    );
    return next ? this.#upload(next) : 'idle';
  }

  async #upload(entry: BlobEntry): Promise<Turn> {
    const { box, line, signal } = this.#options;
    const forgotten = this.#forgotten;
    try {
      const uploaded = await uploadFile(entry, box, line, signal, (sentBytes) =>
        this.#show(entry.hash, { state: 'here', isOnServer: false, sentBytes }),
      );
      if (uploaded !== 'whole') return uploaded;
      // told by a server that was restored meanwhile: asked once more, which costs one small request
      return forgotten === this.#forgotten ? this.#handedOver(entry) : 'again';
    } catch (error) {
      if (error instanceof PieceUnreadable) this.#unreadable.add(entry.hash);
      throw error;
    }
  }

  async #handedOver(entry: BlobEntry): Promise<Turn> {
    await this.#note({ ...entry, isOnServer: true });
    return 'again';
  }

  async #note(entry: BlobEntry): Promise<void> {
    await this.#options.box.writeEntry(entry);
    this.#show(entry.hash, hereState(entry));
  }

  async #downOnce(): Promise<Turn> {
    const { box, environment } = this.#options;
    const now = Date.parse(environment.now());
    const isDue = ({ hash }: Wanted) => box.entry(hash) === undefined && (this.#later.get(hash) ?? 0) <= now;
    const asked = [...this.#asked.values()].find(isDue);
    if (asked) return this.#download(asked, true);
    const ahead = (await this.#options.ahead()).find(isDue);
    if (ahead) return this.#download(ahead, false);
    if (Math.abs(now - this.#droppedAt) >= dropEveryMs) await this.#dropUnnamed(now);
    return 'idle';
  }

  /** A case that was erased (S11), or went to another department (S9), takes the copies of its files along. */
  async #dropUnnamed(now: number): Promise<void> {
    const { box, isNamed, isPending } = this.#options;
    this.#droppedAt = now;
    for (const entry of box.entries) {
      // last: it may be found out while the case is read
      if (!entry.isOnServer || (await isNamed(entry)) || isPending(entry.hash)) continue;
      await box.remove(entry.hash);
      this.forget(entry.hash);
    }
  }

  async #download(wanted: Wanted, isAsked: boolean): Promise<Turn> {
    const { box, line, signal, environment } = this.#options;
    const { hash, caseId, size } = wanted;
    let from = 0;
    const pieces = new DownloadInPieces(box, hash, size, (fetchedBytes) =>
      this.#show(hash, { state: 'fetching', fetchedBytes }),
    );
    try {
      from = await pieces.resume();
      const answered = await line.download(caseId, hash, from, (bytes) => pieces.take(bytes), signal);
      if (!answered.ok) return pieces.at > from ? 'cut' : 'failed';
      if (answered.answer !== 'whole') {
        const longest = isAsked ? askedAgainMs : expectedAgainMs;
        this.#later.set(hash, Date.parse(environment.now()) + this.#waitFor(hash, longest));
        this.#show(hash, answered.answer === 'expected' ? { state: 'expected' } : undefined);
        if (answered.answer === 'gone') this.#asked.delete(hash);
        return 'again';
      }
      if (!(await pieces.finish())) {
        // thrown away; something on the way, or the name, is wrong: not again and again
        this.#later.set(hash, Date.parse(environment.now()) + damagedAgainMs);
        this.#show(hash, undefined);
        return 'failed';
      }
      const entry = { hash, size, name: wanted.name, caseId, isOnServer: true };
      await box.writeEntry(entry);
      this.#asked.delete(hash);
      this.#inVain.delete(hash);
      this.#show(hash, hereState(entry));
      return 'again';
    } catch (error) {
      if (!(error instanceof HostFailure) || error.code !== 'quotaExceeded') throw error;
      return this.#makeRoom(wanted, isAsked);
    }
  }

  #waitFor(hash: BlobHash, longest: number): number {
    const inVain = this.#inVain.get(hash) ?? 0;
    this.#inVain.set(hash, inVain + 1);
    return Math.min(longest, expectedSoonMs * 2 ** inVain);
  }

  /** Only for what a person waits for: ahead of need nothing is worth another file. */
  async #makeRoom({ hash }: Wanted, isAsked: boolean): Promise<Turn> {
    const { box, environment } = this.#options;
    const evicted = isAsked ? await this.evict(hash) : 0;
    if (evicted > 0) return 'again';
    await box.remove(hash);
    this.#later.set(hash, Date.parse(environment.now()) + expectedAgainMs);
    this.#asked.delete(hash);
    this.#show(hash, { state: 'noRoom' });
    return 'again';
  }

  /** @returns how many files went that the server has */
  async evict(kept?: BlobHash): Promise<number> {
    const { box, isPending } = this.#options;
    const evicted = await box.evict((hash) => hash === kept || isPending(hash));
    const states = new Map(this.states$.value);
    for (const [hash, state] of states)
      if (state.state === 'here' && this.#options.box.entry(hash) === undefined) states.delete(hash);
    this.states$.next(states);
    return evicted;
  }

  async #lane(wake: Wake, once: () => Promise<Turn>): Promise<void> {
    const { signal, environment, report } = this.#options;
    for (let failures = 0; !signal.aborted; ) {
      const turn = await once().catch((error: unknown): Turn => {
        if (!(error instanceof HostFailure) && !signal.aborted) report(error);
        return 'failed';
      });
      if (turn === 'again') {
        failures = 0;
        continue;
      }
      failures = turn === 'failed' ? failures + 1 : turn === 'cut' ? 1 : 0;
      await wake.wait(failures > 0 ? retryAfter(failures, environment) : this.#untilDue());
    }
  }

  /** With nothing to do: until what was not there yet is asked for again. */
  #untilDue(): number {
    const { environment } = this.#options;
    const now = Date.parse(environment.now());
    const soonest = Math.min(...[...this.#later.values()].filter((due) => due > now), now + longestIdle);
    return Math.max(soonestLook, soonest - now) * (0.5 + environment.random() / 2);
  }

  #show(hash: BlobHash, state: BlobState | undefined): void {
    const states = new Map(this.states$.value);
    if (state === undefined) states.delete(hash);
    else states.set(hash, state);
    this.states$.next(states);
  }
}

function hereState({ isOnServer, size }: BlobEntry): BlobState {
  return { state: 'here', isOnServer, sentBytes: isOnServer ? size : 0 };
}
