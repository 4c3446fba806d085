import { feeSums } from '@amtsstube/shared/domain/fees/fee';
import { localDate } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { feesCsv } from './fees-csv.ts';
import { listedFees, searchFees } from './open-fees.ts';

const today = localDate.parse('2026-12-01');
const fee = (changed: object) =>
  feeSums.parse({
    amountCents: 3550,
    dueOn: '2026-12-23',
    chargedAt: '2026-11-23T09:00:00.000Z',
    waivedCents: 0,
    paidCents: 0,
    ...changed,
  });
const named = (fileReference: string, applicantName: string, changed: object | undefined) =>
  aCase({ fileReference, applicantName, ...(changed && { fee: fee(changed) }) });
const cases = [
  named('HST-2026-00001', 'Ute Wolf', {}),
  named('HST-2026-00002', 'Jörg Müller', { dueOn: '2026-11-30' }),
  named('HST-2026-00003', 'Erika Mustermann', { paidCents: 3550 }),
  named('HST-2026-00004', '=1+1', { paidCents: 4000, dueOn: '2026-12-24' }),
  named('HST-2026-00005', 'Ohne Gebühr', undefined),
  named('HST-2026-00006', 'Erlassen', { waivedCents: 3550 }),
];

describe('the list of fees', () => {
  const listed = listedFees(cases, today);

  it('has what is open or overpaid, and nothing else; due longest ago first', () => {
    expect(
      listed.map(({ caseRecord, open, overpaid, age }) => [caseRecord.fileReference, open, overpaid, age]),
    ).toEqual([
      ['HST-2026-00002', 3550, 0, 8],
      ['HST-2026-00001', 3550, 0, 8],
      ['HST-2026-00004', 0, 450, 8],
    ]);
  });

  it.each([
    ['rf90 hst2 0260 0001', ['HST-2026-00001']],
    ['2026-00002', ['HST-2026-00002']],
    ['mueller', ['HST-2026-00002']],
    ['niemand', []],
  ])('is searched by %s', (query, found) => {
    expect(searchFees(listed, query).map(({ caseRecord }) => caseRecord.fileReference)).toEqual(found);
  });

  it('goes into a spreadsheet with decimal commas, and no name becomes a formula', () => {
    const csv = feesCsv(listed, () => 'Hundesteuer; An- und Abmeldung');
    expect(csv.split('\r\n')).toEqual([
      '\uFEFFAktenzeichen;Kassenzeichen;Name;Leistung;Betrag;Offen;Zahlbar bis;Alter;Zu viel',
      expect.stringMatching(
        /^HST-2026-00002;RF\d\dHST202600002;Jörg Müller;"Hundesteuer; An- und Abmeldung";35,50;35,50;30\.11\.2026;8;0,00$/,
      ),
      expect.stringMatching(/^HST-2026-00001;/),
      expect.stringMatching(/^HST-2026-00004;RF\d\dHST202600004;'=1\+1;/),
      '',
    ]);
  });
});
