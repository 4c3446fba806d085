import type { DeviceId, MunicipalityId } from '@amtsstube/shared/domain/ids';
import { exhaustMap, filter, firstValueFrom } from 'rxjs';
import { handOverFilesFor } from '../data/colleague-files.ts';
import { handOverFor, leaveForColleagues } from '../data/colleague-journals.ts';
import { JournalLocked } from '../data/journal/journal-locked.ts';
import { reportUnexpected } from '../data/report-unexpected.ts';
import type { SignInClient } from '../data/sign-in-client.ts';
import { handOverBlobLine } from '../data/sync/http-blob-line.ts';
import { handOverTransport } from '../data/sync/http-transport.ts';
import { systemEnvironment } from '../data/system-environment.ts';
import { HostFailure } from '../host/host.ts';
import type { HandedOver, OpenSession } from './session.ts';

const every = 5 * 60 * 1000;
const handOverPatience = 30_000;

/**
 * J7, both ways, while a desk is open and the line is up: leaves the right to hand this clerk's journal and files over,
 * and hands colleagues' over. What fails is tried again; nobody waits for it.
 */
export function keepColleaguesGoing(server: SignInClient, serverUrl: string) {
  return (open: OpenSession, signal: AbortSignal): void => {
    void run(server, serverUrl, open, signal);
  };
}

/** This clerk's own journal and files, the same way, when the server takes nothing from her session any more. The desk is closed. */
export function handOverOwn(serverUrl: string) {
  return async (open: OpenSession): Promise<HandedOver> => {
    const { clerk, municipalityId } = open.vault.who;
    const line = (credential: string) =>
      handOverTransport({ serverUrl, municipalityId, token: async () => credential });
    try {
      const signal = AbortSignal.timeout(handOverPatience);
      const waiting = await handOverFor(clerk.id, open, line, systemEnvironment, signal);
      const files = await handOverFilesFor(clerk.id, open, fileLineTo(serverUrl, municipalityId), signal);
      if (waiting === undefined || files === undefined) return 'kept';
      return waiting + files === 0 ? 'all' : 'waiting';
    } catch (error) {
      // colleagues at this device go on trying
      if (!(error instanceof HostFailure || error instanceof JournalLocked)) throw error;
      return 'waiting';
    }
  };
}

async function run(server: SignInClient, serverUrl: string, open: OpenSession, signal: AbortSignal) {
  const { desk } = open;
  const own = new LeftRight(server, open);
  const renewing = desk.outbox$
    .pipe(
      filter(() => own.isOutOfDate),
      exhaustMap(() => forOne(() => own.leave())),
    )
    .subscribe();
  signal.addEventListener('abort', () => renewing.unsubscribe());
  while (!signal.aborted) {
    const connected = desk.health$.pipe(filter(({ line }) => line.state === 'connected'));
    await firstValueFrom(connected, { defaultValue: undefined });
    if (signal.aborted) return;
    await forOne(() => own.leave());
    await handOverAll(serverUrl, open, signal);
    await systemEnvironment.sleep(every, signal);
  }
}

/**
 * The right to hand this clerk's journal over, left anew once per opening (the server may have lost the former one), and
 * as soon as her journal goes on under another identity.
 */
class LeftRight {
  readonly #server: SignInClient;
  readonly #open: OpenSession;
  #leftFor: DeviceId | undefined;

  constructor(server: SignInClient, open: OpenSession) {
    this.#server = server;
    this.#open = open;
  }

  /** It was left for a former identity: for the present one nobody could hand anything over. */
  get isOutOfDate(): boolean {
    return this.#leftFor !== undefined && this.#leftFor !== this.#open.desk.deviceId;
  }

  async leave(): Promise<void> {
    const { host, vault, token, desk } = this.#open;
    const { deviceId } = desk;
    if (this.#leftFor === deviceId) return;
    const session = await token.get();
    if (session === undefined) return;
    const credential = await this.#server.handOverCredential(vault.who.municipalityId, deviceId, session);
    if (credential === undefined) return;
    await leaveForColleagues({ host, vault }, deviceId, credential, systemEnvironment);
    this.#leftFor = deviceId;
  }
}

async function handOverAll(serverUrl: string, open: OpenSession, signal: AbortSignal): Promise<void> {
  const { vault, vaults } = open;
  for (const { who } of vaults.clerks) {
    if (who.clerk.id === vault.who.clerk.id) continue;
    const line = (credential: string) =>
      handOverTransport({ serverUrl, municipalityId: who.municipalityId, token: async () => credential });
    await forOne(() => handOverFor(who.clerk.id, open, line, systemEnvironment, signal));
    const files = fileLineTo(serverUrl, who.municipalityId);
    await forOne(() => handOverFilesFor(who.clerk.id, open, files, signal));
  }
}

function fileLineTo(serverUrl: string, municipalityId: MunicipalityId) {
  return (credential: string) =>
    handOverBlobLine({ serverUrl, municipalityId, token: async () => credential });
}

/** What goes wrong with one clerk's journal is no reason to leave the others' lying. */
async function forOne(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    // a full disk, a journal in use, a damaged file: said where its own clerk opens it
    if (!(error instanceof HostFailure || error instanceof JournalLocked)) reportUnexpected(error);
  }
}
