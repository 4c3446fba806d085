import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deviceId, epoch } from '@amtsstube/shared/domain/ids';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Hint, OperationsAnswer } from '@amtsstube/shared/replication/messages';
import { firstValueFrom, Subject } from 'rxjs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { httpTransport } from './http-transport.ts';
import type { Transport } from './transport.ts';

const request = { epoch: null, deviceId: deviceId.parse('d-1'), firstOpen: 1, operations: [] };
const decided: OperationsAnswer = {
  result: 'decided',
  epoch: epoch.parse('epoch-1'),
  serverTime: '2026-11-23T08:00:00.000Z' as never,
  serverVersion: '1',
  decisions: { receipts: [], documents: [] },
  expect: null,
  counterReused: false,
  notNow: null,
};
const whole = JSON.stringify(decided);
const never = new AbortController().signal;

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  for (const close of closings.splice(0)) await close();
});

/** A server on a free port; what it does with a request is the test's. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closings.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function transportTo(serverUrl: string): Transport {
  return httpTransport({ serverUrl, municipalityId: testTown.municipalityId, token: async () => 'token-1' });
}

/** A server whose answer to the one request is written by hand, while the client already waits. */
async function serveByHand(): Promise<{ url: string; asked: Promise<ServerResponse> }> {
  const { promise, resolve } = Promise.withResolvers<ServerResponse>();
  return { url: await serve((_request, response) => resolve(response)), asked: promise };
}

function answering(status: number, body: string | Uint8Array, headers: Record<string, string> = {}) {
  return (incoming: IncomingMessage, response: ServerResponse) => {
    incoming.resume();
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  };
}

describe('the line over HTTP', () => {
  it('carries the session and gives the parsed answer', async () => {
    const seen: (string | undefined)[] = [];
    const url = await serve((incoming, response) => {
      seen.push(incoming.method, incoming.url, incoming.headers.authorization);
      answering(200, whole)(incoming, response);
    });
    expect(await transportTo(url).handOver(request, never)).toEqual({ ok: true, answer: decided });
    expect(seen).toEqual(['POST', '/api/m/musterstadt/operations', 'Bearer token-1']);
  });

  it('[L7] takes a newer server’s answer, with a field nobody knows', async () => {
    const url = await serve(answering(200, whole.replace('{', '{"extra":1,')));
    expect(await transportTo(url).handOver(request, never)).toEqual({ ok: true, answer: decided });
  });

  it.each([
    ['the page of a hotspot', 200, '<html>Bitte anmelden</html>', 'badAnswer'],
    ['an empty body', 200, '', 'badAnswer'],
    ['half an answer', 200, whole.slice(0, 60), 'badAnswer'],
    ['JSON of another schema', 200, '{"result":"decided"}', 'badAnswer'],
    ['a proxy without a server behind it', 502, '<html>Bad Gateway</html>', 'unavailable'],
    ['a proxy that wants its own password', 401, '<html>Proxy</html>', 'badAnswer'],
    ['a proxy that forbids', 403, '<html>Gesperrt</html>', 'badAnswer'],
    ['the server, session over', 401, '{"code":"notSignedIn"}', 'signedOut'],
    ["the server, somebody else's journal", 403, '{"code":"foreignDevice"}', 'foreignDevice'],
    ['the server, too much at once', 413, '{"code":"tooLarge"}', 'tooLarge'],
    ['a proxy, too much at once', 413, '<html>Too large</html>', 'tooLarge'],
    ['the server, request not understood', 400, '{"code":"malformedRequest"}', 'refusedRequest'],
    ['the server, disk full', 503, '{"code":"unavailable"}', 'unavailable'],
    ['the server, too many requests', 429, '{"code":"tooManyRequests"}', 'unavailable'],
  ])('%s (%i) is a value', async (_what, status, body, failure) => {
    const transport = transportTo(await serve(answering(status, body)));
    expect(await transport.handOver(request, never)).toEqual({ ok: false, failure });
  });

  it('broken UTF-8 changes no text: the answer is thrown away', async () => {
    const bytes = new TextEncoder().encode(whole.replace('epoch-1', 'epoch-#'));
    bytes[bytes.indexOf(0x23)] = 0xff;
    const transport = transportTo(await serve(answering(200, bytes)));
    expect(await transport.handOver(request, never)).toEqual({ ok: false, failure: 'network' });
  });

  it.each([307, 302])('follows no redirect (%i): nobody else gets the body', async (status) => {
    let elsewhere = 0;
    const other = await serve((incoming, response) => {
      elsewhere += 1;
      answering(200, whole)(incoming, response);
    });
    const url = await serve(answering(status, '', { location: `${other}/portal` }));
    expect(await transportTo(url).handOver(request, never)).toEqual({ ok: false, failure: 'network' });
    expect(elsewhere).toBe(0);
  });

  it('a body that ends in the middle', async () => {
    const { url, asked } = await serveByHand();
    const answered = transportTo(url).handOver(request, never);
    const response = await asked;
    response.writeHead(200, { 'content-length': String(whole.length) });
    response.write(whole.slice(0, 60), () => response.destroy());
    expect(await answered).toEqual({ ok: false, failure: 'network' });
  });

  it('a server that is gone', async () => {
    const url = await serve(answering(200, whole));
    await closings.pop()?.();
    expect(await transportTo(url).handOver(request, never)).toEqual({ ok: false, failure: 'network' });
  });

  it('[L6] a body that stalls for 20 s is given up', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const fetched = vi.spyOn(globalThis, 'fetch');
    const { url, asked } = await serveByHand();
    const answered = transportTo(url).handOver(request, never);
    const response = await asked;
    response.writeHead(200, { 'content-type': 'application/json' }).write(whole.slice(0, 20));
    // head and beginning are here
    await fetched.mock.results[0]?.value;
    vi.advanceTimersByTime(20_000);
    expect(await answered).toEqual({ ok: false, failure: 'timeout' });
  });

  it('given up by the desk', async () => {
    const { url, asked } = await serveByHand();
    const giveUp = new AbortController();
    const answered = transportTo(url).digest(
      'cases',
      { epoch: null, deviceId: request.deviceId },
      giveUp.signal,
    );
    await asked;
    giveUp.abort();
    expect(await answered).toEqual({ ok: false, failure: 'aborted' });
  });
});

