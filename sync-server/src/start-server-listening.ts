import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What keeps a server from starting, as one line for the person who starts it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string;
  /** Resolves when the last request under way is answered, or cut off after the grace time. */
  close(): Promise<void>;
}

const graceMs = 10_000;
/** A page with a file of 25 MB goes on a line of 0.2 Mbit/s; what doesn't move any more is ended long before. */
const longestRequestMs = 30 * 60 * 1000;
const longestIdleMs = 5 * 60 * 1000;

export async function listen(
  listener: RequestListener,
  { host, port }: { readonly host: string; readonly port: number },
  idleMs = longestIdleMs,
): Promise<Listening> {
  let isClosing = false;
  const server = createServer({ requestTimeout: longestRequestMs }, (request, response) => {
    // its connection is idle now, and would be kept for the next request that must not come
    response.on('close', () => setImmediate(() => isClosing && server.closeIdleConnections()));
    listener(request, response);
  });
  server.timeout = idleMs;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(new CannotStart(sentenceOf(error, host, port))),
    );
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return {
    url: `http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        isClosing = true;
        const grace = setTimeout(() => server.closeAllConnections(), graceMs);
        server.close(() => {
          clearTimeout(grace);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

function sentenceOf({ code }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} (AMTSSTUBE_PORT) is used by another program.`;
    case 'EACCES':
      return `Port ${port} (AMTSSTUBE_PORT) may not be used by this account.`;
    default:
      return `The server can't listen at ${host}:${port} (AMTSSTUBE_HOST, AMTSSTUBE_PORT): ${code}.`;
  }
}
