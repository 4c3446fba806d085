import { testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import type { WorkstationCredential } from '@amtsstube/shared/replication/sign-in';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enrolledOn, post, postJson, signInOn, tokenOf } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';

const limits = { perAccount: 3, perAddress: 12 };
const [, bernd, dora] = testTownAccounts;
const nobody = { workstationId: 'nobody', secret: 'A'.repeat(43) };
let town: TestTownServer;

// one proxy in front, so that a test can come from several addresses
beforeEach(async () => {
  town = await startTestTown({ proxies: 1 }, { attemptLimits: limits });
});
afterEach(() => town.close());

async function from(address: string, path: string, body: unknown, token?: string) {
  const { status } = await fetch(town.url + path, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Forwarded-For': address,
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  return status;
}

async function times(count: number, ask: () => Promise<number>): Promise<number[]> {
  const statuses: number[] = [];
  for (let n = 0; n < count; n += 1) statuses.push(await ask());
  return statuses;
}

const stranger = '198.51.100.7';

describe('a stranger who guesses', () => {
  it('at device codes is slowed down himself, and shuts nobody else out', async () => {
    const guess = () => from(stranger, '/api/enrol', { code: 'ABCDE-FGHJK', name: 'x' });
    expect(await times(limits.perAddress + 2, guess)).toEqual([
      ...Array.from({ length: limits.perAddress }, () => 403),
      429,
      429,
    ]);
    const { code } = town.workstations.newEnrolmentCode(testTown.municipalityId);
    expect(await from('203.0.113.1', '/api/enrol', { code, name: 'Bürgerbüro' })).toBe(200);
  });

  it('at passwords without a session shuts no clerk out from changing hers', async () => {
    const guess = { current: 'geraten', next: 'geraten-geraten' };
    const statuses = await times(limits.perAddress + 2, () => from(stranger, '/api/password', guess));
    expect(new Set(statuses)).toEqual(new Set([401]));
    const token = await tokenOf(town, 2);
    const next = 'Tür-und-Tor-2026';
    expect(await from(stranger, '/api/password', { current: dora.password, next }, token)).toBe(204);
  });

  it('from a device that was never let in locks no account', async () => {
    const { email, password } = bernd;
    const guess = () => from(stranger, '/api/sign-in', { email, password: 'geraten', workstation: nobody });
    expect(new Set(await times(limits.perAccount + 2, guess))).toEqual(new Set([403]));
    const workstation = await enrolledOn(town);
    expect(await from(stranger, '/api/sign-in', { email, password, workstation })).toBe(200);
  });
});

describe('guessing at one account', () => {
  it('from a device that was let in is slowed down, from whatever address', async () => {
    const workstation: WorkstationCredential = await enrolledOn(town);
    let n = 0;
    const guess = () => {
      n += 1;
      return from(`10.0.0.${n}`, '/api/sign-in', { email: bernd.email, password: 'geraten', workstation });
    };
    expect(await times(limits.perAccount + 1, guess)).toEqual([401, 401, 401, 429]);
    expect((await signInOn(town, 0, workstation)).status).toBe(200);
  });

  it('at a clerk’s present password, in her session, is slowed down for her alone', async () => {
    const [berndsToken, dorasToken] = [await tokenOf(town, 1), await tokenOf(town, 2)];
    const change = (token: string, current: string) =>
      from(stranger, '/api/password', { current, next: 'Tür-und-Tor-2026' }, token);
    expect(await times(4, () => change(berndsToken, 'geraten'))).toEqual([403, 403, 403, 429]);
    expect(await change(dorasToken, dora.password)).toBe(204);
  });
});

describe('what strangers may send', () => {
  const long = JSON.stringify({ code: 'x'.repeat(17_000) });

  it.each(['/api/enrol', '/api/sign-in'])('to %s is at most 16 KB', async (path) => {
    expect(await post(town.url, path, long)).toMatchObject({ status: 413, body: { code: 'tooLarge' } });
  });

  it('to /api/password without a session is not read at all', async () => {
    expect(await post(town.url, '/api/password', long)).toMatchObject({ status: 401 });
    expect(await post(town.url, '/api/password', long, await tokenOf(town, 0))).toMatchObject({
      status: 413,
    });
    expect(await postJson(town.url, '/api/password', {}, await tokenOf(town, 0))).toMatchObject({
      status: 400,
    });
  });
});