describe('hints', () => {
  const aHint: Hint = { seq: 7, collections: ['cases'] };
  const block = `event: hint\ndata: ${JSON.stringify(aHint)}\n\n`;

  it('come one by one, and the end of the stream says so', async () => {
    const { url, asked } = await serveByHand();
    const heard = new Subject<Hint>();
    const next = () => firstValueFrom(heard);
    let hint = next();
    const ended = transportTo(url).hints((each) => heard.next(each), never);
    const response = await asked;
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write(block);
    expect(await hint).toEqual(aHint);
    hint = next();
    response.write(`data: {"seq":\n\ndata: {"seq":-1,"collections":["secrets"]}\n\n: \n\n${block}`);
    expect(await hint).toEqual(aHint);
    response.destroy();
    expect(await ended).toBe('network');
  });

  it('a proxy that answers with a page of its own', async () => {
    const heard: Hint[] = [];
    const transport = transportTo(await serve(answering(200, '<html>\n\ndata: Anmelden\n\n</html>')));
    expect(await transport.hints((each) => heard.push(each), never)).toBe('network');
    expect(heard).toEqual([]);
  });

  it('the end of a session ends them with its name; after it they can be opened anew', async () => {
    let isSignedIn = false;
    const url = await serve((incoming, response) =>
      isSignedIn
        ? answering(200, block, { 'content-type': 'text/event-stream' })(incoming, response)
        : answering(401, '{"code":"notSignedIn"}')(incoming, response),
    );
    const heard: Hint[] = [];
    const transport = transportTo(url);
    expect(await transport.hints((each) => heard.push(each), never)).toBe('signedOut');
    isSignedIn = true;
    expect(await transport.hints((each) => heard.push(each), never)).toBe('network');
    expect(heard).toEqual([aHint]);
  });

  it('a stream without a heartbeat for 45 s is dead', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { url, asked } = await serveByHand();
    const { promise: first, resolve } = Promise.withResolvers<Hint>();
    const ended = transportTo(url).hints(resolve, never);
    const response = await asked;
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.write(block);
    expect(await first).toEqual(aHint);
    vi.advanceTimersByTime(45_000);
    expect(await ended).toBe('timeout');
  });
});
