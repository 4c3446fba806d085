import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { checkMoment, type Seen } from '../oracle.ts';
import { Random } from '../random.ts';
import { Red } from '../red.ts';
import type { SimDesk } from '../sim-desk.ts';
import type { Tally } from '../workload.ts';
import { buildWorld, serverOperation, type World } from '../world.ts';

/** A world on a calm day, driven by a script: one desk, no faults but the ones the script makes. */
export class Script {
  readonly world: World;
  readonly desk: SimDesk;
  readonly tally: Tally = { made: 0, saved: 0 };
  readonly #seen: Seen = new Map();

  private constructor(world: World, desk: SimDesk) {
    this.world = world;
    this.desk = desk;
  }

  /** Bernd's desk, started and equal with the server; the other two stay off. */
  static async begin(): Promise<Script> {
    const world = await buildWorld(new Random(1), { drop: 0, duplicate: 0, longestDelay: 20 }, 0);
    const desk = world.desks[1];
    if (desk === undefined) throw new Error('a world without desks');
    const script = new Script(world, desk);
    void desk.start();
    await script.until('the first copy', () => desk.verifiedAt >= 0);
    return script;
  }

  async until(what: string, condition: () => boolean): Promise<void> {
    const result = await this.world.scheduler.run(condition, this.world.scheduler.now + 600_000, () =>
      this.check(),
    );
    if (result === 'timeUp') throw new Red(`never came: ${what}`);
  }

  /** All that is due within `milliseconds` happens. */
  async pass(milliseconds: number): Promise<void> {
    await this.world.scheduler.run(
      () => false,
      this.world.scheduler.now + milliseconds,
      () => this.check(),
    );
  }

  check(): void {
    const counts = this.world.desks.map((desk) => (desk === this.desk ? this.tally : { made: 0, saved: 0 }));
    checkMoment(this.world, counts, this.#seen);
  }

  /** Bernd notes something in his tally case, and is told that it is saved. */
  async note(): Promise<void> {
    const caseId = this.world.tallies[1];
    if (caseId === undefined) throw new Error('a world without tallies');
    this.tally.made += 1;
    const { made, saved } = this.tally;
    void this.desk.do('addNote', { caseId, text: `Vermerk ${made}` }).then((isSaved) => {
      if (isSaved) this.tally.saved += 1;
    });
    await this.until('"gespeichert"', () => this.tally.saved > saved);
  }

  /** Everything handed over, compared, nothing left over the copy. */
  async rest(): Promise<void> {
    const since = this.world.scheduler.now;
    this.desk.line.cut(60_000);
    await this.until(
      'rest',
      () =>
        this.desk.journal?.toHandOver.length === 0 &&
        this.desk.verifiedAt > since &&
        this.desk.desk?.overlay.view.documents.size === 0,
    );
  }

  async configure(clerks: readonly Clerk[]): Promise<void> {
    const { random, scheduler, server, store } = this.world;
    const payload = { settings: testTownSettings.slice(0, 1), clerks };
    const operation = serverOperation(random, 'configureMunicipality', payload, scheduler.now);
    await executeServerOperation({ ...server.context, store }, server.municipality, operation, {
      kind: 'system',
    });
  }
}

/** A promise that the script keeps when it likes. */
export function held<T>(): { readonly promise: Promise<T>; release(value: T): void } {
  let release: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    release = resolve;
  });
  return { promise, release: (value) => release(value) };
}
