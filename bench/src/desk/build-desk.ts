import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bundlePage } from '../sync/bundle-page.ts';

const repository = new URL('../../../', import.meta.url);

export interface BuiltDesk {
  readonly directory: string;
  /** For `startFilledTown`. */
  copyTo(outDir: string): Promise<void>;
  remove(): Promise<void>;
}

/** The product, built as it is delivered, beside it the page of this benchmark (`bench/`) and one with nothing on it. */
export async function buildDesk(): Promise<BuiltDesk> {
  const directory = await mkdtemp(join(tmpdir(), 'amtsstube-bench-desk-'));
  await build({
    configFile: fileURLToPath(new URL('desktop/vite.config.ts', repository)),
    logLevel: 'warn',
    build: { outDir: directory, emptyOutDir: true },
  });
  const page = fileURLToPath(new URL('./page/', import.meta.url));
  await bundlePage(page, '/desk/bench/', join(directory, 'bench'));
  await writeFile(
    join(directory, 'bench/empty.html'),
    '<!doctype html><html lang="de"><meta charset="utf-8"><title>leer</title><h1>leer</h1></html>',
  );
  return {
    directory,
    copyTo: (outDir) => cp(directory, outDir, { recursive: true }),
    remove: () => rm(directory, { recursive: true, force: true }),
  };
}
