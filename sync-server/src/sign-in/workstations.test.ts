import { municipalityId } from '@amtsstube/shared/domain/ids';
import { type Instant, instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { testTown, testTownAccounts } from '@amtsstube/shared/fixtures/test-town';
import { signInAnswer, type WorkstationCredential } from '@amtsstube/shared/replication/sign-in';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { enrolledOn, handOverOf, postJson, signInOn, tokenOf, townPath } from '../replication/test-desk.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';

const morning = millisecondsOf(instant.parse('2026-11-23T08:00:00.000Z'));
let now = morning;
let town: TestTownServer;

beforeAll(async () => {
  town = await startTestTown(
    {},
    { now: (): Instant => instantOf(now), attemptLimits: { perAccount: 1000, perAddress: 1000 } },
  );
});
beforeEach(() => {
  now = morning;
});
afterAll(() => town.close());

const enrol = (code: string) => postJson(town.url, '/api/enrol', { code, name: 'Bürgerbüro links' });
const digest = (token: string) =>
  postJson(town.url, `${townPath}/digest/cases`, { epoch: null, deviceId: 'd-w' }, token);

async function get(path: string, token: string) {
  const response = await fetch(town.url + path, { headers: { Authorization: `Bearer ${token}` } });
  return { status: response.status, body: (await response.json()) as unknown };
}

const invite = (clerk: string, email: string, admin: string) =>
  postJson(town.url, `${townPath}/admin/invitations`, { clerkId: clerk, email }, admin);

/** As an invited clerk does, behind the link. */
async function setPassword(link: string, password: string) {
  const body = new URLSearchParams({ password, again: password });
  const response = await fetch(town.url + new URL(link).pathname, { method: 'POST', body });
  return { status: response.status, text: await response.text() };
}

async function signedInOn(workstation: WorkstationCredential, clerk: 0 | 1 | 2 = 0) {
  return signInAnswer.parse((await signInOn(town, clerk, workstation)).body);
}

describe('a device is let in', () => {
  it('once per code, however it is typed, and says to which municipality it belongs', async () => {
    const { code } = town.workstations.newEnrolmentCode(testTown.municipalityId);
    const typed = ` ${code.slice(0, 5).toLowerCase()} - ${code.slice(5)}`;
    const answer = await enrol(typed);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      municipalityId: 'musterstadt',
      municipalityName: 'Musterstadt (Altmark)',
    });
    expect(await enrol(code)).toMatchObject({ status: 403, body: { code: 'wrongCode' } });
  });

  it('by one of two that come at the same time with one code', async () => {
    const { code } = town.workstations.newEnrolmentCode(testTown.municipalityId);
    const answers = await Promise.all([enrol(code), enrol(code)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 403]);
  });

  it('within a day', async () => {
    const { code } = town.workstations.newEnrolmentCode(testTown.municipalityId);
    now += 24 * 60 * 60 * 1000 + 1;
    expect((await enrol(code)).status).toBe(403);
  });

  it.each(['', 'ABCDE', 'ABCDE-FGHJ1', 'x'.repeat(500)])('not by %j, which is no code', async (code) => {
    expect(await enrol(code)).toMatchObject({ status: 400, body: { code: 'malformedRequest' } });
  });
});

describe('signing in on a device', () => {
  it('takes the device’s own secret and no other', async () => {
    const workstation = await enrolledOn(town);
    const { secret } = await enrolledOn(town);
    for (const wrong of [
      { ...workstation, secret },
      { ...workstation, workstationId: 'unknown' as WorkstationCredential['workstationId'] },
    ]) {
      // not "revoked": who hears that destroys her keys
      expect(await signInOn(town, 0, wrong)).toMatchObject({
        status: 403,
        body: { code: 'workstationUnknown' },
      });
    }
  });

  it('of another municipality is refused', async () => {
    const elsewhere = municipalityId.parse('anderstadt');
    await town.core.store.createMunicipality(elsewhere, town.core.newEpoch());
    const workstation = await enrolledOn(town, elsewhere);
    expect(await signInOn(town, 0, workstation)).toMatchObject({
      status: 403,
      body: { code: 'wrongMunicipality' },
    });
  });

  it('gives the same keys each time: recovery for this clerk here, colleague for all on it', async () => {
    const [here, there] = [await enrolledOn(town), await enrolledOn(town)];
    const [first, again, bernd, other] = [
      await signedInOn(here),
      await signedInOn(here),
      await signedInOn(here, 1),
      await signedInOn(there),
    ];
    expect([again.recoveryKey, again.colleagueKey]).toEqual([first.recoveryKey, first.colleagueKey]);
    expect(bernd.recoveryKey).not.toBe(first.recoveryKey);
    expect(bernd.colleagueKey).toBe(first.colleagueKey);
    expect(other.recoveryKey).not.toBe(first.recoveryKey);
    expect(other.colleagueKey).not.toBe(first.colleagueKey);
  });
});

