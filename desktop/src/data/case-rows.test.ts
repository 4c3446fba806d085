import { caseId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { between, seededRandom } from '@amtsstube/shared/fixtures/random';
import { describe, expect, it } from 'vitest';
import { CaseRows } from './case-rows.ts';
import type { CaseRow } from './desk.ts';

function aRow(id: string, minute: number, applicantName = 'Erika Mustermann'): CaseRow {
  const submittedAt = instant.parse(`2026-11-23T08:${String(minute).padStart(2, '0')}:00.000Z`);
  return { caseRecord: aCase({ id: caseId.parse(id), submittedAt, applicantName }), waiting: [] };
}

function changed(...rows: readonly CaseRow[]): Map<string, CaseRow> {
  return new Map(rows.map((row) => [row.caseRecord.id, row]));
}

const idsOf = (rows: CaseRows) => rows.sorted.map(({ caseRecord }) => caseRecord.id);

describe('the rows of all cases', () => {
  it('stand newest first, those of one moment by id', () => {
    const rows = new CaseRows();
    rows.change(changed(aRow('b', 1), aRow('c', 2), aRow('a', 1)));
    expect(idsOf(rows)).toEqual(['c', 'a', 'b']);
    rows.change(changed(aRow('e', 0), aRow('d', 3)));
    expect(idsOf(rows)).toEqual(['d', 'c', 'a', 'b', 'e']);
  });

  it('are the same objects where nothing changed, in an array of its own', () => {
    const rows = new CaseRows();
    rows.change(changed(aRow('a', 1), aRow('b', 2), aRow('c', 3)));
    const before = rows.sorted;
    rows.change(changed(aRow('b', 2, 'Max Beispiel')));
    expect(before.map(({ caseRecord }) => caseRecord.applicantName)).not.toContain('Max Beispiel');
    expect(rows.sorted[1]?.caseRecord.applicantName).toBe('Max Beispiel');
    expect([rows.sorted[0], rows.sorted[2]]).toEqual([before[0], before[2]]);
    expect(rows.sorted[0]).toBe(before[0]);
    expect(rows.sorted[2]).toBe(before[2]);
  });

  it('where nothing changed at all, are the very same array', () => {
    const rows = new CaseRows();
    const row = aRow('a', 1);
    rows.change(changed(row));
    const before = rows.sorted;
    rows.change(changed(row));
    rows.change(new Map([['unknown', undefined]]));
    expect(rows.sorted).toBe(before);
  });

  it('leave, come back and move', () => {
    const rows = new CaseRows();
    rows.change(changed(aRow('a', 1), aRow('b', 2), aRow('c', 3)));
    rows.change(new Map([['c', undefined]]));
    expect(idsOf(rows)).toEqual(['b', 'a']);
    expect(rows.get('c')).toBeUndefined();
    rows.change(changed(aRow('a', 5), aRow('c', 0)));
    expect(idsOf(rows)).toEqual(['a', 'b', 'c']);
  });

  it.each([1, 2, 3, 4, 5])('after many changes are what sorting them all would give, seed %i', (seed) => {
    const random = seededRandom(seed);
    const rows = new CaseRows();
    const model = new Map<string, CaseRow>();
    for (let step = 0; step < 200; step += 1) {
      const changes = new Map<string, CaseRow | undefined>();
      for (let count = between(random, 1, 12); count > 0; count -= 1) {
        const id = `case-${between(random, 0, 40)}`;
        const row = between(random, 0, 3) === 0 ? undefined : aRow(id, between(random, 0, 9));
        changes.set(id, row);
      }
      for (const [id, row] of changes) {
        if (row) model.set(id, row);
        else model.delete(id);
      }
      rows.change(changes);
      const expected = [...model.values()].sort(
        ({ caseRecord: a }, { caseRecord: b }) =>
          b.submittedAt.localeCompare(a.submittedAt) || (a.id < b.id ? -1 : 1),
      );
      expect(rows.sorted.length).toBe(expected.length);
      for (const [index, row] of rows.sorted.entries()) expect(row).toBe(expected[index]);
    }
  });
});
