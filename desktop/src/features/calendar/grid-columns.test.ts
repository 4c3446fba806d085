import { defaultBookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { localDate } from '@amtsstube/shared/domain/time';
import { aBooking, aCounter, aRule, moment, unitAt } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { gridColumns, seenIn, withoutIdleWeekend } from './grid-columns.ts';
import { noLeases } from './lease-times.ts';
import { daysOfWeek } from './week.ts';

const now = moment('2026-11-30T07:00');
const monday = localDate.parse('2026-11-30');
const row = (given: object) => ({ appointment: aBooking(given), waiting: [] });

describe('the columns of a day', () => {
  it('hold what stands, each at its counter; what is too short to be pressed has room beside the next', () => {
    const rows = [
      row({ id: 'yesterday', startsAt: moment('2026-11-29T08:00') }),
      row({ id: 'short', endsAt: moment('2026-11-30T08:05'), freeAt: moment('2026-11-30T08:05') }),
      row({ id: 'other', counterId: '2' }),
      row({ id: 'gone', state: { is: 'cancelled', at: now, byId: null, reason: '' } }),
      row({ id: 'next', startsAt: moment('2026-11-30T08:10'), endsAt: moment('2026-11-30T08:25') }),
    ];
    const columns = gridColumns(
      { rows, booking: defaultBookingSettings, leases: noLeases },
      [aCounter('1'), aCounter('2')],
      [monday],
      [],
      now,
    );
    expect(
      columns.map(({ placed }) => placed.map(({ of, lane, lanes }) => [of.row.appointment.id, lane, lanes])),
    ).toEqual([
      [
        ['short', 0, 2],
        ['next', 1, 2],
      ],
      [['other', 0, 1]],
    ]);
  });

  it('a weekend is shown where somebody is received or comes then', () => {
    const days = daysOfWeek(monday);
    const of = (openingHours: readonly object[], rows: ReturnType<typeof row>[] = []) =>
      withoutIdleWeekend(
        gridColumns(
          { rows, booking: defaultBookingSettings, leases: noLeases },
          [aCounter('1', { openingHours })],
          days,
          [],
          now,
        ),
      ).length;
    expect(of([aRule(1, '09:00', '10:00')])).toBe(5);
    expect(of([aRule(6, '09:00', '10:00')])).toBe(6);
    expect(of([], [row({ startsAt: moment('2026-12-06T08:00'), endsAt: moment('2026-12-06T08:15') })])).toBe(
      6,
    );
  });

  it('an appointment outside opening hours is in sight too', () => {
    const rows = [row({ startsAt: moment('2026-11-30T19:00'), endsAt: moment('2026-11-30T19:15') })];
    const openingHours = [aRule(1, '09:00', '10:00')];
    const columns = gridColumns(
      { rows, booking: defaultBookingSettings, leases: noLeases },
      [aCounter('1', { openingHours })],
      [monday],
      [],
      now,
    );
    expect(seenIn(columns).map(({ from }) => from)).toEqual([
      unitAt('2026-11-30T08:00'),
      unitAt('2026-11-30T19:00'),
    ]);
  });
});
