import { workstationId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import { beforeEach, describe, expect, it } from 'vitest';
import { createMemoryHost } from '../host/memory-host.ts';
import { anna, answerFor, bernd, bytes, day, text, VaultPc, workstation } from './test-vaults.ts';

let pc: VaultPc;
beforeEach(() => {
  pc = new VaultPc();
});
const openVaults = () => pc.openVaults();
const withVault = () => pc.withVault();

describe('a vault', () => {
  it('opens with the password alone, after a restart, and holds the same keys', async () => {
    const { vault } = await withVault();
    pc.disk.crash();
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
    const { files } = createMemoryHost(pc.disk);
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

  it('slows guessing down, and forgives after the right password', async () => {
    await withVault();
    const right = 'Füße-im-Schnee-7';
    for (let guess = 0; guess < 5; guess += 1)
      expect((await (await openVaults()).unlock(anna, `geraten ${guess}`)).result).toBe('wrongPassword');
    const vaults = await openVaults();
    expect(await vaults.unlock(anna, right)).toEqual({ result: 'wait', until: instantOf(pc.now + 10_000) });
    pc.pass(10_000);
    expect((await vaults.unlock(anna, 'noch einmal')).result).toBe('wrongPassword');
    expect(await vaults.unlock(anna, right)).toEqual({ result: 'wait', until: instantOf(pc.now + 20_000) });
    pc.pass(20_000);
    expect((await vaults.unlock(anna, right)).result).toBe('unlocked');
    expect((await vaults.unlock(anna, 'falsch')).result).toBe('wrongPassword');
    expect((await (await openVaults()).unlock(anna, right)).result).toBe('unlocked');
  });

  it('takes no guess sooner for a clock that is set forward, with restarts or without', async () => {
    await withVault();
    let vaults = await openVaults();
    const taken = [];
    for (let guess = 0; guess < 60; guess += 1) {
      if (guess % 2 === 0) vaults = await openVaults();
      const { result } = await vaults.unlock(anna, `geraten ${guess}`);
      if (result === 'wrongPassword') taken.push(guess);
      pc.now += 60 * 60 * 1000;
    }
    expect(taken).toEqual([0, 1, 2, 3, 4]);
    // a restart costs the whole wait again
    vaults = await openVaults();
    pc.pass(9_999);
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('wait');
    pc.pass(1);
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('counts wrong passwords also while a full disk notes none of them', async () => {
    const { vaults } = await withVault();
    pc.disk.quotaBytes = 0;
    for (let guess = 0; guess < 5; guess += 1) await vaults.unlock(anna, `geraten ${guess}`);
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('wait');
  });

  it('needs the server after fourteen days without it; signing in opens it as it was', async () => {
    const { vault, answer } = await withVault();
    pc.now += 14 * day;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
    pc.now += 1;
    const vaults = await openVaults();
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('serverNeeded');
    const again = await vaults.signedIn(answer, 'anna@example.org', 'Füße-im-Schnee-7');
    expect(again?.journalKeyFile).toEqual(vault.journalKeyFile);
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('a clock that is set back neither shortens nor prolongs a delay, nor turns fourteen days back', async () => {
    await withVault();
    const guessing = await openVaults();
    for (let guess = 0; guess < 5; guess += 1) await guessing.unlock(anna, `geraten ${guess}`);
    pc.now -= 10 * day;
    const until = instantOf(pc.now + 10_000);
    expect(await guessing.unlock(anna, 'Füße-im-Schnee-7')).toEqual({ result: 'wait', until });
    pc.pass(9_999);
    expect((await guessing.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('wait');
    pc.pass(1);
    expect((await guessing.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');

    pc.now += 25 * day;
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('serverNeeded');
    pc.now -= 25 * day;
    const vaults = await openVaults();
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('serverNeeded');
    expect(vaults.demandsServer(anna)).toBe(true);
    await vaults.seen(anna, instantOf(pc.now));
    expect(vaults.demandsServer(anna)).toBe(false);
    expect((await (await openVaults()).unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });

  it('[14 days] begin anew when the server answers', async () => {
    const { vaults } = await withVault();
    pc.now += 10 * day;
    await vaults.seen(anna, instantOf(pc.now));
    pc.now += 10 * day;
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

  it('chosen here leaves no slot in which the former one would open', async () => {
    await withVault();
    const written = new Map<string, string[]>();
    const { files, keyVault } = createMemoryHost(pc.disk);
    const vaults = await pc.openVaults({
      keyVault,
      files: {
        ...files,
        write: async (name, content) => {
          written.set(name, [...(written.get(name) ?? []), Buffer.from(content).toString()]);
          await files.write(name, content);
        },
      },
    });
    await vaults.changePassword(anna, 'Füße-im-Schnee-7', 'Tür-und-Tor-2026');
    // a host that keeps two slots holds the last two
    for (const name of ['device.json', 'device-copy.json']) {
      const slots = written.get(name)?.slice(-2) ?? [];
      expect([slots.length, slots[0] === slots[1]]).toEqual([2, true]);
    }
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

  it('let in anew with other keys of the server: the password opens as before, and so does the new recovery key', async () => {
    const { vaults, vault } = await withVault();
    await vaults.enrol({ ...workstation, workstationId: workstationId.parse('ws-2') });
    const again = await openVaults();
    expect(again.workstation?.workstationId).toBe('ws-2');
    const answer = answerFor();
    const signedIn = await again.signedIn(answer, 'anna@example.org', 'Füße-im-Schnee-7');
    expect(signedIn?.journalKeyFile).toEqual(vault.journalKeyFile);
    const reset = await again.signedIn(answer, 'anna@example.org', 'vom Amt zurückgesetzt');
    expect(reset?.journalKeyFile).toEqual(vault.journalKeyFile);
  });

  it('a file of a newer version, or damaged with its copy, is refused and left as it is', async () => {
    await withVault();
    const { files } = createMemoryHost(pc.disk);
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
      const { files } = createMemoryHost(pc.disk);
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
    pc.disk.quotaBytes = 0;
    await expect(vaults.changePassword(anna, 'Füße-im-Schnee-7', 'Tür-und-Tor-2026')).rejects.toThrow();
    expect((await vaults.unlock(anna, 'falsch')).result).toBe('wrongPassword');
    expect((await vaults.unlock(anna, 'Füße-im-Schnee-7')).result).toBe('unlocked');
  });
});
