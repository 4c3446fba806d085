import { join } from 'node:path';
import { build } from 'vite';

/** Bundles the page of a desk in a browser, as the product is bundled. */
export async function bundleDeskPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'page'),
    base: '/desk/',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
    },
    worker: { format: 'es' },
  });
}
