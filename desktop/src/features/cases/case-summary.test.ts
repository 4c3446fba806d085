import { clerkId } from '@amtsstube/shared/domain/ids';
import { instant } from '@amtsstube/shared/domain/time';
import { aCase } from '@amtsstube/shared/fixtures/builders';
import { describe, expect, it } from 'vitest';
import { handOverWords, statusSince, whoHasIt } from './case-summary.ts';

const [anna, bernd] = [clerkId.parse('anna'), clerkId.parse('bernd')];
const onDay = (day: number) => instant.parse(`2026-11-${day}T08:00:00.000Z`);
const [monday, tuesday, friday] = [onDay(23), onDay(24), onDay(27)];
const nameOf = () => 'Anna Berger';

describe('a case at a glance', () => {
  it('says since when it is as it is', () => {
    const received = aCase({ submittedAt: monday });
    expect(statusSince(received)).toBe(monday);
    const taken = aCase({ ...received, status: 'inProgress', assigneeId: anna, assignedAt: tuesday });
    expect(statusSince(taken)).toBe(tuesday);
    expect(statusSince({ ...taken, assigneeId: null, assignedAt: null })).toBe(monday);
    const decision = { kind: 'approved' as const, decidedBy: bernd, decidedAt: friday };
    expect(statusSince(aCase({ ...taken, status: 'decided', decision }))).toBe(friday);
  });

  it('says who has it', () => {
    expect(whoHasIt(aCase(), nameOf)).toEqual({ value: 'niemand', since: '' });
    expect(whoHasIt(aCase({ assigneeId: anna, assignedAt: tuesday, status: 'inProgress' }), nameOf)).toEqual({
      value: 'Anna Berger',
      since: 'seit 24.11.2026, 09:00',
    });
  });

  it('says how far this desk’s changes to it are', () => {
    expect(handOverWords(0, 0, 0, 0)).toBe('alles übertragen');
    expect(handOverWords(1, 0, 0, 0)).toBe('1 Änderung noch nicht übertragen');
    expect(handOverWords(2, 1, 3, 1)).toBe(
      '2 Änderungen noch nicht übertragen · 1 Datei noch nicht übertragen · 1 wird voraussichtlich abgewiesen · 3 abgewiesen',
    );
  });
});
