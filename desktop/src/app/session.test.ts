import { randomBytes } from 'node:crypto';
import { type Clerk, clerk } from '@amtsstube/shared/domain/clerk';
import { clerkId, deviceId, municipalityId, opId, workstationId } from '@amtsstube/shared/domain/ids';
import { instantOf } from '@amtsstube/shared/domain/time';
import type { SignInAnswer } from '@amtsstube/shared/replication/sign-in';
import { BehaviorSubject } from 'rxjs';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Desk, Health, Shown } from '../data/desk.ts';
import { JournalLocked } from '../data/journal/journal-locked.ts';
import { encodeHeader } from '../data/journal/record-codec.ts';
import { putJournalsAside } from '../data/open-desk.ts';
import type { SignInClient, SignInResult } from '../data/sign-in-client.ts';
import { HostFailure } from '../host/host-failure.ts';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { derivePasswordKey } from '../vault/argon2.ts';
import { Vaults } from '../vault/vaults.ts';
import { createSession, type Session, type SessionParts, type SessionState } from './session.ts';

const secret = () => randomBytes(32).toString('base64url');
const [anna, bernd] = [clerkId.parse('anna'), clerkId.parse('bernd')];
const password = 'Füße im Schnee';
const offline: SignInResult = { result: 'noConnection' };

let disk: MemoryDisk;
let answers: SignInResult[];
let ended: string[];
let reloads: number;
let cleared: number;
let health: BehaviorSubject<Health>;
let deskIsOpen: boolean;
let deskCount: number;
let now: number;
let ownDocument: BehaviorSubject<Shown<Clerk> | undefined>;
let handedOver: string[];

beforeEach(() => {
  disk = new MemoryDisk();
  answers = [];
  ended = [];
  reloads = 0;
  cleared = 0;
  deskCount = 0;
  now = Date.UTC(2026, 10, 23);
  ownDocument = new BehaviorSubject<Shown<Clerk> | undefined>(undefined);
  handedOver = [];
  health = new BehaviorSubject({ line: { state: 'connecting' } } as Health);
});

/** The server of these tests says what it was told to say; the real one speaks in e2e. */
const server: SignInClient = {
  enrol: async () => ({
    result: 'enrolled',
    answer: {
      workstationId: workstationId.parse('ws-1'),
      secret: secret(),
      municipalityId: municipalityId.parse('musterstadt'),
      municipalityName: 'Musterstadt',
    },
  }),
  signIn: async () => answers.shift() ?? offline,
  changePassword: async () => 'changed',
  endSession: async (token) => void ended.push(token),
  handOverCredential: async () => undefined,
};

async function started(changed: Partial<SessionParts> = {}): Promise<Session> {
  const session = createSession({
    createHost: async () => createMemoryHost(disk),
    openVaults: ({ files, keyVault }) =>
      Vaults.open({
        files,
        keyVault,
        environment: {
          now: () => instantOf(now),
          randomBytes: (length) => new Uint8Array(randomBytes(length)),
        },
        elapsed: () => 0,
        derive: (typed, salt) => derivePasswordKey(typed, salt, { memoryKiB: 8, passes: 1 }),
      }),
    prepareToOpenDesk: () => undefined,
    openDesk: async () => {
      deskIsOpen = true;
      deskCount += 1;
      const close = async () => {
        deskIsOpen = false;
      };
      return {
        close,
        health$: health,
        syncNow: () => undefined,
        watch: () => ownDocument as never,
      } as Partial<Desk> as Desk;
    },
    server,
    adminClient: () => {
      throw new Error('nobody here is an administrator');
    },
    hallClient: () => ({ addresses: async () => ({ ok: true, answer: [] }) }),
    waitingListClient: () => ({ waiting: async () => ({ ok: true, answer: [] }) }),
    keepColleaguesGoing: () => undefined,
    handOverOwn: async ({ vault }) => {
      handedOver.push(vault.who.clerk.id);
      return 'all';
    },
    putJournalsAside,
    clearUnreadable: async () => void cleared++,
    reload: () => void reloads++,
    ...changed,
  });
  await session.start();
  return session;
}

