import { closeSync, mkdtempSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { keyFileLength, webCipher } from '@amtsstube/desktop/data/journal/cipher';
import { type Journal, openJournal } from '@amtsstube/desktop/data/journal/journal';
import { systemEnvironment } from '@amtsstube/desktop/data/system-environment';
import { bytesOf, expectEqual, textOf } from '@amtsstube/desktop/host/contract-case';
import { inContractContext } from '@amtsstube/desktop/host/contract-context';
import { hostContract } from '@amtsstube/desktop/host/host-contract';
import { createNodeHost, type NodeHost } from '@amtsstube/desktop/host/node-host';
import { clerkId, municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';

/**
 * What check-windows runs in a process of its own: `contract`, `append` (until it is killed), `reopen`. Prints a JSON per
 * case of the contract, a number for each acknowledged append, one JSON of what reopening found.
 */
const [mode, directory = ''] = process.argv.slice(2);

const note = z.object({ number: z.int() });

if (mode === 'contract') await runContract();
else if (mode === 'append') await append();
else if (mode === 'reopen') await reopen();
else throw new Error(`no such mode: ${mode}`);

function openHost(where = directory): Promise<NodeHost> {
  return createNodeHost({ directory: where, notify: () => undefined });
}

async function openIn(host: NodeHost): Promise<Journal> {
  return openJournal({
    files: host.journals,
    cipher: await webCipher(new Uint8Array(keyFileLength).fill(7)),
    environment: systemEnvironment,
    identity: { municipalityId: municipalityId.parse('musterstadt'), clerkId: clerkId.parse('anna') },
  });
}

/** Payloads of all sizes up to 20 KB: a kill shall meet one half written. */
async function append(): Promise<void> {
  const host = await openHost();
  if ((await host.claimOwnership('desk')) === undefined) throw new Error('the desk is owned elsewhere');
  const journal = await openIn(host);
  for (let number = journal.open.length + 1; ; number += 1) {
    const payload = { number, text: 'ä'.repeat((number * 977) % 10_000) };
    const id = opId.parse(systemEnvironment.newId());
    await journal.append({ opId: id, kind: 'addNote', v: 1, payload, at: systemEnvironment.now() });
    console.log(number);
  }
}

async function reopen(): Promise<void> {
  const host = await openHost();
  const isOwner = (await host.claimOwnership('desk')) !== undefined;
  const opened = await openIn(host).catch((error: unknown) => error);
  const found =
    opened instanceof Error
      ? { failed: 'code' in opened ? String(opened.code) : opened.message }
      : {
          numbers: (opened as Journal).open.map(({ payload }) => note.parse(payload).number),
          notice: (opened as Journal).notice?.kind,
        };
  console.log(JSON.stringify({ isOwner, ...found }));
  await host.close();
}

async function runContract(): Promise<void> {
  const cases = [
    ...hostContract.map(({ title, run }) => ({
      title,
      run: () => {
        const disk = mkdtempSync(join(directory, 'disk-'));
        return inContractContext(() => openHost(disk), run);
      },
    })),
    {
      title: 'a small file that a reader holds for a moment is replaced all the same',
      run: replaceWhileRead,
    },
    { title: 'a small file that a reader keeps is old or new, as the write said', run: replaceWhileKept },
    { title: '[J2] a journal that a reader holds takes appends and is cut', run: appendWhileRead },
  ];
  for (const { title, run } of cases) {
    const failure = await run().then(
      () => undefined,
      (error: unknown) => String(error),
    );
    console.log(JSON.stringify({ title, failure }));
  }
}

/** A virus scanner, as far as Node can play one: a handle on the file that is to be replaced. */
async function replaceWhileRead(): Promise<void> {
  const disk = mkdtempSync(join(directory, 'disk-'));
  const host = await openHost(disk);
  await host.files.write('key', bytesOf('old'));
  const reader = openSync(join(disk, 'files', 'key'), 'r');
  const written = host.files.write('key', bytesOf('new'));
  await delay(250);
  closeSync(reader);
  await written;
  expectEqual(textOf(await host.files.read('key')), 'new');
  await host.close();
}

async function replaceWhileKept(): Promise<void> {
  const disk = mkdtempSync(join(directory, 'disk-'));
  const host = await openHost(disk);
  await host.files.write('key', bytesOf('old'));
  const reader = openSync(join(disk, 'files', 'key'), 'r');
  const isWritten = await host.files.write('key', bytesOf('new')).then(
    () => true,
    () => false,
  );
  expectEqual(textOf(await host.files.read('key')), isWritten ? 'new' : 'old');
  closeSync(reader);
  await host.files.write('key', bytesOf('newer'));
  expectEqual(textOf(await host.files.read('key')), 'newer');
  await host.close();
}

async function appendWhileRead(): Promise<void> {
  const disk = mkdtempSync(join(directory, 'disk-'));
  const host = await openHost(disk);
  const journal = await host.journals.open('a.journal');
  await journal.append(bytesOf('one,'));
  const reader = openSync(join(disk, 'journals', 'a.journal'), 'r');
  await journal.append(bytesOf('two,'));
  await journal.truncate(4);
  await journal.append(bytesOf('three,'));
  expectEqual(textOf(await journal.read()), 'one,three,');
  closeSync(reader);
  await host.close();
}
