import { clerkId, municipalityId, workstationId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import type { EnrolAnswer, SignInAnswer } from '@amtsstube/shared/replication/sign-in';
import type { Host } from '../host/host.ts';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import type { MemoryKeyVault } from '../host/memory-key-vault.ts';
import { derivePasswordKey } from './argon2.ts';
import { toBase64 } from './sealed-bytes.ts';
import { Vaults } from './vaults.ts';

export const anna = clerkId.parse('clerk-17');
export const bernd = clerkId.parse('clerk-18');
export const bytes = (length: number) => globalThis.crypto.getRandomValues(new Uint8Array(length));
const secret = () => toBase64(bytes(32)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
export const workstation: EnrolAnswer = {
  workstationId: workstationId.parse('ws-1'),
  secret: secret(),
  municipalityId: municipalityId.parse('musterstadt'),
  municipalityName: 'Musterstadt (Altmark)',
};
export const text = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found);
export const day = 24 * 60 * 60 * 1000;

/** Real Argon2id, as weak as it goes: the cost in the file is the product's. */
const cheap: typeof derivePasswordKey = (password, salt) =>
  derivePasswordKey(password, salt, { memoryKiB: 8, passes: 1 });

/** For tests: a PC with its disk, its clock and, where a test gives it one, its system's safe. */
export class VaultPc {
  readonly disk = new MemoryDisk();
  now = Date.UTC(2026, 10, 23, 8);
  /** Its clock that nobody can set. */
  elapsed = 0;
  keyVault: MemoryKeyVault | undefined;

  /** Time goes by, the program runs on. */
  pass(milliseconds: number): void {
    this.now += milliseconds;
    this.elapsed += milliseconds;
  }

  /** Anew: a restart of the program. */
  openVaults(host: Pick<Host, 'files' | 'keyVault'> = createMemoryHost(this.disk, this.keyVault)) {
    const { files, keyVault } = host;
    return Vaults.open({
      files,
      keyVault,
      environment: { now: () => instantOf(this.now), randomBytes: bytes },
      elapsed: () => this.elapsed,
      derive: cheap,
    });
  }

  /** Anna has signed in here and left a note among her files. */
  async withVault() {
    const vaults = await this.openVaults();
    await vaults.enrol(workstation);
    const answer = answerFor();
    const vault = await vaults.signedIn(answer, 'anna@example.org', 'Füße-im-Schnee-7');
    if (vault === undefined) throw new Error('no vault');
    await vault.files.write('note', new TextEncoder().encode('geheim'));
    return { vaults, vault, answer };
  }
}

export function answerFor(id = anna, keys = { recoveryKey: secret(), colleagueKey: secret() }): SignInAnswer {
  const { recoveryKey, colleagueKey } = keys;
  const clerk = { id, name: 'Anna Berger', role: 'clerk' as const, departmentIds: [] };
  return { token: 't', municipalityId: workstation.municipalityId, clerk, recoveryKey, colleagueKey };
}
