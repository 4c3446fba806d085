import { randomBytes } from 'node:crypto';
import type { Dossier } from '@amtsstube/shared/domain/case';
import { ref } from '@amtsstube/shared/domain/documents';
import { type CaseId, opId } from '@amtsstube/shared/domain/ids';
import type { Language } from '@amtsstube/shared/domain/language';
import { instantOf } from '@amtsstube/shared/domain/time';
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
import { smtpMailer } from './mailer.ts';
import { attemptsForGood, createOutboxPerformer } from './outbox-performer.ts';
import { tellQuestionMail } from './tell-question-mail.ts';
import { openPostOffice, type PostOffice } from './test-post-office.ts';

const { municipalityId } = testTown;
let office: PostOffice;
let town: TestTownServer;
let caseId: CaseId;

beforeEach(async () => {
  office = await openPostOffice();
  town = await startTestTown();
});
afterEach(async () => {
  await town.close();
  await office.close();
});

async function asked(language: Language, email = 'erika@example.org'): Promise<void> {
  const ticket = newFormTicket(municipalityId, testTown.serviceId, testTown.formVersionId, town.core.now());
  caseId = ticket.caseId;
  await submit(town.core, ticket, validDogAnswers({ email }), { language });
  await as('assignCase', { action: 'takeOver', word: '' });
  await as('askApplicant', { questionId: 'q-1', text: 'Geimpft?', documents: [], answerBy: '2099-12-11' });
}

async function as(kind: string, payload: object): Promise<void> {
  const { result } = await executeServerOperation(
    town.core,
    municipalityId,
    {
      opId: opId.parse(kind),
      deviceId: null,
      kind,
      v: 1,
      payload: { caseId, ...payload },
      at: town.core.now(),
    },
    actorOf(annaBerger),
  );
  expect(result).toEqual({ decided: 'accepted' });
}

async function mailState(): Promise<string | undefined> {
  const stored = await town.core.store.snapshot(municipalityId, (read) =>
    read.document(ref('dossiers', caseId)),
  );
  return (stored?.document as Dossier | undefined)?.questions?.[0]?.mail;
}

function send(): Promise<void> {
  return createOutboxPerformer({
    store: town.core.store,
    mailer: smtpMailer(office.url),
    origin: { publicUrl: 'https://amt.example', from: undefined, seal: createTicketSeal(randomBytes(32)) },
    log: pino({ level: 'silent' }),
    now: () => instantOf(Date.now()),
    told: tellQuestionMail(town.core),
  }).run();
}

const questionMail = () => office.received.find(({ subject = '' }) => /Frage|question/.test(subject));

describe('the mail about a question', () => {
  it.each([
    ['de', 'Es gibt eine Frage zu Ihrem Antrag', /\/status\/[-\dA-Z]{17}$/m],
    ['en', 'There is a question about your application', /\/status\/[-\dA-Z]{17}\?lang=en$/m],
  ] as const)(
    '[S10] in %s says that there is one, never which, and the clerk is told',
    async (language, subject, link) => {
      await asked(language);
      expect(await mailState()).toBe('onItsWay');
      await send();
      const mail = questionMail();
      expect(mail?.subject).toBe(subject);
      expect(mail?.text).toMatch(link);
      for (const content of ['Geimpft', 'Hundesteuer', 'Mustermann', 'HST-'])
        expect(mail?.text).not.toContain(content);
      expect(await mailState()).toBe('handedOver');
    },
  );

  it('[S10] that is refused for good is told too, and told anew once it gets through', async () => {
    await asked('de');
    office.refuse(550, 550);
    const due = await town.core.store.snapshot(municipalityId, (read) =>
      read.dueEffects(town.core.now(), 100),
    );
    for (const { id } of due)
      await town.core.store.transact(municipalityId, (tx) =>
        tx.postponeEffect(id, attemptsForGood - 1, instantOf(Date.now() - 1000)),
      );
    await send();
    expect(await mailState()).toBe('failed');
    for (const { id } of due)
      await town.core.store.transact(municipalityId, (tx) =>
        tx.postponeEffect(id, 0, instantOf(Date.now() - 1000)),
      );
    await send();
    expect(await mailState()).toBe('handedOver');
  });

  it('[S10] about what was withdrawn before it went is not sent, and nobody is told that it was', async () => {
    await asked('de');
    await as('closeQuestion', { questionId: 'q-1', as: 'withdrawn', text: '' });
    await send();
    expect([questionMail(), await mailState()]).toEqual([undefined, 'onItsWay']);
  });
});
