import { caseId } from '@amtsstube/shared/domain/ids';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { paletteHits } from './palette-hits.ts';

const row = (id: string, fileReference: string, applicantName: string) => ({
  caseRecord: aCase({ id: caseId.parse(id), fileReference, applicantName }),
  waiting: [],
});
const cases = [
  row('a', 'HST-2026-00001', 'Käthe Öhler'),
  row('b', 'HST-2026-00002', 'Jürgen Weiß'),
  ...Array.from({ length: 50 }, (_, index) => row(`n${index}`, `HST-2026-1${index}`, 'Nele Müller')),
];
const texts = (query: string, isAdmin = false) =>
  paletteHits(query, cases, isAdmin).hits.map(({ text }) => text);

describe('the command palette', () => {
  it('offers screens and settings before anything is typed; administration to administrators', () => {
    expect(texts('')).toEqual([
      'Neuer Vorgang',
      'Fällig',
      'Posteingang',
      'Meine Vorgänge',
      'In Vertretung',
      'Alle Vorgänge',
      'Aufgaben',
      'Termine',
      'Wartende',
      'Tagesplan und Nachtragen',
      'Offene Gebühren',
      'Abgewiesene Änderungen',
      'Darstellung und Meldungen',
      'Tastenkürzel',
    ]);
    expect(texts('', true)).toContain('Verwaltung');
    expect(texts('verw')).toEqual([]);
  });

  it('finds cases by reference and name, in any spelling and order', () => {
    for (const query of ['00002', 'weiss jürgen', 'juergen', 'WEIß'])
      expect(texts(query)).toEqual(['HST-2026-00002']);
    expect(texts('oehler')).toEqual(['HST-2026-00001']);
    expect(texts('vorgaenge')).toEqual(['Meine Vorgänge', 'Alle Vorgänge']);
  });

  it('folds the words of a case once, not at each key', () => {
    let reads = 0;
    const caseRecord = Object.defineProperty(aCase({ fileReference: 'HST-2026-00003' }), 'applicantName', {
      get: () => {
        reads += 1;
        return 'Nele Müller';
      },
    });
    for (const query of ['m', 'mü', 'hst', 'x', 'e'])
      paletteHits(query, [{ caseRecord, waiting: [] }], false);
    // one more for each time it is among the hits
    expect(reads).toBe(1 + 4);
  });

  it('shows at most twenty cases and says how many there are', () => {
    const { hits, allCases } = paletteHits('müller', cases, false);
    expect([hits.length, allCases]).toEqual([20, 50]);
  });
});
