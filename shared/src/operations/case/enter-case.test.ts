import { describe, expect, it } from 'vitest';
import { keyOf, ref } from '../../domain/documents.ts';
import { caseId, leaseId, trackingCode } from '../../domain/ids.ts';
import { freeNumbers, type NumberBlockLease } from '../../domain/lease.ts';
import { type LocalDate, localDate } from '../../domain/time.ts';
import { validDogAnswers } from '../../fixtures/builders.ts';
import { actorFrom, codeOf, TestOffice, type Who } from '../../fixtures/test-office.ts';
import { annaBerger, berndKrueger, claraLindner, testTown } from '../../fixtures/test-town.ts';
import { rebase } from '../rebase.ts';
import type { PayloadOf } from '../registry.ts';

const lease = leaseId.parse('lease-1');
const { serviceId, formVersionId, departmentId } = testTown;
const codes = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'];

function entered(id: string, changed: Partial<PayloadOf<'enterCase'>> = {}): PayloadOf<'enterCase'> {
  const letter = codes[Number(id)] ?? 'J';
  return {
    caseId: caseId.parse(id),
    trackingCode: trackingCode.parse(`${letter.repeat(5)}-BBBBB-CCCCC`),
    serviceId,
    formVersionId,
    channel: 'paper',
    receivedOn: localDate.parse('2026-11-20'),
    answers: validDogAnswers(),
    note: '',
    leased: null,
    ...changed,
  };
}

const numbered = (number: number, year = 2026) => ({ leased: { leaseId: lease, year, number } });

function withNumbers(years: readonly number[] = [2026], office = new TestOffice([])): TestOffice {
  const wanted = years.map((year) => ({ serviceId, year }));
  const outcome = office.decide('leaseNumbers', { leaseId: lease, departmentId, wanted }, berndKrueger);
  expect(codeOf(outcome)).toBe('accepted');
  return office;
}

function leaseIn(office: TestOffice): NumberBlockLease {
  return office.documents.get(keyOf(ref('leases', lease))) as NumberBlockLease;
}

const referenceOf = (office: TestOffice, id: string) => office.case(caseId.parse(id)).fileReference;

