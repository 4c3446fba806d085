import type { Clerk } from '@amtsstube/shared/domain/clerk';
import { numberBlockLease } from '@amtsstube/shared/domain/lease';
import { aCase, aLease } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { expect, it } from 'vitest';
import { numberSeries } from './number-series.ts';
import { seriesCsv } from './series-csv.ts';

const { serviceId, berndKruegerId } = testTown;
const numbered = (number: number, year = 2026) =>
  aCase({ fileReference: `HST-${year}-${String(number).padStart(5, '0')}` });
const block = { serviceId, prefix: 'HST', year: 2026, from: 3, to: 6, spent: [4] };
const lease = numberBlockLease.parse(aLease({ blocks: [block] }));
const held = { why: 'held', clerkId: berndKruegerId, deviceId: lease.deviceId, isEnded: false };

it('[N4] names each number that no case has, with who holds it or that its case is not here', () => {
  const series = numberSeries([numbered(1), numbered(8)], [lease], [], [serviceId]);
  expect(series).toEqual([
    {
      serviceId,
      year: 2026,
      last: 8,
      given: 2,
      gaps: [
        { why: 'unknown', from: 2, to: 2 },
        { ...held, from: 3, to: 3 },
        { why: 'caseNotHere', from: 4, to: 4 },
        { ...held, from: 5, to: 6 },
        { why: 'unknown', from: 7, to: 7 },
      ],
    },
  ]);
});

it('[N4] numbers of somebody who left are given to nobody; a case without a number yet is in no series', () => {
  const left = { id: berndKruegerId, deactivatedAt: '2026-11-20T11:00:00.000Z' } as Clerk;
  const [series] = numberSeries([aCase({ fileReference: '' })], [aLease()], [left], [serviceId]);
  expect(series).toMatchObject({ last: 10, given: 0, gaps: [{ ...held, isEnded: true, from: 1, to: 10 }] });
});

it('shows the newest year first, each counted for itself', () => {
  const series = numberSeries([numbered(1), numbered(1, 2027), numbered(2, 2027)], [], [], [serviceId]);
  expect(series.map(({ year, last, gaps }) => [year, last, gaps])).toEqual([
    [2027, 2, []],
    [2026, 1, []],
  ]);
});

it('goes to the auditors with each gap in a line, and no name that becomes a formula', () => {
  const csv = seriesCsv(
    numberSeries([numbered(1)], [lease], [], [serviceId]),
    () => '=Hund',
    () => 'Bernd; K.',
  );
  expect(csv.split('\r\n').slice(0, -1)).toEqual([
    '\uFEFFDienstleistung;Jahr;Letzte Nummer;Vorgänge;Von;Bis;Erklärung',
    expect.stringMatching(/^'=Hund;2026;6;1;2;2;/),
    `'=Hund;2026;6;1;3;3;"Vorrätig am PC von Bernd; K."`,
    expect.stringMatching(/^'=Hund;2026;6;1;4;4;/),
    `'=Hund;2026;6;1;5;6;"Vorrätig am PC von Bernd; K."`,
  ]);
});
