import { describe, expect, it } from 'vitest';
import { citizenView } from '../../domain/citizen-view.ts';
import { caseId, questionId } from '../../domain/ids.ts';
import { mostAnswers } from '../../domain/question.ts';
import { localDate } from '../../domain/time.ts';
import { aFile } from '../../fixtures/builders.ts';
import { approve, giveBack, handOver, takeOver } from '../../fixtures/meetings/case-acts.ts';
import { write } from '../../fixtures/meetings/letter-acts.ts';
import { type Arriving, bernd, doris, lead } from '../../fixtures/meetings/meeting.ts';
import { answer, ask, close, read, seen } from '../../fixtures/meetings/question-acts.ts';
import { codeOf, TestOffice } from '../../fixtures/test-office.ts';
import { put } from '../outcome.ts';
import { ofDecision } from './with-letter.ts';

const id = caseId.parse('case-1');
const q1 = questionId.parse('q-1');
const day = (text: string) => localDate.parse(text);

function officeAfter(...acts: readonly Arriving[]): TestOffice {
  const office = new TestOffice();
  office.write([put('clerks', doris)]);
  for (const act of acts) expect(arrive(office, act)).toBe('accepted');
  return office;
}
const arrive = (office: TestOffice, [kind, payload, who]: Arriving) =>
  codeOf(office.decideUnchecked(kind, payload, who));

describe('a question to the applicant', () => {
  it.each([
    ['who holds the case', [takeOver(bernd)], ask(bernd, 'q-1'), 'accepted'],
    ['a lead', [], ask(lead, 'q-1'), 'accepted'],
    ['a clerk who doesn’t hold it', [takeOver(bernd)], ask(doris, 'q-1'), 'notAssigned'],
    ['a clerk, of what nobody holds', [], ask(bernd, 'q-1'), 'notAssigned'],
  ] as const)('is asked by %s: %s', (_, before, act, says) => {
    expect(arrive(officeAfter(...before), act)).toBe(says);
  });

  it.each([
    [{ text: ' ', documents: [] }, 'textRequired'],
    [{ text: '', documents: ['Impfpass'] }, 'accepted'],
    [{ text: 'x'.repeat(3001), documents: [] }, 'malformed'],
    [{ text: 'x', documents: [''] }, 'malformed'],
    [{ text: 'x', documents: [], answerBy: '2026-11-22' }, 'dayIsOver'],
    [{ text: 'x', documents: [], answerBy: '2026-11-23' }, 'accepted'],
    [{ text: 'x', documents: [], answerBy: '2026-02-30' }, 'malformed'],
  ])('%j: %s', (given, says) => {
    const office = officeAfter(takeOver(bernd));
    const payload = { caseId: id, questionId: 'q-1', answerBy: '2026-12-11', ...given };
    expect(codeOf(office.decideUnchecked('askApplicant', payload, bernd))).toBe(says);
  });

  it('makes the case wait until its day, moved to a working day, and tells by mail', () => {
    const office = officeAfter(takeOver(bernd));
    const [kind, payload, who] = ask(bernd, 'q-1', '2026-12-12');
    const outcome = office.decideUnchecked(kind, payload, who);
    expect(office.case()).toMatchObject({ status: 'waiting', waitingUntil: '2026-12-14' });
    expect(outcome).toMatchObject({
      effects: [{ template: 'question', to: 'erika.mustermann@example.org', questionId: 'q-1' }],
    });
    expect(office.dossier().questions?.[0]).toMatchObject({ mail: 'onItsWay', answerBy: '2026-12-14' });
  });

  it('without an address says that no mail goes', () => {
    const office = officeAfter(takeOver(bernd));
    office.write([put('dossiers', { ...office.dossier(), contactEmail: null })]);
    const [kind, payload, who] = ask(bernd, 'q-1');
    expect(office.decideUnchecked(kind, payload, who)).toMatchObject({ effects: [] });
    expect(office.dossier().questions?.[0]?.mail).toBe('none');
  });

  it('of two the earlier day counts; answering one leaves the case waiting for the other, as news', () => {
    const office = officeAfter(
      takeOver(bernd),
      ask(bernd, 'q-1', '2026-12-11'),
      ask(lead, 'q-2', '2026-12-04'),
    );
    expect(office.case().waitingUntil).toBe('2026-12-04');
    arrive(office, answer('q-2'));
    expect(office.case()).toMatchObject({ status: 'waiting', waitingUntil: '2026-12-11', unreadAnswers: 1 });
    arrive(office, answer('q-1'));
    expect(office.case()).toMatchObject({ status: 'inProgress', waitingUntil: null, unreadAnswers: 2 });
  });

  it('goes on waiting whoever holds the case, and then is as who holds it', () => {
    const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'), handOver(bernd, doris), giveBack(doris));
    expect(office.case()).toMatchObject({ status: 'waiting', assigneeId: null });
    arrive(office, answer('q-1'));
    expect(office.case().status).toBe('received');
  });
});

