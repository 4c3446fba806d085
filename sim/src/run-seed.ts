import { HostFailure } from '@amtsstube/desktop/host/host';
import { caseId, epoch } from '@amtsstube/shared/domain/ids';
import { testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { planErasure } from '@amtsstube/sync-server/admin/plan-erasure';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { answer } from './ask.ts';
import { eraseOld } from './erase-old.ts';
import { findMalware } from './find-malware.ts';
import { checkEnd, checkMoment, type Seen } from './oracle.ts';
import { Random } from './random.ts';
import { Red } from './red.ts';
import { shelveClosed } from './shelve-closed.ts';
import type { SimDesk } from './sim-desk.ts';
import { type Trace, traceOf } from './trace.ts';
import { visitCitizenPage } from './visit-citizen-page.ts';
import { waitForATime } from './wait-for-a-time.ts';
import { act, submit, type Tally } from './workload.ts';
import { buildWorld, serverOperation, type World } from './world.ts';

const day = 24 * 60 * 60 * 1000;
const busyMilliseconds = 8 * 60_000;
const quietMilliseconds = 120_000;
const operationsPerDesk = 40;
const submissions = 6;
const visits = 14;
const waits = 6;

export interface SeedResult {
  readonly seed: number;
  readonly red: string | undefined;
  readonly saved: number;
  readonly events: number;
  readonly trace: Trace;
}

/** One whole history from one number: three desks, a citizen, faults, then peace, then the oracle. */
export async function runSeed(seed: number): Promise<SeedResult> {
  const random = new Random(seed);
  const weather = {
    drop: random.next() * 0.25,
    duplicate: random.next() * 0.2,
    longestDelay: random.between(5, 400),
  };
  const failedWrites = random.chance(0.3) ? 0.02 : 0;
  const world = await buildWorld(random, weather, failedWrites);
  const tallies: Tally[] = world.desks.map(() => ({ made: 0, saved: 0 }));
  const seen: Seen = new Map();
  const check = () => checkMoment(world, tallies, seen);
  let red: string | undefined;
  try {
    for (const desk of world.desks) void desk.start();
    plan(world, tallies);
    await world.scheduler.run(() => false, busyMilliseconds, check);
    await makePeace(world, check);
    await checkEnd(world);
  } catch (error) {
    if (!(error instanceof Red)) throw error;
    red = error.message;
  }
  return {
    seed,
    red,
    saved: world.desks.reduce((sum, desk) => sum + desk.saved.length, 0),
    events: world.scheduler.eventCount,
    trace: await traceOf(world),
  };
}

/** When what happens: work, crashes, cut lines, jumping clocks, a restore. */
function plan(world: World, tallies: readonly Tally[]): void {
  const { scheduler, random, desks, server } = world;
  const sometime = () => random.between(1_000, busyMilliseconds - 20_000);
  for (const [index, desk] of desks.entries()) {
    const tally = tallies[index];
    if (tally === undefined) continue;
    for (let count = 0; count < operationsPerDesk; count += 1) {
      scheduler.after(sometime(), () => void act(world, desk, tally, index));
    }
    for (let count = random.between(0, 4); count > 0; count -= 1) {
      scheduler.after(sometime(), () => restart(world, desk));
    }
    // and in the middle of writing: a disk takes a few milliseconds (J2)
    for (let count = random.between(0, 4); count > 0; count -= 1) {
      scheduler.after(sometime(), () => {
        void act(world, desk, tally, index);
        scheduler.after(random.between(0, 16), () => restart(world, desk));
      });
    }
    for (let count = random.between(0, 3); count > 0; count -= 1) {
      scheduler.after(sometime(), () => desk.line.cut(random.between(1_000, 120_000)));
    }
    // its disk refuses what comes next, now and then after a part of it was written
    for (let count = random.between(0, 5); count > 0; count -= 1) {
      scheduler.after(sometime(), () =>
        desk.disk.failNext(
          random.pick(['write', 'flush', 'remove'] as const) ?? 'write',
          random.chance(0.3) ? 'quotaExceeded' : 'io',
          random.between(0, 300),
        ),
      );
    }
    // a second loop handing over at the same time
    for (let count = 0; count < 10; count += 1)
      scheduler.after(sometime(), () => void desk.desk?.drain.run().catch(expectFull));
    scheduler.after(sometime(), () => {
      desk.clockOffset = random.between(-day, day);
    });
  }
  for (let count = 0; count < submissions; count += 1)
    scheduler.after(sometime() / 2, () => void submit(world));
  for (let count = 0; count < submissions; count += 1) scheduler.after(sometime(), () => void answer(world));
  for (let count = 0; count < visits; count += 1)
    scheduler.after(sometime(), () => void visitCitizenPage(world).catch((error) => server.fail(error)));
  for (let count = 0; count < waits; count += 1)
    scheduler.after(sometime(), () => void waitForATime(world).catch((error) => server.fail(error)));
  for (let count = 0; count < 2; count += 1)
    scheduler.after(sometime(), () => void eraseOld(world).catch((error) => server.fail(error)));
  scheduler.after(sometime(), () => configure(world));
  scheduler.after(busyMilliseconds - 25_000, () => void eraseOne(world));
  scheduler.after(sometime(), () => jumpNumbers(world));
  scheduler.after(busyMilliseconds - 30_000, () => void findMalware(world));
  // few cases are closed in so short a time: each shall be met while people go on with it
  for (let at = 0.1; at < 1; at += 0.05)
    scheduler.after(
      busyMilliseconds * at,
      () => void shelveClosed(world).catch((error) => server.fail(error)),
    );
  for (let count = random.between(0, 4); count > 0; count -= 1)
    scheduler.after(sometime(), () => server.crash());
  for (let count = random.between(0, 3); count > 0; count -= 1) {
    scheduler.after(sometime(), () => {
      server.clockOffset = random.between(-day, day);
    });
  }
  if (random.chance(0.2)) planRestore(world);
  else planLeaps(world);
}

/** As the loops take it: a disk that refuses is expected, everything else is a bug. */
function expectFull(error: unknown): void {
  if (!(error instanceof HostFailure)) throw error;
}

/** The system writes a setting anew, so that its kind takes part as well. */
function configure({ random, scheduler, server }: World): void {
  const payload = { settings: testTownSettings.slice(0, 1), clerks: [] };
  const operation = serverOperation(random, 'configureMunicipality', payload, scheduler.now);
  void executeServerOperation(server.context, server.municipality, operation, { kind: 'system' });
}

/** As a restore does it, so that its kind takes part in every history. */
function jumpNumbers({ random, scheduler, server }: World): void {
  const payload = { sequences: [`file-reference.${testTown.serviceId}`], jump: 100 };
  const operation = serverOperation(random, 'recordRestore', payload, scheduler.now);
  void executeServerOperation(server.context, server.municipality, operation, { kind: 'system' });
}

/** An administrator has a case erased that clerks may be working on. */
async function eraseOne({ random, scheduler, server, tallies }: World): Promise<void> {
  const { store } = server.context;
  const cases = await store.snapshot(server.municipality, (read) => read.allDocuments('cases', '', 1000));
  const shared = cases.filter(({ id, document }) => document && !tallies.some((tally) => tally === id));
  const chosen = random.pick(shared);
  if (chosen === undefined) return;
  const payload = await store.snapshot(server.municipality, (read) =>
    planErasure(read, caseId.parse(chosen.id)),
  );
  const operation = serverOperation(random, 'eraseCase', payload, scheduler.now);
  await executeServerOperation(server.context, server.municipality, operation, { kind: 'system' });
}

/**
 * More than the restore window passes, several times: journals let go what they may (J5), in the middle of everything.
 * Never in a history with a restore, whose backup would be older than the window.
 */
function planLeaps({ scheduler, random, desks }: World): void {
  for (let count = random.between(0, 4); count > 0; count -= 1) {
    scheduler.after(random.between(60_000, busyMilliseconds), () => {
      scheduler.leap += 31 * day;
      // the line comes back: everything is compared, and what is let go is erased
      for (const desk of desks) desk.line.cut(random.between(1_000, 40_000));
    });
  }
}

function planRestore({ scheduler, random, store, server }: World): void {
  const backupAt = random.between(1_000, busyMilliseconds / 2);
  scheduler.after(backupAt, () => {
    const backup = store.exportState(server.municipality);
    scheduler.after(random.between(10_000, busyMilliseconds / 2), () => {
      server.crash();
      store.importState(server.municipality, backup, epoch.parse(random.id()));
    });
  });
}

function restart({ scheduler, random }: World, desk: SimDesk): void {
  desk.crash();
  scheduler.after(random.between(200, 30_000), () => {
    if (desk.desk === undefined) void desk.start();
  });
}

/** The faults end; each line is cut once more so that all copies are compared when it is back (L7). */
async function makePeace(world: World, check: () => void): Promise<void> {
  const { scheduler, desks, weather, server } = world;
  Object.assign(weather, { drop: 0, duplicate: 0, longestDelay: 20 });
  server.clockOffset = 0;
  for (const desk of desks) {
    desk.clockOffset = 0;
    desk.faults.failedWrites = 0;
    desk.disk.heal();
    desk.line.cut(quietMilliseconds);
    if (desk.desk === undefined) {
      desk.crash();
      void desk.start();
    }
  }
  await scheduler.run(() => false, scheduler.now + quietMilliseconds, check);
  const healedAt = scheduler.now;
  const isAtRest = () => desks.every((desk) => isSettled(desk, healedAt));
  const result = await scheduler.run(isAtRest, scheduler.now + 3_600_000, check);
  // two rounds of asking more: what the last desk handed over has to reach the others
  await scheduler.run(() => false, scheduler.now + 65_000, check);
  if (result === 'timeUp')
    throw new Red(`stuck: not at rest an hour after the line was back (${describe(desks, healedAt)})`);
}

function isSettled({ desk, journal, verifiedAt }: SimDesk, healedAt: number): boolean {
  return (
    desk !== undefined &&
    journal?.toHandOver.length === 0 &&
    verifiedAt > healedAt &&
    desk.overlay.view.documents.size === 0
  );
}

function describe(desks: readonly SimDesk[], healedAt: number): string {
  return desks
    .map(
      ({ clerk, journal, health, desk, verifiedAt }) =>
        `${clerk.id}: open ${journal?.open.length}, overlay ${desk?.overlay.view.documents.size}, ` +
        `line ${health?.line.state}, verified at ${verifiedAt}, line back at ${healedAt}`,
    )
    .join('; ');
}
