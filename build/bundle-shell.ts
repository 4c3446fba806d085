import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { isBundleStale } from './bundle-age.ts';
import { root, runAndReport } from './steps.ts';

/** What electron-builder packs: main process, preload script and the desk, in a folder with nothing else. */
export const shellApp = join(root, 'desktop/dist-electron/app');

/** The browser's way of keeping the app on the device; Electron's window loads it from the program. */
const onlyForBrowsers = /^(?:sw\.js|workbox-.*\.js|manifest\.webmanifest)$/;

/** Bundles the shell beside the desk that `npm run build` made (and makes that when it is stale). */
export async function bundleShell(): Promise<void> {
  if (isBundleStale()) {
    const { succeeded } = await runAndReport({ name: 'bundle', script: ['build/bundle.ts'] });
    if (!succeeded) throw new Error('the desk could not be bundled');
  }
  rmSync(shellApp, { recursive: true, force: true });
  mkdirSync(shellApp, { recursive: true });
  await build(nodeBundle('src/main/main.ts', 'es', 'main.js'));
  // a sandboxed preload script can't be an ES module
  await build(nodeBundle('src/preload/preload.ts', 'cjs', 'preload.cjs'));
  cpSync(join(root, 'desktop/dist'), join(shellApp, 'desk'), {
    recursive: true,
    filter: (path) => !onlyForBrowsers.test(basename(path)) && !path.endsWith('.map'),
  });
  writeFileSync(join(shellApp, 'package.json'), `${JSON.stringify(shellManifest(), null, 2)}\n`);
}

function nodeBundle(entry: string, format: 'es' | 'cjs', file: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'desktop'),
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['electron'] },
    build: {
      ssr: entry,
      outDir: shellApp,
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        external: ['electron', /^node:/],
        output: { format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}

/** No dependencies: all is bundled. */
function shellManifest() {
  const { version, license } = JSON.parse(readFileSync(join(root, 'desktop/package.json'), 'utf8')) as {
    version: string;
    license: string;
  };
  return {
    name: 'amtsstube',
    productName: 'Amtsstube',
    version,
    license,
    description: 'Arbeitsplatz der Gemeindeverwaltung',
    homepage: 'https://amtsstube.example',
    author: { name: 'Amtsstube', email: 'amtsstube@amtsstube.example' },
    private: true,
    type: 'module',
    main: 'main.js',
  };
}

if (import.meta.main) await bundleShell();
