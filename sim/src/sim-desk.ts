import { changedRights } from '@amtsstube/desktop/app/changed-rights';
import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import type { CaseRow, EnteredCase, Health } from '@amtsstube/desktop/data/desk';
import { type Journal, openJournal } from '@amtsstube/desktop/data/journal/journal';
import { HostFailure, type JournalFiles } from '@amtsstube/desktop/host/host';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { createMemoryHost } from '@amtsstube/desktop/host/memory-host';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { type AnyDocument, type Key, keyOf } from '@amtsstube/shared/domain/documents';
import type { DeviceId, LeaseId, OpId } from '@amtsstube/shared/domain/ids';
import type { Lease } from '@amtsstube/shared/domain/lease';
import { type Instant, instantOf } from '@amtsstube/shared/domain/time';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { type ReplicatedCollection, replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { ShownVersion } from '@amtsstube/shared/replication/messages';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { firstValueFrom } from 'rxjs';
import { Process } from './process.ts';
import type { Random } from './random.ts';
import type { Scheduler } from './scheduler.ts';
import { synchronousCipher } from './sim-cipher.ts';
import type { SimLine } from './sim-network.ts';
import { type SimServer, simulationStart } from './sim-server.ts';

export interface DeskFaults {
  /** Probability that writing one pulled document fails. */
  failedWrites: number;
}

/** A PC with a clerk: its disks outlive its processes. */
export class SimDesk {
  /** Made once: after each step every shown document is asked for, and joining words was a tenth of the simulation. */
  readonly #keys = Object.fromEntries(
    replicatedCollections.map((collection) => [collection, new Map<string, Key>()]),
  ) as Record<ReplicatedCollection, Map<string, Key>>;
  /** As this desk knows her: the server tells when her rights change, and the desk is opened anew with them. */
  clerk: Clerk;
  readonly line: SimLine;
  readonly disk = new MemoryDisk();
  readonly cacheDisk = new MemoryCacheDisk();
  readonly faults: DeskFaults;
  clockOffset = 0;
  /** What the person was told is saved, in order: the external ledger. */
  readonly saved: OpId[] = [];
  /** Of these, what was booked in times it had to itself. */
  readonly bookedInLease: { readonly opId: OpId; readonly leaseId: LeaseId }[] = [];
  readonly dismissed = new Set<OpId>();
  holes = 0;
  rebuilds = 0;
  /** The journal's first identity: it changes only where an image of the PC was put back (J1, S2). */
  firstDeviceId: DeviceId | undefined;
  /** Virtual time at which all copies were last found equal; the desk's own clock may be off. */
  verifiedAt = -1;
  rows: readonly CaseRow[] = [];
  health: Health | undefined;
  desk: OpenedDesk | undefined;
  journal: Journal | undefined;
  process: Process;
  readonly #scheduler: Scheduler;
  readonly #random: Random;
  readonly #server: SimServer;
  readonly #keyFile: Uint8Array;

  /** The present one, and what was not cleared away (J9). */
  get journalFiles(): readonly string[] {
    return this.disk.journalNames();
  }

  constructor(
    scheduler: Scheduler,
    random: Random,
    server: SimServer,
    line: SimLine,
    clerk: Clerk,
    faults: DeskFaults,
  ) {
    this.#scheduler = scheduler;
    this.#random = random;
    this.#server = server;
    this.line = line;
    this.clerk = clerk;
    this.faults = faults;
    this.process = new Process(scheduler);
    this.#keyFile = random.bytes(48);
  }

  /** Where the disk refuses even that, the person tries again. */
  async start(): Promise<void> {
    this.process.kill();
    const process = new Process(this.#scheduler);
    this.process = process;
    try {
      await this.#open(process);
    } catch (error) {
      if (!(error instanceof HostFailure)) throw error;
      await process.pause(1_000);
      if (this.process === process) await this.start();
    }
  }

  async #open(process: Process): Promise<void> {
    const random = this.#random;
    const environment = {
      now: () => this.now(),
      sleep: (milliseconds: number, signal: AbortSignal) => process.sleep(milliseconds, signal),
      newId: () => random.id(),
      randomBytes: (length: number) => random.bytes(length),
      random: () => random.next(),
    };
    const journal = await openJournal({
      files: this.#journalFiles(process),
      cipher: synchronousCipher(this.#keyFile),
      environment,
      identity: { municipalityId: this.#server.municipality, clerkId: this.clerk.id },
    });
    const desk = await createDesk({
      actor: actorOf(this.clerk),
      journal,
      storage: openMemoryStorage(this.cacheDisk, {
        pause: () => (random.chance(0.3) ? process.pause(random.between(0, 10)) : Promise.resolve()),
        writeFails: () => {
          const fails = random.chance(this.faults.failedWrites);
          if (fails) this.holes += 1;
          return fails;
        },
      }),
      transport: this.line.transport(process, this.clerk.id),
      environment,
    });
    if (this.process !== process || !process.isAlive) return;
    this.journal = journal;
    this.desk = desk;
    this.firstDeviceId ??= journal.deviceId;
    desk.caseList$.subscribe((rows) => {
      if (process.isAlive) this.rows = rows ?? [];
    });
    desk.health$.subscribe((health) => {
      if (!process.isAlive) return;
      if (health.verifiedEqualAt !== this.health?.verifiedEqualAt) this.verifiedAt = this.#scheduler.now;
      this.health = health;
    });
    const { municipality: municipalityId } = this.#server;
    const { id, name, role, departmentIds, deputyFor } = this.clerk;
    const who = {
      municipalityId,
      clerk: { id, name, role, departmentIds, ...(deputyFor ? { deputyFor } : {}) },
    };
    changedRights(desk, who).subscribe((changed) => {
      // whom she stood in for until now, she may stand in for no more
      const { deputyFor: _, ...others } = this.clerk;
      if (process.isAlive) void this.#reopen(desk, process, { ...others, ...changed.clerk });
    });
    const { line } = this;
    const { epoch } = desk.cache.copy;
    desk.cache.whenSwitched(async (collections) => {
      // the same epoch and the same scopes: the copy was found unequal and built anew (oracle g)
      const isRepair =
        desk.cache.copy.epoch === epochBefore && !collections.some((each) => this.#hasMoved(each));
      // she left a department and was back before her desk fetched: told of other rights, it built the same anew
      const isToldSo =
        collections.length === replicatedCollections.length &&
        line.toldOtherRightsThan === this.#scopesOf('cases');
      if (isRepair && !isToldSo) this.rebuilds += 1;
      line.toldOtherRightsThan = undefined;
      epochBefore = desk.cache.copy.epoch;
    });
    let epochBefore = epoch;
    desk.cache.received$.subscribe(() => {
      epochBefore = desk.cache.copy.epoch;
    });
  }

  /** As the app does it: the desk is closed, and opened with the new rights. */
  async #reopen(desk: OpenedDesk, process: Process, clerk: Clerk): Promise<void> {
    this.clerk = clerk;
    this.desk = undefined;
    this.journal = undefined;
    await desk.close();
    if (this.process === process && process.isAlive) await this.start();
  }

  /** Of the copy in use; called when the new one is, and the same as the former one's where nothing moved. */
  #scopesOf(collection: ReplicatedCollection): string | undefined {
    const generation = this.desk?.cache.copy.generationOf(collection);
    return this.cacheDisk.collections.get(`${collection}_${generation}`)?.checkpoint?.scopes.join(' ');
  }

  /** Whether former and new copy are of different scopes; called while both are there. */
  #hasMoved(collection: ReplicatedCollection): boolean {
    const copies = [...this.cacheDisk.collections].filter(([name]) => name.startsWith(`${collection}_`));
    return new Set(copies.map(([, { checkpoint }]) => checkpoint?.scopes.join(' ') ?? '')).size > 1;
  }

  /** The process is killed, at any await: power cut. */
  crash(): void {
    this.process.kill();
    this.desk = undefined;
    this.journal = undefined;
    this.disk.crash((unflushed) => this.#random.between(0, unflushed + 1));
  }

  /** The journals of this process: writing takes a while, and the power may fail before, in the middle and after. */
  #journalFiles(process: Process): JournalFiles {
    const delay = () => process.pause(this.#random.between(1, 12));
    this.disk.beforeOperation = delay;
    const { journals } = createMemoryHost(this.disk);
    return {
      ...journals,
      open: async (name) => {
        const file = await journals.open(name);
        return {
          ...file,
          append: async (bytes) => {
            await file.append(bytes);
            await delay();
          },
        };
      },
    };
  }

  async do<K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<boolean> {
    const saved = await this.desk?.do(kind, payload);
    if (saved?.result !== 'saved') return false;
    this.saved.push(saved.opId);
    return true;
  }

  /** By this PC's clock. */
  now(): Instant {
    return instantOf(simulationStart + this.#scheduler.now + this.#scheduler.leap + this.clockOffset);
  }

  /** With the next number this desk holds. */
  async enter(entered: EnteredCase): Promise<boolean> {
    const saved = await this.desk?.enter(entered);
    if (saved?.result !== 'saved') return false;
    this.saved.push(saved.opId);
    return true;
  }

  async leases(): Promise<readonly Lease[]> {
    return this.desk ? firstValueFrom(this.desk.watchAll('leases')) : [];
  }

  /** What the clerk sees at this very moment: the overlay, and where it says nothing the copy it lies on. */
  shown(collection: ReplicatedCollection, id: string): AnyDocument | null | undefined {
    return this.shownIn(collection)(id);
  }

  /** The same for many of a collection, within one moment. */
  shownIn(collection: ReplicatedCollection): (id: string) => AnyDocument | null | undefined {
    const view = this.desk?.overlay.view;
    if (view === undefined) return () => undefined;
    const replica = this.replica(collection);
    const keys = this.#keys[collection];
    return (id) => {
      let key = keys.get(id);
      if (key === undefined) {
        key = keyOf({ collection, id });
        keys.set(id, key);
      }
      return view.documents.has(key) ? view.documents.get(key) : replica?.get(id)?.document;
    };
  }

  replica(collection: ReplicatedCollection): ReadonlyMap<string, ShownVersion> | undefined {
    const generation = this.desk?.overlay.view.copy.generationOf(collection);
    return this.cacheDisk.collections.get(`${collection}_${generation}`)?.documents;
  }
}
