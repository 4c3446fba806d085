import { decision } from '@amtsstube/shared/domain/case';
import { opId, type TrackingCode } from '@amtsstube/shared/domain/ids';
import { formatLocalDate, localDate } from '@amtsstube/shared/domain/time';
import { validDogAnswers } from '@amtsstube/shared/fixtures/builders';
import { annaBerger, testTown } from '@amtsstube/shared/fixtures/test-town';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { actorOf } from '../execute/actor-of.ts';
import { executeServerOperation } from '../execute/execute.ts';
import { startTestTown, type TestTownServer } from '../start-server-test-town.ts';
import { asTyped, formPath, openPage, send, ticketIn } from './test-browser.ts';
import { trackedCase } from './tracked-case.ts';

let town: TestTownServer;
let code = '';
const statusPath = '/m/musterstadt/status';

beforeAll(async () => {
  town = await startTestTown({}, { citizenLimits: { lookUps: 40, submissions: 100, pages: 1000 } });
  const form = await openPage(town.url, formPath);
  const sent = await send(town.url, formPath, {
    ...asTyped(validDogAnswers()),
    _ticket: ticketIn(form.html),
  });
  const receipt = await openPage(town.url, sent.headers.get('location') ?? '');
  code = /class="tracking-code">([^<]+)</.exec(receipt.html)?.[1] ?? '';
});
afterAll(() => town.close());

async function asAnna(kind: string, payload: object): Promise<void> {
  const decided = await executeServerOperation(
    town.core,
    testTown.municipalityId,
    { opId: opId.parse(`test.${kind}`), deviceId: null, kind, v: 1, payload, at: town.core.now() },
    actorOf(annaBerger),
  );
  expect(decided.result).toEqual({ decided: 'accepted' });
}

describe('following an application', () => {
  it('a code is understood however it is typed, and its page shows no more than citizenView', async () => {
    const asked = await send(town.url, statusPath, { code: ` ${code.toLowerCase().replaceAll('-', ' ')} ` });
    expect(asked.status).toBe(303);
    expect(asked.headers.get('location')).toBe(`${statusPath}/${code}`);
    const status = await openPage(town.url, `${statusPath}/${code}`);
    expect(status.status).toBe(200);
    expect(status.html).toContain('HST-');
    expect(status.html).toContain('Stand: eingegangen');
    const tracked = await trackedCase(town.core.store, testTown.municipalityId, code as TrackingCode);
    const due = tracked?.caseRecord.deadlineOn;
    expect(status.html).toMatch(/Entscheidung voraussichtlich bis<\/dt>\s*<dd[^>]*>\d{2}\.\d{2}\.\d{4}/);
    expect(status.html).toContain(formatLocalDate(due ?? localDate.parse('1970-01-01')));
    for (const secret of ['Mustermann', 'Bello', 'example.org', 'Lindenstraße', code]) {
      expect(status.html).not.toContain(secret);
    }
  });

  it('shows a decision with its date and reason, escaped, and never who decided', async () => {
    const tracked = await trackedCase(town.core.store, testTown.municipalityId, code as TrackingCode);
    const caseId = tracked?.caseRecord.id;
    await asAnna('assignCase', { action: 'takeOver', caseId, word: 'intern' });
    expect((await openPage(town.url, `${statusPath}/${code}`)).html).toContain('Stand: in Bearbeitung');
    const rejected = decision.parse({ kind: 'rejected', reason: 'Nachweis <fehlt>\nbitte nachreichen' });
    await asAnna('decideCase', { caseId, decision: rejected });
    const { html } = await openPage(town.url, `${statusPath}/${code}`);
    expect(html).toContain('Stand: abgelehnt');
    expect(html).toContain('Nachweis &lt;fehlt&gt;\nbitte nachreichen');
    // no promise about what is done
    expect(html).not.toContain('voraussichtlich');
    expect(html).not.toContain('Anna');
    expect(html).not.toContain('intern');
  });

  it('an unknown code and one that can be none get a sentence', async () => {
    const unknown = await openPage(town.url, `${statusPath}/ABCDE-FGHJK-MNPQR`);
    expect([unknown.status, unknown.html.includes('gibt es keinen Antrag')]).toEqual([404, true]);
    const none = await send(town.url, statusPath, { code: '"><b>' });
    expect([none.status, none.html.includes('mit seinen 15 Zeichen')]).toEqual([422, true]);
    expect(none.html).toContain('value="&quot;&gt;&lt;b&gt;"');
  });

  it('tells no page outside where the visitor was, is kept by no cache, and runs nothing inline', async () => {
    const { headers } = await openPage(town.url, `${statusPath}/${code}`);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it('a receipt that is none leads to the status page', async () => {
    const answer = await openPage(town.url, '/m/musterstadt/receipts/abc');
    expect([answer.status, answer.html.includes('href="/m/musterstadt/status"')]).toEqual([404, true]);
  });

  it('trying codes is slowed down', async () => {
    const answers = [];
    for (let tries = 0; tries < 50; tries += 1)
      answers.push((await openPage(town.url, `${statusPath}/ABCDE-FGHJK-MNPQR`)).status);
    expect(answers.at(-1)).toBe(429);
  });
});
