import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseRow } from '../../data/desk.ts';
import { compareGerman } from '../../ui/german-text.ts';
import type { CaseColumn } from './case-columns.ts';
import { CaseOrder } from './case-order.ts';
import type { Naming } from './sort-key.ts';
import { aRow } from './test-rows.ts';

const naming: Naming = {
  settingName: (id) => id,
  assigneeName: (id) => id ?? '',
  statusName: (status) => status,
  channelName: (channel) => channel,
};
const sorted = (rows: readonly CaseRow[], by: CaseColumn, direction: 'asc' | 'desc' = 'asc') =>
  new CaseOrder(by, naming).sorted(rows, direction).map(({ caseRecord }) => caseRecord);

describe('sorting the list', () => {
  it('puts umlauts where a German looks for them', () => {
    const rows = ['Zander', 'Ärmel', 'Arndt', 'Öztürk', 'Otto', 'azur'].map((applicantName) =>
      aRow({ applicantName }),
    );
    const names = ['Ärmel', 'Arndt', 'azur', 'Otto', 'Öztürk', 'Zander'];
    expect(sorted(rows, 'applicant').map(({ applicantName }) => applicantName)).toEqual(names);
    expect(sorted(rows, 'applicant', 'desc').map(({ applicantName }) => applicantName)).toEqual(
      names.toReversed(),
    );
  });

  it('orders file references by their number, equal ones newest first in either direction', () => {
    const rows = [
      aRow({ id: 'ten', fileReference: 'HST-2026-10' }),
      aRow({ id: 'nine-new', fileReference: 'HST-2026-9', submittedAt: '2026-11-24T08:00:00.000Z' }),
      aRow({ id: 'nine-old', fileReference: 'HST-2026-9' }),
    ];
    expect(sorted(rows, 'fileReference').map(({ id }) => id)).toEqual(['nine-new', 'nine-old', 'ten']);
    expect(sorted(rows, 'fileReference', 'desc').map(({ id }) => id)).toEqual([
      'ten',
      'nine-new',
      'nine-old',
    ]);
  });

  it('is done once for the same rows, and anew for others and the other way round', () => {
    const order = new CaseOrder('applicant', naming);
    const rows = [aRow({ id: 'b', applicantName: 'B' }), aRow({ id: 'a', applicantName: 'A' })];
    const names = (direction: 'asc' | 'desc', of = rows) =>
      order.sorted(of, direction).map(({ caseRecord }) => caseRecord.applicantName);
    expect(order.sorted(rows, 'asc')).toBe(order.sorted(rows, 'asc'));
    expect([names('asc'), names('desc'), names('asc', rows.slice(1)), names('asc')]).toEqual([
      ['A', 'B'],
      ['B', 'A'],
      ['A'],
      ['A', 'B'],
    ]);
  });

  it.each([
    ['asc', ['soon', 'late', 'never']],
    ['desc', ['late', 'soon', 'never']],
  ] as const)('cases without a deadline come last (%s)', (direction, expected) => {
    const rows = [
      aRow({ id: 'never' }),
      aRow({ id: 'late', deadlineOn: '2026-12-24' }),
      aRow({ id: 'soon', deadlineOn: '2026-12-01' }),
    ];
    expect(sorted(rows, 'deadline', direction).map(({ id }) => id)).toEqual(expected);
  });

  it('kept up by merging is what sorting anew would be, whatever comes, changes and goes', () => {
    const aName = fc.constantFrom('Müller', 'Mueller', 'Ärmel', 'Zander', 'abel', 'Abel 2', 'Abel 10');
    const changes = fc.array(fc.tuple(fc.nat(8), fc.option(aName)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 5 }), fc.nat(3), (rounds, atMost) => {
        const order = new CaseOrder('applicant', naming);
        const cases = new Map<number, CaseRow>();
        for (const round of rounds) {
          for (const [index, applicantName] of round) {
            if (applicantName === null) cases.delete(index);
            else cases.set(index, aRow({ id: `case-${index}`, applicantName }));
          }
          // a new array of new rows each time, as the desk emits them
          const rows = [...cases.values()].map((row) => ({ ...row }));
          order.takeIn(rows, atMost);
          const result = order.sorted(rows, 'asc');
          expect(new Set(result)).toEqual(new Set(rows));
          expect(result).toHaveLength(rows.length);
          const anew = rows.toSorted(
            (left, right) =>
              compareGerman(left.caseRecord.applicantName, right.caseRecord.applicantName) ||
              (left.caseRecord.id < right.caseRecord.id ? -1 : 1),
          );
          expect(result).toEqual(anew);
        }
      }),
    );
  });
});
