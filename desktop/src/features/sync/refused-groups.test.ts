import { deviceId, opId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { describe, expect, it } from 'vitest';
import type { RefusedEntry } from '../../data/desk.ts';
import { canBeRepeated, refusedGroups } from './refused-groups.ts';

const at = (hour: number) => instant.parse(`2026-11-27T${String(hour).padStart(2, '0')}:00:00.000Z`);

function refused(
  n: number,
  caseId: string | undefined,
  doneAt: number,
  decidedAt: number,
  reason: RefusedEntry['reason'] = { code: 'notAllowed' },
  device = 'pc-1',
): RefusedEntry {
  return {
    operation: {
      opId: opId.parse(`op-${device}-${n}`),
      deviceId: deviceId.parse(device),
      n,
      kind: 'addNote',
      v: 1,
      payload: { caseId },
      at: at(doneAt),
    },
    reason,
    decidedAt: at(decidedAt),
  };
}

const groupsOf = (...entries: readonly RefusedEntry[]) =>
  refusedGroups(entries, ({ operation }) => (operation.payload as { caseId?: string }).caseId).map(
    ({ first, following }) => [first, ...following].map(({ operation }) => operation.n),
  );

describe('refused changes', () => {
  it('on one case, done before anybody knew of the first refusal, are one group in the order they were done', () => {
    expect(groupsOf(refused(3, 'a', 9, 12), refused(1, 'a', 8, 12), refused(2, 'b', 8, 12))).toEqual([
      [1, 3],
      [2],
    ]);
  });

  it('done after the refusal was known begin a group of their own, and what follows from them joins it', () => {
    expect(groupsOf(refused(1, 'a', 8, 9), refused(2, 'a', 10, 12), refused(3, 'a', 11, 12))).toEqual([
      [1],
      [2, 3],
    ]);
  });

  it('that are about no case, or of another device’s journal, stand alone', () => {
    expect(
      groupsOf(
        refused(1, undefined, 8, 12),
        refused(2, undefined, 8, 12),
        refused(3, 'a', 8, 12),
        refused(1, 'a', 7, 12, { code: 'notAllowed' }, 'pc-0'),
      ),
    ).toEqual([[1], [1], [2], [3]]);
  });

  it('can be repeated unless a second try could never change anything', () => {
    const [group] = refusedGroups([refused(1, 'a', 8, 12), refused(2, 'a', 8, 12)], () => 'a');
    expect(group && canBeRepeated(group)).toBe(true);
    const [hopeless] = refusedGroups(
      [refused(1, 'a', 8, 12), refused(2, 'a', 8, 12, { code: 'malformed' })],
      () => 'a',
    );
    expect(hopeless && canBeRepeated(hopeless)).toBe(false);
  });

  it.each<[string, RefusedEntry['reason'], boolean]>([
    ['correctAnswer', { code: 'invalidAnswers', errors: [{ path: 'email', code: 'notAnEmail' }] }, false],
    ['correctAnswer', { code: 'formVersionGone' }, false],
    ['correctAnswer', { code: 'notAllowed' }, true],
    ['changeService', { code: 'changedMeanwhile', field: 'summary', now: 'anders' }, false],
    ['changeService', { code: 'notAllowed' }, true],
    ['submitApplication', { code: 'formVersionGone' }, true],
  ])('%s refused for %o can be repeated: %s', (kind, reason, isRepeatable) => {
    const entry = refused(1, 'a', 8, 12, reason);
    const first = { ...entry, operation: { ...entry.operation, kind } };
    expect(canBeRepeated({ first, following: [] })).toBe(isRepeatable);
  });
});
