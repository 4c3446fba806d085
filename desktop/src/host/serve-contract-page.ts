import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

export interface ServedPage {
  readonly url: string;
  close(): void;
}

/** Bundles `contract-page.ts` as the product is bundled, into `bundle`, and serves it on a free loopback port. */
export async function serveContractPage(bundle: string): Promise<ServedPage> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('../../', import.meta.url)),
    logLevel: 'warn',
    build: {
      outDir: bundle,
      emptyOutDir: true,
      rolldownOptions: {
        input: fileURLToPath(new URL('./contract-page.ts', import.meta.url)),
        output: { entryFileNames: 'contract-page.js' },
      },
    },
    worker: { format: 'es' },
  });
  const server = createServer((request, response) => {
    // as strict as the product's pages: the host needs no eval
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    const path = new URL(request.url ?? '/', 'http://page').pathname;
    if (path === '/') {
      response.setHeader('Content-Type', 'text/html');
      response.end(
        '<!doctype html><title>host</title><script type="module" src="/contract-page.js"></script>',
      );
      return;
    }
    response.setHeader('Content-Type', 'text/javascript');
    readFile(join(bundle, path)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