describe('an answer', () => {
  const withFiles = (files: readonly unknown[], text = '') => ({
    caseId: id,
    questionId: 'q-1',
    text,
    files,
  });

  it('brings files, each once, marked with where they came from and whether they were looked through', () => {
    const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'));
    const [a, b] = [aFile(), aFile({ hash: 'b'.repeat(64), name: 'Zwei.pdf' })];
    const payload = { ...withFiles([a, b, a]), inCheck: [b.hash] };
    expect(codeOf(office.decideUnchecked('answerQuestion', payload, 'citizen'))).toBe('accepted');
    expect(office.dossier().attachments).toMatchObject([
      { hash: a.hash, addedBy: null, questionId: 'q-1' },
      { hash: b.hash, addedBy: null, questionId: 'q-1', withheld: 'inCheck' },
    ]);
    expect(office.dossier().attachments?.[0]).not.toHaveProperty('withheld');
    // the same bytes with another answer are there already, and named by it too
    expect(codeOf(office.decideUnchecked('answerQuestion', withFiles([a], 'noch einmal'), 'citizen'))).toBe(
      'accepted',
    );
    expect(office.dossier().attachments).toHaveLength(2);
    expect(office.dossier().questions?.[0]?.answers[1]?.files).toEqual([a.hash]);
  });

  it.each([
    [withFiles([]), 'citizen', 'textRequired'],
    [{ ...withFiles([], 'Ja'), questionId: 'q-9' }, 'citizen', 'noSuchQuestion'],
    [withFiles([], 'Ja'), lead, 'notAllowed'],
    [withFiles([], 'Ja'), 'system', 'notAllowed'],
    [
      withFiles(
        Array.from({ length: 11 }, () => aFile()),
        'Ja',
      ),
      'citizen',
      'malformed',
    ],
    [withFiles([], 'x'.repeat(5001)), 'citizen', 'malformed'],
    [{ ...withFiles([], 'Ja'), caseId: 'none' }, 'citizen', 'noSuchCase'],
  ] as const)('%#: %s', (payload, who, says) => {
    const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'));
    expect(codeOf(office.decideUnchecked('answerQuestion', payload, who))).toBe(says);
  });

  it('after so many that only a program sends them is refused', () => {
    const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'));
    for (let count = 0; count < mostAnswers; count += 1)
      expect(arrive(office, answer('q-1', `Antwort ${count}`))).toBe('accepted');
    expect(arrive(office, answer('q-1', 'noch eine'))).toBe('tooManyAnswers');
  });

  it('to what is decided changes nothing but that it is there, as news until a clerk has read it', () => {
    const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'), approve(bernd), answer('q-1', 'Zu spät?'));
    expect(office.case()).toMatchObject({ status: 'decided', waitingUntil: null, unreadAnswers: 1 });
    expect(office.dossier().events.at(-1)).toMatchObject({ kind: 'questionAnswered', isLate: true });
    arrive(office, read(bernd, 'q-1'));
    const { events } = office.dossier();
    // twice is once, whoever says so
    arrive(office, read(doris, 'q-1'));
    expect([office.case().unreadAnswers, office.dossier().events]).toEqual([0, events]);
  });

  it('that came in behind the back of who read the one before stays news', () => {
    const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'), answer('q-1'), answer('q-1', 'Halt!'));
    arrive(office, read(bernd, 'q-1', 1));
    expect(office.case().unreadAnswers).toBe(1);
  });
});

describe('ending a question', () => {
  it('by telephone wants to know what was said; taking it back doesn’t', () => {
    const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'), ask(bernd, 'q-2'));
    const ending = (as: string, of: string) =>
      codeOf(office.decideUnchecked('closeQuestion', { caseId: id, questionId: of, as, text: ' ' }, bernd));
    expect([ending('closed', 'q-1'), ending('withdrawn', 'q-1')]).toEqual(['textRequired', 'accepted']);
    expect(office.case()).toMatchObject({ status: 'waiting' });
    arrive(office, close(doris, 'q-2'));
    expect(office.case()).toMatchObject({ status: 'inProgress', waitingUntil: null });
  });

  it('the citizen sees what is open, nothing of what was taken back, and never who asked or answered', () => {
    const office = officeAfter(
      takeOver(bernd),
      ask(bernd, 'q-1'),
      ask(bernd, 'q-2'),
      close(bernd, 'q-2', 'withdrawn'),
    );
    const view = citizenView(office.case(), office.dossier());
    expect(view.status).toBe('waiting');
    expect(view.questions).toMatchObject([
      { id: 'q-1', state: 'open', answerBy: '2026-12-11' },
      { id: 'q-2', state: 'withdrawn', text: '' },
    ]);
    expect(JSON.stringify(view)).not.toMatch(/bernd|Telefon/i);
  });
});

