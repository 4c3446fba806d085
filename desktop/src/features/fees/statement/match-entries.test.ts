import { creditorReference } from '@amtsstube/shared/domain/fees/creditor-reference';
import { feeSums } from '@amtsstube/shared/domain/fees/fee';
import { localDate } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import type { BankEntry } from './bank-entry.ts';
import { matchEntries } from './match-entries.ts';

const charged = (number: number, paidCents = 0) =>
  aCase({
    id: `case-${number}`,
    fileReference: `HST-2026-0000${number}`,
    fee: feeSums.parse({
      amountCents: 5000,
      waivedCents: 0,
      paidCents,
      dueOn: '2026-12-23',
      chargedAt: '2026-11-23T09:00:00.000Z',
    }),
  } as never);
const cases = [charged(1), charged(2), charged(3, 5000), aCase({ fileReference: 'HST-2026-00009' })];
const reference = (number: number) => creditorReference(`HST-2026-0000${number}`) ?? '';
const entry = (amountCents: number, text: string): BankEntry => ({
  bookedOn: localDate.parse('2026-11-27'),
  amountCents,
  text,
  payer: 'Wolf',
});
const none = () => new Set<string>();

describe('matching a statement with the fees', () => {
  it.each([
    ['the amount that is open', entry(5000, reference(1)), 'exact'],
    ['a part of it', entry(2000, reference(1)), 'tooLittle'],
    ['more than that', entry(6000, reference(1)), 'tooMuch'],
    ['what is paid already', entry(5000, reference(3)), 'tooMuch'],
  ])('%s', (_, paid, state) => {
    expect(matchEntries([paid], cases, none).matches.map((match) => match.state)).toEqual([state]);
  });

  it('counts what comes before it in the same file', () => {
    const { matches } = matchEntries([entry(2000, reference(1)), entry(3000, reference(1))], cases, none);
    expect(matches.map(({ state, openBefore }) => [state, openBefore])).toEqual([
      ['tooLittle', 5000],
      ['exact', 3000],
    ]);
  });

  it('tells alike entries of one day apart, and gives each the same id however often it is read', () => {
    const twice = [entry(2000, reference(1)), entry(2000, reference(1))];
    const [first, second] = matchEntries(twice, cases, none).matches;
    expect(first?.id).not.toBe(second?.id);
    const otherText = twice.map((each) => ({ ...each, text: `SVWZ+ ${each.text.toLowerCase()}`, payer: '' }));
    expect(matchEntries(otherText, cases, none).matches.map(({ id }) => id)).toEqual([first?.id, second?.id]);
  });

  it('offers what is booked no second time, and counts it once', () => {
    const paid = [entry(2000, reference(1)), entry(3000, reference(1))];
    const [first] = matchEntries(paid, cases, none).matches;
    const { matches } = matchEntries(paid, [charged(1, 2000)], () => new Set([first?.id ?? '']));
    expect(matches.map(({ state }) => state)).toEqual(['recorded', 'exact']);
  });

  it('leaves what names no fee, or several, to the clerk', () => {
    const unknown = entry(5000, 'Hundesteuer Wolf 50,00');
    const feeless = entry(5000, creditorReference('HST-2026-00009') ?? '');
    const both = entry(10_000, `${reference(1)} ${reference(2)}`);
    const { matches, without, ambiguous } = matchEntries([unknown, feeless, both], cases, none);
    expect([matches, without, ambiguous]).toEqual([[], [unknown, feeless], [both]]);
  });
});
