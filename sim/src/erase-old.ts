import { eraseOldAppointments } from '@amtsstube/sync-server/booking/erase-appointments';
import type { World } from './world.ts';

/** The server forgets what is over and what was never confirmed, sooner than in life, while people go on. */
export async function eraseOld({ server }: World): Promise<void> {
  const now = server.now();
  await eraseOldAppointments(server.context, server.municipality, { before: now, ranOutBefore: now });
}
