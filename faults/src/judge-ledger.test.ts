import { clerkId, opId } from '@amtsstube/shared/domain/ids';
import { describe, expect, it } from 'vitest';
import { type Decided, judgeLedger } from './judge-ledger.ts';

const ids = ['a', 'b', 'c'];
const ledger = ids.map((id) => ({
  opId: opId.parse(`op-${id}`),
  clerkId: clerkId.parse('anna-berger'),
  kind: 'addNote',
  payload: { text: id },
}));
const log: readonly Decided[] = ids.map((id) => ({
  opId: `op-${id}`,
  decided: 'accepted',
  payload: { text: id },
}));
const [first, second, third] = log as [Decided, Decided, Decided];
const none = new Set<string>();

describe('judging the ledger', () => {
  it('finds nothing where everything acknowledged was decided once, in order', () => {
    expect(judgeLedger(ledger, log, none)).toEqual({ lost: [], doubled: [], broken: [] });
  });

  it('an acknowledged operation that was never decided is lost', () => {
    expect(judgeLedger(ledger, [first, third], none).lost).toEqual([
      'addNote op-b of anna-berger was never decided',
    ]);
  });

  it('another text is lost', () => {
    const other = { ...second, payload: { text: 'x' } };
    expect(judgeLedger(ledger, [first, other, third], none).lost).toHaveLength(1);
  });

  it('a refusal is lost only where its text is gone from the desk', () => {
    const refused: readonly Decided[] = [first, { ...second, decided: 'refused' }, third];
    expect(judgeLedger(ledger, refused, none).lost).toHaveLength(1);
    expect(judgeLedger(ledger, refused, new Set(['op-b'])).lost).toEqual([]);
  });

  it('decided twice is doubled', () => {
    expect(judgeLedger(ledger, [...log, second], none).doubled).toHaveLength(1);
  });

  it("another order than the clerk's is found", () => {
    expect(judgeLedger(ledger, [second, first, third], none).broken).toHaveLength(1);
  });
});
