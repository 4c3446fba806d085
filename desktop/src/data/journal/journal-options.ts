import type { DeviceId } from '@amtsstube/shared/domain/ids';
import type { JournalFiles } from '../../host/host.ts';
import type { Environment } from '../environment.ts';
import type { Cipher } from './cipher.ts';
import type { JournalHeader } from './records.ts';

/** What opening found wrong with the file. Nothing is thrown away: the bytes are kept aside for support. */
export interface JournalNotice {
  readonly kind: 'tornTail' | 'damaged';
  readonly bytes: number;
  readonly keptAs: string;
}

export interface JournalIdentity {
  readonly municipalityId: JournalHeader['municipalityId'];
  readonly clerkId: JournalHeader['clerkId'];
}

export interface JournalOptions {
  readonly files: JournalFiles;
  readonly cipher: Cipher;
  readonly environment: Pick<Environment, 'now' | 'newId' | 'randomBytes'>;
  readonly identity: JournalIdentity;
}

/** @param generation how often the file was written anew without what was let go (J9) */
export function journalFileName(deviceId: DeviceId, generation = 0): string {
  const name = `journal.${deviceId.toLowerCase()}`;
  return generation === 0 ? name : `${name}.${generation}`;
}

/** Whether this is a journal's file, of whichever generation. */
export function isFileOf(deviceId: DeviceId, name: string): boolean {
  const first = journalFileName(deviceId);
  return name === first || (name.startsWith(`${first}.`) && /^\d+$/.test(name.slice(first.length + 1)));
}
