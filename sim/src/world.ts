import { type Clerk, clerk } from '@amtsstube/shared/domain/clerk';
import { type CaseId, caseId, departmentId, epoch, opId, trackingCode } from '@amtsstube/shared/domain/ids';
import { type Settings, settings } from '@amtsstube/shared/domain/settings';
import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, berndKrueger, testTown, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import { testTownCounters } from '@amtsstube/shared/fixtures/test-town-appointments';
import type { ServerOperation } from '@amtsstube/shared/operations/operation';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { createMemoryStore, type MemoryStore } from '@amtsstube/sync-server/store/memory-store';
import type { Random } from './random.ts';
import { Scheduler } from './scheduler.ts';
import { SimDesk } from './sim-desk.ts';
import { SimLine, type Weather } from './sim-network.ts';
import { SimServer, simulationStart } from './sim-server.ts';

/** The second department: cases are handed to it, and clerks join and leave it. */
export const otherDepartmentId = departmentId.parse('bauamt');

/** The test town with a second department. */
export const simSettings: readonly Settings[] = [
  // so short that they run out within a history
  ...testTownSettings.map((each) =>
    each.kind === 'booking' ? { ...each, holdMinutes: 1, unconfirmedMinutes: 5, coolingMinutes: 1 } : each,
  ),
  settings.parse({ kind: 'department', id: otherDepartmentId, scope: 'all', name: 'Bauen und Ordnung' }),
];

/** Administers the municipality, and works in both departments. */
const carlaDietz: Clerk = clerk.parse({
  id: 'carla-dietz',
  scope: 'all',
  name: 'Carla Dietz',
  role: 'admin',
  departmentIds: [testTown.departmentId, otherDepartmentId],
});

/** Has no desk in the simulation: cases are handed to him, and he is deactivated and comes back. */
export const emilFuchs: Clerk = clerk.parse({
  id: 'emil-fuchs',
  scope: 'all',
  name: 'Emil Fuchs',
  role: 'clerk',
  departmentIds: [testTown.departmentId],
});

export interface World {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly store: MemoryStore;
  readonly server: SimServer;
  readonly desks: readonly SimDesk[];
  readonly weather: Weather;
  /** Per desk, a case that nobody else touches: the tally of oracle (e) and (f). */
  readonly tallies: readonly CaseId[];
}

/** The test town with three desks, one of them the lead's, and a tally case for each. */
export async function buildWorld(random: Random, weather: Weather, failedWrites: number): Promise<World> {
  const scheduler = new Scheduler();
  const store = createMemoryStore();
  const atDesks = [annaBerger, berndKrueger, carlaDietz];
  const clerks = [...atDesks, emilFuchs];
  await store.createMunicipality(testTown.municipalityId, epoch.parse(random.id()));
  const server = new SimServer(scheduler, random, store, testTown.municipalityId, clerks);
  const context = { ...server.context, store };
  const execute = async (operation: ServerOperation, kind: 'citizen' | 'system') => {
    const decision = await executeServerOperation(context, testTown.municipalityId, operation, { kind });
    if (decision.result.decided !== 'accepted')
      throw new Error(`set-up refused: ${JSON.stringify(decision.result)}`);
  };
  const configuration = { settings: [...simSettings], clerks, counters: [...testTownCounters] };
  await execute(serverOperation(random, 'configureMunicipality', configuration, 0), 'system');
  const tallies: CaseId[] = [];
  for (const _clerk of atDesks) {
    const operation = applicationOf(random, 0);
    tallies.push((operation.payload as { caseId: CaseId }).caseId);
    await execute(operation, 'citizen');
  }
  const desks = atDesks.map(
    (each) =>
      new SimDesk(scheduler, random, server, new SimLine(scheduler, random, server, weather), each, {
        failedWrites,
      }),
  );
  return { scheduler, random, store, server, desks, weather, tallies };
}

export function serverOperation(
  random: Random,
  kind: string,
  payload: unknown,
  now: number,
): ServerOperation {
  return {
    opId: opId.parse(random.id()),
    kind,
    v: 1,
    payload,
    at: instantOf(simulationStart + now),
    deviceId: null,
  };
}

/** A citizen's application, with the ids the server made when the form was opened. */
export function applicationOf(random: Random, now: number): ServerOperation {
  return serverOperation(
    random,
    'submitApplication',
    {
      caseId: caseId.parse(random.id()),
      trackingCode: trackingCode.parse(randomTrackingCode(random)),
      serviceId: testTown.serviceId,
      formVersionId: testTown.formVersionId,
      answers: validDogAnswers(),
    },
    now,
  );
}

export function randomTrackingCode(random: Random): string {
  const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
  const group = () => Array.from({ length: 5 }, () => random.pick([...alphabet])).join('');
  return `${group()}-${group()}-${group()}`;
}
