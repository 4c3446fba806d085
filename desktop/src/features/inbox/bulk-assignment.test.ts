import { opId } from '@amtsstube/shared/domain/ids';
import { actorFrom } from '@amtsstube/shared/fixtures/test-office';
import { annaBerger, berndKrueger, doraRitter } from '@amtsstube/shared/fixtures/test-town';
import type { Kind, PayloadOf } from '@amtsstube/shared/operations/registry';
import { describe, expect, it } from 'vitest';
import type { Saved } from '../../data/desk.ts';
import { type BulkAction, type BulkProgress, planBulk, runBulk } from './bulk-assignment.ts';
import { aRow } from './test-rows.ts';

const free = aRow({ id: 'free' }).caseRecord;
const annas = aRow({ id: 'annas', assigneeId: annaBerger.id, status: 'inProgress' }).caseRecord;
const bernds = aRow({ id: 'bernds', assigneeId: berndKrueger.id, status: 'inProgress' }).caseRecord;
const elsewhere = aRow({ id: 'elsewhere', departmentId: 'other', scope: 'other/active' }).caseRecord;
const decided = aRow({
  id: 'decided',
  status: 'decided',
  decision: { kind: 'approved', decidedBy: annaBerger.id, decidedAt: free.submittedAt },
}).caseRecord;
const all = [free, annas, bernds, elsewhere, decided];

describe('what several cases allow, said before it begins', () => {
  it.each<[Exclude<BulkAction, 'distribute'>, string[], string[]]>([
    [
      'takeOver',
      ['free'],
      ['annas withOther', 'bernds alreadyYours', 'elsewhere otherDepartment', 'decided decided'],
    ],
    [
      'giveBack',
      ['bernds'],
      ['free inInbox', 'annas notYours', 'elsewhere otherDepartment', 'decided decided'],
    ],
    [
      'handOver',
      ['bernds'],
      ['free takeOverFirst', 'annas notYours', 'elsewhere otherDepartment', 'decided decided'],
    ],
  ])('a clerk, %s', (action, possible, impossible) => {
    const plan = planBulk(actorFrom(berndKrueger), action, all, undefined);
    expect(plan.possible.map(({ id }) => id)).toEqual(possible);
    expect(plan.impossible.map(({ caseRecord, why }) => `${caseRecord.id} ${why.because}`)).toEqual(
      impossible,
    );
  });

  it('not to who has it already, nor to somebody of another department', () => {
    const lead = actorFrom(annaBerger);
    const toBernd = planBulk(lead, 'handOver', [annas, bernds], berndKrueger);
    expect(toBernd.possible).toEqual([annas]);
    expect(toBernd.impossible).toEqual([{ caseRecord: bernds, why: { because: 'alreadyTheirs' } }]);
    expect(planBulk(lead, 'handOver', [annas], doraRitter).impossible).toEqual([
      { caseRecord: annas, why: { because: 'notInDepartment', name: doraRitter.name } },
    ]);
  });
});

describe('doing it', () => {
  const payloadOf = ({ id: caseId }: { id: typeof free.id }): PayloadOf<'assignCase'> => ({
    action: 'takeOver',
    caseId,
    word: '',
  });
  /** Answers as told, in order; `saved` beyond that. */
  function answering(...answers: Saved[]) {
    const asked: unknown[] = [];
    const rest = [...answers];
    const answer = async <K extends Kind>(kind: K, payload: PayloadOf<K>): Promise<Saved> => {
      asked.push([kind, payload]);
      return rest.shift() ?? { result: 'saved', opId: opId.parse(`op-${asked.length}`) };
    };
    return { asked, do: answer };
  }
  const ids = (progress: BulkProgress) => [
    progress.saved.map(({ id }) => id),
    progress.failed.map(({ caseRecord }) => caseRecord.id),
    progress.left.map(({ id }) => id),
  ];
  const go = () => new AbortController().signal;

  it('each case is an operation of its own, and one refused stops no other', async () => {
    const desk = answering({ result: 'refusedHere', reason: { code: 'notAllowed' } });
    const seen: number[] = [];
    const done = await runBulk(
      desk,
      [free, annas, bernds],
      payloadOf,
      ({ left }) => seen.push(left.length),
      go(),
    );
    expect(ids(done)).toEqual([['annas', 'bernds'], ['free'], []]);
    expect(desk.asked).toEqual([free, annas, bernds].map((each) => ['assignCase', payloadOf(each)]));
    expect(seen).toEqual([2, 1, 0]);
  });

  it('a device that can’t write isn’t asked again and again', async () => {
    const desk = answering(
      { result: 'saved', opId: opId.parse('op-0') },
      { result: 'notSaved', because: 'quotaExceeded' },
    );
    const done = await runBulk(desk, [free, annas, bernds], payloadOf, () => undefined, go());
    expect(ids(done)).toEqual([['free'], ['annas'], ['bernds']]);
    expect(desk.asked).toHaveLength(2);
  });

  it('stops where it is told to, and says what it left', async () => {
    const stop = new AbortController();
    const done = await runBulk(
      answering(),
      [free, annas, bernds],
      payloadOf,
      () => stop.abort(),
      stop.signal,
    );
    expect(ids(done)).toEqual([['free'], [], ['annas', 'bernds']]);
  });
});
