import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** The page of `npm run bench -- sync`. */
export function bundleSyncPage(outDir: string): Promise<void> {
  return bundlePage(fileURLToPath(new URL('./page/', import.meta.url)), '/desk/', outDir);
}

/** Bundles a page as the product is bundled. @param base where the server will have it */
export async function bundlePage(root: string, base: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root,
    base,
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
