import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { ref } from '@amtsstube/shared/domain/documents';
import { type ClerkId, epoch as epochSchema, type MunicipalityId } from '@amtsstube/shared/domain/ids';
import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import type { Hint } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { createUnknownPasts } from '@amtsstube/sync-server/replication/unknown-pasts';
import type { Store } from '@amtsstube/sync-server/store/store';
import { ClaimsCheck } from './check-claims.ts';
import { Process } from './process.ts';
import type { Random } from './random.ts';
import { Red } from './red.ts';
import type { Scheduler } from './scheduler.ts';

/** Where virtual time begins: 2 November 2026, 08:00 in Berlin. */
export const simulationStart = Date.UTC(2026, 10, 2, 7, 0, 0);

/**
 * The real server core on a store that outlives it. A crash kills what is under way, after the commit or
 * before; what was committed stays.
 */
export class SimServer {
  readonly municipality: MunicipalityId;
  /** Who there is at the start; nobody is ever removed. */
  readonly clerks: readonly Clerk[];
  readonly store: Store;
  process: Process;
  clockOffset = 0;
  failure: Error | undefined;
  readonly listeners = new Set<(hint: Hint) => void>();
  readonly #unknownPasts = createUnknownPasts(() => this.now(), { error: () => undefined });
  readonly #claims = new ClaimsCheck();
  #entering: Promise<void> = Promise.resolve();
  readonly #scheduler: Scheduler;
  readonly #random: Random;

  constructor(
    scheduler: Scheduler,
    random: Random,
    store: Store,
    municipality: MunicipalityId,
    clerks: readonly Clerk[],
  ) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.store = store;
    this.municipality = municipality;
    this.clerks = clerks;
    this.process = new Process(scheduler);
  }

  /** The core of the process that runs now. Pauses make room for a crash before and after each commit. */
  get context(): CoreContext {
    const { process } = this;
    const pause = () =>
      this.#random.chance(0.3) ? process.pause(this.#random.between(0, 8)) : Promise.resolve();
    return {
      store: {
        ...passThrough(this.store),
        transact: async (municipality, f) => {
          // in the order they came, as in the real store's queue
          this.#entering = this.#entering.then(pause);
          await this.#entering;
          const result = await this.store.transact(municipality, f);
          await this.#checkClaims();
          await pause();
          return result;
        },
        snapshot: async (municipality, f) => {
          await pause();
          return this.store.snapshot(municipality, f);
        },
      },
      version: '1',
      now: () => this.now(),
      newEpoch: () => epochSchema.parse(this.#random.id()),
      committed: (_municipality, hint) => {
        for (const listener of [...this.listeners]) listener(hint);
      },
      // a seed in which a rule has a bug is red
      ruleFailed: (_operation, error) => {
        throw error;
      },
      unknownPasts: this.#unknownPasts,
    };
  }

  /** (l) after every decision: nothing but microtasks pass. */
  async #checkClaims(): Promise<void> {
    const wrong = await this.store.snapshot(this.municipality, (read) => this.#claims.look(read));
    if (wrong !== undefined) this.failure ??= new Red(`(l) ${wrong}`);
  }

  /** As she is now: rights change, and a restore puts them back. */
  async clerk(clerkId: ClerkId): Promise<Clerk> {
    const stored = await this.store.snapshot(this.municipality, (read) =>
      read.document(ref('clerks', clerkId)),
    );
    if (!stored?.document) throw new Error('a desk without a clerk');
    return stored.document as Clerk;
  }

  now(): Instant {
    return instantOf(simulationStart + this.#scheduler.now + this.#scheduler.leap + this.clockOffset);
  }

  /** A request that made the core throw: a bug, whatever the weather. The desk gets no answer. */
  fail(error: unknown): Promise<never> {
    this.failure ??= error instanceof Error ? error : new Error(String(error));
    return new Promise(() => undefined);
  }

  crash(): void {
    this.process.kill();
    this.#entering = Promise.resolve();
    this.process = new Process(this.#scheduler);
  }
}

function passThrough(store: Store): Pick<Store, 'municipalities' | 'createMunicipality' | 'has' | 'close'> {
  return {
    municipalities: () => store.municipalities(),
    createMunicipality: (municipality, epoch) => store.createMunicipality(municipality, epoch),
    has: (municipality) => store.has(municipality),
    close: () => store.close(),
  };
}
