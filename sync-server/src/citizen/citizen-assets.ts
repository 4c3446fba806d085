import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { type Request, Router } from 'express';

const forEver = 'public, max-age=31536000, immutable';
const askEachTime = 'no-cache';

/** KERN first, then what we add to it; one file, because each more is a way there and back on a slow line. */
const styles = [
  fileURLToPath(import.meta.resolve('@kern-ux/native/dist/kern.min.css')),
  ...['fonts', 'page', 'parts', 'form', 'appointments', 'times', 'last'].map((name) =>
    inWeb(`styles/${name}.css`),
  ),
];
const scripts = [
  'citizen',
  'conditions',
  'drafts',
  'hall-display',
  'hold-clock',
  'kept-files',
  'kiosk',
  'proof',
  'proof-worker',
  'shrink-photo',
  'upload-rows',
  'uploads',
].map((name) => inWeb(`scripts/${name}.js`));
const fonts = ['latin', 'latin-ext'].flatMap((alphabet) =>
  ['400', '600'].map((weight) =>
    fileURLToPath(
      import.meta.resolve(`@fontsource/fira-sans/files/fira-sans-${alphabet}-${weight}-normal.woff2`),
    ),
  ),
);

/** ALTCHA's solver; its files name each other. */
const solver = dirname(fileURLToPath(import.meta.resolve('altcha-lib')));
const solverFiles = ['workers/shared.js', 'algorithms/web/pbkdf2.js', 'pow.js', 'helpers.js', 'types.js'];

/** The tus client, for pages on which somebody chooses a file. */
const tus = fileURLToPath(import.meta.resolve('tus-js-client/dist/tus.min.js'));

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  /** undefined: is compressed as it is. */
  readonly packed: ((encoding: 'br' | 'gzip') => Promise<Buffer>) | undefined;
}

const assets: ReadonlyMap<string, Asset> = new Map([
  ['site.css', text('text/css', Buffer.concat(styles.map((path) => readFileSync(path))))],
  [
    'hall.css',
    text(
      'text/css',
      Buffer.concat([inWeb('styles/fonts.css'), inWeb('styles/hall.css')].map((path) => readFileSync(path))),
    ),
  ],
  ['icon.svg', text('image/svg+xml', readFileSync(inWeb('icon.svg')))],
  ...scripts.map((path) => [basename(path), text('text/javascript', readFileSync(path))] as const),
  ['tus.js', text('text/javascript', readFileSync(tus))],
  ...solverFiles.map(
    (path) => [`altcha/${path}`, text('text/javascript', readFileSync(join(solver, path)))] as const,
  ),
  ...fonts.map(
    (path) =>
      [
        `fonts/${basename(path)}`,
        { type: 'font/woff2', plain: readFileSync(path), packed: undefined },
      ] as const,
  ),
]);

const version = [...assets]
  .reduce(
    (hash, [name, { plain }]) => hash.update(`${name} ${plain.length} `).update(plain),
    createHash('sha256'),
  )
  .digest('hex')
  .slice(0, 12);

/** Where a file of the pages is; its address changes with what is in any of them, so that browsers keep them for ever. */
export function assetPath(name: string): string {
  return `/assets/${version}/${name}`;
}

/** Styles, fonts and scripts of the citizens' pages, read once, compressed once. No foreign host. */
export function assetRoutes(): Router {
  const router = Router();
  router.get('/:version/{*name}', async (request, response, next) => {
    const name = (request.params.name as unknown as readonly string[] | undefined)?.join('/') ?? '';
    const asset = assets.get(name);
    if (!asset) return next();
    const encoding = asset.packed && encodingFor(request);
    const body = encoding && asset.packed ? await asset.packed(encoding) : asset.plain;
    if (asset.packed) response.vary('Accept-Encoding');
    if (encoding) response.set('Content-Encoding', encoding);
    // a page that was open while the server was renewed asks for its old address
    response.set('Cache-Control', request.params.version === version ? forEver : askEachTime);
    response.type(asset.type).send(body);
  });
  return router;
}

function encodingFor(request: Request): 'br' | 'gzip' | undefined {
  const chosen = request.acceptsEncodings('br', 'gzip', 'identity');
  return chosen === 'br' || chosen === 'gzip' ? chosen : undefined;
}

function text(type: string, plain: Buffer): Asset {
  const made = new Map<'br' | 'gzip', Promise<Buffer>>();
  const pack = { br: brotli, gzip: promisify(gzip) };
  return {
    type,
    plain,
    packed: (encoding) => {
      const packed = made.get(encoding) ?? pack[encoding](plain);
      made.set(encoding, packed);
      return packed;
    },
  };
}

function brotli(plain: Buffer): Promise<Buffer> {
  // the best there is takes a second of work, once, for a fifth less on the line
  return promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
}

function inWeb(path: string): string {
  return fileURLToPath(new URL(join('../../web', path), import.meta.url));
}
