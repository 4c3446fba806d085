import type { Case, Dossier } from '@amtsstube/shared/domain/case';
import { opId, type TrackingCode } from '@amtsstube/shared/domain/ids';
import { aLetter } from '@amtsstube/shared/fixtures/a-letter';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Kind } from '@amtsstube/shared/operations/registry';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actorOf } from '../../execute/actor-of.ts';
import { executeServerOperation } from '../../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../../start-server-test-town.ts';
import type { CitizenLimits } from '../citizen-context.ts';
import { asTyped, formPath, openPage, send, ticketIn } from '../test-browser.ts';
import { trackedCase } from '../tracked-case.ts';
import { aPdf } from '../uploads/test-files.ts';

let town: TestTownServer;
let code: TrackingCode;
let statusPath = '';
let answerPath = '';

const now = async () => {
  const found = await trackedCase(town.core.store, testTown.municipalityId, code);
  if (!found) throw new Error('no case');
  return found as { caseRecord: Case; dossier: Dossier };
};

async function asAnna(kind: Kind, payload: object) {
  const { id: caseId } = (await now()).caseRecord;
  const id = opId.parse(`test.${kind}.${Math.floor(performance.now() * 1000)}`);
  const { result } = await executeServerOperation(
    town.core,
    testTown.municipalityId,
    { opId: id, deviceId: null, kind, v: 1, payload: { caseId, ...payload }, at: town.core.now() },
    actorOf(annaBerger),
  );
  return result;
}

const asked = {
  questionId: 'q-1',
  text: 'Ist Bello <geimpft>?',
  documents: ['Impfpass'],
  answerBy: '2099-12-11',
};

async function begin(citizenLimits: Partial<CitizenLimits> = {}): Promise<void> {
  town = await startTestTown({}, { citizenLimits });
  const form = await openPage(town.url, formPath);
  const sent = await send(town.url, formPath, {
    ...asTyped(validDogAnswers()),
    _ticket: ticketIn(form.html),
  });
  const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
  code = (/class="tracking-code">([^<]+)</.exec(receipt.html)?.[1] ?? '') as TrackingCode;
  statusPath = `/m/${testTown.municipalityId}/status/${code}`;
  answerPath = `${statusPath}/questions/q-1/form`;
  await asAnna('assignCase', { action: 'takeOver', word: '' });
  expect(await asAnna('askApplicant', asked)).toEqual({ decided: 'accepted' });
}

beforeEach(() => begin());
afterEach(() => town.close());

const answerWith = async (fields: Record<string, string>, ticket?: string) =>
  send(town.url, answerPath, {
    _ticket: ticket ?? ticketIn((await openPage(town.url, answerPath)).html),
    ...fields,
  });

it('that a letter was opened is told once, and not where a browser only fetched it ahead', async () => {
  await asAnna('writeLetter', { letterId: 'l-1', letter: aLetter() });
  await asAnna('writeLetter', { letterId: 'l-2', letter: aLetter() });
  const seen = async () => (await now()).dossier.letters?.map(({ seenAt }) => seenAt !== undefined);
  const path = `${town.url}${statusPath}/letters/l-1`;
  await openPage(town.url, statusPath);
  await fetch(path, { method: 'HEAD' });
  await fetch(path, { headers: { 'Sec-Purpose': 'prefetch;prerender' } });
  expect(await seen()).toEqual([false, false]);
  expect((await fetch(path)).headers.get('content-type')).toBe('application/pdf');
  expect(await seen()).toEqual([true, false]);
  const first = (await now()).dossier.letters?.[0]?.seenAt;
  await fetch(path);
  expect((await now()).dossier.letters?.[0]?.seenAt).toBe(first);
});

