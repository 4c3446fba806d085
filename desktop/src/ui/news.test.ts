import { caseId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { allSeen, isNews, parseNews, withSeen } from './news.ts';

const at = (time: string) => instant.parse(`2026-11-23T${time}:00.000Z`);
const early = aCase({ lastEventAt: at('08:00') });
const late = aCase({ id: caseId.parse('case-2'), lastEventAt: at('10:00'), eventCount: 2 });
const never = parseNews(undefined);
const since = allSeen(never, [early]);

describe('what is new to a clerk', () => {
  it('is nothing at the first look', () => {
    expect(isNews(never, late)).toBe(false);
  });

  it('is what happened after she had seen everything', () => {
    expect(isNews(since, early)).toBe(false);
    expect(isNews(since, late)).toBe(true);
    expect(isNews(allSeen(since, [early, late]), late)).toBe(false);
  });

  it('is no more once she looked at it, until something happens again', () => {
    const looked = withSeen(since, late);
    expect(isNews(looked, late)).toBe(false);
    expect(isNews(looked, { ...late, eventCount: 3, lastEventAt: at('11:00') })).toBe(true);
  });

  it('comes back as it was kept; damaged, it begins anew', () => {
    const looked = withSeen(since, late);
    expect(parseNews(JSON.parse(JSON.stringify(looked)))).toEqual(looked);
    for (const damaged of [null, 1, {}, { seenUntil: 'gestern', seen: {} }, { ...looked, seen: [] }])
      expect(parseNews(damaged)).toEqual(never);
  });

  it('does not grow without end', () => {
    let looked = since;
    for (let count = 0; count < 1_050; count += 1)
      looked = withSeen(looked, { ...late, id: caseId.parse(`case-${count}`) });
    expect(Object.keys(looked.seen)).toHaveLength(1_000);
    expect(isNews(looked, { ...late, id: caseId.parse('case-1049') })).toBe(false);
  });
});
