import type { AnyDocument } from '@amtsstube/shared/domain/documents';
import { aCase, aDossier, validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asTyped, formPath, openPage, send, ticketIn } from './citizen/test-browser.ts';
import { stackOf } from './logging.ts';
import { openPostOffice, type PostOffice } from './mail/test-post-office.ts';
import { handOverOf, post, postJson, tokenOf, townPath } from './replication/test-desk.ts';
import { startTestTown, type TestTownServer } from './start-server-test-town.ts';
import { createMemoryStore } from './store/memory-store.ts';
import { StoreUnavailable } from './store/store.ts';

const personal = [
  ...['Mustermann', 'Bello', 'erika.mustermann', 'anna.berger', 'geheim', '127.0.0.1'],
  ...Object.values(validDogAnswers()).filter((answer) => typeof answer === 'string' && answer.length > 8),
].map(String);
const damaged = 'Dossier von Erika Mustermann\n    at Bello (Lindenstraße 4)';

let office: PostOffice;
let town: TestTownServer;
let failure: Error | undefined;
let lines: string[];

beforeEach(async () => {
  lines = [];
  failure = undefined;
  office = await openPostOffice();
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const store = createMemoryStore({
    beforeCommit: () => {
      if (failure) throw failure;
    },
  });
  town = await startTestTown({ smtpUrl: office.url }, { log, store });
});
afterEach(async () => {
  await town.close();
  await office.close();
});

const logged = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);

function expectNothingPersonal(...more: readonly string[]): void {
  const text = lines.join('');
  for (const secret of [...personal, ...more]) expect(text).not.toContain(secret);
}

async function apply() {
  const ticket = ticketIn((await openPage(town.url, formPath)).html);
  return { ticket, sent: await send(town.url, formPath, { ...asTyped(validDogAnswers()), _ticket: ticket }) };
}

describe('the log of a server', () => {
  it('has no code, name, address or token where all goes well', async () => {
    const token = await tokenOf(town, 0);
    const { ticket, sent } = await apply();
    const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
    const code = /class="tracking-code">([^<]+)</.exec(receipt.html)?.[1] ?? '';
    expect(code).not.toBe('');
    await openPage(town.url, `/m/musterstadt/status/${code}`);
    await openPage(town.url, `/m/musterstadt/nichts?name=Mustermann`);
    expect(logged()).toContainEqual(expect.objectContaining({ route: '/m/:municipality/status/:code' }));
    expectNothingPersonal(code, token, ticket);
  });

  it.each([
    ['unavailable', 503, new StoreUnavailable('cannot write Erika Mustermann')],
    ['internal', 500, new Error(damaged)],
  ])('tells a store that fails (%s) by the stack, without its words', async (code, status, thrown) => {
    failure = thrown;
    // the citizen's page answers a failing disk itself; /ready meets both
    await apply();
    expect((await fetch(`${town.url}/ready`)).status).toBe(status);
    expect(logged()).toContainEqual(
      expect.objectContaining({ level: 50, code, stack: expect.stringMatching(/Error|StoreUnavailable/) }),
    );
    failure = undefined;
    expectNothingPersonal();
  });

  it('says once that a proxy stands in front which the settings don’t know', async () => {
    const warnings = () => logged().filter(({ proxies }) => proxies !== undefined);
    await fetch(`${town.url}/health`);
    expect(warnings()).toEqual([]);
    for (let n = 0; n < 3; n += 1)
      await fetch(`${town.url}/health`, { headers: { 'X-Forwarded-For': '198.51.100.7' } });
    expect(warnings()).toMatchObject([{ level: 40, proxies: expect.stringContaining('AMTSSTUBE_PROXIES') }]);
    expectNothingPersonal('198.51.100.7');
  });

  it('does not repeat what was malformed', async () => {
    const token = await tokenOf(town, 0);
    const path = `${townPath}/operations`;
    for (const body of [
      '{"Mustermann',
      '{"Mustermann":1}',
      JSON.stringify({ ...handOverOf('d-1'), epoch: 'Bello!' }),
    ])
      expect((await post(town.url, path, body, token)).status).toBe(400);
    expect((await postJson(town.url, `${townPath}/changes/Mustermann`, {}, token)).status).toBe(400);
    expect((await postJson(town.url, '/api/sign-in', { email: 'geheim@x.example' })).status).toBe(400);
    expect(logged().filter(({ status }) => status === 400)).toHaveLength(5);
    expectNothingPersonal(token);
  });

  it('names the row of a refused mail, and neither whom it was for nor what the mail server said', async () => {
    office.refuse(550);
    await apply();
    const row = expect.objectContaining({
      level: 40,
      outboxRow: expect.stringMatching(/^\d+\.0$/),
      attempts: 1,
    });
    await expect.poll(logged).toContainEqual(row);
    expectNothingPersonal();
  });

  it('[S3] names the rule that failed and where, with the operation that was refused for it', async () => {
    const events = Object.defineProperty({}, Symbol.iterator, {
      value: () => {
        throw new RangeError(damaged);
      },
    });
    await town.core.store.transact(testTown.municipalityId, async (tx) => {
      const { seq } = await tx.head();
      for (const [collection, document] of [
        ['cases', aCase({ firstTouchedAt: town.core.now() })],
        ['dossiers', { ...aDossier(), events } as unknown as AnyDocument],
      ] as const)
        await tx.putDocument({ collection, id: document.id, scope: String(document.scope), seq, document });
    });
    const handed = await postJson(
      town.url,
      `${townPath}/operations`,
      handOverOf('d-1'),
      await tokenOf(town, 0),
    );
    expect(handed.body).toMatchObject({
      decisions: { receipts: [{ result: { decided: 'refused', reason: { code: 'internal' } } }] },
    });
    const [line, ...others] = logged().filter(({ rule }) => rule !== undefined);
    expect(line).toMatchObject({ level: 50, opId: 'd-1.1', kind: 'addNote' });
    expect(line?.['stack']).toMatch(/^RangeError\n {4}at .*logging\.test\.ts(.|\n)*load-case\.ts/);
    expect(others).toEqual([]);
    expectNothingPersonal();
  });
});

describe('stackOf', () => {
  it('is the name and the frames, whatever the message looks like', () => {
    const stack = stackOf(new TypeError(damaged));
    expect(stack).toMatch(/^TypeError\n {4}at /);
    expect(stack).not.toMatch(/Mustermann|Bello/);
    expect(stackOf('Erika Mustermann')).toBe('string');
  });
});
