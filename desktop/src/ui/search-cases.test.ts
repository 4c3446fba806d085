import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { searchCases } from './search-cases.ts';

const aRow = (changed: Parameters<typeof aCase>[0]) => ({ caseRecord: aCase(changed), waiting: [] });

describe('searching the list', () => {
  const rows = [aRow({ applicantName: 'Jörg Müller-Weiß', fileReference: 'HST-2026-00017' })];

  it.each(['müller', 'MUELLER', 'Muller', 'weiss jörg', 'joerg', '00017', 'hst-2026', '', '  '])(
    'finds by "%s"',
    (query) => {
      expect(searchCases(rows, query)).toEqual(rows);
    },
  );

  it.each(['Meier', 'müller 00018'])('does not find by "%s"', (query) => {
    expect(searchCases(rows, query)).toEqual([]);
  });

  it('letter by letter finds what the whole query does', () => {
    const all = ['Mueller', 'Maer', 'Mär', 'Moer', 'Groß', 'Muell'].map((applicantName) =>
      aRow({ applicantName }),
    );
    for (const query of ['mueller', 'maer', 'moer', 'gross', 'groß', 'er mu']) {
      for (let length = 1; length <= query.length; length += 1) {
        const typed = query.slice(0, length);
        expect(searchCases(all, typed), typed).toEqual(searchCases([...all], typed));
      }
    }
  });

  it('a changed case is found by what it is called now', () => {
    const [row] = rows;
    if (row === undefined) throw new Error('no row');
    searchCases(rows, 'müller');
    const renamed = [{ ...row, caseRecord: { ...row.caseRecord, applicantName: 'Zoë Yıldız' } }];
    expect(searchCases(renamed, 'müller')).toEqual([]);
    expect(searchCases(renamed, 'zoe')).toEqual(renamed);
  });
});
