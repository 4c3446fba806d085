import { setImmediate } from 'node:timers/promises';
import type { BaseStorage } from '@amtsstube/desktop/data/cache/base-storage';
import { createDesk, type OpenedDesk } from '@amtsstube/desktop/data/create-desk';
import type { CaseRow, EnteredCase } from '@amtsstube/desktop/data/desk';
import type { Environment } from '@amtsstube/desktop/data/environment';
import { keyFileLength, webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { type Journal, openJournal } from '@amtsstube/desktop/data/journal/journal';
import type { SmallFiles } from '@amtsstube/desktop/host/host';
import { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { createMemoryHost } from '@amtsstube/desktop/host/memory-host';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { type AnyDocument, keyOf } from '@amtsstube/shared/domain/documents';
import type { CaseId, DeviceId, OpId } from '@amtsstube/shared/domain/ids';
import type { Lease } from '@amtsstube/shared/domain/lease';
import type { Instant } from '@amtsstube/shared/domain/time';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { type ReplicatedCollection, replicatedCollections } from '@amtsstube/shared/replication/collections';
import type { ShownVersion } from '@amtsstube/shared/replication/messages';
import { actorOf } from '@amtsstube/sync-server/execute/actor-of';
import { combineLatest, filter, firstValueFrom } from 'rxjs';
import type { Random } from '../random.ts';
import { Red } from '../red.ts';
import type { SimDesk } from '../sim-desk.ts';
import type { RealLine } from './real-line.ts';
import type { RealServer } from './real-server.ts';

/** Where this PC keeps its copies: RxDB on IndexedDB, or memory. Opened anew at each start. */
export type OpenCopies = (files: SmallFiles) => Promise<BaseStorage>;

/** A PC with a clerk, put together from the same modules as the app's: journal, hand-over, overlay, copies. */
export class RealDesk {
  readonly clerk: Clerk;
  readonly line: RealLine;
  readonly disk = new MemoryDisk();
  readonly saved: OpId[] = [];
  readonly bookedInLease: SimDesk['bookedInLease'] = [];
  readonly dismissed = new Set<OpId>();
  /** Documents that were lost from its copy. */
  holes = 0;
  rebuilds = 0;
  /** Bugs in what runs by itself, while it should run. */
  readonly reported: unknown[] = [];
  firstDeviceId: DeviceId | undefined;
  rows: readonly CaseRow[] = [];
  desk: OpenedDesk | undefined;
  journal: Journal | undefined;
  #notes: number | undefined;
  #replicas = new Map<ReplicatedCollection, Map<string, ShownVersion>>();
  readonly #random: Random;
  readonly #server: RealServer;
  readonly #environment: Environment;
  readonly #tallyId: CaseId;
  readonly #openCopies: OpenCopies;
  readonly #keyFile: Uint8Array;

  constructor(
    random: Random,
    server: RealServer,
    line: RealLine,
    environment: Environment,
    clerk: Clerk,
    tallyId: CaseId,
    openCopies: OpenCopies,
  ) {
    this.#random = random;
    this.#server = server;
    this.line = line;
    this.#environment = environment;
    this.clerk = clerk;
    this.#tallyId = tallyId;
    this.#openCopies = openCopies;
    this.#keyFile = environment.randomBytes(keyFileLength);
  }

  get journalFiles(): readonly string[] {
    return this.disk.journalNames();
  }

  async start(): Promise<void> {
    const host = createMemoryHost(this.disk);
    // room for a power cut between what is written and what is flushed
    this.disk.beforeOperation = () => setImmediate();
    const journal = await openJournal({
      files: host.journals,
      cipher: await webCipher(this.#keyFile),
      environment: this.#environment,
      identity: { municipalityId: this.#server.municipality, clerkId: this.clerk.id },
    });
    const isAlive = () => this.journal === journal;
    this.journal = journal;
    const desk = await createDesk({
      actor: actorOf(this.clerk),
      journal,
      storage: await this.#openCopies(host.files),
      transport: this.line.transport(this.clerk, isAlive),
      environment: this.#environment,
      report: (error) => {
        if (isAlive()) this.reported.push(error);
      },
    });
    this.desk = desk;
    this.firstDeviceId ??= journal.deviceId;
    desk.caseList$.subscribe((rows) => {
      if (isAlive()) this.rows = rows ?? [];
    });
    desk.watch('dossiers', this.#tallyId).subscribe((shown) => {
      if (isAlive()) this.#seeTally(shown?.document.events.filter(({ kind }) => kind === 'note').length);
    });
    let { epoch } = desk.cache.copy;
    desk.cache.received$.subscribe(() => {
      epoch = desk.cache.copy.epoch;
    });
    desk.cache.whenSwitched(async () => {
      if (desk.cache.copy.epoch === epoch) this.rebuilds += 1;
      epoch = desk.cache.copy.epoch;
    });
  }

  /**
   * The power fails: of what the journal has not flushed a random beginning survives, and no answer arrives any more.
   * IndexedDB keeps what it has committed; a write that was under way may still end, as it may in a browser.
   */
  async crash(): Promise<void> {
    const { desk } = this;
    this.desk = undefined;
    this.journal = undefined;
    this.disk.crash((unflushed) => this.#random.between(0, unflushed + 1));
    await desk?.close();
  }

  async do<K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<boolean> {
    const saved = await this.desk?.do(kind, payload);
    if (saved?.result !== 'saved') return false;
    this.saved.push(saved.opId);
    return true;
  }

  now(): Instant {
    return this.#environment.now();
  }

  async enter(entered: EnteredCase): Promise<boolean> {
    const saved = await this.desk?.enter(entered);
    if (saved?.result !== 'saved') return false;
    this.saved.push(saved.opId);
    return true;
  }

  async leases(): Promise<readonly Lease[]> {
    return this.desk ? firstValueFrom(this.desk.watchAll('leases')) : [];
  }

  /** (e) What was shown once is never gone again, through cut lines, crashes, switches and restores. */
  #seeTally(notes: number | undefined): void {
    if ((notes ?? -1) < (this.#notes ?? -1)) {
      this.reported.push(new Red(`(e) ${this.clerk.name}: ${this.#notes} notes were shown, now ${notes}`));
    }
    this.#notes = notes ?? this.#notes;
  }

  get notesSeen(): number {
    return this.#notes ?? 0;
  }

  shown(collection: ReplicatedCollection, id: string): AnyDocument | null | undefined {
    const documents = this.desk?.overlay.view.documents;
    const key = keyOf({ collection, id });
    if (documents?.has(key)) return documents.get(key);
    return this.#replicas.get(collection)?.get(id)?.document;
  }

  /** As read last. */
  replica(collection: ReplicatedCollection): ReadonlyMap<string, ShownVersion> | undefined {
    return this.#replicas.get(collection);
  }

  async readReplicas(): Promise<void> {
    for (const collection of replicatedCollections) {
      const documents = (await this.desk?.cache.copy.page(collection, '', 1_000_000)) ?? [];
      this.#replicas.set(collection, new Map(documents.map((each) => [each.id, each])));
    }
  }

  generations(): Record<string, number | undefined> {
    return Object.fromEntries(
      replicatedCollections.map((name) => [name, this.desk?.cache.copy.generationOf(name)]),
    );
  }

  /** Everything handed over. */
  async handedOver(): Promise<void> {
    const { desk } = this;
    if (desk === undefined) throw new Error('a desk that is off');
    desk.syncNow();
    await firstValueFrom(desk.outbox$.pipe(filter(() => this.journal?.open.length === 0)));
  }

  /** The line goes down, so that all copies are compared once it is back (L7), and stays up. */
  async compared(): Promise<void> {
    const { desk, line } = this;
    if (desk === undefined) throw new Error('a desk that is off');
    const failed = firstValueFrom(line.failed$.pipe(filter((name) => name === 'changes')));
    line.isCut$.next(true);
    desk.syncNow();
    await failed;
    const { verifiedEqualAt: before } = await firstValueFrom(desk.health$);
    line.isCut$.next(false);
    desk.syncNow();
    await firstValueFrom(
      combineLatest([desk.health$, desk.overlay.view$]).pipe(
        filter(
          ([health, view]) =>
            health.verifiedEqualAt !== undefined &&
            health.verifiedEqualAt !== before &&
            view.documents.size === 0,
        ),
      ),
    );
    await this.readReplicas();
  }
}
