import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { afterEach, describe, expect, it } from 'vitest';
import { bytesOf, textOf } from './contract-case.ts';
import { describeHostContract } from './describe-host-contract.ts';
import { createIpcHost } from './ipc-host.ts';
import type { IpcPort } from './ipc-port.ts';
import { MemoryKeyVault } from './memory-key-vault.ts';
import { createNodeHost } from './node-host.ts';
import { serveHost } from './serve-host.ts';

const directories: string[] = [];
const ports: MessagePort[] = [];

afterEach(async () => {
  for (const port of ports.splice(0)) port.close();
  for (const directory of directories.splice(0)) await rm(directory, { recursive: true, force: true });
});

async function freshDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-ipc-'));
  directories.push(directory);
  return directory;
}

/** As Electron's IPC: a copy of the message, in order, with a sender the message has no say in. */
function portOf(port: MessagePort): IpcPort<'window'> {
  return {
    send: (message) => port.postMessage(message),
    onMessage: (listener) => port.on('message', (message) => listener(message, 'window')),
  };
}

function channel() {
  const { port1, port2 } = new MessageChannel();
  ports.push(port1, port2);
  return { window: portOf(port1), main: portOf(port2) };
}

const keyVault = new MemoryKeyVault();

async function mainProcess(directory: string, isTrusted = true) {
  const notes: string[] = [];
  const refused: string[] = [];
  const host = await createNodeHost({
    directory,
    notify: (title, body) => notes.push(`${title}: ${body}`),
    keyVault,
  });
  const { window, main } = channel();
  const served = serveHost(
    host,
    main,
    () => isTrusted,
    (reason) => refused.push(reason),
  );
  return { window, served, notes, refused };
}

/** Sends a message as a page that obeys no schema would, and gives back the reply. */
function sendRaw({ send, onMessage }: IpcPort<'window'>, message: unknown): Promise<unknown> {
  return new Promise((resolve) => {
    onMessage(resolve);
    send(message);
  });
}

const aPage = '0b7bf2c4-6a52-4b8e-9d1f-1f5f0b0c3a11';

describeHostContract('electron (over IPC)', async () => {
  const directory = await freshDirectory();
  return async () => createIpcHost((await mainProcess(directory)).window);
});

describe('a host served over IPC', () => {
  it('a reloaded page gets the journal its former self had open, with all that was acknowledged', async () => {
    const { window } = await mainProcess(await freshDirectory());
    const before = await createIpcHost(window);
    const journal = await before.journals.open('a.journal');
    await before.claimOwnership('desk');
    await journal.append(bytesOf('kept'));

    const after = await createIpcHost(window);
    expect(await after.claimOwnership('desk')).toBeDefined();
    const again = await after.journals.open('a.journal');
    expect(textOf(await again.read())).toBe('kept');
    // the former page's handle names nothing any more
    await expect(journal.append(bytesOf('ghost'))).rejects.toMatchObject({ code: 'unavailable' });
    await again.append(bytesOf('!'));
    expect(textOf(await again.read())).toBe('kept!');
  });

  it('what the former page had begun is finished before the next one starts', async () => {
    const { window } = await mainProcess(await freshDirectory());
    const before = await createIpcHost(window);
    const journal = await before.journals.open('a.journal');
    const begun = Promise.all([journal.append(bytesOf('1')), before.journals.open('b.journal')]);
    const after = await createIpcHost(window);
    await begun;
    expect(textOf(await (await after.journals.open('a.journal')).read())).toBe('1');
    expect(await after.journals.open('b.journal')).toBeDefined();
  });

  it('closing the served host leaves no lock behind', async () => {
    const directory = await freshDirectory();
    const { window, served } = await mainProcess(directory);
    const host = await createIpcHost(window);
    await host.journals.open('a.journal');
    await host.claimOwnership('desk');
    await served.close();
    expect(await readdir(join(directory, 'locks'))).toEqual([]);
    await expect(host.journals.list()).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('does nothing for a sender that is not the window', async () => {
    const directory = await freshDirectory();
    const { window, refused } = await mainProcess(directory, false);
    window.send({ page: aPage, id: 1, call: { kind: 'start' } });
    window.send({ page: aPage, id: 2, call: { kind: 'writeFile', name: 'key', bytes: bytesOf('x') } });
    await expect.poll(() => refused.length).toBe(2);
    expect(await readdir(join(directory, 'files'))).toEqual([]);
  });

  it.each([
    { kind: 'readFile', name: '../../secret' },
    { kind: 'readFile', name: 'key', more: true },
    { kind: 'appendJournal', handle: 1, bytes: 'text' },
    { kind: 'appendJournal', handle: -1, bytes: new Uint8Array() },
    { kind: 'wrapKey', bytes: new Uint8Array(5_000) },
    { kind: 'runProgram', path: 'cmd.exe' },
    null,
  ])('refuses a malformed call: %o', async (call) => {
    const { window, refused } = await mainProcess(await freshDirectory());
    const reply = await sendRaw(window, { page: aPage, id: 7, call });
    expect(reply).toMatchObject({ id: 7, outcome: 'failed', code: 'io' });
    expect(refused).toHaveLength(1);
  });

  it('a message that is no request at all is dropped and reported', async () => {
    const { window, refused } = await mainProcess(await freshDirectory());
    for (const message of ['start', { id: 1, call: { kind: 'start' } }, [1]]) window.send(message);
    await expect.poll(() => refused.length).toBe(3);
  });

  it('a page that never started is served nothing, nor a handle of another page', async () => {
    const { window } = await mainProcess(await freshDirectory());
    const call = { kind: 'listJournals' };
    expect(await sendRaw(window, { page: aPage, id: 1, call })).toMatchObject({ code: 'unavailable' });
  });

  it('notifies by the main process', async () => {
    const { window, notes } = await mainProcess(await freshDirectory());
    (await createIpcHost(window)).notify('Amtsstube', 'Neuer Antrag');
    await expect.poll(() => notes).toEqual(['Amtsstube: Neuer Antrag']);
  });
});
