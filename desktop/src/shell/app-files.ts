import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { errnoOf } from '../host/node-failure.ts';
import { securityHeaders } from './app-security.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.gz': 'application/gzip',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
  '.icc': 'application/vnd.iccprofile',
};

/** One segment of a path as the bundler writes them: no dot first, so neither `..` nor hidden files. */
const segment = /^[A-Za-z0-9_@-][A-Za-z0-9._@-]*$/;

/**
 * Answers for the files of the desk. `path` is what follows `/desk/`, still encoded; empty is the page itself. Anything
 * but a plain path of known kind is 404: encoded slashes, `..` and drive letters too.
 */
export async function serveAppFile(directory: string, path: string): Promise<Response> {
  const segments = (path === '' ? 'index.html' : path).split('/');
  const type = types[extname(segments.at(-1) ?? '').toLowerCase()];
  if (type === undefined || !segments.every((one) => segment.test(one))) return notFound();
  try {
    return new Response(new Uint8Array(await readFile(join(directory, ...segments))), {
      headers: { ...securityHeaders, 'content-type': type },
    });
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'EISDIR'].includes(errnoOf(error) ?? '')) return notFound();
    throw error;
  }
}

export function notFound(): Response {
  return new Response('not found', { status: 404, headers: securityHeaders });
}
