import { beforeEach, describe, expect, it } from 'vitest';
import { HostFailure } from '../host/host-failure.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { MemoryKeyVault } from '../host/memory-key-vault.ts';
import { anna, text, VaultPc } from './test-vaults.ts';

let pc: VaultPc;
beforeEach(() => {
  pc = new VaultPc();
});
const openVaults = () => pc.openVaults();
const withVault = () => pc.withVault();

describe('where the operating system keeps a part of the key', () => {
  const deviceFile = async () =>
    JSON.parse(Buffer.from((await createMemoryHost(pc.disk).files.read('device.json')) ?? []).toString());

  it('files and password on another PC open nothing; here they do, after a restart', async () => {
    pc.keyVault = new MemoryKeyVault();
    const { vault } = await withVault();
    const unlocked = await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7');
    expect(unlocked.result === 'unlocked' && unlocked.vault.journalKeyFile).toEqual(vault.journalKeyFile);
    expect((await (await openVaults()).unlock(anna, 'falsch')).result).toBe('wrongPassword');
    for (const elsewhere of [new MemoryKeyVault(), undefined]) {
      pc.keyVault = elsewhere;
      const result = { result: 'systemKeyLost' };
      for (const password of ['Füße-im-Schnee-7', 'falsch'])
        expect(await (await openVaults()).unlock(anna, password)).toEqual(result);
    }
    // nor does the file once its mention of the system is taken out
    const file = await deviceFile();
    delete file.vaults[0].systemKey;
    await createMemoryHost(pc.disk).files.write('device.json', Buffer.from(JSON.stringify(file)));
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('wrongPassword');
  });

  it('and has lost it: signing in opens the same vault, and the password alone after that', async () => {
    pc.keyVault = new MemoryKeyVault();
    const { vault, answer } = await withVault();
    pc.keyVault.forget();
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
    pc.keyVault = new MemoryKeyVault();
    const unlocked = await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7');
    expect(unlocked.result === 'unlocked' && unlocked.vault.journalKeyFile).toEqual(vault.journalKeyFile);
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
    pc.keyVault = new MemoryKeyVault();
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('systemKeyLost');
  });

  it('under a newer key than the one in the file: it is wrapped again', async () => {
    pc.keyVault = new MemoryKeyVault();
    await withVault();
    await pc.keyVault.renew();
    const before = (await deviceFile()).vaults[0].systemKey;
    await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7');
    const after = (await deviceFile()).vaults[0].systemKey;
    expect(after).not.toBe(before);
    expect((await pc.keyVault.unwrap(Buffer.from(after, 'base64')))?.isOutdated).toBe(false);
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('and refuses to: the clerk works all the same, under her password', async () => {
    const refusing = new MemoryKeyVault();
    refusing.wrap = () => Promise.reject(new HostFailure('unavailable', 'locked keyring'));
    pc.keyVault = refusing;
    await withVault();
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });
});
