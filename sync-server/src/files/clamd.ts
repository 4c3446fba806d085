import { connect, type NetConnectOpts, type Socket } from 'node:net';

export type Verdict = 'clean' | 'infected';

export interface Scanner {
  /** Whether it answers at all: tells a scanner that is away from one that fails on a file. */
  isThere(): Promise<boolean>;
  /** @throws ScannerAway, NotScanned */
  scan(bytes: AsyncIterable<Uint8Array>): Promise<Verdict>;
}

/** Nobody looked through it: the daemon is not there. */
export class ScannerAway extends Error {
  override readonly name = 'ScannerAway';
}

/** The daemon is there and can't look through this one. */
export class NotScanned extends Error {
  override readonly name = 'NotScanned';
}

/** Looking through 25 MB of archives and macros may take it half a minute. */
const longestSilenceMs = 120_000;
const longestAnswer = 4096;
/** To say that it is there takes it no time. */
const longestPingMs = 10_000;

/**
 * ClamAV's daemon, asked by its INSTREAM command (https://docs.clamav.net/manual/Usage/Scanning.html#clamd): the bytes in
 * pieces, each with its length in front, and a piece of nothing at the end. One connection per file.
 */
export function clamdAt(address: NetConnectOpts): Scanner {
  return {
    isThere: async () => {
      const socket = connect(address);
      const timer = setTimeout(() => socket.destroy(new Error('no answer')), longestPingMs);
      const answered = answerOf(socket);
      answered.catch(() => undefined);
      try {
        await write(socket, Buffer.from('zPING\0'));
        return (await answered) === 'PONG';
      } catch {
        return false;
      } finally {
        clearTimeout(timer);
        socket.destroy();
      }
    },
    scan: async (bytes) => {
      const socket = connect(address);
      socket.setTimeout(longestSilenceMs, () => socket.destroy(new Error('no answer')));
      const answered = answerOf(socket);
      // whoever writes hears of it first
      answered.catch(() => undefined);
      try {
        await write(socket, Buffer.from('zINSTREAM\0'));
        for await (const piece of readable(bytes)) await write(socket, withLength(piece));
        await write(socket, withLength(Buffer.of()));
        return verdictIn(await answered);
      } catch (error) {
        if (error instanceof ScannerAway || error instanceof NotScanned) throw error;
        // it says why before it hangs up in the middle of a file
        const said = await answered.catch(() => '');
        if (said !== '') throw new NotScanned(said, { cause: error });
        throw new ScannerAway(error instanceof Error ? error.message : '', { cause: error });
      } finally {
        socket.destroy();
      }
    },
  };
}

/** Where they can't be read, the daemon would go on waiting for the rest. */
async function* readable(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* bytes;
  } catch (error) {
    throw new NotScanned('its bytes can’t be read', { cause: error });
  }
}

function withLength(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return Buffer.concat([length, piece]);
}

function write(socket: Socket, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.write(bytes, (error) => (error ? reject(error) : resolve()));
  });
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  for await (const piece of socket as AsyncIterable<Buffer>) {
    answer += piece.toString('utf8');
    if (answer.includes('\0') || answer.length > longestAnswer) break;
  }
  return answer.split('\0')[0] ?? '';
}

/** `stream: OK`, `stream: Eicar-Signature FOUND`, `INSTREAM size limit exceeded. ERROR`. */
function verdictIn(answer: string): Verdict {
  if (/^stream: OK$/.test(answer)) return 'clean';
  if (/^stream: .+ FOUND$/.test(answer)) return 'infected';
  if (answer === '') throw new ScannerAway('it hung up without an answer');
  throw new NotScanned(answer);
}
