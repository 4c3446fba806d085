import { join } from 'node:path';
import { build } from 'vite';

/** One script without dependencies: neither TypeScript nor vitest runs under wine. @returns its path */
export async function bundleDeskProcess(folder: string): Promise<string> {
  const name = 'desk-process.mjs';
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: 'desk-process.ts',
      outDir: folder,
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      rolldownOptions: {
        external: [/^node:/],
        output: { format: 'es', entryFileNames: name, codeSplitting: false },
      },
    },
  });
  return join(folder, name);
}
