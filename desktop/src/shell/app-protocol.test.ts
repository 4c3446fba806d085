import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAppProtocol } from './app-protocol.ts';

let folder: string;
let serverOrigin: string | undefined;
const seen: { request: IncomingMessage; body: string }[] = [];

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  seen.push({ request, body });
  if (request.url === '/api/moved') response.writeHead(302, { location: '/api/elsewhere' }).end();
  else
    response
      .writeHead(418, { 'content-type': 'application/json', 'set-cookie': 'a=b', 'x-powered-by': 'x' })
      .end('{"ok":true}');
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amtsstube-app-'));
  await mkdir(join(folder, 'desk/assets'), { recursive: true });
  await writeFile(join(folder, 'desk/index.html'), '<!doctype html>desk');
  await writeFile(join(folder, 'desk/assets/search.wasm'), 'wasm');
  await writeFile(join(folder, 'desk/.hidden.js'), 'hidden');
  await writeFile(join(folder, 'secret.js'), 'secret');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  serverOrigin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

const ask = (url: string, init?: RequestInit) =>
  createAppProtocol({
    directory: join(folder, 'desk'),
    serverOrigin: () => serverOrigin,
    fetch: (address, options) => fetch(address, options),
  })(new Request(url, init));

describe('files behind app://', () => {
  it('the page and its assets come with their types and a policy without inline scripts or eval', async () => {
    const page = await ask('app://amtsstube/desk/');
    expect(await page.text()).toContain('desk');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const policy = page.headers.get('content-security-policy')!;
    const scripts = policy.split('; ').find((directive) => directive.startsWith('script-src'));
    expect(scripts).toBe("script-src 'self' 'wasm-unsafe-eval'");
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'/);
    const wasm = await ask('app://amtsstube/desk/assets/search.wasm');
    expect(wasm.headers.get('content-type')).toBe('application/wasm');
    expect(wasm.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it.each([
    'app://amtsstube/desk/../secret.js',
    'app://amtsstube/desk/%2e%2e/secret.js',
    'app://amtsstube/desk/..%2fsecret.js',
    'app://amtsstube/desk/..%5csecret.js',
    'app://amtsstube/desk/assets/..%2f..%2fsecret.js',
    'app://amtsstube/desk//secret.js',
    'app://amtsstube/desk/C:/secret.js',
    'app://amtsstube/desk/.hidden.js',
    'app://amtsstube/desk/assets',
    'app://amtsstube/desk/missing.js',
    'app://amtsstube/desk/index.html%00.js',
    'app://amtsstube/secret.js',
    'app://amtsstube/',
    'app://elsewhere/desk/',
  ])('%s is not found', async (url) => {
    const answer = await ask(url);
    expect(answer.status).toBe(404);
    expect(await answer.text()).not.toContain('secret');
  });

  it('takes no other method than GET', async () => {
    expect((await ask('app://amtsstube/desk/', { method: 'POST', body: 'x' })).status).toBe(404);
  });
});

describe('the server behind app://', () => {
  it('gets body, token and type of a request, and nothing else the browser would add', async () => {
    seen.length = 0;
    const answer = await ask('app://amtsstube/api/m/1/changes/cases?after=3', {
      method: 'POST',
      body: '{"a":1}',
      headers: { authorization: 'Bearer t', 'content-type': 'application/json', cookie: 'c=1', 'x-own': '1' },
    });
    expect(answer.status).toBe(418);
    expect(await answer.json()).toEqual({ ok: true });
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const { request, body } = seen[0]!;
    expect([request.method, request.url, body]).toEqual([
      'POST',
      '/api/m/1/changes/cases?after=3',
      '{"a":1}',
    ]);
    expect(request.headers).toMatchObject({ authorization: 'Bearer t', 'content-type': 'application/json' });
    expect(request.headers['cookie'] ?? request.headers['x-own']).toBeUndefined();
  });

  it('a redirect is not followed: it is a network failure, and the token went nowhere', async () => {
    seen.length = 0;
    const answer = await ask('app://amtsstube/api/moved', { headers: { authorization: 'Bearer t' } });
    expect(answer.type).toBe('error');
    expect(seen.map(({ request }) => request.url)).toEqual(['/api/moved']);
  });

  it('is a network failure without a line, and while no server is configured', async () => {
    const configured = serverOrigin;
    serverOrigin = 'http://127.0.0.1:1';
    expect((await ask('app://amtsstube/api/x')).type).toBe('error');
    serverOrigin = undefined;
    expect((await ask('app://amtsstube/api/x')).type).toBe('error');
    serverOrigin = configured;
  });

  it('a path can not lead past /api/', async () => {
    seen.length = 0;
    expect((await ask('app://amtsstube/api/../admin')).status).toBe(404);
    expect(seen).toEqual([]);
  });
});
