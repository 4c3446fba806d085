import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { signIn } from './sign-in-client.ts';

const answer = {
  token: 'token-1',
  municipalityId: 'musterstadt',
  clerk: { id: 'anna', name: 'Anna Berger', role: 'clerk', departmentIds: ['residents'] },
};

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

describe('signing in', () => {
  it('gives the token and who it is', async () => {
    const url = await aServer(200, JSON.stringify(answer));
    const { token, ...who } = answer;
    expect(await signIn(url, 'anna@musterstadt.example', 'secret')).toEqual({
      result: 'signedIn',
      token,
      who,
    });
  });

  it.each([
    [401, '{"code":"notSignedIn"}', 'wrongCredentials'],
    [401, '<html>proxy</html>', 'badAnswer'],
    [400, '{"code":"malformedRequest","where":"email"}', 'wrongCredentials'],
    [429, 'Too many requests', 'tooManyAttempts'],
    [200, '{"token":""}', 'badAnswer'],
    [200, '<html>hotspot</html>', 'badAnswer'],
    [503, '{"code":"unavailable"}', 'badAnswer'],
  ])('%i %s is %s', async (status, body, result) => {
    expect(await signIn(await aServer(status, body), 'a@b.example', 'x')).toEqual({ result });
  });

  it('knows a server that is gone', async () => {
    const url = await aServer(200, '');
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await signIn(url, 'a@b.example', 'x')).toEqual({ result: 'noConnection' });
  });
});

async function aServer(status: number, body: string): Promise<string> {
  const started = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { connection: 'close' }).end(body);
  });
  server = started;
  await new Promise<void>((resolve) => started.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}`;
}
