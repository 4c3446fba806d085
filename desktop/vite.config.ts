import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, 'package.json'), 'utf8')) as {
  version: string;
};

/** What pdf.js loads when a document needs it: character maps, the 14 standard fonts, colour profiles, decoders. */
const pdfFolders: Readonly<Record<string, RegExp>> = {
  cmaps: /\.bcmap$|^LICENSE/,
  standard_fonts: /\.(?:pfb|ttf)$|^LICENSE/,
  iccs: /\.icc$|^LICENSE/,
  // not quickjs, which would run scripts of a document
  wasm: /^(?:openjpeg|jbig2|qcms_bg)\.wasm$|^LICENSE/,
};

function pdfFiles(): Plugin {
  const from = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
  return {
    name: 'pdf-files',
    generateBundle() {
      for (const [folder, wanted] of Object.entries(pdfFolders))
        for (const name of readdirSync(join(from, folder)).filter((file) => wanted.test(file)))
          this.emitFile({
            type: 'asset',
            fileName: `pdf/${folder}/${name}`,
            source: readFileSync(join(from, folder, name)),
          });
    },
  };
}

/** The desk in the browser: served by the sync server under /desk/, on the device by a service worker. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/desk/',
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // the server's Content-Security-Policy has no data: for fonts and scripts
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // loaded once, then kept on the device
    chunkSizeWarningLimit: 4000,
  },
  worker: { format: 'es' },
  plugins: [
    react(),
    pdfFiles(),
    VitePWA({
      registerType: 'prompt',
      // registered by app-updates.ts
      injectRegister: null,
      manifest: {
        name: 'Amtsstube',
        short_name: 'Amtsstube',
        description: 'Arbeitsplatz der Gemeindeverwaltung',
        lang: 'de',
        start_url: '/desk/',
        scope: '/desk/',
        display: 'standalone',
        background_color: '#f5f7f6',
        theme_color: '#14566b',
        icons: [
          { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
          { src: 'icon.svg', sizes: 'any', type: 'image/svg+xml' },
        ],
      },
      workbox: {
        globPatterns: ['**/*'],
        // character maps of Chinese, Japanese and Korean: 170 files that a town hall may never need, had with a line
        globIgnores: ['**/*.map', 'sw.js', 'workbox-*.js', 'pdf/cmaps/**', '**/LICENSE*'],
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024,
        navigateFallback: '/desk/index.html',
        // personal data never enters a cache of the browser
        navigateFallbackDenylist: [/^\/api\//],
        runtimeCaching: [],
        cleanupOutdatedCaches: true,
        // from the first session on: what is loaded only when it is needed (the viewer) is there without a line too
        clientsClaim: true,
      },
    }),
  ],
});
