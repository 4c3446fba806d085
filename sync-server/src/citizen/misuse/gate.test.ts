import { instantOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { asTyped, formPath, hiddenIn, openPage, type Shown, send, ticketIn } from '../test-browser.ts';
import { de } from '../texts/de.ts';
import { waitMs } from './send-counter.ts';

const typed = asTyped(validDogAnswers());
const isReceipt = ({ status, headers }: Shown) =>
  status === 303 && (headers.get('location') ?? '').includes('/receipts/');

let town: TestTownServer;
let clock = Date.now();

beforeEach(async () => {
  clock = Date.now();
  town = await startTestTown(
    { proxies: 1 },
    { now: () => instantOf(clock), citizenLimits: { freeSubmissions: 2, submissions: 12 } },
  );
});
afterEach(() => town.close());

async function opened(): Promise<Record<string, string>> {
  return { ...typed, _ticket: ticketIn((await openPage(town.url, formPath)).html) };
}

function sendFrom(address: string, fields: Record<string, string>): Promise<Shown> {
  return send(town.url, formPath, fields, { 'X-Forwarded-For': address });
}

/** Sends as many as are free, from 192.0.2.x. */
async function useUp(): Promise<void> {
  for (const last of [1, 2]) expect(isReceipt(await sendFrom(`192.0.2.${last}`, await opened()))).toBe(true);
}

function challengeIn({ html }: Shown): Challenge {
  const text = /data-proof="([^"]+)"/.exec(html)?.[1] ?? '';
  return JSON.parse(text.replaceAll('&quot;', '"')) as Challenge;
}

async function solved(challenge: Challenge): Promise<string> {
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

async function received(): Promise<number> {
  const all = await town.core.store.snapshot(testTown.municipalityId, (read) =>
    read.allDocuments('cases', '', 100),
  );
  return all.length;
}

describe('very many applications from one place', () => {
  it('ask for a calculation, beginning with the one after the free ones, and take it for this application only', async () => {
    await useUp();
    const third = await opened();
    const asked = await sendFrom('192.0.2.77', third);
    expect([asked.status, asked.html.includes(de.toll.title)]).toEqual([429, true]);
    // nothing typed is lost
    expect(hiddenIn(asked.html)).toMatchObject(typed);
    expect(await received()).toBe(2);
    const proof = await solved(challengeIn(asked));
    const other = await opened();
    expect((await sendFrom('192.0.2.77', { ...other, _proof: proof })).status).toBe(429);
    for (const wrong of [
      '',
      '{}',
      'x',
      proof.replace(/"derivedKey":"../, '"derivedKey":"zz'),
      `${proof} `.repeat(9),
    ])
      expect([wrong, (await sendFrom('192.0.2.77', { ...third, _proof: wrong })).status]).toEqual([
        wrong,
        429,
      ]);
    expect(isReceipt(await sendFrom('192.0.2.77', { ...third, _proof: proof }))).toBe(true);
    expect(await received()).toBe(3);
    // sent once more it is the same application, and costs nothing
    expect(isReceipt(await sendFrom('192.0.2.77', third))).toBe(true);
    expect(await received()).toBe(3);
  });

  it('ask nobody else: another place, another service, ten minutes later', async () => {
    await useUp();
    expect((await sendFrom('192.0.2.3', await opened())).status).toBe(429);
    expect(isReceipt(await sendFrom('198.51.100.1', await opened()))).toBe(true);
    clock += 10 * 60 * 1000 + 1;
    expect(isReceipt(await sendFrom('192.0.2.3', await opened()))).toBe(true);
  });

  it('leave a way without a script: to wait, one a minute in turn, without calculating', async () => {
    await useUp();
    const [first, second] = [await opened(), await opened()];
    const asked = await sendFrom('192.0.2.3', first);
    expect(asked.html).toContain(
      'Bitte warten Sie eine Minute und senden Sie den Antrag dann noch einmal ab.',
    );
    const alsoAsked = await sendFrom('192.0.2.4', second);
    expect(alsoAsked.html).toContain('Bitte warten Sie 2 Minuten');
    const waiting = hiddenIn(asked.html);
    const tooSoon = await sendFrom('192.0.2.3', waiting);
    expect(tooSoon.status).toBe(429);
    clock += waitMs;
    // a turn is nobody else's
    expect(
      (await sendFrom('192.0.2.3', { ...hiddenIn(alsoAsked.html), _turn: waiting['_turn'] ?? '' })).status,
    ).toBe(429);
    expect(isReceipt(await sendFrom('192.0.2.3', hiddenIn(tooSoon.html)))).toBe(true);
    expect((await sendFrom('192.0.2.4', hiddenIn(alsoAsked.html))).status).toBe(429);
    clock += waitMs;
    expect(isReceipt(await sendFrom('192.0.2.4', hiddenIn(alsoAsked.html)))).toBe(true);
  });

  it('end at a limit, whatever was calculated, for the whole prefix', async () => {
    for (let sent = 0; sent < 12; sent++) await sendFrom(`192.0.2.${sent}`, {});
    const refused = await sendFrom('192.0.2.200', await opened());
    expect([refused.status, refused.html.includes(de.problems.tooManyRequests.title)]).toEqual([429, true]);
    expect(isReceipt(await sendFrom('192.0.3.1', await opened()))).toBe(true);
  });

  it('a field only programs fill in: nothing is taken, everything typed stays, and a person sends again', async () => {
    const fields = await opened();
    const trapped = await sendFrom('192.0.2.1', { ...fields, _website: 'http://spam.example' });
    expect([trapped.status, trapped.html.includes(de.notices.trapped.title)]).toEqual([422, true]);
    expect(await received()).toBe(0);
    expect(trapped.html).toContain(`value="${fields['dogName']}"`);
    expect(isReceipt(await sendFrom('192.0.2.1', fields))).toBe(true);
  });
});
