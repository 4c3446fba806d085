import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { root } from './steps.ts';

const dist = join(root, 'desktop/dist');

/** What a browser must have before it shows anything, compressed; the rest is loaded when it is needed. */
export const firstLoadLimit = 500_000;

/** Builds the desk for browsers; fails when the first load weighs too much, or a file would load from elsewhere. */
async function bundle(): Promise<number> {
  await build({ configFile: join(root, 'desktop/vite.config.ts'), logLevel: 'warn' });
  const files = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

  const bytes = files.reduce((sum, path) => sum + readFileSync(path).length, 0);
  console.log(`desktop/dist: ${files.length} files, ${kilobytes(bytes)} on the device`);
  const firstLoad = firstLoadBytes(dist);
  console.log(`First load: ${kilobytes(firstLoad)} gzip`);
  const isLight = firstLoad <= firstLoadLimit;
  if (!isLight) console.error(`The first load may weigh ${kilobytes(firstLoadLimit)}: load screens lazily.`);

  const foreign = files.flatMap((path) =>
    foreignLoads(relative(dist, path), () => readFileSync(path, 'utf8')).map(
      (address) => `${relative(dist, path)} loads ${address}`,
    ),
  );
  for (const line of foreign) console.error(line);
  return foreign.length === 0 && isLight ? 0 : 1;
}

/** index.html and what it names: scripts, their preloads, styles; in bytes of gzip. */
export function firstLoadBytes(directory: string): number {
  const html = readFileSync(join(directory, 'index.html'), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/desk\/([^"]+\.(?:js|css))"/g)].map(
    ([, path]) => path ?? '',
  );
  return ['index.html', ...named].reduce(
    (sum, path) => sum + gzipSync(readFileSync(join(directory, path))).length,
    0,
  );
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024).toLocaleString('en')} KiB`;
}

/** The ways in which a page, a style or a script loads another file; the address in the first group. */
const loads: Readonly<Record<string, readonly RegExp[]>> = {
  html: [
    /<(?:script|img|iframe|source|video|audio|embed|object|link)\b[^>]*?\s(?:src|href|data)\s*=\s*["']?((?:https?:)?\/\/[^"'\s>]+)/gi,
  ],
  css: [/url\(\s*["']?((?:https?:)?\/\/[^"')\s]+)/gi, /@import\s+["']((?:https?:)?\/\/[^"']+)/gi],
  js: [
    /\b(?:import|fetch|importScripts|(?:Shared)?Worker|(?:Shared)?Worker\(\s*new URL|EventSource|WebSocket|open|get|post|register)\(\s*["'`]((?:https?:|wss?:)\/\/[^"'`]+)/g,
    /\bfrom\s*["'`]((?:https?:)?\/\/[^"'`]+)/g,
    /\.(?:src|href|action)\s*=\s*["'`]((?:https?:)?\/\/[^"'`]+)/g,
    /\burl\(\s*((?:https?:)?\/\/[^"')\s]+)/gi,
  ],
  webmanifest: [/"(?:src|start_url|url)"\s*:\s*"((?:https?:)?\/\/[^"]+)"/g],
};
const endings: Readonly<Record<string, string>> = {
  html: 'html',
  css: 'css',
  svg: 'html',
  js: 'js',
  mjs: 'js',
  webmanifest: 'webmanifest',
};

/** Examples in documentation of libraries and the page's own machine are nobody's host. */
const harmless =
  /^(?:https?:)?\/\/(?:localhost|127\.0\.0\.1|[\w.-]+\.(?:example|invalid|test)|a|b|n)(?=[:/?#]|$)/;

/**
 * Addresses on other hosts that a bundled file would load: the app must work where nothing but its own server is
 * reachable, and tells nobody else who works with it. Links and namespaces (`http://www.w3.org/…`) load nothing; an
 * address put together at run time is not found here, but stopped by the server's Content-Security-Policy.
 */
export function foreignLoads(path: string, read: () => string): readonly string[] {
  const language = endings[path.slice(path.lastIndexOf('.') + 1)];
  const patterns = language === undefined ? undefined : loads[language];
  if (patterns === undefined) return [];
  const text = read();
  return patterns
    .flatMap((pattern) => [...text.matchAll(pattern)].map(([, address]) => address ?? ''))
    .filter((address) => !harmless.test(address));
}

if (import.meta.main) process.exitCode = await bundle();