describe('entering a case', () => {
  it('makes a case like any other, with the channel, the day it came in and what its deadline counts from', () => {
    const office = new TestOffice([]);
    office.decide('enterCase', entered('0', { channel: 'phone', note: 'ruft Freitag an' }), berndKrueger);
    expect(office.case(caseId.parse('0'))).toMatchObject({
      fileReference: 'HST-2026-00001',
      channel: 'phone',
      status: 'received',
      applicantName: 'Erika Mustermann',
      submittedAt: '2026-11-20T11:00:00.000Z',
      departmentId,
    });
    const dossier = office.dossier(caseId.parse('0'));
    expect(dossier.events).toMatchObject([
      { kind: 'entered', byId: berndKrueger.id, channel: 'phone', text: 'ruft Freitag an' },
    ]);
    expect(office.documents.get(keyOf(ref('trackings', dossier.trackingCode)))).toMatchObject({
      caseId: '0',
    });
  });

  it.each([
    [berndKrueger, 'accepted'],
    [annaBerger, 'accepted'],
    [claraLindner, 'notAllowed'],
    ['citizen', 'notAllowed'],
    ['system', 'notAllowed'],
  ] as const)('%o: %s', (who: Who, code) => {
    expect(codeOf(new TestOffice([]).decide('enterCase', entered('0'), who))).toBe(code);
  });

  it.each<[string, LocalDate, string]>([
    ['years ago', localDate.parse('2019-03-01'), 'accepted'],
    ['today', localDate.parse('2026-11-23'), 'accepted'],
    ['by a clock that is ahead over midnight', localDate.parse('2026-11-24'), 'accepted'],
    ['the day after tomorrow', localDate.parse('2026-11-25'), 'receivedInFuture'],
  ])('came in %s: %s %s', (_, receivedOn, code) => {
    const office = new TestOffice([]);
    expect(codeOf(office.decide('enterCase', entered('0', { receivedOn }), berndKrueger))).toBe(code);
    if (code === 'accepted')
      expect(office.case(caseId.parse('0')).submittedAt <= office.decidedAt).toBe(true);
  });

  it('takes what the paper says: answers may be missing, unreadable ones stand beside, the name must be there', () => {
    const office = new TestOffice([]);
    const asWritten = [{ path: 'bornOn', text: 'Frühjahr 2024' }];
    const answers = { lastName: 'Mustermann' };
    expect(codeOf(office.decide('enterCase', entered('0', { answers, asWritten }), berndKrueger))).toBe(
      'accepted',
    );
    expect(office.dossier(caseId.parse('0'))).toMatchObject({ answers, asWritten, contactEmail: null });
    const nameless = entered('1', { answers: { dogName: 'Bello' } });
    expect(codeOf(office.decide('enterCase', nameless, berndKrueger))).toBe('invalidAnswers');
    const namedAsWritten = { ...nameless, asWritten: [{ path: 'lastName', text: 'unleserl. „M…mann“' }] };
    expect(codeOf(office.decide('enterCase', namedAsWritten, berndKrueger))).toBe('accepted');
    expect(office.case(caseId.parse('1')).applicantName).toBe('unleserl. „M…mann“');
  });

  it('never takes for an answer what the form’s rules don’t take', () => {
    const answers = validDogAnswers({ bornOn: 'Frühjahr' });
    const outcome = new TestOffice([]).decide('enterCase', entered('0', { answers }), berndKrueger);
    expect(outcome).toMatchObject({
      outcome: 'refused',
      reason: { code: 'invalidAnswers', errors: [{ path: 'bornOn', code: 'notADate' }] },
    });
  });

  it('sends the tracking code where there is an address, and nothing where there is none', () => {
    const office = new TestOffice([]);
    const { email: _, ...without } = validDogAnswers();
    expect(office.decide('enterCase', entered('0'), berndKrueger)).toMatchObject({
      effects: [{ template: 'received', to: 'erika.mustermann@example.org', caseId: '0' }],
    });
    expect(office.decide('enterCase', entered('1', { answers: without }), berndKrueger)).toMatchObject({
      effects: [],
    });
  });
});

