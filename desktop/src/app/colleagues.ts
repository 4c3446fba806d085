import { filter, firstValueFrom } from 'rxjs';
import { handOverFor, leaveForColleagues, leftFor } from '../data/colleague-journals.ts';
import { JournalLocked } from '../data/journal/journal-locked.ts';
import type { SignInClient } from '../data/sign-in-client.ts';
import { handOverTransport } from '../data/sync/http-transport.ts';
import { systemEnvironment } from '../data/system-environment.ts';
import { HostFailure } from '../host/host.ts';
import type { OpenSession } from './session.ts';

const every = 5 * 60 * 1000;
const handOverPatience = 30_000;

/**
 * J7, both ways, while a desk is open and the line is up: leaves the right to hand this clerk's journal over, and hands
 * colleagues' journals over. What fails is tried again; nobody waits for it.
 */
export function keepColleaguesGoing(server: SignInClient, serverUrl: string) {
  return (open: OpenSession, signal: AbortSignal): void => {
    void run(server, serverUrl, open, signal);
  };
}

/** This clerk's own journal, the same way, when the server takes nothing from her session any more. The desk is closed. */
export function handOverOwn(serverUrl: string) {
  return async (open: OpenSession): Promise<void> => {
    const { clerk, municipalityId } = open.vault.who;
    const line = (credential: string) =>
      handOverTransport({ serverUrl, municipalityId, token: async () => credential });
    try {
      await handOverFor(clerk.id, open, line, systemEnvironment, AbortSignal.timeout(handOverPatience));
    } catch (error) {
      // colleagues at this device go on trying
      if (!(error instanceof HostFailure || error instanceof JournalLocked)) throw error;
    }
  };
}

async function run(server: SignInClient, serverUrl: string, open: OpenSession, signal: AbortSignal) {
  const { desk } = open;
  while (!signal.aborted) {
    const connected = desk.health$.pipe(filter(({ line }) => line.state === 'connected'));
    await firstValueFrom(connected, { defaultValue: undefined });
    if (signal.aborted) return;
    try {
      await leave(server, open);
      await handOverAll(serverUrl, open, signal);
    } catch (error) {
      // a full disk, a journal in use, a damaged file: said where its own clerk opens it
      if (!(error instanceof HostFailure || error instanceof JournalLocked)) throw error;
    }
    await systemEnvironment.sleep(every, signal);
  }
}

async function leave(server: SignInClient, { host, vault, token, desk }: OpenSession): Promise<void> {
  const { deviceId } = desk;
  if ((await leftFor(host, vault)) === deviceId) return;
  const session = await token.get();
  if (session === undefined) return;
  const credential = await server.handOverCredential(vault.who.municipalityId, deviceId, session);
  if (credential !== undefined)
    await leaveForColleagues({ host, vault }, deviceId, credential, systemEnvironment);
}

async function handOverAll(serverUrl: string, open: OpenSession, signal: AbortSignal): Promise<void> {
  const { vault, vaults } = open;
  for (const { who } of vaults.clerks) {
    if (who.clerk.id === vault.who.clerk.id) continue;
    const line = (credential: string) =>
      handOverTransport({ serverUrl, municipalityId: who.municipalityId, token: async () => credential });
    await handOverFor(who.clerk.id, open, line, systemEnvironment, signal);
  }
}
