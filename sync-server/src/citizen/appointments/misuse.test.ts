import { instantOf } from '@amtsstube/shared/domain/time';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import { waitMs } from '../misuse/send-counter.ts';
import { hiddenIn, openPage, type Shown, send } from '../test-browser.ts';
import { booking, holdAt, oneCounter, person, sendForm, timesIn, timesPath } from './test-booking.ts';

let town: TestTownServer;
let clock = 0;
/** Of a day with free times: its page, and times that leave each other room. */
let day = '';
let times: readonly string[] = [];

beforeEach(async () => {
  // calculations are checked by the real clock
  clock = Date.now();
  town = await startTestTown(
    {},
    { now: () => instantOf(clock), citizenLimits: { freeSubmissions: 2, openBookings: 10, holds: 6 } },
  );
  const days = await openPage(town.url, `${booking}/days?leistung=${oneCounter}`);
  day = /class="day-list__day" href="[^"]+tag=([\d-]+)"/.exec(days.html)?.[1] ?? '';
  times = timesIn(await openPage(town.url, timesPath(day))).filter((_, index) => index % 3 === 0);
});
afterEach(() => town.close());

async function solved({ html }: Shown): Promise<string> {
  const text = /data-proof="([^"]+)"/.exec(html)?.[1] ?? '';
  const challenge = JSON.parse(text.replaceAll('&quot;', '"')) as Challenge;
  return JSON.stringify({ challenge, solution: await solveChallenge({ challenge, deriveKey }) });
}

const keep = (page: Shown, at: string, fields: Record<string, string> = {}) =>
  send(town.url, `${booking}/hold?leistung=${oneCounter}`, { ...hiddenIn(page.html), ...fields, time: at });

describe('very many from one place', () => {
  it('keep times for a calculation or a wait, and the page stays as it was', async () => {
    for (const at of times.slice(0, 2)) await holdAt(town.url, at);
    const page = await openPage(town.url, timesPath(day));
    const asked = await keep(page, times[2] ?? '');
    expect([asked.status, asked.html.includes('Kurz warten')]).toEqual([429, true]);
    expect((await keep(asked, times[2] ?? '', { _proof: await solved(asked) })).status).toBe(303);
    const waiting = await keep(await openPage(town.url, timesPath(day)), times[3] ?? '');
    expect(waiting.status).toBe(429);
    // behind who calculated in the end
    clock += 2 * waitMs + 1000;
    expect((await keep(waiting, times[3] ?? '')).status).toBe(303);
  });

  it('book for a calculation, and nothing typed is lost', async () => {
    const forms = [];
    for (const at of times.slice(0, 2)) forms.push(await holdAt(town.url, at));
    for (const { form } of forms) expect((await sendForm(town.url, form, person)).status).toBe(303);
    clock += 5 * 60_000;
    const page = await openPage(town.url, timesPath(day));
    const asked = await keep(page, times[2] ?? '');
    const held = await keep(asked, times[2] ?? '', { _proof: await solved(asked) });
    const form = await openPage(town.url, held.headers.get('location') ?? '');
    const again = await sendForm(town.url, form, person);
    expect([again.status, again.html.includes('Mit Rollstuhl')]).toEqual([429, true]);
    expect((await sendForm(town.url, again, { ...person, _proof: await solved(again) })).status).toBe(303);
  });

  it('are stopped where they keep more times than anybody needs', async () => {
    const page = await openPage(town.url, timesPath(day));
    const statuses = [];
    for (let tries = 0; tries < 7; tries += 1) statuses.push((await keep(page, 'gestern')).status);
    expect(statuses.at(-1)).toBe(429);
  });
});
