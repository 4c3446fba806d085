import { randomBytes } from 'node:crypto';
import { clerkId, municipalityId, workstationId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import type { EnrolAnswer, SignInAnswer } from '@amtsstube/shared/replication/sign-in';
import { beforeEach, describe, expect, it } from 'vitest';
import { HostFailure } from '../host/host-failure.ts';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { MemoryKeyVault } from '../host/memory-key-vault.ts';
import { derivePasswordKey } from './argon2.ts';
import { Vaults } from './vaults.ts';

const anna = clerkId.parse('clerk-17');
const bernd = clerkId.parse('clerk-18');
const secret = () => randomBytes(32).toString('base64url');
const workstation: EnrolAnswer = {
  workstationId: workstationId.parse('ws-1'),
  secret: secret(),
  municipalityId: municipalityId.parse('musterstadt'),
  municipalityName: 'Musterstadt (Altmark)',
};
const bytes = (length: number) => new Uint8Array(randomBytes(length));
const day = 24 * 60 * 60 * 1000;

let disk: MemoryDisk;
/** The safe of the operating system; most PCs of these tests have none. */
let keyVault: MemoryKeyVault | undefined;
let now: number;
beforeEach(() => {
  disk = new MemoryDisk();
  keyVault = undefined;
  now = Date.UTC(2026, 10, 23, 8);
});

/** Real Argon2id, as weak as it goes: the cost in the file is the product's. */
const cheap: typeof derivePasswordKey = (password, salt) =>
  derivePasswordKey(password, salt, { memoryKiB: 8, passes: 1 });

function openVaults(): Promise<Vaults> {
  const host = createMemoryHost(disk, keyVault);
  return Vaults.open({
    files: host.files,
    keyVault: host.keyVault,
    environment: { now: () => instantOf(now), randomBytes: bytes },
    derive: cheap,
  });
}

function answerFor(id = anna, keys = { recoveryKey: secret(), colleagueKey: secret() }): SignInAnswer {
  const { recoveryKey, colleagueKey } = keys;
  const clerk = { id, name: 'Anna Berger', role: 'clerk' as const, departmentIds: [] };
  return { token: 't', municipalityId: workstation.municipalityId, clerk, recoveryKey, colleagueKey };
}

async function withVault() {
  const vaults = await openVaults();
  await vaults.enrol(workstation);
  const answer = answerFor();
  const vault = await vaults.signedIn(answer, 'anna@example.org', 'Füße-im-Schnee-7');
  if (vault === undefined) throw new Error('no vault');
  await vault.files.write('note', new TextEncoder().encode('geheim'));
  return { vaults, vault, answer };
}

const text = (found: Uint8Array | undefined) => found && new TextDecoder().decode(found);

describe('a vault', () => {
  it('opens with the password alone, after a restart, and holds the same keys', async () => {
    const { vault } = await withVault();
    disk.crash();
    const again = await openVaults();
    expect(again.workstation).toEqual(workstation);
    expect(again.clerks.map(({ email }) => email)).toEqual(['anna@example.org']);
    const unlocked = await again.unlock(anna, 'Fu\u0308ße-im-Schnee-7');
    if (unlocked.result !== 'unlocked') throw new Error(unlocked.result);
    expect(unlocked.vault.journalKeyFile).toEqual(vault.journalKeyFile);
    expect(text(await unlocked.vault.files.read('note'))).toBe('geheim');
  });

  it('leaves no key and no secret readable in any file', async () => {
    const { vault } = await withVault();
    const { files } = createMemoryHost(disk);
    const device = Buffer.from((await files.read('device.json')) ?? []);
    const note = Buffer.from((await files.read(`note.${anna}`)) ?? []);
    const key = Buffer.from(vault.journalKeyFile.slice(16));
    for (const file of [device, note]) {
      expect(file.length).toBeGreaterThan(0);
      expect(file.includes(key)).toBe(false);
      expect(file.includes(key.toString('base64'))).toBe(false);
      expect(file.includes('geheim')).toBe(false);
      expect(file.includes('Schnee')).toBe(false);
    }
  });

  it('of one clerk is none of another', async () => {
    const { vaults, vault, answer } = await withVault();
    const other = await vaults.signedIn(answerFor(bernd, answer), 'bernd@example.org', 'ein anderes Wort');
    expect(other?.journalKeyFile).not.toEqual(vault.journalKeyFile);
    expect(await other?.files.read('note')).toBeUndefined();
    // the key for colleagues' journals is the device's
    const nonce = bytes(12);
    const sealed = await vault.colleague.seal(nonce, bytes(4), bytes(0));
    expect(await other?.colleague.open(nonce, sealed, bytes(0))).toBeDefined();
    expect((await vaults.unlock(anna, 'ein anderes Wort')).result).toBe('wrongPassword');
    expect(vaults.clerks.map(({ who }) => who.clerk.id)).toEqual([bernd, anna]);
  });

  it('slows guessing down, over restarts, and forgives after the right password', async () => {
    await withVault();
    for (let guess = 0; guess < 5; guess += 1) {
      expect((await (await openVaults()).unlock(anna, `geraten ${guess}`)).result).toBe('wrongPassword');
    }
    const locked = await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7');
    expect(locked).toEqual({ result: 'wait', until: instantOf(now + 10_000) });
    now += 10_000;
    expect((await (await openVaults()).unlock(anna, 'noch einmal')).result).toBe('wrongPassword');
    expect(await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).toEqual({
      result: 'wait',
      until: instantOf(now + 20_000),
    });
    now += 20_000;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
    expect((await (await openVaults()).unlock(anna, 'falsch')).result).toBe('wrongPassword');
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('needs the server after fourteen days without it; signing in opens it as it was', async () => {
    const { vault, answer } = await withVault();
    now += 14 * day;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
    now += 1;
    const vaults = await openVaults();
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('serverNeeded');
    const again = await vaults.signedIn(answer, 'anna@example.org', 'Füße-im-Schnee-7');
    expect(again?.journalKeyFile).toEqual(vault.journalKeyFile);
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('a clock that is set back neither shortens nor prolongs a delay, nor turns fourteen days back', async () => {
    await withVault();
    for (let guess = 0; guess < 6; guess += 1) await (await openVaults()).unlock(anna, `geraten ${guess}`);
    now -= 10 * day;
    const until = instantOf(now + 10_000);
    expect(await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).toEqual({ result: 'wait', until });
    now += 9_999;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('wait');
    now += 1;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');

    now += 25 * day;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('serverNeeded');
    now -= 25 * day;
    const vaults = await openVaults();
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('serverNeeded');
    await vaults.seen(anna, instantOf(now));
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('[14 days] begin anew when the server answers', async () => {
    const { vaults } = await withVault();
    now += 10 * day;
    await vaults.seen(anna, instantOf(now));
    now += 10 * day;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });
});

describe('where the operating system keeps a part of the key', () => {
  const deviceFile = async () =>
    JSON.parse(Buffer.from((await createMemoryHost(disk).files.read('device.json')) ?? []).toString());

  it('files and password on another PC open nothing; here they do, after a restart', async () => {
    keyVault = new MemoryKeyVault();
    const { vault } = await withVault();
    const unlocked = await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7');
    expect(unlocked.result === 'unlocked' && unlocked.vault.journalKeyFile).toEqual(vault.journalKeyFile);
    expect((await (await openVaults()).unlock(anna, 'falsch')).result).toBe('wrongPassword');
    for (const elsewhere of [new MemoryKeyVault(), undefined]) {
      keyVault = elsewhere;
      const result = { result: 'systemKeyLost' };
      for (const password of ['Füße-im-Schnee-7', 'falsch'])
        expect(await (await openVaults()).unlock(anna, password)).toEqual(result);
    }
    // nor does the file once its mention of the system is taken out
    const file = await deviceFile();
    delete file.vaults[0].systemKey;
    await createMemoryHost(disk).files.write('device.json', Buffer.from(JSON.stringify(file)));
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('wrongPassword');
  });

  it('and has lost it: signing in opens the same vault, and the password alone after that', async () => {
    keyVault = new MemoryKeyVault();
    const { vault, answer } = await withVault();
    keyVault.forget();
    const vaults = await openVaults();
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('systemKeyLost');
    const again = await vaults.signedIn(answer, 'anna@example.org', 'Füße-im-Schnee-7');
    expect(again?.journalKeyFile).toEqual(vault.journalKeyFile);
    expect(text(await again?.files.read('note'))).toBe('geheim');
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('a vault made before that opens, and is the system’s from then on', async () => {
    const { vault } = await withVault();
    expect((await deviceFile()).vaults[0].systemKey).toBeUndefined();
    keyVault = new MemoryKeyVault();
    const unlocked = await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7');
    expect(unlocked.result === 'unlocked' && unlocked.vault.journalKeyFile).toEqual(vault.journalKeyFile);
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
    keyVault = new MemoryKeyVault();
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('systemKeyLost');
  });

  it('under a newer key than the one in the file: it is wrapped again', async () => {
    keyVault = new MemoryKeyVault();
    await withVault();
    await keyVault.renew();
    const before = (await deviceFile()).vaults[0].systemKey;
    await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7');
    const after = (await deviceFile()).vaults[0].systemKey;
    expect(after).not.toBe(before);
    expect((await keyVault.unwrap(Buffer.from(after, 'base64')))?.isOutdated).toBe(false);
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('and refuses to: the clerk works all the same, under her password', async () => {
    const refusing = new MemoryKeyVault();
    refusing.wrap = () => Promise.reject(new HostFailure('unavailable', 'locked keyring'));
    keyVault = refusing;
    await withVault();
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });
});

describe('a new password', () => {
  it('chosen here opens, the former one no more', async () => {
    const { vaults, vault } = await withVault();
    expect(await vaults.changePassword(anna, 'falsch', 'Tür-und-Tor-2026')).toBe(false);
    expect(await vaults.changePassword(anna, 'Füße-im-Schnee-7', 'Tür-und-Tor-2026')).toBe(true);
    const again = await openVaults();
    expect((await again.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('wrongPassword');
    const unlocked = await again.unlock(anna, 'Tür-und-Tor-2026');
    expect(unlocked.result === 'unlocked' && unlocked.vault.journalKeyFile).toEqual(vault.journalKeyFile);
  });

  it('chosen elsewhere opens with the recovery key the server gives', async () => {
    const { vault, answer } = await withVault();
    const vaults = await openVaults();
    const reset = await vaults.signedIn(answer, 'anna@example.org', 'vom Amt zurückgesetzt');
    expect(reset?.journalKeyFile).toEqual(vault.journalKeyFile);
    expect((await vaults.unlock(anna, 'vom Amt zurückgesetzt')).result).toBe('unlocked');
  });

  it('and another recovery key: nothing is opened, nothing overwritten', async () => {
    await withVault();
    const vaults = await openVaults();
    expect(await vaults.signedIn(answerFor(), 'anna@example.org', 'ein ganz anderes')).toBeUndefined();
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });
});

describe('the device', () => {
  it('revoked: no key is left', async () => {
    const { vaults } = await withVault();
    await vaults.destroy();
    const again = await openVaults();
    expect([again.workstation, again.clerks]).toEqual([undefined, []]);
  });

  it('a file of a newer version, or damaged with its copy, is refused and left as it is', async () => {
    await withVault();
    const { files } = createMemoryHost(disk);
    const newer = new TextEncoder().encode('{"format":2}');
    await files.write('device.json', newer);
    await expect(openVaults()).rejects.toMatchObject({ name: 'DeviceFileUnreadable', reason: 'newer' });
    expect(await files.read('device.json')).toEqual(newer);
    for (const name of ['device.json', 'device-copy.json'])
      await files.write(name, new TextEncoder().encode('{"format":1'));
    await expect(openVaults()).rejects.toMatchObject({ name: 'DeviceFileUnreadable', reason: 'damaged' });
  });

  it.each(['damaged', 'gone'])(
    'its file %s: the copy opens, also with a new password, and a revocation takes both',
    async (how) => {
      const { vaults, vault } = await withVault();
      await vaults.changePassword(anna, 'Füße-im-Schnee-7', 'Tür-und-Tor-2026');
      const { files } = createMemoryHost(disk);
      if (how === 'gone') await files.remove('device.json');
      else await files.write('device.json', bytes(300));
      const again = await openVaults();
      expect(again.workstation).toEqual(workstation);
      const unlocked = await again.unlock(anna, 'Tür-und-Tor-2026');
      expect(unlocked.result === 'unlocked' && unlocked.vault.journalKeyFile).toEqual(vault.journalKeyFile);
      expect((await (await openVaults()).unlock(anna, 'Tür-und-Tor-2026')).result).toBe('unlocked');
      await again.destroy();
      expect((await openVaults()).workstation).toBeUndefined();
    },
  );

  it('a full disk: the former password stays in force', async () => {
    const { vaults } = await withVault();
    disk.quotaBytes = 0;
    await expect(vaults.changePassword(anna, 'Füße-im-Schnee-7', 'Tür-und-Tor-2026')).rejects.toThrow();
    expect((await vaults.unlock(anna, 'falsch')).result).toBe('wrongPassword');
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });
});
