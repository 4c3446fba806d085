import { CaseRows } from '@amtsstube/desktop/data/case-rows';
import type { CaseRow } from '@amtsstube/desktop/data/desk';
import { caseId } from '@amtsstube/shared/domain/ids';
import { instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { between, seededRandom } from '@amtsstube/shared/fixtures/random';

const rounds = 50;
const pageSize = 1000;

/** Milliseconds of one change each, in this process: what the list of all cases costs beside reading and drawing. */
export function changeRows(count: number): { page: number[]; one: number[]; sortAll: number[] } {
  const random = seededRandom(5);
  const { caseRecord: sample } = { caseRecord: aCase() };
  const startedAt = millisecondsOf(sample.submittedAt);
  let changes = 0;
  const aRow = (index: number): CaseRow => {
    changes += 1;
    const id = caseId.parse(`case-${index}`);
    const submittedAt = instantOf(startedAt + ((index * 7919) % count) * 1000);
    return { caseRecord: { ...sample, id, submittedAt, eventCount: changes }, waiting: [] };
  };
  const change = (indexes: readonly number[]) =>
    new Map(indexes.map((index) => [`case-${index}`, aRow(index)] as const));
  const rows = new CaseRows();
  rows.change(change(Array.from({ length: count }, (_, index) => index)));

  // half of a page is new, half is changed
  const page = timesOf(rounds, (round) => {
    const changed = Array.from({ length: pageSize }, (_, index) =>
      index % 2 === 0 ? between(random, 0, count - 1) : count + round * pageSize + index,
    );
    const next = change(changed);
    return () => rows.change(next);
  });
  const one = timesOf(rounds, () => {
    const next = change([between(random, 0, count - 1)]);
    return () => rows.change(next);
  });
  const sortAll = timesOf(rounds, () => () => {
    rows.sorted.toSorted(({ caseRecord: a }, { caseRecord: b }) => (a.submittedAt < b.submittedAt ? 1 : -1));
  });
  return { page, one, sortAll };
}

function timesOf(times: number, prepare: (round: number) => () => void): number[] {
  return Array.from({ length: times }, (_, round) => {
    const act = prepare(round);
    const startedAt = performance.now();
    act();
    return performance.now() - startedAt;
  });
}
