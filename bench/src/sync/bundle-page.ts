import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Bundles the page as the product is bundled. */
export async function bundlePage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('./page/', import.meta.url)),
    base: '/desk/',
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
    },
    worker: { format: 'es' },
  });
}
