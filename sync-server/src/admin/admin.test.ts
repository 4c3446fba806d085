import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { caseId, epoch, municipalityId, trackingCode } from '@amtsstube/shared/domain/ids';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Config, parseConfig } from '../config.ts';
import { giveUp } from '../mail/failed-mails.ts';
import { postJson } from '../replication/test-desk.ts';
import { type RunningServer, startServer } from '../start-server.ts';
import { CannotStart } from '../start-server-listening.ts';
import { openSqliteStore } from '../store/sqlite-store.ts';
import { administer } from './admin.ts';
import { verify } from './verify.ts';

let directory: string;
let config: Config;
let server: RunningServer | undefined;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'amtsstube-admin-'));
  const parsed = parseConfig({
    AMTSSTUBE_DATA: directory,
    AMTSSTUBE_PORT: '0',
    AMTSSTUBE_LOG_LEVEL: 'silent',
  });
  if (!parsed.ok) throw new Error(parsed.sentence);
  config = parsed.config;
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  // what it began to sweep at its start may still be ending
  await rm(directory, { recursive: true, force: true, maxRetries: 5 });
});

const add = [
  ...['municipality', 'add', '--id', 'neustadt', '--name', 'Neustadt (Börde)'],
  ...['--email', 'rathaus@neustadt.example', '--admin-name', 'Käthe Öhler'],
  ...['--admin-email', 'kaethe.oehler@neustadt.example'],
];
const invitationIn = (lines: readonly string[]) => /\/einladung\/[\w-]{43}/.exec(lines.join('\n'))?.[0] ?? '';
const codeIn = (lines: readonly string[]) => /[2-9A-Z]{5}-[2-9A-Z]{5}/.exec(lines.join('\n'))?.[0] ?? '';
const form = (path: string, fields: Record<string, string>) =>
  fetch(server?.url + path, { method: 'POST', body: new URLSearchParams(fields) });

describe('a new municipality', () => {
  it('is set up, and its first administrator gets in by the link and the code that were printed', async () => {
    const lines = await administer(add, config);
    server = await startServer(config);
    const link = invitationIn(lines);
    const page = await (await fetch(server.url + link)).text();
    expect(page).toContain('Neustadt (Börde)');
    expect(page).toContain('kaethe.oehler@neustadt.example');

    const password = 'Tür und Tor 2026';
    for (const [fields, says] of [
      [{ password: 'kurz', again: 'kurz' }, 'mindestens 12'],
      [{ password, again: 'Tür und Tor 2027' }, 'nicht gleich'],
    ] as const) {
      const refused = await form(link, fields);
      expect(refused.status).toBe(422);
      expect(await refused.text()).toContain(says);
    }
    expect((await form(link, { password, again: password })).status).toBe(200);
    const again = await fetch(server.url + link);
    expect([again.status, (await again.text()).includes('gilt nicht mehr')]).toEqual([404, true]);

    const enrolled = await postJson(server.url, '/api/enrol', { code: codeIn(lines), name: 'Rathaus' });
    const { workstationId, secret } = enrolled.body as { workstationId: string; secret: string };
    const signedIn = await postJson(server.url, '/api/sign-in', {
      email: 'kaethe.oehler@neustadt.example',
      password,
      workstation: { workstationId, secret },
    });
    expect(signedIn.body).toMatchObject({
      municipalityId: 'neustadt',
      clerk: { name: 'Käthe Öhler', role: 'admin' },
    });
    expect(await verify(directory, () => undefined)).toBe(true);
  });

  it('is refused twice, and while the server runs', async () => {
    await administer(add, config);
    // with what to do where the links were lost
    await expect(administer(add, config)).rejects.toThrow(
      /There is a municipality neustadt already\. .*Käthe Öhler \(--clerk [\w-]{36}\)/,
    );
    server = await startServer(config);
    await expect(administer([...add, '--id', 'andere'], config)).rejects.toThrow(CannotStart);
  });

  it('cut off half-way is finished by the same command', async () => {
    const store = await openSqliteStore({ directory });
    await store.createMunicipality(municipalityId.parse('neustadt'), epoch.parse('cut-off'));
    await store.close();
    const lines = await administer(add, config);
    server = await startServer(config);
    const page = await (await fetch(server.url + invitationIn(lines))).text();
    expect(page).toContain('Neustadt (Börde)');
    expect(codeIn(lines)).not.toBe('');
  });
});

describe('while the server runs', () => {
  it('gives out codes, and links that replace the former one and reset a password', async () => {
    const first = invitationIn(await administer(add, config));
    server = await startServer(config);
    const code = codeIn(await administer(['enrolment-code', '--municipality', 'neustadt'], config));
    expect((await postJson(server.url, '/api/enrol', { code, name: 'Platz 2' })).status).toBe(200);
    const [count, line = ''] = await administer(['clerks', '--municipality', 'neustadt'], config);
    expect([count, line]).toEqual(['1 clerks.', expect.stringMatching(/^ {2}\S+ {2}Käthe Öhler {2}admin$/)]);
    const inviteOf = (id: string) => [
      ...['invite', '--municipality', 'neustadt', '--clerk', id],
      ...['--email', 'neu@neustadt.example'],
    ];
    await expect(administer(inviteOf('nobody'), config)).rejects.toThrow(line);
    const invite = inviteOf(line.trim().split('  ')[0] ?? '');
    const second = invitationIn(await administer(invite, config));
    expect((await fetch(server.url + second)).status).toBe(200);
    expect((await fetch(server.url + first)).status).toBe(404);
    const third = invitationIn(await administer(invite, config));
    expect([(await fetch(server.url + second)).status, (await fetch(server.url + third)).status]).toEqual([
      404, 200,
    ]);
  });

  it('lists failed mails with whom they were for, and has them tried again', async () => {
    await administer(add, config);
    server = await startServer(config);
    const list = ['failed-mails', '--municipality', 'neustadt'];
    expect(await administer(list, config)).toEqual(['0 failed mails.']);
    const effect = {
      kind: 'mail' as const,
      template: 'news' as const,
      to: 'vertippt@example.org',
      caseId: caseId.parse('case-1'),
      trackingCode: trackingCode.parse('ABCDE-FGHJK-MNPQR'),
    };
    const row = { id: '7.0', effect, attempts: 174, dueAt: server.core.now() };
    await server.core.store.transact(municipalityId.parse('neustadt'), async (tx) => {
      await tx.addEffect(row);
      await giveUp(tx, row);
    });
    const line = '7.0  news  to vertippt@example.org  case case-1  refused 175 times';
    expect(await administer(list, config)).toEqual(['1 failed mails.', line]);
    expect(await administer([...list, '--retry', 'yes'], config)).toEqual([
      '1 failed mails will be sent again.',
      line,
    ]);
    expect(await administer(list, config)).toEqual(['0 failed mails.']);
  });

  it.each([
    [[], 'usage: npm run server:admin'],
    [['municipality', 'remove'], 'usage: npm run server:admin'],
    [['enrolment-code'], '--municipality is missing or wrong'],
    [['enrolment-code', '--municipality', 'nirgends'], 'There is no municipality nirgends'],
    [['municipality', 'add', '--id', 'Groß', '--name', 'x'], '--id is missing or wrong'],
    [['enrolment-code', '--unknown', 'x'], 'usage: npm run server:admin'],
  ])('%j is answered with a sentence', async (argv, says) => {
    await expect(administer(argv, config)).rejects.toThrow(says);
  });
});
