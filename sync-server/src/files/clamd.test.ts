import { once } from 'node:events';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aPdf } from '../citizen/uploads/test-files.ts';
import { clamdAt, NotScanned, ScannerAway } from './clamd.ts';
import { eicar, hasClamd, openClamd, type TestClamd } from './test-clamd.ts';

async function* inPieces(bytes: Buffer, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** Somebody who says this to whatever comes; undefined: listens for ever. */
async function answering(answer: string | undefined) {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    if (answer === undefined) socket.resume();
    else socket.once('data', () => socket.end(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  return { clamd: clamdAt({ host: '127.0.0.1', port }), close: () => void server.close() };
}

if (!hasClamd) console.log('skipped: no clamd (Debian: apt-get install clamav-daemon)');

describe.skipIf(!hasClamd)('the real clamd', () => {
  let clamd: TestClamd;
  beforeAll(async () => {
    clamd = await openClamd();
  }, 60_000);
  afterAll(() => clamd?.close());
  const scan = (bytes: Buffer) => clamdAt(clamd.address).scan(inPieces(bytes));

  it('finds EICAR’s test file, by itself and in a PDF, and nothing in a PDF without it', async () => {
    expect(await scan(Buffer.from(eicar))).toBe('infected');
    expect(await scan(Buffer.from(aPdf(1).toString('latin1').replace('%%EOF', `%%EOF\n${eicar}`)))).toBe(
      'infected',
    );
    expect(await scan(aPdf(1, 3_000_000))).toBe('clean');
  });

  it('says that a file is too large for it, which says nothing about the next', async () => {
    await expect(scan(Buffer.alloc(120 * 1024 * 1024))).rejects.toThrow(NotScanned);
    expect(await scan(aPdf(1))).toBe('clean');
  });
});

describe('a scanner', () => {
  it('that isn’t there is away', async () => {
    const path = join(tmpdir(), 'no-such-socket');
    await expect(clamdAt({ path }).scan(inPieces(Buffer.from('x')))).rejects.toThrow(ScannerAway);
  });

  it.each([
    ['there', 'PONG\0', true],
    ['something else', 'what?\0', false],
  ])('that answers to PING is %s', async (_, answer, isThere) => {
    const { clamd, close } = await answering(answer);
    expect(await clamd.isThere()).toBe(isThere);
    close();
    expect(await clamd.isThere()).toBe(false);
  });

  it('is let go when the bytes can’t be read to their end', async () => {
    const { clamd, close } = await answering(undefined);
    async function* broken() {
      yield Buffer.from('x');
      throw new Error('the disk is gone');
    }
    await expect(clamd.scan(broken())).rejects.toThrow(NotScanned);
    close();
  });

  it.each<[string, string, typeof ScannerAway | typeof NotScanned]>([
    ['hangs up', '', ScannerAway],
    ['says something else', 'what?\0', NotScanned],
    ['can’t', 'INSTREAM size limit exceeded. ERROR\0', NotScanned],
  ])('that %s has looked through nothing', async (_, answer, thrown) => {
    const { clamd, close } = await answering(answer);
    await expect(clamd.scan(inPieces(aPdf(1)))).rejects.toThrow(thrown);
    close();
  });
});
