import { feeAccount } from '@amtsstube/shared/domain/fees/fee-account';
import { opId, type TrackingCode } from '@amtsstube/shared/domain/ids';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../../execute/actor-of.ts';
import { executeServerOperation } from '../../execute/execute.ts';
import { signatureHeader, signNotification } from '../../payments/notification-signature.ts';
import { openSimulator, type Simulator } from '../../payments/simulator.ts';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { asTyped, formPath, openPage, send, ticketIn } from '../test-browser.ts';
import { trackedCase } from '../tracked-case.ts';

const secret = 'only the simulator and the town know this';
let town: TestTownServer;
let simulator: Simulator;
let operations = 0;

beforeAll(async () => {
  simulator = await openSimulator({ secret, port: 0, retryMs: 20 });
  town = await startTestTown(
    { ePayment: { url: simulator.url, secret } },
    { citizenLimits: { lookUps: 1000, submissions: 100, pages: 1000 } },
  );
});
afterAll(async () => {
  await town.close();
  await simulator.close();
});

describe('paying online', () => {
  it('goes to the provider and back, and is recorded once, however often it is told', async () => {
    const code = await anApplication(3550);
    const status = await openPage(town.url, statusPath(code));
    for (const text of ['35,50', 'offen', 'DE02 1203 0000 0000 2020 51', 'Online bezahlen', '<svg viewBox'])
      expect(status.html).toContain(text);
    const payUrl = await beginToPay(code);
    expect(await beginToPay(code)).toBe(payUrl);
    const back = await answer(payUrl, 'pay');
    expect(back).not.toContain(code);
    await expect.poll(async () => (await payments(code)).length).toBe(1);
    for (let times = 0; times < 2; times += 1)
      expect((await openPage(back, '')).html).toContain('Ihre Zahlung ist angekommen');
    expect((await notify(back, secret)).status).toBe(204);
    expect(await payments(code)).toMatchObject([{ amountCents: 3550, way: 'ePayment', byId: null }]);
    const paid = await openPage(town.url, statusPath(code));
    expect(paid.html).toContain('bezahlt');
    expect(paid.html).not.toContain('Online bezahlen');
    expect((await send(town.url, `${statusPath(code)}/pay`, {})).html).toContain('nichts zu bezahlen');
  });

  it('is told by itself where the payer never comes back, as soon as the town answers again', async () => {
    const code = await anApplication(1000);
    await answer(await beginToPay(code), 'pay');
    await expect
      .poll(async () => (await payments(code)).map(({ amountCents }) => amountCents))
      .toEqual([1000]);
  });

  it('called off records nothing, and can be begun anew', async () => {
    const code = await anApplication(1000);
    const first = await beginToPay(code);
    expect((await openPage(await answer(first, 'cancel'), '')).html).toContain('Es wurde nichts bezahlt');
    expect(await payments(code)).toEqual([]);
    expect(await beginToPay(code)).not.toBe(first);
  });

  it('for one case is never recorded for another', async () => {
    const [code, other] = [await anApplication(1000), await anApplication(1000)];
    const back = new URL(await answer(await beginToPay(code), 'pay'));
    const others = new URL(await answer(await beginToPay(other), 'cancel'));
    others.searchParams.set('payment', back.searchParams.get('payment') ?? '');
    expect((await openPage(others.href, '')).html).toContain('Es wurde nichts bezahlt');
    expect(await payments(other)).toEqual([]);
  });

  it('believes no notification that another signed, or that is old', async () => {
    const code = await anApplication(1000);
    const back = await answer(await beginToPay(code), 'cancel');
    expect((await notify(back, 'another secret')).status).toBe(403);
    expect((await notify(back, secret, Date.now() - 10 * 60 * 1000)).status).toBe(403);
    expect((await notify(back.replace('/payments/', '/payments/x'), secret)).status).toBe(404);
  });
});

function statusPath(code: string): string {
  return `/m/${testTown.municipalityId}/status/${code}`;
}

/** An application for which a fee is charged; its tracking code. */
async function anApplication(amountCents: number): Promise<string> {
  const form = await openPage(town.url, formPath);
  const sent = await send(town.url, formPath, {
    ...asTyped(validDogAnswers()),
    _ticket: ticketIn(form.html),
  });
  const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
  const code = /class="tracking-code">([^<]+)</.exec(receipt.html)?.[1] ?? '';
  const found = await trackedCase(town.core.store, testTown.municipalityId, code as TrackingCode);
  const { id: caseId, serviceId } = found?.caseRecord ?? {};
  const fee = { fromCents: null, amountCents, dueOn: '2026-12-23', reason: 'Satzung' };
  await asAnna('assignCase', { action: 'takeOver', caseId, word: '' });
  await asAnna('setFee', { caseId, serviceId, ...fee });
  return code;
}

async function asAnna(kind: string, payload: object): Promise<void> {
  operations += 1;
  const operation = {
    opId: opId.parse(`test.${operations}`),
    deviceId: null,
    kind,
    v: 1,
    payload,
    at: town.core.now(),
  };
  const decided = await executeServerOperation(
    town.core,
    testTown.municipalityId,
    operation,
    actorOf(annaBerger),
  );
  expect(decided.result).toEqual({ decided: 'accepted' });
}

async function payments(code: string) {
  const found = await trackedCase(town.core.store, testTown.municipalityId, code as TrackingCode);
  return feeAccount(found?.dossier.events ?? [])?.payments ?? [];
}

/** Where the provider wants to be paid. */
async function beginToPay(code: string): Promise<string> {
  const { html } = await send(town.url, `${statusPath(code)}/pay`, {});
  return new RegExp(`href="(${simulator.url}/pay/[^"]+)"`).exec(html)?.[1] ?? '';
}

/** What the payer does there; where she is sent back to. */
async function answer(payUrl: string, chosen: 'pay' | 'cancel'): Promise<string> {
  expect((await openPage(payUrl, '')).html).toContain('Hier wird nichts bezahlt');
  return (await send(payUrl, '', { answer: chosen })).headers.get('location') ?? '';
}

async function notify(back: string, by: string, atMs = Date.now()): Promise<Response> {
  const url = new URL(back);
  const body = Buffer.from(JSON.stringify({ id: url.searchParams.get('payment') }));
  return fetch(`${url.origin}${url.pathname}/notify`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', [signatureHeader]: signNotification(by, body, atMs) },
    body,
  });
}
