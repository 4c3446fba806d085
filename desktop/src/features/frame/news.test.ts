import { actor as actorSchema } from '@amtsstube/shared/domain/actor';
import { caseId, clerkId, departmentId, opId } from '@amtsstube/shared/domain/ids';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import { beforeEach, describe, expect, it } from 'vitest';
import { type DeskNow, News } from './news.ts';
import { newsSentence } from './news-sentence.ts';

const actor = actorSchema.parse({
  kind: 'clerk',
  clerkId: 'anna',
  role: 'clerk',
  departmentIds: [testTown.departmentId],
});
const theCase = (id: string) => aCase({ id: caseId.parse(id) });
const minute = 60_000;

let news: News;
let now: DeskNow;

beforeEach(() => {
  news = new News(actor);
  now = { cases: [theCase('old')], refused: [], isUpToDate: true, isInFront: false, atMs: 0 };
  news.note(now);
});

/** Something about the desk has changed. */
function change(changed: Partial<DeskNow>): void {
  now = { ...now, ...changed };
  news.note(now);
}

describe('news while the window is not in front', () => {
  it('is what came after the copy was found equal, not what the first copy brings', () => {
    news = new News(actor);
    change({ isUpToDate: false, cases: [] });
    change({ cases: [theCase('1'), theCase('2')] });
    change({ isUpToDate: true });
    expect([news.unseen.applications, news.dueAtMs]).toEqual([0, undefined]);
    change({ cases: [...now.cases, theCase('3')] });
    expect(news.unseen.applications).toBe(1);
  });

  it('is gathered and told in one message', () => {
    change({ cases: [...now.cases, theCase('1')], atMs: 1_000 });
    change({ cases: [...now.cases, theCase('2'), theCase('3')], atMs: 2_000 });
    expect(news.take(3_999)).toBeUndefined();
    expect(news.take(4_000)).toEqual({ applications: 3, refused: 0 });
    expect(news.take(minute * 9)).toBeUndefined();
  });

  it('is told at most each minute, then with everything nobody has looked at', () => {
    change({ cases: [...now.cases, theCase('1')] });
    expect(news.take(3_000)?.applications).toBe(1);
    change({ cases: [...now.cases, theCase('2')], atMs: 5_000 });
    expect(news.dueAtMs).toBe(3_000 + minute);
    expect(news.take(3_000 + minute)?.applications).toBe(2);
  });

  it('is over when the clerk looks, told or not', () => {
    change({ cases: [...now.cases, theCase('1')] });
    change({ isInFront: true });
    expect([news.unseen.applications, news.take(minute)]).toEqual([0, undefined]);
    change({ cases: [...now.cases, theCase('2')] });
    change({ isInFront: false });
    expect(news.unseen.applications).toBe(0);
  });

  it('is only what waits for somebody of the clerk’s departments', () => {
    const elsewhere = departmentId.parse('elsewhere');
    change({
      cases: [
        ...now.cases,
        { ...theCase('1'), departmentId: elsewhere },
        { ...theCase('2'), assigneeId: clerkId.parse('bernd'), status: 'inProgress' },
      ],
    });
    expect(news.unseen.applications).toBe(0);
    // given back: known already, though not in the inbox before
    change({ cases: [theCase('old'), theCase('2')] });
    expect(news.unseen.applications).toBe(0);
  });

  it('is also a refused change, but not one that was there when the desk opened', () => {
    news = new News(actor);
    change({ refused: [opId.parse('before')] });
    change({ refused: [opId.parse('before'), opId.parse('now')] });
    expect(news.take(3_000)).toEqual({ applications: 0, refused: 1 });
  });
});

it('a message names figures and no person or case', () => {
  expect(newsSentence({ applications: 1, refused: 0 })).toBe('1 neuer Antrag');
  expect(newsSentence({ applications: 3, refused: 0 })).toBe('3 neue Anträge');
  expect(newsSentence({ applications: 2, refused: 1 })).toBe('2 neue Anträge · 1 Änderung abgewiesen');
});
