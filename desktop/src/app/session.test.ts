import { clerk } from '@amtsstube/shared/domain/clerk';
import { municipalityId } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import type { Desk } from '../data/desk.ts';
import type { SignedInClerk, SignInResult } from '../data/sign-in-client.ts';
import type { Host } from '../host/host.ts';
import { HostFailure } from '../host/host-failure.ts';
import { MemoryDisk } from '../host/memory-disk.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import { createSession, type Session, type SessionParts, type SessionState } from './session.ts';

const anna = aClerk('anna', 'clerk');
const offline: SignInResult = { result: 'noConnection' };

describe('the session of a window', () => {
  it('asks for sign-in on a new device, and opens without a server after that', async () => {
    const disk = new MemoryDisk();
    const first = await started(disk, { signIn: async () => signedIn(anna) });
    expect(stateOf(first).state).toBe('signedOut');
    expect(await first.trySignIn('anna@example.org', 'x')).toBeUndefined();
    expect(stateOf(first).state).toBe('open');

    disk.crash();
    const later = await started(disk, { signIn: async () => offline });
    expect(stateOf(later)).toMatchObject({ state: 'open', who: anna });
  });

  it('stays signed out when the attempt fails, with the reason', async () => {
    const session = await started(new MemoryDisk(), { signIn: async () => offline });
    expect(await session.trySignIn('anna@example.org', 'x')).toBe('noConnection');
    expect(stateOf(session).state).toBe('signedOut');
  });

  it('says when another window owns the desk', async () => {
    const disk = new MemoryDisk();
    await started(disk, {});
    expect(stateOf(await started(disk, {})).state).toBe('ownedElsewhere');
  });

  it('tells a browser that can store nothing from a fault', async () => {
    const noStorage = new HostFailure('unavailable', 'no OPFS');
    const session = await started(new MemoryDisk(), { createHost: () => Promise.reject(noStorage) });
    expect(stateOf(session).state).toBe('noStorage');
  });

  it('signed in again as somebody else (J7): keeps the desk and ends the new session', async () => {
    const answers = [signedIn(anna), signedIn(aClerk('bernd', 'clerk'))];
    const ended: string[] = [];
    const session = await started(new MemoryDisk(), {
      signIn: async () => answers.shift() ?? offline,
      endSession: async (token) => void ended.push(token),
    });
    await session.trySignIn('anna@example.org', 'x');
    expect(await session.trySignIn('bernd@example.org', 'x')).toBe('otherClerk');
    expect(ended).toEqual(['token-bernd']);
    expect(stateOf(session)).toMatchObject({ state: 'open', who: anna });
  });

  it('begins anew when the same clerk has another role now', async () => {
    const answers = [signedIn(anna), signedIn(aClerk('anna', 'lead'))];
    let reloads = 0;
    const parts = { signIn: async () => answers.shift() ?? offline, reload: () => void reloads++ };
    const session = await started(new MemoryDisk(), parts);
    await session.trySignIn('anna@example.org', 'x');
    expect(await session.trySignIn('anna@example.org', 'x')).toBeUndefined();
    expect(reloads).toBe(1);
  });

  it('signing out forgets clerk and token, ends the session and begins anew', async () => {
    const disk = new MemoryDisk();
    const ended: string[] = [];
    let reloads = 0;
    const session = await started(disk, {
      signIn: async () => signedIn(anna),
      endSession: async (token) => void ended.push(token),
      reload: () => void reloads++,
    });
    await session.trySignIn('anna@example.org', 'x');
    await session.signOut();
    expect({ ended, reloads }).toEqual({ ended: ['token-anna'], reloads: 1 });
    expect(stateOf(await started(disk, {})).state).toBe('signedOut');
  });
});

async function started(disk: MemoryDisk, changed: Partial<SessionParts>): Promise<Session> {
  const session = createSession({
    createHost: async (): Promise<Host> => createMemoryHost(disk),
    openDesk: async () => ({ close: async () => undefined }) as Partial<Desk> as Desk,
    signIn: async () => offline,
    endSession: async () => undefined,
    reload: () => undefined,
    ...changed,
  });
  await session.start();
  return session;
}

function stateOf(session: Session): SessionState {
  let latest: SessionState = { state: 'starting' };
  session.state$.subscribe((state) => {
    latest = state;
  });
  return latest;
}

function aClerk(id: string, role: string): SignedInClerk {
  const whole = clerk.parse({ id, scope: 'all', name: `Frau ${id}`, role, departmentIds: ['residents'] });
  const { scope: _scope, ...rest } = whole;
  return { municipalityId: municipalityId.parse('musterstadt'), clerk: rest };
}

function signedIn(who: SignedInClerk): SignInResult {
  return { result: 'signedIn', token: `token-${who.clerk.id}`, who };
}
