import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MemoryCacheDisk, openMemoryStorage } from '@amtsstube/desktop/data/cache/memory-storage';
import { RxdbTestDisk } from '@amtsstube/desktop/data/cache/rxdb-test-disk';
import type { Environment } from '@amtsstube/desktop/data/environment';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { CaseId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { annaBerger, berndKrueger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { testTownCounters } from '@amtsstube/shared/fixtures/test-town-appointments';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { checkEnd } from '../oracle.ts';
import { Random } from '../random.ts';
import { simulationStart } from '../sim-server.ts';
import { act, type Tally } from '../workload.ts';
import { applicationOf, serverOperation, simSettings } from '../world.ts';
import { type OpenCopies, RealDesk } from './real-desk.ts';
import { RealLine } from './real-line.ts';
import { RealServer } from './real-server.ts';

/** The desks' and the server's clock runs this much faster, so that retries and polls come soon. */
const pace = 50;

/** The test town on real storages: the server on SQLite, Bernd's desk on RxDB, Anna's on memory. */
export class RealTown {
  /** Of the work alone: how often a loop tries again must not decide what a clerk does. */
  readonly random: Random;
  readonly server: RealServer;
  readonly indexedDB: RxdbTestDisk;
  readonly bernd: RealDesk;
  readonly anna: RealDesk;
  readonly tallies: readonly CaseId[];
  readonly #counts: readonly Tally[] = [
    { made: 0, saved: 0 },
    { made: 0, saved: 0 },
  ];
  readonly #root: string;

  private constructor(
    random: Random,
    surroundings: Random,
    root: string,
    server: RealServer,
    tallies: readonly [CaseId, CaseId],
  ) {
    this.random = random;
    this.#root = root;
    this.server = server;
    this.tallies = tallies;
    const environment = fastEnvironment(surroundings);
    const desk = (clerk: Clerk, tallyId: CaseId, openCopies: OpenCopies) =>
      new RealDesk(
        surroundings,
        server,
        new RealLine(surroundings, server),
        environment,
        clerk,
        tallyId,
        openCopies,
      );
    this.indexedDB = new RxdbTestDisk();
    const memory = new MemoryCacheDisk();
    this.bernd = desk(berndKrueger, tallies[0], (files) => this.indexedDB.open('desk', files));
    this.anna = desk(annaBerger, tallies[1], async () => openMemoryStorage(memory));
  }

  static async begin(seed: number): Promise<RealTown> {
    const random = new Random(seed);
    const surroundings = new Random(seed + 1_000_000);
    const root = mkdtempSync(join(tmpdir(), 'amtsstube-real-'));
    const clerks = [annaBerger, berndKrueger];
    const { now } = fastEnvironment(surroundings);
    const server = await RealServer.begin(root, surroundings, now, testTown.municipalityId, clerks);
    const configuration = { settings: [...simSettings], clerks, counters: [...testTownCounters] };
    await executeServerOperation(
      server.context,
      server.municipality,
      serverOperation(random, 'configureMunicipality', configuration, 0),
      { kind: 'system' },
    );
    const submitted: CaseId[] = [];
    for (let count = 0; count < 6; count += 1) submitted.push(await submit(random, server));
    const [first, second] = submitted;
    if (first === undefined || second === undefined) throw new Error('a town without tallies');
    const town = new RealTown(random, surroundings, root, server, [first, second]);
    for (const desk of town.desks) {
      await desk.start();
      await desk.compared();
    }
    return town;
  }

  get desks(): readonly RealDesk[] {
    return [this.bernd, this.anna];
  }

  /** Both clerks work, in turns that the seed decides; a citizen applies now and then. */
  async work(turns: number, desks: readonly RealDesk[] = this.desks): Promise<void> {
    for (let turn = 0; turn < turns; turn += 1) {
      const desk = this.random.pick(desks);
      if (desk === undefined) return;
      await this.act(desk);
      if (this.server.isUp && this.random.chance(0.1)) await submit(this.random, this.server);
    }
  }

  /** One more note in the desk's own tally case. */
  async note(desk: RealDesk): Promise<void> {
    const index = this.desks.indexOf(desk);
    const [tally, caseId] = [this.#counts[index], this.tallies[index]];
    if (tally === undefined || caseId === undefined) throw new Error('a desk without a tally');
    tally.made += 1;
    if (await desk.do('addNote', { caseId, text: `Zählung ${tally.made}` })) tally.saved += 1;
  }

  async act(desk: RealDesk): Promise<void> {
    const index = this.desks.indexOf(desk);
    const tally = this.#counts[index];
    if (tally !== undefined) await act(this, desk, tally, index);
  }

  /** The faults end: everything handed over, all copies compared and equal; then the oracle. */
  async end(): Promise<void> {
    for (const { line } of this.desks) {
      line.lostAnswers = 0;
      line.isCut$.next(false);
    }
    for (const desk of this.desks) await desk.handedOver();
    for (const desk of this.desks) await desk.compared();
    await checkEnd({ store: this.server.store, server: this.server, desks: this.desks });
    for (const [index, desk] of this.desks.entries()) {
      const { made = 0, saved = 0 } = this.#counts[index] ?? {};
      const { reported, notesSeen, clerk } = desk;
      if (reported.length > 0) throw reported[0];
      if (notesSeen < saved || notesSeen > made)
        throw new Error(`(e) ${clerk.name}: ${saved} to ${made} notes, ${notesSeen} shown`);
    }
  }

  async close(): Promise<void> {
    for (const desk of this.desks) await desk.crash();
    await this.server.close();
    rmSync(this.#root, { recursive: true });
  }
}

async function submit(random: Random, server: RealServer): Promise<CaseId> {
  const operation = applicationOf(random, 0);
  const { result } = await executeServerOperation(server.context, server.municipality, operation, {
    kind: 'citizen',
  });
  if (result.decided !== 'accepted') throw new Error(`application refused: ${JSON.stringify(result)}`);
  return (operation.payload as { caseId: CaseId }).caseId;
}

function fastEnvironment(random: Random): Environment {
  const began = performance.now();
  return {
    now: () => instantOf(simulationStart + Math.round((performance.now() - began) * pace)),
    sleep: (milliseconds, signal) => systemEnvironment.sleep(milliseconds / pace, signal),
    newId: () => random.id(),
    randomBytes: (length) => random.bytes(length),
    random: () => random.next(),
  };
}