describe('an administrator', () => {
  it('gives out codes, sees the devices and revokes one: its sessions and keys end at once', async () => {
    const admin = await tokenOf(town, 2);
    const { body } = await postJson(town.url, `${townPath}/admin/enrolment-codes`, {}, admin);
    const answer = await enrol((body as { code: string }).code);
    expect(answer.status).toBe(200);
    const { workstationId, secret } = answer.body as WorkstationCredential;
    const signedIn = await signedInOn({ workstationId, secret });
    expect((await digest(signedIn.token)).status).toBe(200);
    const listed = await get(`${townPath}/admin/workstations`, admin);
    expect((listed.body as { workstations: unknown[] }).workstations).toContainEqual({
      workstationId,
      name: 'Bürgerbüro links',
      enrolledAt: '2026-11-23T08:00:00.000Z',
      lastSeenAt: '2026-11-23T08:00:00.000Z',
      revokedAt: null,
    });

    const path = `${townPath}/admin/workstations/${workstationId}/revoke`;
    expect((await postJson(town.url, path, {}, admin)).status).toBe(204);
    expect(await digest(signedIn.token)).toMatchObject({ status: 403, body: { code: 'workstationRevoked' } });
    expect(await signInOn(town, 0, { workstationId, secret })).toMatchObject({
      status: 403,
      body: { code: 'workstationRevoked' },
    });
  });

  it('revokes a device whose clerk got a new password meanwhile: it hears of its revocation all the same', async () => {
    const admin = await tokenOf(town, 2);
    const revoked = { status: 403, body: { code: 'workstationRevoked' } };
    const workstation = await enrolledOn(town);
    const { token } = await signedInOn(workstation, 1);
    const bernd = testTownAccounts[1];
    const { body } = await invite(bernd.clerkId, bernd.email, admin);
    expect((await setPassword((body as { link: string }).link, bernd.password)).status).toBe(200);
    expect((await digest(token)).status).toBe(401);
    const path = `${townPath}/admin/workstations/${workstation.workstationId}/revoke`;
    await postJson(town.url, path, {}, admin);
    expect(await digest(token)).toMatchObject(revoked);
    // with a wrong secret nobody makes this device destroy its keys
    const { secret } = await enrolledOn(town);
    expect(await signInOn(town, 1, { ...workstation, secret })).toMatchObject({
      body: { code: 'workstationUnknown' },
    });
  });

  it('is the only one who may, and only at home', async () => {
    for (const clerk of [0, 1] as const) {
      const token = await tokenOf(town, clerk);
      expect(await get(`${townPath}/admin/workstations`, token)).toEqual({
        status: 403,
        body: { code: 'notAllowed' },
      });
      expect((await postJson(town.url, `${townPath}/admin/enrolment-codes`, {}, token)).status).toBe(403);
    }
    const admin = await tokenOf(town, 2);
    expect((await get('/api/m/anderstadt/admin/workstations', admin)).status).toBe(403);
    const unknown = `${townPath}/admin/workstations/unknown/revoke`;
    expect((await postJson(town.url, unknown, {}, admin)).status).toBe(404);
  });
});

