import { clerk } from '@amtsstube/shared/domain/clerk';
import { municipalityId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { enrolAnswer } from '@amtsstube/shared/replication/sign-in';
import { HostFailure, type SmallFiles } from '../host/host.ts';
import { argon2Cost } from './password-key.ts';
import { sealedText } from './sealed-bytes.ts';

/** Who a clerk is, as far as the desk must know without asking the server. */
export const signedInClerk = z.strictObject({
  municipalityId,
  clerk: clerk.pick({ id: true, name: true, role: true, departmentIds: true, deputyFor: true }),
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
  /** For support; how long to wait is measured, see `GuessDelay`. */
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

const newerFile = z.object({ format: z.int().min(2) });

const name = 'device.json';
/** As of the last time a key changed. A flipped bit in the one file must not cost every key of the device. */
const copyName = 'device-copy.json';

/** The device's file can't be read. It is left as it is. */
export class DeviceFileUnreadable extends Error {
  override readonly name = 'DeviceFileUnreadable';
  readonly reason: 'newer' | 'damaged';

  constructor(reason: 'newer' | 'damaged') {
    super(`device.json is ${reason}`);
    this.reason = reason;
  }
}

/** undefined: this device was never enrolled. @throws DeviceFileUnreadable */
export async function readDeviceFile(files: SmallFiles): Promise<DeviceFile | undefined> {
  const file = await readOne(files, name);
  if (typeof file === 'object') return file;
  if (file === 'newer') throw new DeviceFileUnreadable('newer');
  const copy = await readOne(files, copyName);
  if (typeof copy === 'object') return copy;
  if (file === 'absent' && copy === 'absent') return undefined;
  throw new DeviceFileUnreadable(copy === 'newer' ? 'newer' : 'damaged');
}

/** @param isNewKey the content opens other than the former one did: the copy must follow */
export async function writeDeviceFile(
  files: SmallFiles,
  content: DeviceFile,
  isNewKey: boolean,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  // first: when it fails, or power does in between, the former file stands
  if (isNewKey) await files.write(copyName, bytes);
  await files.write(name, bytes);
  if (isNewKey) await overwriteFormer(files, bytes);
}

/** OPFS keeps a file's former content in a second slot until the next write, and there the former password opens. */
async function overwriteFormer(files: SmallFiles, bytes: Uint8Array): Promise<void> {
  try {
    for (const each of [copyName, name]) await files.write(each, bytes);
  } catch (error) {
    // the new content is in force already, and the next write does it
    if (!(error instanceof HostFailure)) throw error;
  }
}

/** Every key of this device is gone with it; what was sealed stays sealed for ever. */
export async function destroyDeviceFile(files: SmallFiles): Promise<void> {
  // first, so that a crash between the two doesn't bring it back
  await files.remove(copyName);
  await files.remove(name);
}

async function readOne(
  files: SmallFiles,
  which: string,
): Promise<DeviceFile | 'absent' | 'newer' | 'damaged'> {
  let bytes: Uint8Array | undefined;
  try {
    bytes = await files.read(which);
  } catch (error) {
    if (error instanceof HostFailure && error.code === 'io') return 'damaged';
    throw error;
  }
  if (bytes === undefined) return 'absent';
  const json = parseJson(bytes);
  const parsed = deviceFile.safeParse(json);
  if (parsed.success) return parsed.data;
  return newerFile.safeParse(json).success ? 'newer' : 'damaged';
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
}
