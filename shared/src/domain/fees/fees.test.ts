import { describe, expect, it } from 'vitest';
import { creditorReference, referencesIn } from './creditor-reference.ts';
import { feeStateOf, feeSums, openCents, overpaidCents } from './fee.ts';
import { formatCents, parseCents } from './money.ts';

describe('a creditor reference (ISO 11649)', () => {
  it('has the check digits the standard’s own example has', () => {
    expect(creditorReference('539007547034')).toBe('RF18539007547034');
  });

  it.each([
    ['HST-2026-00017', 'HST202600017'],
    ['GÄÖ-2026-00001', 'GAEOE202600001'],
    ['ABCDE-2026-1234567', 'ABCDE20261234567'],
  ])('of %s is SEPA characters, at most 25, with the reference in it', (fileReference, own) => {
    const reference = creditorReference(fileReference) ?? '';
    expect(reference).toMatch(/^RF\d{2}[A-Z0-9]{1,21}$/);
    expect(reference.slice(4)).toBe(own);
  });

  it('there is none before there is a file reference', () => {
    expect(creditorReference('')).toBeUndefined();
  });

  const known = new Set(['HST-2026-00017', 'HST-2026-00001'].map((each) => creditorReference(each) ?? ''));
  const [first = '', second = ''] = known;
  it.each([
    [`Hundesteuer ${first}`, [first]],
    [`${first.toLowerCase().replaceAll(/(.{4})/g, '$1 ')}Danke`, [first]],
    [`EREF+NOTPROVIDED SVWZ+${first.slice(0, 9)}\n${first.slice(9)} HUND`, [first]],
    [`${first}/${second}`, [first, second]],
    ['RF00HST202600017', []],
    ['Hundesteuer', []],
  ])('is found in %j', (text, found) => {
    expect(referencesIn(text, known)).toEqual(found);
  });
});

describe('amounts', () => {
  it.each([
    ['35', 3500],
    ['35,5', 3550],
    ['1.234,50 €', 123_450],
    ['0,01', 1],
    ['35.50', undefined],
    ['-5', undefined],
    ['', undefined],
    ['1.23,00', undefined],
  ])('%j is read as %s', (text, cents) => {
    expect(parseCents(text)).toBe(cents);
  });

  it('are written as they are read', () => {
    for (const cents of [0, 1, 99, 100, 3550, 123_450, 100_000_000])
      expect(parseCents(formatCents(cents))).toBe(cents);
  });
});

describe('what follows from the sums', () => {
  const sums = (amountCents: number, waivedCents: number, paidCents: number) =>
    feeSums.parse({
      amountCents,
      waivedCents,
      paidCents,
      dueOn: '2026-12-23',
      chargedAt: '2026-11-23T09:00:00.000Z',
    });
  it.each([
    ['nothing paid', sums(5000, 0, 0), 'open', 5000, 0],
    ['paid in part', sums(5000, 0, 2000), 'open', 3000, 0],
    ['paid', sums(5000, 0, 5000), 'paid', 0, 0],
    ['paid too much', sums(5000, 0, 6000), 'paid', 0, 1000],
    ['waived', sums(5000, 5000, 0), 'waived', 0, 0],
    ['the rest waived', sums(5000, 3000, 2000), 'waived', 0, 0],
    ['paid after it was waived', sums(5000, 5000, 5000), 'waived', 0, 5000],
    ['what was paid went back', sums(5000, 3000, 0), 'open', 2000, 0],
    ['made less than was waived', sums(2000, 5000, 0), 'waived', 0, 0],
  ] as const)('%s', (_, fee, state, open, overpaid) => {
    expect([feeStateOf(fee), openCents(fee), overpaidCents(fee)]).toEqual([state, open, overpaid]);
  });
});