describe('file references ahead of time', () => {
  it('[N1] [N2] a case takes the number its desk gave it, and the series goes on behind what is reserved', () => {
    const office = withNumbers();
    office.decide('enterCase', entered('0', numbered(1)), berndKrueger);
    office.decide('enterCase', entered('1', numbered(3)), berndKrueger);
    office.decide('enterCase', entered('2'), annaBerger);
    expect(['0', '1', '2'].map((id) => referenceOf(office, id))).toEqual([
      'HST-2026-00001',
      'HST-2026-00003',
      'HST-2026-00011',
    ]);
    expect(freeNumbers(leaseIn(office), serviceId, 2026)).toEqual([2, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('[N2] a desk without the series shows the number at once, and its own later ones beside it', () => {
    const office = withNumbers();
    const open = [entered('0', numbered(1)), entered('1', numbered(2)), entered('2')].map(
      (payload, index) => ({
        opId: `op-${index}` as never,
        kind: 'enterCase',
        v: 1,
        payload,
        at: office.decidedAt,
        deviceId: 'desk-of-bernd-krueger' as never,
        n: index + 1,
      }),
    );
    const here = ['settings/', 'leases/', 'clerks/'];
    const { overlay } = rebase(open, actorFrom(berndKrueger), (asked) =>
      here.some((collection) => keyOf(asked).startsWith(collection))
        ? office.documents.get(keyOf(asked))
        : undefined,
    );
    const shown = ['0', '1', '2'].map(
      (id) => (overlay.get(`cases/${id}`) as { fileReference: string } | undefined)?.fileReference,
    );
    expect(shown).toEqual(['HST-2026-00001', 'HST-2026-00002', '']);
  });

  it('[N3] the same number twice: the second case gets the next one, and its history says so', () => {
    const office = withNumbers();
    office.decide('enterCase', entered('0', numbered(1)), berndKrueger);
    expect(codeOf(office.decide('enterCase', entered('1', numbered(1)), berndKrueger))).toBe('accepted');
    expect(referenceOf(office, '1')).toBe('HST-2026-00011');
    expect(office.dossier(caseId.parse('1')).events).toMatchObject([
      { renumbered: { from: 'HST-2026-00001', to: 'HST-2026-00011' } },
    ]);
  });

  it('[N3] nobody takes a number out of a colleague’s lease, or one that was never reserved', () => {
    const office = withNumbers();
    office.decide('enterCase', entered('0', numbered(1)), annaBerger);
    office.decide('enterCase', entered('1', numbered(500)), berndKrueger);
    expect(['0', '1'].map((id) => referenceOf(office, id))).toEqual(['HST-2026-00011', 'HST-2026-00012']);
    expect(freeNumbers(leaseIn(office), serviceId, 2026)).toHaveLength(10);
  });

  it('[N2] adds numbers only once few are left, and lets go of what is spent to the last', () => {
    const office = withNumbers();
    for (let number = 1; number <= 6; number += 1)
      office.decide('enterCase', entered(String(number), numbered(number)), berndKrueger);
    withNumbers([2026], office);
    expect(freeNumbers(leaseIn(office), serviceId, 2026)).toEqual([
      7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20,
    ]);
    withNumbers([2026], office);
    expect(freeNumbers(leaseIn(office), serviceId, 2026)).toHaveLength(14);
  });

  it('[N2] next year’s are reserved in December only, and both years go on behind them', () => {
    const november = withNumbers([2026, 2027]);
    expect(freeNumbers(leaseIn(november), serviceId, 2027)).toEqual([]);
    const office = new TestOffice([]);
    office.decidedAt = '2026-12-30T09:00:00.000Z' as never;
    withNumbers([2026, 2027], office);
    expect(freeNumbers(leaseIn(office), serviceId, 2027)).toHaveLength(10);
    office.decide('enterCase', entered('0'), berndKrueger);
    office.decidedAt = '2027-01-02T09:00:00.000Z' as never;
    office.decide('enterCase', entered('1'), berndKrueger);
    office.decide('enterCase', entered('2', numbered(1, 2027)), berndKrueger);
    // saved before the turn of the year, handed over after it
    office.decide('enterCase', entered('3', numbered(2)), berndKrueger);
    expect(['0', '1', '2', '3'].map((id) => referenceOf(office, id))).toEqual([
      'HST-2026-00011',
      'HST-2027-00011',
      'HST-2027-00001',
      'HST-2026-00002',
    ]);
  });

  it('[S7] [N3] after a restore that lost the lease, a number given meanwhile still stands, once', () => {
    const office = new TestOffice([]);
    const series = [`file-reference.${serviceId}`];
    office.decide('recordRestore', { sequences: series, jump: 100 }, 'system');
    withNumbers([2026], office);
    office.decide('enterCase', entered('0', numbered(3)), berndKrueger);
    office.decide('enterCase', entered('1', numbered(3)), berndKrueger);
    expect(['0', '1'].map((id) => referenceOf(office, id))).toEqual(['HST-2026-00003', 'HST-2026-00111']);
  });

  it('[N4] a clock that was put back over the new year gives no number twice', () => {
    const office = new TestOffice([]);
    for (const [index, at] of ['2026-12-31', '2027-01-01', '2026-12-31', '2027-01-01'].entries()) {
      office.decidedAt = `${at}T12:00:00.000Z` as never;
      office.decide('enterCase', entered(String(index)), berndKrueger);
    }
    const references = ['0', '1', '2', '3'].map((id) => referenceOf(office, id));
    expect(new Set(references).size).toBe(4);
  });
});
