import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChild } from './child.ts';

export interface Town {
  readonly url: string;
  close(): Promise<void>;
}

/** Behind a proxy, as in operation: each citizen of the load comes from an address of her own. */
export async function startTown(): Promise<Town> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-bench-citizen-'));
  const server = startChild(join(import.meta.dirname, 'serve.ts'), [], {
    AMTSSTUBE_DATA: directory,
    AMTSSTUBE_PORT: '0',
    AMTSSTUBE_PROXIES: '1',
    AMTSSTUBE_LOG_LEVEL: 'error',
  });
  return {
    url: await server.line(),
    close: async () => {
      await server.end();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
