import { caseId, clerkId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { aCase, aDossier } from '@amtsstube/shared/fixtures/builders';
import { berndKrueger, testTownSettings } from '@amtsstube/shared/fixtures/test-town';
import type { SalvageEntry } from '@amtsstube/shared/replication/salvage';
import { describe, expect, it } from 'vitest';
import { salvagedItems, textOfAll } from './salvaged-items.ts';

const id = caseId.parse('case-lost');
const at = instant.parse('2026-11-26T10:00:00.000Z');
const names = {
  nameOf: (clerk: string) => (clerk === berndKrueger.id ? berndKrueger.name : 'jemand'),
  settingName: () => 'Bürgerservice',
  settings: testTownSettings,
};
const entry = (collection: SalvageEntry['collection'], document: unknown, of: string = id): SalvageEntry => ({
  collection,
  id: of,
  seq: 40,
  document,
  broughtBy: berndKrueger.id,
  broughtAt: at,
});
const listed = entry('cases', aCase({ id, fileReference: 'HST-2026-00007' }));
const rest = entry(
  'dossiers',
  aDossier({
    id,
    events: [
      { kind: 'submitted', opId: opId.parse('op-1'), at },
      { kind: 'note', opId: opId.parse('op-2'), at, byId: berndKrueger.id, text: 'Rückruf erbeten' },
    ],
  }),
);

describe('what an administrator reads of what is missing', () => {
  it('is a case as one thing: who applied, the answers by their labels, and what was done', () => {
    const [item, ...others] = salvagedItems([listed, rest], names);
    expect(others).toEqual([]);
    expect(item?.title).toBe('Vorgang HST-2026-00007 Erika Mustermann');
    expect(item?.brought).toContain('Bernd Krüger');
    expect(item?.text).toMatch(/Name des Hundes: /);
    expect(item?.text).toContain('Vermerk von Bernd Krüger');
    expect(item?.text).toContain('Rückruf erbeten');
    expect(item?.documents).toEqual([
      { collection: 'cases', id },
      { collection: 'dossiers', id },
    ]);
  });

  it('is each version where desks brought different ones, with who brought it', () => {
    const note = {
      kind: 'note',
      opId: opId.parse('op-3'),
      at,
      byId: berndKrueger.id,
      text: 'Anders',
    } as const;
    const other = {
      ...entry('dossiers', aDossier({ id, events: [note] })),
      broughtBy: clerkId.parse('anna'),
    };
    const [item, ...others] = salvagedItems([listed, rest, other], names);
    expect(others).toEqual([]);
    expect(item?.text).toMatch(/Bernd Krüger[\s\S]*Rückruf erbeten[\s\S]*jemand[\s\S]*Anders/);
  });

  it('is told although half of it is missing, or is of another program', () => {
    const [alone] = salvagedItems([rest], names);
    expect(alone?.title).toBe(`Vorgang ${id}`);
    const [foreign] = salvagedItems([entry('dossiers', { words: 'von morgen' })], names);
    expect(foreign?.text).toContain('von morgen');
  });

  it('names persons and counters, and goes into one file', () => {
    const items = salvagedItems([listed, rest, entry('clerks', berndKrueger, berndKrueger.id)], names);
    expect(items.map(({ title }) => title)).toEqual([
      'Vorgang HST-2026-00007 Erika Mustermann',
      'Person Bernd Krüger',
    ]);
    expect(textOfAll(items)).toMatch(/Rückruf erbeten[\s\S]*Person Bernd Krüger/);
  });
});
