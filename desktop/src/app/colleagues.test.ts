import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { clerkId, deviceId, epoch } from '@amtsstube/shared/domain/ids';
import { type OperationsRequest, operationsRequest } from '@amtsstube/shared/replication/messages';
import { BehaviorSubject, NEVER, Subject } from 'rxjs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leaveForColleagues } from '../data/colleague-journals.ts';
import type { Desk, Health } from '../data/desk.ts';
import { openJournal } from '../data/journal/journal.ts';
import { accepted, TestPc, textsOf } from '../data/journal/test-journal.ts';
import { signInClient } from '../data/sign-in-client.ts';
import { systemEnvironment } from '../data/system-environment.ts';
import { type Host, HostFailure } from '../host/host.ts';
import { createMemoryHost } from '../host/memory-host.ts';
import type { OpenVault } from '../vault/open-vault.ts';
import { answerFor, bernd, VaultPc } from '../vault/test-vaults.ts';
import type { Vaults } from '../vault/vaults.ts';
import { handOverOwn, keepColleaguesGoing } from './colleagues.ts';
import type { OpenSession } from './session.ts';
import { createTokenFile } from './token-file.ts';

const clara = clerkId.parse('clerk-19');
let pc: VaultPc;
let notes: TestPc;
let vaults: Vaults;
let opened: Record<'anna' | 'bernd' | 'clara', OpenVault>;
let ending: AbortController;
/** What reached the server: rights asked for, and hand-overs by their credential. */
let asked: string[];
let handedOver: { readonly credential: string; readonly request: OperationsRequest }[];
let server: Server;
let serverUrl: string;

beforeEach(async () => {
  pc = new VaultPc();
  notes = new TestPc(pc.disk);
  ending = new AbortController();
  [asked, handedOver] = [[], []];
  const first = await pc.withVault();
  vaults = first.vaults;
  const vaultOf = async (id: typeof clara) => {
    const vault = await vaults.signedIn(answerFor(id, first.answer), `${id}@example.org`, 'Füße im Schnee');
    if (vault === undefined) throw new Error('no vault');
    return vault;
  };
  opened = { anna: first.vault, bernd: await vaultOf(bernd), clara: await vaultOf(clara) };
  await startServer();
});
afterEach(async () => {
  ending.abort();
  await new Promise((resolve) => server.close(resolve));
});

/** Gives every right that is asked for, and accepts whatever is handed over. */
async function startServer(): Promise<void> {
  server = createServer(async (request, response) => {
    const body = await json(request);
    const answer = (content: unknown) =>
      response.writeHead(200, { connection: 'close' }).end(JSON.stringify(content));
    const credential = String(request.headers.authorization).replace('Bearer ', '');
    if (request.url?.endsWith('/hand-over-credential')) {
      asked.push(credential);
      answer({ token: `${asked.length}`.padEnd(43, 'A') });
      return;
    }
    const parsed = operationsRequest.parse(body);
    handedOver.push({ credential, request: parsed });
    answer({
      result: 'decided',
      epoch: epoch.parse('e-1'),
      serverTime: notes.environment.now(),
      serverVersion: '1.0.0',
      decisions: { receipts: parsed.operations.map((each) => accepted(each)), documents: [] },
      expect: null,
      counterReused: false,
      notNow: null,
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const host = () => createMemoryHost(pc.disk);

async function away(vault: OpenVault, text: string): Promise<Desk['deviceId']> {
  const journal = await openJournal({
    files: host().journals,
    cipher: vault.journal,
    environment: systemEnvironment,
    identity: { municipalityId: vault.who.municipalityId, clerkId: vault.who.clerk.id },
  });
  await journal.append(notes.note(text));
  await leaveForColleagues({ host: host(), vault }, journal.deviceId, `of-${text}`, systemEnvironment);
  await journal.close();
  return journal.deviceId;
}

/** Clara's desk is open and the line is up. Ends with the test. */
async function claraWorks(on: Host = host(), changes: Partial<Desk> = {}): Promise<OpenSession> {
  const token = createTokenFile(opened.clara.files);
  await token.set('session-of-clara');
  const health$ = new BehaviorSubject({ line: { state: 'connected' } } as Health);
  const plain: Partial<Desk> = { health$, outbox$: NEVER, deviceId: deviceId.parse('journal-of-clara') };
  const desk = { ...plain, ...changes } as Desk;
  return { host: on, vaults, vault: opened.clara, token, desk };
}
const keepGoing = (open: OpenSession, signal = ending.signal) =>
  keepColleaguesGoing(signInClient(serverUrl), serverUrl)(open, signal);
const textsHandedOver = () => handedOver.flatMap(({ request }) => textsOf(request.operations));

describe('[J7] while a desk is open', () => {
  it('one colleague’s damaged journal doesn’t leave the next one’s lying', async () => {
    const deviceId = await away(opened.anna, 'anna');
    await away(opened.bernd, 'bernd');
    // her key is another one than the journal was written with
    const broken: OpenVault = { ...opened.anna, journalKeyFile: new Uint8Array(48).fill(1) };
    await leaveForColleagues({ host: host(), vault: broken }, deviceId, 'of-anna', systemEnvironment);
    keepGoing(await claraWorks());
    await expect.poll(textsHandedOver).toEqual(['bernd']);
  });

  it('her own right can’t be left, the disk is full: the others’ journals are handed over all the same', async () => {
    await away(opened.anna, 'anna');
    await away(opened.bernd, 'bernd');
    const { files, ...rest } = host();
    const write = async () => {
      throw new HostFailure('quotaExceeded', 'no room');
    };
    keepGoing(await claraWorks({ ...rest, files: { ...files, write } }));
    await expect.poll(() => textsHandedOver().toSorted()).toEqual(['anna', 'bernd']);
  });

  it('leaves her right anew once per opening: a restored server may have lost the former one', async () => {
    const open = await claraWorks();
    for (const rights of [1, 2]) {
      const opening = new AbortController();
      keepGoing(open, opening.signal);
      await expect.poll(() => asked.length).toBe(rights);
      await expect.poll(async () => (await host().files.read(`colleague.${clara}`)) !== undefined).toBe(true);
      opening.abort();
    }
    expect(asked).toEqual(['session-of-clara', 'session-of-clara']);
  });
});

describe('[J7] a journal that goes on under another identity', () => {
  it('has a right left for it at once, and not for each operation that waits', async () => {
    const outbox$ = new Subject<[]>();
    const open = await claraWorks(host(), { outbox$ });
    keepGoing(open);
    await expect.poll(async () => (await host().files.read(`colleague.${clara}`)) !== undefined).toBe(true);
    const first = await host().files.read(`colleague.${clara}`);
    outbox$.next([]);
    Object.assign(open.desk, { deviceId: deviceId.parse('another') });
    outbox$.next([]);
    await expect.poll(async () => await host().files.read(`colleague.${clara}`)).not.toEqual(first);
    outbox$.next([]);
    expect(asked).toHaveLength(2);
  });
});

describe('a clerk who works here no more', () => {
  const handsOver = async () => handOverOwn(serverUrl)(await claraWorks());

  it('has her own journal handed over by the right she left, and is told what became of it', async () => {
    expect(await handsOver()).toBe('kept');
    await away(opened.clara, 'clara');
    expect(await handsOver()).toBe('all');
    expect(handedOver.map(({ credential }) => credential)).toEqual(['of-clara']);
  });

  it('is told that it waits where the line is down', async () => {
    await away(opened.clara, 'clara');
    serverUrl = 'http://127.0.0.1:1';
    expect(await handsOver()).toBe('waiting');
  });
});
