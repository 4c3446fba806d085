import { clerk } from '@amtsstube/shared/domain/clerk';
import { municipalityId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { enrolAnswer } from '@amtsstube/shared/replication/sign-in';
import type { SmallFiles } from '../host/host.ts';
import { argon2Cost } from './password-key.ts';
import { sealedText } from './sealed-bytes.ts';

/** Who a clerk is, as far as the desk must know without asking the server. */
export const signedInClerk = z.strictObject({
  municipalityId,
  clerk: clerk.pick({ id: true, name: true, role: true, departmentIds: true }),
});
export type SignedInClerk = z.infer<typeof signedInClerk>;

/** One clerk's vault on this device: her key, sealed twice. */
export const vaultEntry = z.strictObject({
  who: signedInClerk,
  email: z.string(),
  salt: z.base64(),
  cost: argon2Cost,
  /** The vault key under the password. */
  byPassword: sealedText,
  /** Wrapped by the operating system: its part of the key over `byPassword`. Absent where the host has no key vault. */
  systemKey: z.base64().max(100_000).optional(),
  /** The vault key under the recovery key, which the server keeps and gives at sign-in. */
  byRecovery: sealedText,
  /** The workstation's key for colleagues' journals (J7), under the vault key. */
  colleagueKey: sealedText,
  /** Last time the server knew this clerk on this device; after 14 days without, the password alone opens no more. */
  serverSeenAt: instant,
  /** The latest moment this vault was tried: a clock that is set back doesn't turn it back. */
  triedAt: instant.optional(),
  failures: z.int().min(0),
  failedAt: instant.nullable(),
});
export type VaultEntry = z.infer<typeof vaultEntry>;

/** What a seal in an entry is bound to. */
export function purposeOf(use: string, { municipalityId, clerk }: SignedInClerk): string {
  return `${use}/${municipalityId}/${clerk.id}`;
}

const deviceFile = z.strictObject({
  format: z.literal(1),
  workstation: enrolAnswer,
  vaults: z.array(vaultEntry),
  /** Whose name the locked screen offers first. */
  last: clerk.shape.id.nullable(),
});
export type DeviceFile = z.infer<typeof deviceFile>;

const name = 'device.json';

/** The device's file can't be read: written by a newer version, or damaged. It is left as it is. */
export class DeviceFileUnreadable extends Error {
  override readonly name = 'DeviceFileUnreadable';
}

/** undefined: this device was never enrolled. @throws DeviceFileUnreadable */
export async function readDeviceFile(files: SmallFiles): Promise<DeviceFile | undefined> {
  const bytes = await files.read(name);
  if (bytes === undefined) return undefined;
  const parsed = deviceFile.safeParse(parseJson(bytes));
  if (!parsed.success) throw new DeviceFileUnreadable('device.json is damaged or of a newer version');
  return parsed.data;
}

export function writeDeviceFile(files: SmallFiles, content: DeviceFile): Promise<void> {
  return files.write(name, new TextEncoder().encode(JSON.stringify(content)));
}

/** Every key of this device is gone with it; what was sealed stays sealed for ever. */
export function destroyDeviceFile(files: SmallFiles): Promise<void> {
  return files.remove(name);
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