describe('an invitation', () => {
  const [anna, bernd] = testTownAccounts;
  const signIn = async (email: string, password: string) => {
    const workstation = await enrolledOn(town);
    return (await postJson(town.url, '/api/sign-in', { email, password, workstation })).status;
  };

  it('with somebody else’s address is refused, before it is sent and where the link is used', async () => {
    const admin = await tokenOf(town, 2);
    expect(await invite(bernd.clerkId, anna.email.toUpperCase(), admin)).toMatchObject({
      status: 409,
      body: { code: 'addressTaken' },
    });
    // two invited with one address while nobody has it
    const address = 'buero@musterstadt.example';
    const links = [];
    for (const clerk of [anna.clerkId, bernd.clerkId])
      links.push(((await invite(clerk, address, admin)).body as { link: string }).link);
    const [first = '', second = ''] = links;
    expect((await setPassword(first, 'Das-ist-Annas-Passwort')).status).toBe(200);
    const refused = await setPassword(second, 'Das-ist-Bernds-Passwort');
    expect([refused.status, refused.text.includes('gehört zu einem anderen Zugang')]).toEqual([422, true]);
    expect(await signIn(address, 'Das-ist-Annas-Passwort')).toBe(200);
    expect(await signIn(bernd.email, bernd.password)).toBe(200);
    const back = (await invite(anna.clerkId, anna.email, admin)).body as { link: string };
    expect((await setPassword(back.link, anna.password)).status).toBe(200);
  });

  it('with a new address moves the account: the former address, password and sessions open nothing', async () => {
    const admin = await tokenOf(town, 2);
    const session = await tokenOf(town, 1);
    const moved = (await invite(bernd.clerkId, 'B.Krueger-Neu@musterstadt.example', admin)).body;
    const password = 'Neue-Adresse-neues-Glück';
    expect((await setPassword((moved as { link: string }).link, password)).status).toBe(200);
    expect(await signIn(bernd.email, bernd.password)).toBe(401);
    expect(await signIn(bernd.email, password)).toBe(401);
    expect((await digest(session)).status).toBe(401);
    expect(await signIn('b.krueger-neu@musterstadt.example', password)).toBe(200);
    const back = (await invite(bernd.clerkId, bernd.email, admin)).body as { link: string };
    expect((await setPassword(back.link, bernd.password)).status).toBe(200);
    expect(await signIn(bernd.email, bernd.password)).toBe(200);
  });
});

describe('a new password', () => {
  const path = '/api/password';
  const dora = testTownAccounts[2];

  it('takes the present one, ends the other sessions, and goes on with this one', async () => {
    const workstation = await enrolledOn(town);
    const [mine, other] = [await tokenOf(town, 2), await tokenOf(town, 2)];
    const wrong = await postJson(town.url, path, { current: 'falsch', next: 'Tür-und-Tor-2026' }, mine);
    expect(wrong).toMatchObject({ status: 403, body: { code: 'wrongPassword' } });
    const short = await postJson(town.url, path, { current: dora.password, next: 'kurz' }, mine);
    expect(short.status).toBe(400);

    const next = 'Tür-und-Tor-2026';
    expect((await postJson(town.url, path, { current: dora.password, next }, mine)).status).toBe(204);
    expect([(await digest(mine)).status, (await digest(other)).status]).toEqual([200, 401]);
    expect((await signInOn(town, 2, workstation)).status).toBe(401);
    const again = await postJson(town.url, path, { current: next, next: dora.password }, mine);
    expect(again.status).toBe(204);
  });
});

describe('[J7] a waiting journal', () => {
  const credentialFor = async (deviceId: string, token: string) => {
    const answer = await postJson(town.url, `${townPath}/hand-over-credential`, { deviceId }, token);
    return answer.status === 200 ? (answer.body as { token: string }).token : answer.status;
  };
  const hand = (device: string, token: string) =>
    postJson(town.url, `${townPath}/hand-over`, handOverOf(device), token);

  it('is handed over with a credential of its clerk, after she has signed out', async () => {
    const token = await tokenOf(town, 1);
    const credential = String(await credentialFor('j7-a', token));
    await postJson(town.url, '/api/sign-out', {}, token);
    const answer = await hand('j7-a', credential);
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ decisions: { receipts: [{ n: 1 }] } });
  });

  it('gives a right to this journal alone, and the newer credential ends the former', async () => {
    const token = await tokenOf(town, 1);
    const former = String(await credentialFor('j7-b', token));
    const credential = String(await credentialFor('j7-b', token));
    expect((await hand('j7-b', former)).status).toBe(401);
    expect(await hand('j7-c', credential)).toMatchObject({ status: 403, body: { code: 'foreignDevice' } });
    expect((await digest(credential)).status).toBe(401);
    expect((await hand('j7-b', credential)).status).toBe(200);
    expect(await credentialFor('j7-b', await tokenOf(town, 0))).toBe(403);
  });

  it('stops with its device', async () => {
    const workstation = await enrolledOn(town);
    const { token } = await signedInOn(workstation, 1);
    const credential = String(await credentialFor('j7-d', token));
    const admin = await tokenOf(town, 2);
    await postJson(town.url, `${townPath}/admin/workstations/${workstation.workstationId}/revoke`, {}, admin);
    expect((await hand('j7-d', credential)).status).toBe(401);
  });
});