it('that a question was seen is known once, is no event, and nobody but a citizen says so', () => {
  const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'));
  const { eventCount } = office.case();
  expect(codeOf(office.decide('markSeen', { caseId: id, questionId: q1 }, lead))).toBe('notAllowed');
  arrive(office, seen('q-1'));
  const seenAt = office.dossier().questions?.[0]?.seenAt;
  expect(seenAt).toBe(office.decidedAt);
  arrive(office, seen('q-1'));
  expect([office.dossier().questions?.[0]?.seenAt, office.case().eventCount]).toEqual([seenAt, eventCount]);
});

it('that a letter was opened is known once, is no event, and nobody but a citizen says so', () => {
  const office = officeAfter(takeOver(bernd), write(bernd));
  const letterId = office.dossier().letters?.[0]?.id ?? ofDecision;
  const { eventCount } = office.case();
  const open = (who: Parameters<TestOffice['decide']>[2], opened = letterId) =>
    codeOf(office.decide('markSeen', { caseId: id, letterId: opened }, who));
  expect([open(lead), open('citizen', ofDecision), open('citizen')]).toEqual([
    'notAllowed',
    'noSuchLetter',
    'accepted',
  ]);
  const seenAt = office.dossier().letters?.[0]?.seenAt;
  expect(seenAt).toBe(office.decidedAt);
  expect(open('citizen')).toBe('accepted');
  expect([office.dossier().letters?.[0]?.seenAt, office.case().eventCount]).toEqual([seenAt, eventCount]);
});

it('what became of the mail is told by the system, and handed over is never taken back', () => {
  const office = officeAfter(takeOver(bernd), ask(bernd, 'q-1'));
  const tell = (result: 'handedOver' | 'failed', who: Parameters<TestOffice['decide']>[2] = 'system') =>
    codeOf(office.decide('recordMail', { caseId: id, questionId: q1, result }, who));
  const mail = () => office.dossier().questions?.[0]?.mail;
  expect([tell('failed', lead), tell('failed'), mail()]).toEqual(['notAllowed', 'accepted', 'failed']);
  expect([tell('handedOver'), tell('failed'), mail()]).toEqual(['accepted', 'accepted', 'handedOver']);
});

describe('days on which something is due', () => {
  it('a follow-up is set, moved to a working day, and taken away, also of a decided case', () => {
    const office = officeAfter(takeOver(bernd), approve(bernd));
    const set = (on: string | null) =>
      codeOf(
        office.decide(
          'setFollowUp',
          { caseId: id, on: on === null ? null : day(on), word: ' Rückruf ' },
          doris,
        ),
      );
    expect(set('2026-12-26')).toBe('accepted');
    expect(office.case().followUp).toEqual({ on: '2026-12-28', word: 'Rückruf', byId: doris.id });
    expect(set(null)).toBe('accepted');
    expect(office.case().followUp).toBeNull();
    expect(office.dossier().events.at(-1)).toMatchObject({ kind: 'followUpSet', on: null });
  });

  it.each([
    ['2027-01-11', 'Gutachten fehlt', 'accepted', '2027-01-11'],
    ['2027-01-09', 'Gutachten fehlt', 'accepted', '2027-01-11'],
    ['2026-12-21', 'Gutachten fehlt', 'notLater', '2026-12-21'],
    ['2026-12-01', 'Gutachten fehlt', 'notLater', '2026-12-21'],
    ['2027-01-11', ' ', 'reasonRequired', '2026-12-21'],
  ])('a deadline is extended to %s because of "%s": %s', (until, reason, says, deadlineOn) => {
    const office = officeAfter(takeOver(bernd));
    const outcome = office.decide('extendDeadline', { caseId: id, until: day(until), reason }, bernd);
    expect([codeOf(outcome), office.case().deadlineOn]).toEqual([says, deadlineOn]);
    if (says !== 'accepted') return;
    expect(outcome).toMatchObject({ effects: [{ template: 'news' }] });
    expect(citizenView(office.case(), office.dossier())).toMatchObject({
      decisionExpectedBy: deadlineOn,
      extendedBecause: reason,
    });
  });

  it('what has no deadline gets one of the clerk’s own: nobody is told that it takes longer', () => {
    const office = new TestOffice([{}]);
    // a Saturday
    const payload = { caseId: id, until: day('2027-01-09'), reason: 'Termin des Gerichts' };
    expect(office.decide('extendDeadline', payload, lead)).toMatchObject({
      outcome: 'accepted',
      effects: [],
    });
    expect(office.case().deadlineOn).toBe('2027-01-11');
    expect(citizenView(office.case(), office.dossier())).toMatchObject({
      decisionExpectedBy: '2027-01-11',
      extendedBecause: undefined,
    });
    const earlier = { ...payload, until: day('2027-01-08') };
    expect(codeOf(office.decide('extendDeadline', earlier, lead))).toBe('notLater');
  });
});
