import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { deviceId, municipalityId, workstationId } from '@amtsstube/shared/domain/ids';
import { afterEach, describe, expect, it } from 'vitest';
import { signInClient } from './sign-in-client.ts';

const secret = 'A'.repeat(43);
const workstation = { workstationId: workstationId.parse('ws-1'), secret };
const answer = {
  token: 'token-1',
  municipalityId: 'musterstadt',
  clerk: { id: 'anna', name: 'Anna Berger', role: 'clerk', departmentIds: ['residents'] },
  recoveryKey: secret,
  colleagueKey: secret,
};

let server: Server | undefined;
afterEach(() => new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve())));

const client = async (status: number, body: string) => signInClient(await aServer(status, body));

describe('signing in', () => {
  const tryIt = async (status: number, body: string) =>
    (await client(status, body)).signIn('anna@musterstadt.example', 'secret', workstation);

  it('gives the token, who it is, and the keys', async () => {
    expect(await tryIt(200, JSON.stringify(answer))).toEqual({ result: 'signedIn', answer });
  });

  it.each([
    [401, '{"code":"notSignedIn"}', 'wrongCredentials'],
    [401, '<html>proxy</html>', 'badAnswer'],
    [400, '{"code":"malformedRequest","where":"email"}', 'wrongCredentials'],
    [403, '{"code":"workstationRevoked"}', 'revoked'],
    [403, '{"code":"workstationUnknown"}', 'unknownDevice'],
    [403, '{"code":"clerkDeactivated"}', 'deactivated'],
    [403, '<html>Gesperrt</html>', 'badAnswer'],
    [403, '{"code":"wrongMunicipality"}', 'otherMunicipality'],
    [429, 'Too many requests', 'tooManyAttempts'],
    [200, '{"token":""}', 'badAnswer'],
    [200, '<html>hotspot</html>', 'badAnswer'],
    [200, '{"code":"workstationRevoked"}', 'badAnswer'],
    [503, '{"code":"unavailable"}', 'badAnswer'],
  ])('%i %s is %s', async (status, body, result) => {
    expect(await tryIt(status, body)).toEqual({ result });
  });

  it('knows a server that is gone', async () => {
    const gone = await client(200, '');
    await new Promise((resolve) => server?.close(resolve));
    server = undefined;
    expect(await gone.signIn('a@b.example', 'x', workstation)).toEqual({ result: 'noConnection' });
  });
});

describe('enrolling a device', () => {
  const enrolled = { ...workstation, municipalityId: 'musterstadt', municipalityName: 'Musterstadt' };

  it.each([
    [200, JSON.stringify(enrolled), { result: 'enrolled', answer: enrolled }],
    [403, '{"code":"wrongCode"}', { result: 'wrongCode' }],
    [403, '<html>Gesperrt</html>', { result: 'badAnswer' }],
    [429, '', { result: 'tooManyAttempts' }],
  ])('%i %s', async (status, body, result) => {
    expect(await (await client(status, body)).enrol('ABCDE-FGHJK', 'Platz 1')).toEqual(result);
  });

  it('asks nobody about a code that can be none', async () => {
    const gone = signInClient('http://127.0.0.1:9');
    expect(await gone.enrol('kein Code', 'Platz 1')).toEqual({ result: 'wrongCode' });
  });
});

describe('a new password', () => {
  it.each([
    [204, '', 'changed'],
    [403, '{"code":"wrongPassword"}', 'wrongPassword'],
    [401, '{"code":"notSignedIn"}', 'signedOut'],
    [200, '<html>hotspot</html>', 'badAnswer'],
  ])('%i %s is %s', async (status, body, result) => {
    expect(await (await client(status, body)).changePassword('t', 'alt', 'zwölf Zeichen')).toBe(result);
  });

  it('too short is not sent', async () => {
    expect(await signInClient('http://127.0.0.1:9').changePassword('t', 'alt', 'elf Zeichen')).toBe(
      'tooShort',
    );
  });
});

describe('[J7] the right to hand a journal over', () => {
  it.each([
    [200, `{"token":"${secret}"}`, secret],
    [403, '{"code":"foreignDevice"}', undefined],
    [200, '<html>hotspot</html>', undefined],
  ])('%i %s', async (status, body, expected) => {
    const town = municipalityId.parse('musterstadt');
    const asked = (await client(status, body)).handOverCredential(town, deviceId.parse('d-1'), 't');
    expect(await asked).toBe(expected);
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
