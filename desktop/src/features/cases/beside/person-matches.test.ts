import { personMatch } from '@amtsstube/shared/domain/annex';
import { caseId } from '@amtsstube/shared/domain/ids';
import { localDate } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { personCases } from './person-matches.ts';

const born = (day: string) => ({ applicantBornOn: localDate.parse(day) });
const row = (id: string, changed: Parameters<typeof aCase>[0] = {}) => ({
  caseRecord: aCase({ ...changed, id: caseId.parse(id) }),
  waiting: [],
});
const open = row('open', born('1980-05-01'));
const namesakes = [
  open,
  row('unknown'),
  row('twin', born('1981-05-01')),
  row('same', born('1980-05-01')),
  row('said', born('1980-05-01')),
  row('other', born('1980-05-01')),
];
const said = (id: string, same: boolean) =>
  personMatch.parse({ caseId: id, same, byId: 'anna', at: '2026-11-23T08:00:00.000Z' });

describe('other cases of the same person', () => {
  it('the same day of birth first, a missing one after it, another one not at all; what was said is said', () => {
    const annex = { persons: [said('said', true), said('other', false)] };
    const { confirmed, suggested, rejected } = personCases(open.caseRecord, namesakes, annex);
    expect(suggested.map(({ caseRecord, isSameBirth }) => [caseRecord.id, isSameBirth])).toEqual([
      ['same', true],
      ['unknown', false],
    ]);
    expect(confirmed.map(({ caseId: id }) => id)).toEqual(['said']);
    expect(rejected.map(({ caseId: id }) => id)).toEqual(['other']);
  });

  it('whose day of birth the form doesn’t ask for: the name alone', () => {
    const { suggested } = personCases(aCase(), namesakes, undefined);
    expect(suggested.every(({ isSameBirth }) => !isSameBirth)).toBe(true);
    expect(suggested).toHaveLength(6);
  });
});
