import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { opId } from '@amtsstube/shared/domain/ids';
import { berndKrueger, testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import type { WorkstationCredential } from '@amtsstube/shared/replication/sign-in';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { executeServerOperation } from '../execute/execute.ts';
import { enrolledOn, handOverOf, post, postJson, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';

let town: TestTownServer;
let workstation: WorkstationCredential;
const [anna, bernd] = testTownAccounts;

beforeAll(async () => {
  town = await startTestTown({}, { attemptLimits: { perAccount: 5, perAddress: 1000 } });
  workstation = await enrolledOn(town);
});
afterAll(() => town.close());

describe('sign-in', () => {
  it('gives a token and says who and where', async () => {
    const answer = await postJson(town.url, '/api/sign-in', {
      email: anna.email.toUpperCase(),
      password: anna.password,
      workstation,
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      token: expect.stringMatching(/^\S{20,}$/),
      municipalityId: 'musterstadt',
      clerk: { id: 'anna-berger', name: 'Anna Berger', role: 'lead', departmentIds: ['buergerservice'] },
      recoveryKey: expect.stringMatching(/^[\w-]{43}$/),
      colleagueKey: expect.stringMatching(/^[\w-]{43}$/),
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('answers a wrong password and an unknown address alike, and derives a key for both', async () => {
    const timed = async (email: string) => {
      const startedAt = performance.now();
      const answer = await postJson(town.url, '/api/sign-in', {
        email,
        password: 'falsch-falsch-falsch',
        workstation,
      });
      return { answer: [answer.status, answer.body], ms: performance.now() - startedAt };
    };
    await timed(`warm.${bernd.email}`);
    const known = await timed(bernd.email);
    const unknown = await timed('niemand@musterstadt.example');
    expect(known.answer).toEqual([401, { code: 'notSignedIn' }]);
    expect(unknown.answer).toEqual(known.answer);
    // both derive one key; without that the unknown address answers in a tenth of the time
    expect(unknown.ms).toBeGreaterThan(known.ms / 4);
  });

  it.each([
    ['no JSON', '{', 400, { code: 'malformedRequest', where: 'body' }],
    [
      'a number as password',
      '{"email":"a@b.de","password":1}',
      400,
      { code: 'malformedRequest', where: 'password' },
    ],
    [
      'an additional member',
      `{"email":"a@b.de","password":"x","role":"lead","workstation":{"workstationId":"w","secret":"${'A'.repeat(43)}"}}`,
      400,
      { code: 'malformedRequest', where: '' },
    ],
    [
      'a sign-in from no device',
      '{"email":"a@b.de","password":"x"}',
      400,
      { code: 'malformedRequest', where: 'workstation' },
    ],
  ])('%s is refused', async (_name, body, status, problem) => {
    const answer = await post(town.url, '/api/sign-in', body);
    expect([answer.status, answer.body]).toEqual([status, problem]);
  });

  it('an address that is none is an unknown account', async () => {
    const answer = await postJson(town.url, '/api/sign-in', { email: 'x', password: 'x', workstation });
    expect([answer.status, answer.body]).toEqual([401, { code: 'notSignedIn' }]);
  });

  it('nobody signs up, and the library’s own routes are not there', async () => {
    for (const path of ['/api/sign-up', '/api/auth/sign-up/email', '/api/auth/sign-in/email']) {
      expect(
        (await postJson(town.url, path, { email: 'a@b.de', password: 'x'.repeat(20), name: 'A' })).status,
      ).toBe(404);
    }
  });

  it('guessing one account is slowed down, whatever the spelling; others still sign in', async () => {
    const statuses = [];
    for (const email of Array.from({ length: 8 }, (_, n) =>
      n % 2 ? 'opfer@x.example' : 'OPFER@x.example',
    )) {
      statuses.push(
        (await postJson(town.url, '/api/sign-in', { email, password: 'geraten', workstation })).status,
      );
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429, 429]);
    expect(await tokenOf(town, 0)).toBeTruthy();
  });
});

describe('a session', () => {
  const ask = async (token: string | undefined) =>
    (await postJson(town.url, `${townPath}/digest/cases`, { epoch: null, deviceId: 'd-0' }, token)).status;

  it('ends with signing out', async () => {
    const token = await tokenOf(town, 0);
    expect(await ask(token)).toBe(200);
    const out = await post(town.url, '/api/sign-out', '', token);
    expect(out.status).toBe(204);
    expect(await ask(token)).toBe(401);
  });

  it('ends when it expires, and nothing else opens the door', async () => {
    const token = await tokenOf(town, 0);
    const database = new DatabaseSync(join(town.dataDirectory, 'accounts.sqlite'));
    database
      .prepare('update session set expiresAt = ? where token = ?')
      .run(new Date(1).toISOString(), token);
    database.close();
    expect(await ask(token)).toBe(401);
    for (const wrong of [undefined, '', 'x', `${token}x`, `${await tokenOf(town, 0)}.${'A'.repeat(43)}`]) {
      expect(await ask(wrong)).toBe(401);
    }
  });

  it('lasts fourteen days from its last use, counted once a day', async () => {
    const day = 24 * 60 * 60 * 1000;
    const token = await tokenOf(town, 0);
    const database = new DatabaseSync(join(town.dataDirectory, 'accounts.sqlite'));
    const lasts = (milliseconds: number) =>
      database
        .prepare('update session set expiresAt = ? where token = ?')
        .run(new Date(Date.now() + milliseconds).toISOString(), token);
    const left = () => {
      const row = database.prepare('select expiresAt from session where token = ?').get(token);
      return Date.parse(String(row?.['expiresAt'])) - Date.now();
    };
    try {
      lasts(13.5 * day);
      expect(await ask(token)).toBe(200);
      expect(left()).toBeLessThan(13.6 * day);
      lasts(12.5 * day);
      expect(await ask(token)).toBe(200);
      expect(left()).toBeGreaterThan(13.9 * day);
    } finally {
      database.close();
    }
  });

  it('[S9] takes role and departments from the municipality at each request, never from the sign-in', async () => {
    const token = await tokenOf(town, 1);
    const changes = async () => {
      const asked = { epoch: null, deviceId: 'd-2', firstOpen: 1, checkpoint: null, limit: 10 };
      const { body } = await postJson(town.url, `${townPath}/changes/cases`, asked, token);
      return (body as { checkpoint: { scopes: string[] } }).checkpoint.scopes;
    };
    expect(await changes()).toEqual(['all', 'buergerservice/active']);
    const moved = { ...berndKrueger, departmentIds: ['bauamt'] };
    await executeServerOperation(
      town.core,
      testTown.municipalityId,
      {
        opId: opId.parse('move'),
        deviceId: null,
        kind: 'configureMunicipality',
        v: 1,
        payload: { settings: [], clerks: [moved] },
        at: town.core.now(),
      },
      { kind: 'system' },
    );
    expect(await changes()).toEqual(['all', 'bauamt/active']);
    const note = handOverOf('d-3', { payload: { caseId: 'case-1', text: 'x', actor: { role: 'lead' } } });
    const handed = await postJson(town.url, `${townPath}/operations`, note, token);
    expect(handed.body).toMatchObject({
      decisions: { receipts: [{ result: { decided: 'refused', reason: { code: 'malformed' } } }] },
    });
  });
});
