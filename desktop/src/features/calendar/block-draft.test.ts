import { localDate } from '@amtsstube/shared/domain/time';
import {
  aBooking,
  aCounter,
  aRule,
  aService,
  moment,
  rulesOf,
} from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { type BlockDraft, blockOf, hitsOf } from './block-draft.ts';

const today = localDate.parse('2026-11-27');
const typed = (changed: Partial<BlockDraft> = {}): BlockDraft => ({
  counterId: '1',
  day: '30.11.2026',
  lastDay: '',
  from: '9',
  to: '10:30',
  reason: ' Schulung ',
  ...changed,
});

describe('a time to be blocked', () => {
  it('is read as local time', () => {
    expect(blockOf(typed(), today)).toEqual({
      startsAt: moment('2026-11-30T08:00'),
      endsAt: moment('2026-11-30T09:30'),
      reason: 'Schulung',
    });
    expect(blockOf(typed({ lastDay: '1.12.2026', to: '24:00' }), today)).toMatchObject({
      endsAt: moment('2026-12-01T23:00'),
    });
  });

  it.each([
    [{ day: '31.2.2026' }, 'day'],
    [{ from: 'neun' }, 'from'],
    [{ to: '10:32' }, 'to'],
    [{ lastDay: 'morgen' }, 'lastDay'],
    [{ to: '8:00' }, 'backwards'],
    [{ lastDay: '29.11.2026' }, 'backwards'],
    [{ lastDay: '15.1.2027' }, 'tooLong'],
    // what the clock leaves out
    [{ day: '28.3.2027', from: '2:30', to: '4' }, 'from'],
  ] as const)('says what is wrong with %j: %s', (changed, problem) => {
    expect(blockOf(typed(changed), today)).toEqual({ problem });
  });

  it('hits whoever has an appointment to come in it, and nobody else', () => {
    const counter = aCounter('1', { openingHours: [aRule(1, '09:00', '12:00')] });
    const rules = rulesOf({ counters: [counter], services: [aService('pass')] });
    const span = blockOf(typed(), today);
    if ('problem' in span) throw new Error(span.problem);
    const later = {
      startsAt: moment('2026-11-30T10:00'),
      endsAt: moment('2026-11-30T10:15'),
      freeAt: moment('2026-11-30T10:20'),
    };
    const appointments = [
      aBooking(),
      aBooking({ id: 'later', ...later }),
      aBooking({ id: 'other', counterId: '2' }),
      aBooking({
        id: 'gone',
        state: { is: 'cancelled', at: moment('2026-11-27T10:00'), byId: null, reason: '' },
      }),
    ];
    const hits = hitsOf({ appointments, rules }, counter, span, moment('2026-11-27T10:00'));
    expect(hits.map(({ id }) => id)).toEqual(['appointment-1']);
  });
});