describe('a question on the status page', () => {
  it('is shown, escaped, with the day, and that it was seen is told once, by nobody’s name', async () => {
    expect((await now()).dossier.questions?.[0]?.seenAt).toBeNull();
    await fetch(town.url + statusPath, { headers: { 'Sec-Purpose': 'prefetch' } });
    expect((await now()).dossier.questions?.[0]?.seenAt).toBeNull();
    const { html } = await openPage(town.url, statusPath);
    expect(html).toContain('Stand: wartet auf Ihre Antwort');
    expect(html).toContain('Ist Bello &lt;geimpft&gt;?');
    expect(html).toContain('Impfpass');
    expect(html).toContain('Bitte antworten Sie bis zum 11.12.2099.');
    expect(html).not.toContain('Anna');
    const seen = await now();
    expect(seen.dossier.questions?.[0]?.seenAt).not.toBeNull();
    const { seq } = await town.core.store.snapshot(testTown.municipalityId, (read) => read.head());
    await openPage(town.url, statusPath);
    await openPage(town.url, answerPath);
    const again = await town.core.store.snapshot(testTown.municipalityId, (read) => read.head());
    expect(again.seq).toBe(seq);
    // no news to the clerk
    expect(seen.caseRecord.eventCount).toBe(seen.dossier.events.length);
    expect(seen.dossier.events.at(-1)?.kind).toBe('questionAsked');
  });

  it('is answered without a script, with a file, and wakes the case', async () => {
    const page = await openPage(town.url, answerPath);
    const body = new FormData();
    body.append('_ticket', ticketIn(page.html));
    body.append('answer', 'Ja, siehe Impfpass.');
    body.append('files', new Blob([new Uint8Array(aPdf(1))]), 'Impfpass.pdf');
    const sent = await fetch(town.url + answerPath, { method: 'POST', body });
    expect([sent.status, await sent.text()]).toEqual([
      200,
      expect.stringContaining('Ihre Antwort ist angekommen'),
    ]);
    const { caseRecord, dossier } = await now();
    expect(caseRecord).toMatchObject({ status: 'inProgress', waitingUntil: null, unreadAnswers: 1 });
    const [question] = dossier.questions ?? [];
    expect(question).toMatchObject({
      end: { how: 'answered' },
      answers: [{ text: 'Ja, siehe Impfpass.', files: [expect.any(String)] }],
    });
    expect(dossier.attachments?.at(-1)).toMatchObject({
      name: 'Impfpass.pdf',
      addedBy: null,
      questionId: 'q-1',
      hash: question?.answers[0]?.files[0],
    });
    expect((await openPage(town.url, statusPath)).html).toContain('(1 Datei)');
  });

  it('the same once more is the same; another text is kept and offered as one more answer', async () => {
    const ticket = ticketIn((await openPage(town.url, answerPath)).html);
    for (let times = 0; times < 3; times += 1) {
      const sent = await answerWith({ answer: 'Ja.' }, ticket);
      expect([sent.status, sent.headers.get('location')?.startsWith(`${answerPath}?sent=`)]).toEqual([
        303,
        true,
      ]);
    }
    const other = await answerWith({ answer: 'Nein, doch nicht.' }, ticket);
    expect(other.status).toBe(409);
    expect(other.html).toContain('Ihre erste Antwort ist schon angekommen');
    expect(other.html).toContain('Nein, doch nicht.');
    expect((await now()).dossier.questions?.[0]?.answers).toHaveLength(1);
    expect((await answerWith({ answer: 'Nein, doch nicht.' }, ticketIn(other.html))).status).toBe(303);
    const { dossier } = await now();
    expect(dossier.questions?.[0]?.answers.map(({ text }) => text)).toEqual(['Ja.', 'Nein, doch nicht.']);
    expect(dossier.events.at(-1)).toMatchObject({ kind: 'questionAnswered', isLate: true });
  });

  it('an empty answer, a foreign ticket and none at all take nothing and lose nothing', async () => {
    const empty = await answerWith({ answer: '   ' });
    expect([empty.status, empty.html.includes('Bitte „Antwort“ ausfüllen.')]).toEqual([422, true]);
    const foreign = await answerWith(
      { answer: 'Ja & nein' },
      ticketIn((await openPage(town.url, formPath)).html),
    );
    expect([foreign.status, foreign.html.includes('Ja &amp; nein')]).toEqual([400, true]);
    const trapped = await answerWith({ answer: 'Ja', _website: 'http://spam.example' });
    expect(trapped.status).toBe(422);
    expect((await now()).dossier.questions?.[0]?.answers).toEqual([]);
    expect((await openPage(town.url, `${statusPath}/questions/other/form`)).status).toBe(404);
    expect((await openPage(town.url, answerPath.replace(code, 'ABCDE-FGHJK-MNPQR'))).status).toBe(404);
  });

  it('an answer that meets the decision is kept as a message', async () => {
    const ticket = ticketIn((await openPage(town.url, answerPath)).html);
    await asAnna('decideCase', { decision: { kind: 'approved', reason: '' } });
    expect((await now()).caseRecord).toMatchObject({ status: 'decided', waitingUntil: null });
    expect((await openPage(town.url, statusPath)).html).toContain('Diese Frage hat sich erledigt.');
    expect((await answerWith({ answer: 'Doch noch.' }, ticket)).status).toBe(303);
    const { caseRecord, dossier } = await now();
    expect(caseRecord).toMatchObject({ status: 'decided', unreadAnswers: 1 });
    expect(dossier.questions?.[0]).toMatchObject({
      end: { how: 'decided' },
      answers: [{ text: 'Doch noch.' }],
    });
    expect(await asAnna('readAnswer', { questionId: 'q-1', answers: 1 })).toEqual({ decided: 'accepted' });
    expect((await now()).caseRecord.unreadAnswers).toBe(0);
  });

  it('an answer to a question that was withdrawn is kept too, and the question is shown no more', async () => {
    const ticket = ticketIn((await openPage(town.url, answerPath)).html);
    await asAnna('closeQuestion', { questionId: 'q-1', as: 'withdrawn', text: '' });
    const { html } = await openPage(town.url, statusPath);
    expect([html.includes('Bello'), html.includes('Fragen an Sie')]).toEqual([false, false]);
    const sent = await answerWith({ answer: 'Trotzdem: ja.' }, ticket);
    expect(sent.status).toBe(303);
    const shown = await openPage(town.url, sent.headers.get('location') ?? '');
    expect(shown.html).toContain('nicht mehr gewartet');
    expect(shown.html).not.toContain('Bello');
    expect((await now()).caseRecord).toMatchObject({ status: 'inProgress', unreadAnswers: 1 });
  });

  it('looking and sending are slowed down as everywhere', async () => {
    await town.close();
    await begin({ lookUps: 6, submissions: 3 });
    const ticket = ticketIn((await openPage(town.url, answerPath)).html);
    const sent = [];
    for (let times = 0; times < 4; times += 1)
      sent.push((await answerWith({ answer: 'Ja.' }, ticket)).status);
    expect(sent).toEqual([303, 303, 303, 429]);
    const looked = [];
    for (let times = 0; times < 7; times += 1) looked.push((await openPage(town.url, answerPath)).status);
    expect(looked.at(-1)).toBe(429);
    expect((await openPage(town.url, `${statusPath}/questions/q-1/form`)).status).toBe(429);
  });

  it('in English the page’s own words are English, and the question is marked as German', async () => {
    const { html } = await openPage(town.url, `${answerPath}?lang=en`);
    expect(html).toContain('<h2 class="kern-heading-medium" id="section-0">Your answer</h2>');
    expect(html).toContain('<span lang="de">Ist Bello');
    expect(html).not.toContain('Antrag');
  });
});
