import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { Waiting } from '@amtsstube/shared/domain/appointments/waiting';
import { ref } from '@amtsstube/shared/domain/documents';
import { addDays, localDateOf } from '@amtsstube/shared/domain/time';
import { offerFreeTimes } from '@amtsstube/sync-server/booking/waiting-list';
import { executeServerOperation } from '@amtsstube/sync-server/execute/execute';
import { serviceIds } from './workload-appointments.ts';
import { serverOperation, type World } from './world.ts';

/**
 * A citizen waits for a time on the next days, where everybody wants one; the server looks what it can offer, and she
 * answers its mail, in time, too late or not at all, and now and then waits no longer.
 */
export async function waitForATime(world: World): Promise<void> {
  const { random, server } = world;
  const pause = (most: number) =>
    new Promise<void>((passed) => world.scheduler.after(random.between(100, most), passed));
  const waitingId = `waiting-${random.id()}-${random.id()}`;
  const today = localDateOf(server.now());
  await execute(world, 'joinWaitingList', {
    waitingId,
    serviceIds,
    firstOn: today,
    lastOn: addDays(today, random.between(0, 8)),
    visitor: { name: 'Erika Mustermann', email: 'erika@example.org', phone: '' },
    language: 'de',
  });
  for (let look = random.between(1, 4); look > 0; look -= 1) {
    await offerFreeTimes(server.context, server.municipality, () => false);
    await pause(60_000);
    if (random.chance(0.5)) await answer(world, waitingId);
  }
  if (random.chance(0.3)) await execute(world, 'leaveWaitingList', { waitingId });
}

/** The link of the newest mail. */
async function answer(world: World, waitingId: string): Promise<void> {
  const { server } = world;
  const offered = await server.context.store.snapshot(server.municipality, async (read) => {
    const entry = (await read.document(ref('waitings', waitingId)))?.document as Waiting | null | undefined;
    const id = entry?.offers.at(-1)?.appointmentId;
    return id === undefined
      ? undefined
      : ((await read.document(ref('appointments', id)))?.document as Booking | null | undefined);
  });
  if (!offered) return;
  const { id, counterId, startsAt } = offered;
  await execute(world, 'confirmBooking', { appointmentId: id, counterId, startsAt, fence: 1 });
}

function execute({ random, scheduler, server }: World, kind: string, payload: object) {
  const operation = serverOperation(random, kind, payload, scheduler.now);
  return executeServerOperation(server.context, server.municipality, operation, { kind: 'citizen' });
}
