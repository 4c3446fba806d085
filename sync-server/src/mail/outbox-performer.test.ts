import { randomBytes } from 'node:crypto';
import { type CaseId, opId, type TrackingCode } from '@amtsstube/shared/domain/ids';
import { instantOf, localDateOf } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { submit } from '../citizen/submit.ts';
import { createTicketSeal } from '../citizen/ticket-seal.ts';
import { newFormTicket } from '../citizen/tickets.ts';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import type { Store } from '../store/store.ts';
import { failedMails, retryFailedMails } from './failed-mails.ts';
import { type Mailer, smtpMailer } from './mailer.ts';
import {
  attemptsForGood,
  createOutboxPerformer,
  type OutboxPerformer,
  pauseAfter,
} from './outbox-performer.ts';
import { openPostOffice, openSilentPostOffice, type PostOffice } from './test-post-office.ts';

const { municipalityId } = testTown;
let office: PostOffice;
let town: TestTownServer;
let logged: string[];
const day = 24 * 60 * 60 * 1000;
let clock: number;

// the server itself has no SMTP server here: the tests run performers of their own, one at a time
beforeEach(async () => {
  office = await openPostOffice();
  town = await startTestTown();
  logged = [];
  clock = Date.now();
});
afterEach(async () => {
  await town.close();
  await office.close();
});

function performer(store: Store = town.core.store, mailer: Mailer = smtpMailer(office.url)): OutboxPerformer {
  return createOutboxPerformer({
    store,
    mailer,
    origin: { publicUrl: 'https://amt.example', from: undefined, seal: createTicketSeal(randomBytes(32)) },
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    now: () => instantOf(clock),
  });
}

async function apply(email = 'erika@example.org'): Promise<{ caseId: CaseId; trackingCode: TrackingCode }> {
  const ticket = newFormTicket(municipalityId, testTown.serviceId, testTown.formVersionId, town.core.now());
  expect((await submit(town.core, ticket, validDogAnswers({ email }))).outcome).toBe('received');
  // decided by the server's clock; due at once by the tests'
  clock = Math.max(clock, Date.now());
  return ticket;
}

async function waiting() {
  const farAway = instantOf(clock + 10 * day);
  return town.core.store.snapshot(municipalityId, (read) => read.dueEffects(farAway, 100));
}

const failed = () => town.core.store.snapshot(municipalityId, failedMails);

/** As if the one mail that waits had failed so often. */
async function pretendAttempts(attempts: number): Promise<void> {
  const [row] = await waiting();
  await town.core.store.transact(municipalityId, (tx) =>
    tx.postponeEffect(row?.id ?? '', attempts, instantOf(clock)),
  );
}

