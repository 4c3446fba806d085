import type { AsarFile } from './asar-files.ts';

/** What the program can't do without; a pattern per thing, so that a renamed bundle doesn't hide a missing one. */
const needed: Readonly<Record<string, RegExp>> = {
  'the manifest': /^package\.json$/,
  'the main process': /^main\.js$/,
  'the preload script': /^preload\.cjs$/,
  'the page': /^desk\/index\.html$/,
  'the bundle': /^desk\/assets\/index-[\w-]+\.js$/,
  'the styles': /^desk\/assets\/index-[\w-]+\.css$/,
  'the screens': /^desk\/assets\/desk-code-[\w-]+\.js$/,
  'the worker that reads PDFs': /^desk\/assets\/pdf\.worker[\w.-]*\.mjs$/,
  'the fonts of PDFs that bring none': /^desk\/pdf\/standard_fonts\/[\w-]+\.(?:pfb|ttf)$/,
  'the worker that derives keys': /^desk\/assets\/argon2-worker-[\w-]+\.js$/,
  'the font': /^desk\/assets\/source-sans-3-latin-wght-normal-[\w-]+\.woff2$/,
};

/** What has no business on a clerk's PC. */
const unwanted: Readonly<Record<string, RegExp>> = {
  'a test': /\.(?:test|e2e|spec)\.|(?:^|\/)(?:__tests__|fixtures)\//,
  'a source map': /\.map$/,
  'a source': /\.[cm]?tsx?$/,
  'a package': /(?:^|\/)node_modules\//,
  'a service worker': /(?:^|\/)(?:sw|workbox-[\w-]+)\.js$/,
  'a hidden file': /(?:^|\/)\./,
  'a key or certificate': /\.(?:pem|key|pfx|p12)$/,
};

/** A line per thing that is missing, or there and shouldn't be. */
export function packagingFindings(files: readonly AsarFile[]): readonly string[] {
  const missing = Object.entries(needed)
    .filter(([, pattern]) => !files.some(({ path, bytes }) => pattern.test(path) && bytes > 0))
    .map(([what]) => `missing: ${what}`);
  const tooMuch = files.flatMap(({ path }) =>
    Object.entries(unwanted)
      .filter(([, pattern]) => pattern.test(path))
      .map(([what]) => `${what}: ${path}`),
  );
  return [...missing, ...tooMuch];
}
