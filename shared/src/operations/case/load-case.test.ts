import { describe, expect, it } from 'vitest';
import { opId } from '../../domain/ids.ts';
import { instantOf } from '../../domain/time.ts';
import { happened } from './load-case.ts';

const decided = Date.UTC(2026, 10, 23, 9);
const minute = 60_000;

describe('[S12] when something happened', () => {
  it.each([
    ['handed over at once', 0],
    ['five minutes later', 5 * minute],
    ['by a clock that is five minutes fast', -5 * minute],
  ])('%s: one time, the server’s', (_, later) => {
    const context = contextOf(decided - later);
    expect(happened(context)).toEqual({ opId: context.opId, at: instantOf(decided) });
  });

  it.each([
    ['over a weekend without a line', 3 * 24 * 60 * minute],
    ['by a clock that is a day fast', -24 * 60 * minute],
  ])('%s: both times', (_, later) => {
    const context = contextOf(decided - later);
    const { at, takenAt } = happened(context);
    expect([at, takenAt]).toEqual([instantOf(decided), instantOf(decided - later)]);
  });
});

function contextOf(at: number) {
  return {
    opId: opId.parse('operation-1'),
    actor: { kind: 'citizen' as const },
    deviceId: null,
    at: instantOf(at),
    decidedAt: instantOf(decided),
  };
}