describe('the outbox', () => {
  it('[S10] confirms an application with file reference and link, from the municipality', async () => {
    const { trackingCode } = await apply();
    await performer().run();
    const [mail] = office.received;
    expect(mail?.subject).toBe(`Eingangsbestätigung HST-${localDateOf(town.core.now()).slice(0, 4)}-00001`);
    expect(mail?.from?.text).toBe('"Musterstadt (Altmark)" <rathaus@musterstadt.example>');
    expect(mail?.to).toMatchObject({ text: 'erika@example.org' });
    expect(mail?.text).toContain(`https://amt.example/m/musterstadt/status/${trackingCode}`);
    expect(mail?.html).toContain(`href="https://amt.example/m/musterstadt/status/${trackingCode}"`);
    expect(mail?.messageId).toMatch(/^<musterstadt\.\d+\.0@amt\.example>$/);
    expect(mail?.text).not.toContain('Bello');
    expect(await waiting()).toEqual([]);
  });

  it('[S10] confirms in the language of the pages the citizen read, also where the link is opened elsewhere', async () => {
    const ticket = newFormTicket(municipalityId, testTown.serviceId, testTown.formVersionId, town.core.now());
    await submit(town.core, ticket, validDogAnswers(), { language: 'en' });
    // sent again from pages in the other language it is still the same application
    expect(await submit(town.core, ticket, validDogAnswers(), { language: 'de' })).toEqual({
      outcome: 'received',
    });
    clock = Date.now();
    await performer().run();
    const [mail, ...others] = office.received;
    expect(others).toEqual([]);
    expect(mail?.subject).toMatch(/^Confirmation of receipt HST-/);
    expect(mail?.text).toContain(`/status/${ticket.trackingCode}?lang=en`);
    expect(mail?.html).toContain('<html lang="en">');
    expect(`${mail?.text}${mail?.html}`).not.toMatch(/Guten Tag|Aktenzeichen|Freundlichen/i);
  });

  it('[S10] says only that there is news, never which', async () => {
    const { caseId } = await apply();
    const as = (kind: string, payload: object) =>
      executeServerOperation(
        town.core,
        municipalityId,
        { opId: opId.parse(kind), deviceId: null, kind, v: 1, payload, at: town.core.now() },
        actorOf(annaBerger),
      );
    await as('assignCase', { action: 'takeOver', caseId, word: '' });
    await as('decideCase', { caseId, decision: { kind: 'rejected', reason: 'Chip nicht lesbar' } });
    clock = Date.now();
    await performer().run();
    const news = office.received.find(({ subject }) => subject === 'Es gibt Neuigkeiten');
    expect(news?.text).toContain('/status/');
    for (const content of ['Chip', 'abgelehnt', 'HST-', 'Hundesteuer', 'Mustermann'])
      expect(news?.text).not.toContain(content);
  });

  it('[S10] a server that says "later" gets the mail later, once, with the same id', async () => {
    await apply();
    office.refuse(451);
    const outbox = performer();
    await outbox.run();
    expect(office.received).toHaveLength(0);
    expect(await waiting()).toMatchObject([{ attempts: 1 }]);
    await outbox.run();
    expect(office.received).toHaveLength(0);
    clock += 31_000;
    await outbox.run();
    expect(office.received).toHaveLength(1);
    expect(await waiting()).toEqual([]);
    expect(logged.join('')).not.toContain('erika');
  });

  it('[S10] a mail that is refused holds up no other', async () => {
    await apply('erste@example.org');
    await apply('zweite@example.org');
    office.refuse(550);
    await performer().run();
    expect(office.received.map(({ to }) => to)).toMatchObject([{ text: 'zweite@example.org' }]);
    expect(await waiting()).toHaveLength(1);
  });

  it('[S10] a crash between sending and noting it: sent again with the same Message-ID', async () => {
    await apply();
    const crashing: Store = { ...town.core.store, transact: () => Promise.reject(new Error('crashed')) };
    await performer(crashing).run();
    expect(office.received).toHaveLength(1);
    expect(await waiting()).toHaveLength(1);
    await performer().run();
    expect(office.received).toHaveLength(2);
    expect(office.received[1]?.messageId).toBe(office.received[0]?.messageId);
    expect(await waiting()).toEqual([]);
  });

  it('[S10] without a reachable SMTP server mails wait, and no address is logged', async () => {
    const { url } = office;
    await apply('geheim@example.org');
    await office.close();
    await performer().run();
    expect(await waiting()).toHaveLength(1);
    expect(logged.join('')).toMatch(/ESOCKET|ECONNECTION/);
    expect(logged.join('')).not.toContain('geheim');
    expect(logged.join('')).not.toContain(url);
    office = await openPostOffice();
  });

  it('[S10] a mail server that says nothing costs the timeout, and the mail waits', async () => {
    await apply();
    const silent = await openSilentPostOffice();
    await performer(town.core.store, smtpMailer(silent.url, 50)).run();
    expect(silent.connections()).toBe(1);
    expect(await waiting()).toMatchObject([{ attempts: 1 }]);
    expect(logged.join('')).toContain('ETIMEDOUT');
    await silent.close();
  });

  it('[S10] a stop waits for the mail under way and for no other', async () => {
    await apply('erste@example.org');
    await apply('zweite@example.org');
    const silent = await openSilentPostOffice();
    const outbox = performer(town.core.store, smtpMailer(silent.url, 200));
    void outbox.run();
    await expect.poll(silent.connections).toBe(1);
    await outbox.stop();
    expect(silent.connections()).toBe(1);
    expect((await waiting()).map(({ attempts }) => attempts).toSorted()).toEqual([0, 1]);
    await silent.close();
  });

  it('[S10] refused for good over seven days, a mail is given up: it stays, and is sent when somebody asks', async () => {
    await apply('vertippt@example.org');
    const outbox = performer();
    const pauses = Array.from({ length: attemptsForGood - 1 }, (_, attempts) => pauseAfter(attempts));
    const waited = pauses.reduce((sum, pause) => sum + pause);
    expect(waited).toBeGreaterThan(7 * day);
    expect(waited).toBeLessThan(7 * day + 2 * 60 * 60 * 1000);

    await pretendAttempts(attemptsForGood - 2);
    office.refuse(550, 550);
    await outbox.run();
    expect([await failed(), await waiting()]).toMatchObject([[], [{ attempts: attemptsForGood - 1 }]]);
    clock += 60 * 60 * 1000;
    await outbox.run();
    expect(await failed()).toMatchObject([
      { attempts: attemptsForGood, effect: { to: 'vertippt@example.org' } },
    ]);
    expect(logged.at(-1)).toContain('failed-mails');
    expect(logged.join('')).not.toContain('vertippt');

    clock += 365 * day;
    await outbox.run();
    expect(office.received).toHaveLength(0);
    await town.core.store.transact(municipalityId, (tx) => retryFailedMails(tx, instantOf(clock)));
    await outbox.run();
    expect(office.received).toHaveLength(1);
    expect([await failed(), await waiting()]).toEqual([[], []]);
  });

  it('[S10] what is refused only for now is never given up', async () => {
    await apply();
    const outbox = performer();
    await pretendAttempts(10 * attemptsForGood);
    office.refuse(451);
    await outbox.run();
    clock += 60 * 60 * 1000;
    expect(await failed()).toEqual([]);
    await outbox.run();
    expect(office.received).toHaveLength(1);
  });

  it('runs once at a time, however often it is asked', async () => {
    await Promise.all(Array.from({ length: 5 }, (_, n) => apply(`a${n}@example.org`)));
    const outbox = performer();
    await Promise.all(Array.from({ length: 20 }, () => outbox.run()));
    expect(office.received).toHaveLength(5);
  });

  it('waits twice as long after each failure, at most an hour', () => {
    expect([0, 1, 2, 6, 7, 1000].map(pauseAfter)).toEqual([
      30_000, 60_000, 120_000, 1_920_000, 3_600_000, 3_600_000,
    ]);
  });
});

describe('the server with an SMTP server', () => {
  it('[S10] sends by itself after the commit', async () => {
    const withMail = await startTestTown({ smtpUrl: office.url, publicUrl: 'https://amt.example' });
    try {
      const ticket = newFormTicket(
        municipalityId,
        testTown.serviceId,
        testTown.formVersionId,
        withMail.core.now(),
      );
      await submit(withMail.core, ticket, validDogAnswers());
      await expect.poll(() => office.received.length).toBe(1);
    } finally {
      await withMail.close();
    }
  });
});
