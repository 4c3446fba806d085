import { randomUUID } from 'node:crypto';
import { opId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { neighbourTowns } from '@amtsstube/shared/fixtures/neighbour-towns';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { WaitingPerson } from '@amtsstube/shared/replication/waiting-list';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { tokenOf, townPath } from '../replication/test-desk.ts';
import { setUpNeighbourTowns, startTestTown, type TestTownServer } from '../start-server-test-town.ts';

const path = `${townPath}/waiting-list`;
const nine = '2026-11-24T08:00:00.000Z';
let town: TestTownServer;
let clock: number;

beforeEach(async () => {
  clock = millisecondsOf(instant.parse('2026-11-23T08:00:00.000Z'));
  town = await startTestTown({}, { now: (): Instant => instantOf(clock) });
});
afterEach(() => town.close());

async function act(kind: string, payload: object, by: 'citizen' | 'system' = 'citizen'): Promise<void> {
  const given = { opId: opId.parse(`test.${randomUUID()}`), deviceId: null, kind, v: 1, payload };
  const operation = { ...given, at: town.core.now() };
  const { result } = await executeServerOperation(town.core, testTown.municipalityId, operation, {
    kind: by,
  });
  expect(result).toEqual({ decided: 'accepted' });
  clock += 1000;
}

const waitingIdOf = (name: string) => `waiting-of-${name}-0123456789`;
const waits = (name: string, serviceId: string = testTown.serviceId) =>
  act('joinWaitingList', {
    waitingId: waitingIdOf(name),
    serviceIds: [serviceId],
    firstOn: '2026-11-24',
    lastOn: '2026-12-04',
    visitor: { name, email: `${name}@example.org`, phone: '03900 4711' },
    language: 'de',
  });

async function ask(token: string | undefined, at = path) {
  const headers = token === undefined ? {} : { Authorization: `Bearer ${token}` };
  const response = await fetch(town.url + at, { headers });
  return { status: response.status, body: (await response.json()) as { waiting?: WaitingPerson[] } };
}
const namesFor = async (clerk: 0 | 1 | 2) =>
  (await ask(await tokenOf(town, clerk))).body.waiting?.map(({ visitor }) => visitor.name);

describe('the waiting list, asked for by a desk', () => {
  it('names who waits for what and since when, who came first first, and what is offered now', async () => {
    await waits('berta');
    await waits('anna');
    const offered = { appointmentId: 'offer-1', counterId: 'buergerbuero-1', startsAt: nine };
    const given = { waitingId: waitingIdOf('anna'), serviceIds: [testTown.serviceId] };
    await act('offerSlot', { ...given, ...offered }, 'system');
    const token = await tokenOf(town, 1);
    const { waiting } = (await ask(token)).body;
    expect(waiting?.map(({ visitor }) => visitor.name)).toEqual(['berta', 'anna']);
    expect(waiting?.[0]).toEqual({
      waitingId: waitingIdOf('berta'),
      visitor: { name: 'berta', email: 'berta@example.org', phone: '03900 4711' },
      serviceIds: [testTown.serviceId],
      firstOn: '2026-11-24',
      lastOn: '2026-12-04',
      language: 'de',
      since: '2026-11-23T08:00:00.000Z',
      offeredCount: 0,
      openOffer: null,
    });
    expect(waiting?.[1]).toMatchObject({ offeredCount: 1, openOffer: offered });
    // let pass
    clock += 3 * 3_600_000;
    expect((await ask(token)).body.waiting?.[1]).toMatchObject({ offeredCount: 1, openOffer: null });
  });

  it('is for those who book at a counter that offers it, and for nobody else', async () => {
    await waits('anna');
    await waits('clara', 'eheschliessung-anmelden');
    expect(await namesFor(1)).toEqual(['anna']);
    // an administrator of no such department has no business with it
    expect(await namesFor(2)).toEqual([]);
  });

  it('is empty where nobody waits, and of one municipality nothing to another', async () => {
    expect(await namesFor(1)).toEqual([]);
    await setUpNeighbourTowns(town.core);
    await waits('anna');
    const token = await tokenOf(town, 1);
    for (const { municipalityId } of neighbourTowns)
      expect(await ask(token, `/api/m/${municipalityId}/waiting-list`)).toEqual({
        status: 403,
        body: { code: 'wrongMunicipality' },
      });
    expect((await ask(undefined)).status).toBe(401);
    expect((await ask('nobody')).status).toBe(401);
  });
});
