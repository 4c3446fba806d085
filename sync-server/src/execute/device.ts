import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { DeviceId } from '@amtsstube/shared/domain/ids';
import type { DeviceRow, Read } from '../store/store.ts';

/** The journal belongs to another clerk: it can't be handed over or read with this session. */
export class ForeignDevice extends Error {
  override readonly name = 'ForeignDevice';
}

/** The device's row; a device never seen before starts at 0 and belongs to `clerk` from its first operation on. */
export async function deviceOf(read: Read, deviceId: DeviceId, clerk: Pick<Clerk, 'id'>): Promise<DeviceRow> {
  const row = (await read.device(deviceId)) ?? { deviceId, clerkId: clerk.id, lastN: 0 };
  if (row.clerkId !== clerk.id) throw new ForeignDevice(deviceId);
  return row;
}
