import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { type Epoch, epoch, type MunicipalityId } from '@amtsstube/shared/domain/ids';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { createHintsHub } from '@amtsstube/sync-server/replication/hints-hub';
import { createUnknownPasts, type UnknownPasts } from '@amtsstube/sync-server/replication/unknown-pasts';
import { openSqliteStore } from '@amtsstube/sync-server/store/sqlite-store';
import type { Store } from '@amtsstube/sync-server/store/store';
import type { Random } from '../random.ts';

/**
 * The real server core on the real SQLite store. Each life of it works in a folder of its own: a crash goes on from
 * the files as they lay on the disk at that very moment, write-ahead log included, and what the former life still
 * does reaches nobody.
 */
export class RealServer {
  readonly hub = createHintsHub();
  readonly municipality: MunicipalityId;
  readonly clerks: readonly Clerk[];
  /** Goes up with each life; an answer of a former one is lost. */
  life = 0;
  isUp = true;
  store: Store;
  readonly #root: string;
  readonly #random: Random;
  readonly #now: () => Instant;
  readonly #unknownPasts: UnknownPasts;
  readonly #former: Store[] = [];
  #backups = 0;

  private constructor(
    store: Store,
    root: string,
    random: Random,
    now: () => Instant,
    municipality: MunicipalityId,
    clerks: readonly Clerk[],
  ) {
    this.store = store;
    this.#root = root;
    this.#random = random;
    this.#now = now;
    this.#unknownPasts = createUnknownPasts(now, { error: () => undefined });
    this.municipality = municipality;
    this.clerks = clerks;
  }

  static async begin(
    root: string,
    random: Random,
    now: () => Instant,
    municipality: MunicipalityId,
    clerks: readonly Clerk[],
  ): Promise<RealServer> {
    const directory = join(root, 'life-0');
    mkdirSync(directory);
    const store = await openSqliteStore({ directory });
    await store.createMunicipality(municipality, epoch.parse(random.id()));
    return new RealServer(store, root, random, now, municipality, clerks);
  }

  get context(): CoreContext {
    const { life } = this;
    return {
      store: this.store,
      version: '1',
      now: this.#now,
      newEpoch: () => epoch.parse(this.#random.id()),
      committed: (municipality, hint) => {
        if (life === this.life) this.hub.publish(municipality, hint);
      },
      // a seed in which a rule has a bug is red
      ruleFailed: (_operation, error) => {
        throw error;
      },
      unknownPasts: this.#unknownPasts,
    };
  }

  clerk(id: string): Clerk {
    const found = this.clerks.find((each) => each.id === id);
    if (found === undefined) throw new Error('a desk without a clerk');
    return found;
  }

  /** The files as they lie on the disk now: what a copy of a machine that lost its power would hold. */
  backup(): string {
    this.#backups += 1;
    return this.#copyOf(this.#directory(this.life), join(this.#root, `backup-${this.#backups}`));
  }

  async crash(): Promise<void> {
    await this.#begin(this.#directory(this.life));
  }

  /** Put back as a restore does: with another epoch, before anybody is answered (S7). */
  async restore(backup: string): Promise<Epoch> {
    const restored = epoch.parse(this.#random.id());
    await this.#begin(backup, restored);
    return restored;
  }

  async close(): Promise<void> {
    for (const store of [...this.#former, this.store]) await store.close();
  }

  async #begin(files: string, restored?: Epoch): Promise<void> {
    this.life += 1;
    this.isUp = false;
    const directory = this.#copyOf(files, this.#directory(this.life));
    this.#former.push(this.store);
    this.store = await openSqliteStore({ directory });
    if (restored !== undefined) {
      await this.store.transact(this.municipality, async (tx) =>
        tx.setHead({ ...(await tx.head()), epoch: restored }),
      );
    }
    this.isUp = true;
  }

  #copyOf(from: string, to: string): string {
    mkdirSync(join(to, 'municipalities'), { recursive: true });
    for (const ending of ['', '-wal']) {
      const file = join('municipalities', `${this.municipality}.sqlite${ending}`);
      if (existsSync(join(from, file))) copyFileSync(join(from, file), join(to, file));
    }
    return to;
  }

  #directory(life: number): string {
    return join(this.#root, `life-${life}`);
  }
}
