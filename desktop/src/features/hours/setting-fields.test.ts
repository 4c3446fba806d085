import { bookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { changeBooking } from '@amtsstube/shared/operations/appointment/set-closure';
import { describe, expect, it } from 'vitest';
import { bounds, changesOf, settingFields } from './setting-fields.ts';

describe('rules of giving appointments, as typed', () => {
  it('what differs is a payload of the operation; what doesn’t is none', () => {
    const found = changesOf({
      holdMinutes: { from: 10, to: ' 15 ' },
      stepMinutes: { from: 15, to: '20' },
      coolingMinutes: { from: 30, to: '30' },
    });
    expect(found).toEqual({
      ok: true,
      changes: { holdMinutes: { from: 10, to: 15 }, stepMinutes: { from: 15, to: 20 } },
    });
    expect(found.ok && changeBooking.payload.safeParse(found.changes).success).toBe(true);
    expect(changesOf({ holdMinutes: { from: 10, to: '10' } })).toEqual({ ok: true, changes: undefined });
  });

  it('what is no number, or out of bounds, is named', () => {
    expect(changesOf({ holdMinutes: { from: 10, to: 'zehn' }, stepMinutes: { from: 15, to: '7' } })).toEqual({
      ok: false,
      wrong: ['holdMinutes', 'stepMinutes'],
    });
  });

  it('the bounds that are said are those of the schema', () => {
    for (const field of settingFields) {
      if (field === 'stepMinutes') continue;
      const [least, most] = bounds[field];
      const takes = (value: number) => bookingSettings.shape[field].safeParse(value).success;
      expect([takes(least - 1), takes(least), takes(most), takes(most + 1)], field).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
  });
});