const keys = { recoveryKey: secret(), colleagueKey: secret() };
function signedIn(id = anna, role: 'clerk' | 'lead' = 'clerk', given = keys): SignInResult {
  const answer: SignInAnswer = {
    token: `token-${id}`,
    municipalityId: municipalityId.parse('musterstadt'),
    clerk: { id, name: `Frau ${id}`, role, departmentIds: [] },
    ...given,
  };
  return { result: 'signedIn', answer };
}

const headerOf = (clerk: typeof anna) =>
  encodeHeader({
    format: 1,
    deviceId: deviceId.parse(`of-${clerk}`),
    municipalityId: municipalityId.parse('musterstadt'),
    clerkId: clerk,
    continues: null,
    createdAt: instantOf(0),
  });

async function openedByAnna(changed: Partial<SessionParts> = {}): Promise<Session> {
  const session = await started(changed);
  await session.enrol('ABCDE-FGHJK', 'Platz 1');
  answers = [signedIn()];
  expect(await session.trySignIn('anna@example.org', password)).toBeUndefined();
  return session;
}

function stateOf(session: Session): SessionState {
  let latest: SessionState = { state: 'starting' };
  session.state$.subscribe((state) => {
    latest = state;
  });
  return latest;
}

describe('the session of a window', () => {
  it('asks for a code on a new device, then for sign-in, and opens without a server after that', async () => {
    const session = await started();
    expect(stateOf(session)).toEqual({ state: 'notEnrolled', wasRevoked: false });
    await session.enrol('ABCDE-FGHJK', 'Platz 1');
    expect(stateOf(session)).toEqual({
      state: 'locked',
      municipalityName: 'Musterstadt',
      clerks: [],
      deactivated: undefined,
    });
    answers = [signedIn()];
    await session.trySignIn('anna@example.org', password);
    expect(stateOf(session).state).toBe('open');

    disk.crash();
    const later = await started();
    expect(stateOf(later)).toMatchObject({ state: 'locked', clerks: [{ email: 'anna@example.org' }] });
    expect(await later.unlock(anna, 'falsch')).toEqual({ result: 'wrongPassword' });
    expect(await later.unlock(anna, password)).toBeUndefined();
    expect(stateOf(later)).toMatchObject({ state: 'open', who: { clerk: { id: anna } } });
  });

  it('stays locked when the attempt fails, with the reason', async () => {
    const session = await started();
    await session.enrol('ABCDE-FGHJK', 'Platz 1');
    expect(await session.trySignIn('anna@example.org', password)).toBe('noConnection');
    expect(stateOf(session).state).toBe('locked');
  });

  it('says when another window owns the desk', async () => {
    await started();
    expect(stateOf(await started()).state).toBe('ownedElsewhere');
  });

  it('goes on once the other window has let go, however often it is asked meanwhile', async () => {
    const first = await started();
    const second = await started();
    const seen: string[] = [];
    second.state$.subscribe(({ state }) => seen.push(state));
    await Promise.all([second.start(), second.start()]);
    await first.lock();
    await Promise.all([second.start(), second.start()]);
    expect(seen.filter((state, at) => state !== seen[at - 1])).toEqual(['ownedElsewhere', 'notEnrolled']);
  });

  it('tells a browser that can store nothing from files nobody can read, and both from a fault', async () => {
    const noStorage = new HostFailure('unavailable', 'no OPFS');
    const without = await started({ createHost: () => Promise.reject(noStorage) });
    expect(stateOf(without).state).toBe('noStorage');
    const full = new HostFailure('quotaExceeded', 'no room for the lock');
    const withoutRoom = await started({ createHost: () => Promise.reject(full) });
    expect(stateOf(withoutRoom).state).toBe('noRoom');
    await createMemoryHost(disk).files.write('device.json', new TextEncoder().encode('{"format":2}'));
    expect(stateOf(await started())).toEqual({ state: 'unreadable', reason: 'newer' });
  });

  it('tells a journal of a newer program from one that its key does not open', async () => {
    for (const [reason, shown] of [
      ['newer', 'newer'],
      ['otherKey', 'damaged'],
    ] as const) {
      disk = new MemoryDisk();
      const session = await started({ openDesk: () => Promise.reject(new JournalLocked(reason, 'locked')) });
      await session.enrol('ABCDE-FGHJK', 'Platz 1');
      answers = [signedIn()];
      await session.trySignIn('anna@example.org', password);
      expect(stateOf(session)).toEqual({ state: 'unreadable', reason: shown });
    }
  });

  it('her key is lost with the device’s files: her former journal is put aside, said, and she goes on', async () => {
    const { journals } = createMemoryHost(disk);
    for (const clerk of [anna, bernd]) {
      const journal = await journals.open(`journal.of-${clerk}`);
      await journal.append(headerOf(clerk));
      await journal.close();
    }
    const session = await started();
    await session.enrol('ABCDE-FGHJK', 'Platz 1');
    answers = [signedIn()];
    await session.trySignIn('anna@example.org', password);
    const now = stateOf(session);
    if (now.state !== 'journalPutAside') return expect.unreachable(now.state);
    expect(now.keptAs).toEqual(['journal.of-anna']);
    expect(disk.setAside.get('journal.of-anna')).toEqual(headerOf(anna));
    expect(await createMemoryHost(disk).journals.list()).toEqual(['journal.of-bernd']);
    now.goOn();
    await expect.poll(() => stateOf(session).state).toBe('open');
  });

  it('her key is lost and the first sign-in fails half-way: the next one does it whole', async () => {
    const { journals } = createMemoryHost(disk);
    const journal = await journals.open('journal.of-anna');
    await journal.append(headerOf(anna));
    await journal.close();
    let isFull = false;
    const createHost = async () => {
      const { files, ...host } = createMemoryHost(disk);
      const write: typeof files.write = async (name, bytes) => {
        if (isFull && name.startsWith('session-token')) throw new HostFailure('quotaExceeded', 'no room');
        await files.write(name, bytes);
      };
      return { ...host, files: { ...files, write } };
    };
    const session = await started({ createHost });
    await session.enrol('ABCDE-FGHJK', 'Platz 1');
    isFull = true;
    answers = [signedIn(), signedIn()];
    expect(await session.trySignIn('anna@example.org', password)).toBe('notKept');
    isFull = false;
    expect(await session.trySignIn('anna@example.org', password)).toBeUndefined();
    expect(stateOf(session)).toMatchObject({ state: 'journalPutAside', keptAs: ['journal.of-anna'] });
    expect(await journals.list()).toEqual([]);
  });

  it('signed in again as somebody else: keeps the desk and ends the new session', async () => {
    const session = await openedByAnna();
    answers = [signedIn(bernd)];
    expect(await session.trySignIn('bernd@example.org', 'ein anderes')).toBe('otherClerk');
    expect(ended).toEqual(['token-bernd']);
    expect(stateOf(session)).toMatchObject({ state: 'open', who: { clerk: { id: anna } } });
  });

  it('opens the desk anew when the same clerk has another role now', async () => {
    const session = await openedByAnna();
    answers = [signedIn(anna, 'lead')];
    expect(await session.trySignIn('anna@example.org', password)).toBeUndefined();
    expect(stateOf(session)).toMatchObject({ state: 'open', who: { clerk: { role: 'lead' } } });
    expect(deskIsOpen).toBe(true);
  });

  it('[S9] other rights come with the clerk’s own document: the desk is opened anew with them, here and after a restart', async () => {
    const session = await openedByAnna();
    const document = clerk.parse({
      id: anna,
      scope: 'all',
      name: 'Frau anna',
      role: 'lead',
      departmentIds: ['bauamt'],
    });
    // as long as it is her own act, not yet decided, her rights are the old ones
    ownDocument.next({ document, waiting: [opId.parse('op-1')] });
    expect(stateOf(session)).toMatchObject({ who: { clerk: { role: 'clerk', departmentIds: [] } } });
    ownDocument.next({ document, waiting: [] });
    const now = { who: { clerk: { role: 'lead', departmentIds: ['bauamt'] } } };
    await expect.poll(() => stateOf(session)).toMatchObject(now);
    expect(deskIsOpen).toBe(true);
    const later = await startedAfterCrash();
    await later.unlock(anna, password);
    expect(stateOf(later)).toMatchObject({ state: 'open', ...now });
  });

  it('who works here no more is signed out and told so; her journal is handed over, her password opens nothing', async () => {
    const session = await openedByAnna();
    health.next({ line: { state: 'deactivated' } } as Health);
    await expect.poll(() => stateOf(session)).toMatchObject({ state: 'locked', deactivated: 'all' });
    expect([deskIsOpen, handedOver]).toEqual([false, [anna]]);
    expect(await session.unlock(anna, password)).toEqual({ result: 'serverNeeded' });
    // back again, with a line
    health.next({ line: { state: 'connected' } } as Health);
    answers = [signedIn()];
    expect(await session.trySignIn('anna@example.org', password)).toBeUndefined();
    expect(stateOf(session).state).toBe('open');
  });

  it('who hears it at signing in again is out of the open desk, too; a colleague who hears it leaves it open', async () => {
    const session = await openedByAnna();
    answers = [{ result: 'deactivated' }, { result: 'deactivated' }];
    expect(await session.trySignIn('bernd@example.org', 'ein anderes')).toBe('deactivated');
    expect([stateOf(session).state, deskIsOpen]).toEqual(['open', true]);
    await session.trySignIn('Anna@Example.org', password);
    expect(stateOf(session)).toMatchObject({ state: 'locked', deactivated: 'all' });
    expect([deskIsOpen, handedOver]).toEqual([false, [anna]]);
    expect(await session.unlock(anna, password)).toEqual({ result: 'serverNeeded' });
  });

  it('who hears it when unlocking asks for a new session: her desk closes again', async () => {
    await (await openedByAnna()).signOut();
    const later = await started();
    answers = [{ result: 'deactivated' }];
    await later.unlock(anna, password);
    await expect.poll(() => stateOf(later)).toMatchObject({ state: 'locked', deactivated: 'all' });
    expect(deskIsOpen).toBe(false);
  });

  it('who hears it at the locked screen opens nothing with her password alone from then on', async () => {
    await openedByAnna();
    const later = await startedAfterCrash();
    answers = [{ result: 'deactivated' }];
    expect(await later.trySignIn('anna@example.org', password)).toBe('deactivated');
    expect(await later.unlock(anna, password)).toEqual({ result: 'serverNeeded' });
  });

  it('a desk that fails to close is left all the same: the page begins anew, with no key in memory', async () => {
    const close = async () => {
      throw new HostFailure('io', 'the disk is gone');
    };
    const desk = { close, health$: health, watch: () => ownDocument as never } as Partial<Desk> as Desk;
    const session = await started({ openDesk: async () => desk });
    await session.enrol('ABCDE-FGHJK', 'Platz 1');
    answers = [signedIn()];
    await session.trySignIn('anna@example.org', password);
    await expect(session.lock()).rejects.toThrow('the disk is gone');
    expect(reloads).toBe(1);
  });

  it('[14 days] without the server end also while the desk is open', async () => {
    const session = await openedByAnna();
    health.next({ line: { state: 'offline', cause: 'network' } } as Health);
    now += 14 * 24 * 60 * 60 * 1000;
    await session.lockIfOverdue();
    expect([deskIsOpen, reloads]).toEqual([true, 0]);
    now += 1;
    health.next({ line: { state: 'connected' } } as Health);
    await session.lockIfOverdue();
    expect([deskIsOpen, reloads]).toEqual([true, 0]);
    health.next({ line: { state: 'signedOut' } } as Health);
    await session.lockIfOverdue();
    expect([deskIsOpen, reloads]).toEqual([false, 1]);
    expect(await (await started()).unlock(anna, password)).toEqual({ result: 'serverNeeded' });
  });

  it('locking closes the desk and begins the page anew, drafts and place kept', async () => {
    const session = await openedByAnna();
    const now = stateOf(session);
    if (now.state === 'open') {
      now.drafts.write('note/1', 'Noch nicht fertig');
      now.placeKeeper.keep({ href: '#/case/1', scroll: 40 });
    }
    await session.lock();
    expect([deskIsOpen, reloads, ended]).toEqual([false, 1, []]);
    const later = await started();
    await later.unlock(anna, password);
    const opened = stateOf(later);
    expect(opened.state === 'open' && opened.drafts.read('note/1')).toBe('Noch nicht fertig');
    expect(opened).toMatchObject({ lastPlace: { href: '#/case/1', scroll: 40 } });
  });

  it('who is away is locked out, but not while what she typed can’t be kept', async () => {
    const session = await openedByAnna();
    const now = stateOf(session);
    disk.quotaBytes = disk.usedBytes();
    if (now.state === 'open') now.drafts.write('note/1', 'Noch nicht fertig');
    await session.lockIdle();
    expect([deskIsOpen, reloads]).toEqual([true, 0]);
    disk.quotaBytes = undefined;
    await session.lockIdle();
    expect([deskIsOpen, reloads]).toEqual([false, 1]);
    const later = await started();
    await later.unlock(anna, password);
    const opened = stateOf(later);
    expect(opened.state === 'open' && opened.drafts.read('note/1')).toBe('Noch nicht fertig');
  });

  it('signing out takes the desk out of sight before the server is asked', async () => {
    const seen: string[] = [];
    const endSession = async () => void seen.push(stateOf(session).state);
    const session = await openedByAnna({ server: { ...server, endSession } });
    await session.signOut();
    expect(seen).toEqual(['starting']);
  });

  it('signing out ends the session, forgets token and drafts, and needs a new session after unlocking', async () => {
    const session = await openedByAnna();
    const now = stateOf(session);
    if (now.state === 'open') now.drafts.write('note/1', 'Noch nicht fertig');
    await session.signOut();
    expect({ ended, reloads }).toEqual({ ended: ['token-anna'], reloads: 1 });
    const later = await started();
    answers = [signedIn()];
    await later.unlock(anna, password);
    const opened = stateOf(later);
    expect(opened.state === 'open' && opened.drafts.has()).toBe(false);
    // the password just typed got a new one by itself
    await expect.poll(() => answers.length).toBe(0);
  });

  it('a device taken off the list destroys its keys, closes, and asks for a new code', async () => {
    const session = await openedByAnna();
    health.next({ line: { state: 'revoked' } } as Health);
    await expect.poll(() => stateOf(session)).toEqual({ state: 'notEnrolled', wasRevoked: true });
    expect([deskIsOpen, cleared]).toEqual([false, 1]);
    expect(stateOf(await startedAfterCrash())).toEqual({ state: 'notEnrolled', wasRevoked: false });
  });

  it('a device the server has lost keeps everything: a new code lets it in, locked or open', async () => {
    const session = await openedByAnna();
    const desks = deskCount;
    answers = [{ result: 'unknownDevice' }];
    expect(await session.trySignIn('anna@example.org', password)).toBe('unknownDevice');
    expect([deskIsOpen, cleared, stateOf(session).state]).toEqual([true, 0, 'open']);
    expect(await session.enrol('ABCDE-FGHJK', 'Platz 1')).toBeUndefined();
    expect(stateOf(session).state).toBe('open');
    // another device to the server, so other keys; the desk takes the colleagues' one
    answers = [signedIn(anna, 'clerk', { recoveryKey: secret(), colleagueKey: secret() })];
    expect(await session.trySignIn('anna@example.org', password)).toBeUndefined();
    expect([stateOf(session).state, deskIsOpen, deskCount]).toEqual(['open', true, desks + 1]);

    const later = await startedAfterCrash();
    answers = [{ result: 'unknownDevice' }];
    expect(await later.trySignIn('anna@example.org', password)).toBe('unknownDevice');
    await later.enrol('ABCDE-FGHJK', 'Platz 1');
    expect(stateOf(later)).toMatchObject({ state: 'locked', clerks: [{ email: 'anna@example.org' }] });
    expect(await later.unlock(anna, password)).toBeUndefined();
  });

  it('a new password opens the vault, here and after a restart', async () => {
    const session = await openedByAnna();
    expect(await session.changePassword(password, 'Tür und Tor 2026')).toBeUndefined();
    const later = await startedAfterCrash();
    expect(await later.unlock(anna, password)).toEqual({ result: 'wrongPassword' });
    expect(await later.unlock(anna, 'Tür und Tor 2026')).toBeUndefined();
  });

  it('a new password the device can’t store: said, and each counts where it was taken', async () => {
    const session = await openedByAnna();
    disk.quotaBytes = 0;
    expect(await session.changePassword(password, 'Tür und Tor 2026')).toBe('notKept');
    disk.quotaBytes = undefined;
    const later = await startedAfterCrash();
    answers = [signedIn()];
    expect(await later.trySignIn('anna@example.org', 'Tür und Tor 2026')).toBeUndefined();
    expect(stateOf(later).state).toBe('open');
  });
});

function startedAfterCrash(): Promise<Session> {
  disk.crash();
  return started();
}
