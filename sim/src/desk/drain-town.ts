import { keyFileLength, webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { type Journal, openJournal } from '@amtsstube/desktop/data/journal/journal';
import { Drain } from '@amtsstube/desktop/data/sync/drain';
import { EpochChange } from '@amtsstube/desktop/data/sync/epoch-change';
import { Line } from '@amtsstube/desktop/data/sync/line';
import { remotePages } from '@amtsstube/desktop/data/sync/page-source';
import type { Answered, Transport, TransportFailure } from '@amtsstube/desktop/data/sync/transport';
import { TestEnvironment } from '@amtsstube/desktop/data/test-environment';
import type { MemoryDisk } from '@amtsstube/desktop/host/memory-disk';
import { createMemoryHost } from '@amtsstube/desktop/host/memory-host';
import { ref } from '@amtsstube/shared/domain/documents';
import { type CaseId, opId } from '@amtsstube/shared/domain/ids';
import { berndKrueger } from '@amtsstube/shared/fixtures/test-town';
import type { DeskOperation } from '@amtsstube/shared/operations/operation';
import type { OperationsAnswer, OperationsRequest } from '@amtsstube/shared/replication/messages';
import type { CoreContext } from '@amtsstube/sync-server/core-context';
import { readChanges } from '@amtsstube/sync-server/replication/changes';
import { readDigest } from '@amtsstube/sync-server/replication/digest';
import { handOver } from '@amtsstube/sync-server/replication/operations';
import { StoreUnavailable } from '@amtsstube/sync-server/store/store';
import { Random } from '../random.ts';
import { buildWorld, type World } from '../world.ts';

/** What journals here are written under. */
export const journalKey = new Uint8Array(keyFileLength).fill(7);

/** The real server core in memory, and one desk's hand-over with the test's hand on the line between them. */
export class DrainTown {
  readonly world: World;
  readonly caseId: CaseId;
  readonly environment = new TestEnvironment();
  /** Every request that reached the line, and every answer the server gave. */
  readonly sent: OperationsRequest[] = [];
  readonly answers: OperationsAnswer[] = [];
  /** A proxy on the way: what it answers instead of the server. */
  stops: (request: OperationsRequest) => TransportFailure | undefined = () => undefined;
  /** The answer is on its way back. */
  onItsWay: (answer: OperationsAnswer) => Promise<void> = async () => undefined;
  isDiskFull = false;
  /** Only the next transaction meets a full disk. */
  failsOnce = false;

  private constructor(world: World) {
    this.world = world;
    const [, caseId] = world.tallies;
    if (caseId === undefined) throw new Error('a world without tallies');
    this.caseId = caseId;
  }

  static async begin(): Promise<DrainTown> {
    return new DrainTown(await buildWorld(new Random(1), { drop: 0, duplicate: 0, longestDelay: 0 }, 0));
  }

  get municipality() {
    return this.world.server.municipality;
  }

  /** The notes in the case as the server has them. */
  async notes(): Promise<string[]> {
    const stored = await this.world.store.snapshot(this.municipality, (read) =>
      read.document(ref('dossiers', this.caseId)),
    );
    if (!stored?.document) throw new Error('the case is gone');
    const { events } = stored.document as { events: { kind: string; text?: string }[] };
    return events.flatMap((event) => (event.kind === 'note' ? [event.text ?? ''] : []));
  }

  async journalOn(disk: MemoryDisk, keyFile: Uint8Array = journalKey): Promise<Journal> {
    return openJournal({
      files: createMemoryHost(disk).journals,
      cipher: await webCipher(keyFile),
      environment: this.environment,
      identity: { municipalityId: this.municipality, clerkId: berndKrueger.id },
    });
  }

  note(journal: Journal, text: string, kind = 'addNote'): Promise<DeskOperation> {
    return journal.append({
      opId: opId.parse(this.environment.newId()),
      kind,
      v: 1,
      payload: { caseId: this.caseId, text },
      at: this.environment.now(),
    });
  }

  /** All that hands a journal over. */
  desk(journal: Journal) {
    const { signal } = new AbortController();
    const transport = this.transport();
    const line = new Line(() => this.environment.now());
    const epochs = new EpochChange(journal);
    // nothing is shown here
    const shown = async () => undefined;
    const parts = { transport, journal, line, epochs, signal, shown };
    return { journal, line, epochs, drain: new Drain(parts), pages: remotePages(parts) };
  }

  /** As on the wire: text, so that nobody shares an object with the server. */
  transport(): Transport {
    const ask = async <T>(answer: Promise<T>): Promise<Answered<T>> => ({
      ok: true,
      answer: JSON.parse(JSON.stringify(await answer)) as T,
    });
    return {
      handOver: async (request) => {
        this.sent.push(request);
        const failure = this.stops(request);
        if (failure !== undefined) return { ok: false, failure };
        const received = JSON.parse(JSON.stringify(request)) as OperationsRequest;
        const answered = await ask(handOver(this.#context, this.municipality, berndKrueger, received));
        if (answered.ok) {
          this.answers.push(answered.answer);
          await this.onItsWay(answered.answer);
        }
        return answered;
      },
      changes: (collection, request) =>
        ask(readChanges(this.#context, this.municipality, berndKrueger, collection, request)),
      digest: (collection, request) =>
        ask(readDigest(this.#context, this.municipality, berndKrueger, collection, request)),
      hints: async () => 'network',
    };
  }

  get #context(): CoreContext {
    const { store, server } = this.world;
    return {
      ...server.context,
      store: {
        ...store,
        transact: (municipality, f) => {
          const fails = this.isDiskFull || this.failsOnce;
          this.failsOnce = false;
          return fails ? Promise.reject(new StoreUnavailable('disk full')) : store.transact(municipality, f);
        },
      },
    };
  }
}
