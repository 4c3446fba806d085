import fc from 'fast-check';
import { expect, it } from 'vitest';
import { defaultBookingSettings } from '../../domain/appointments/booking-settings.ts';
import type { Claim } from '../../domain/appointments/claim.ts';
import { createSlotCalendar } from '../../domain/appointments/slot-calendar.ts';
import { instantOfUnit, unitOf } from '../../domain/appointments/unit.ts';
import { planVisit } from '../../domain/appointments/visit.ts';
import { addDays, localDate } from '../../domain/time.ts';
import { aCounter, aRule, aService, moment } from '../../fixtures/booking-builders.ts';
import { claimsForWish, settleWish } from './settle-wish.ts';

const monday = localDate.parse('2026-11-30');
const now = moment('2026-11-30T05:00');
const counters = ['1', '2'].map((id) =>
  aCounter(id, { openingHours: [1, 2, 3].map((weekday) => aRule(weekday, '09:00', '11:00')) }),
);
const rules = {
  counters,
  services: [aService('s', { counterIds: ['1', '2'] })],
  booking: defaultBookingSettings,
};
const planned = planVisit(rules, [rules.services[0]?.id ?? ('' as never)], 'desk');
if (!planned.possible) throw new Error(planned.why);
const { visit } = planned;

const first = unitOf(moment('2026-11-30T08:00'));
/** Of the three days on which they are open, and a little around that. */
const aTime = fc.record({ counter: fc.nat(1), day: fc.nat(2), unit: fc.integer({ min: -2, max: 26 }) });
type Time = typeof aTime extends fc.Arbitrary<infer T> ? T : never;
const placeOf = ({ counter, day, unit }: Time) => ({
  counterId: counters[counter]?.id ?? ('' as never),
  startsAt: instantOfUnit(first + day * 288 + unit),
});
const aClaim = aTime.map((time): Claim => {
  const { counterId, startsAt } = placeOf(time);
  return { counterId, unit: unitOf(startsAt), state: 'booked', owner: 'somebody', until: null, fence: 1 };
});

it('[K3] [K11] finds the first wish that is free, else the nearest time at its counters, else at others where they will do, whatever is taken', () => {
  fc.assert(
    fc.property(
      fc.array(aClaim, { maxLength: 120 }),
      fc.array(aTime, { minLength: 1, maxLength: 3 }),
      fc.nat(3),
      fc.constantFrom(true as const, undefined),
      (claims, times, days, elsewhereToo) => {
        const wishes = times.map(placeOf);
        const wished = { visit, wishes, untilOn: addDays(monday, days), elsewhereToo };
        const within = (found?: readonly Claim[]) =>
          claimsForWish(rules, wished, now, found).flatMap(({ counterId, from, to }) =>
            claims.filter((each) => each.counterId === counterId && from <= each.unit && each.unit < to),
          );
        const near = within();
        const asked = [...near, ...within(near)];
        const settled = settleWish({ rules, claims: asked, ...wished, now });
        // what was asked for is enough to know
        expect(settled).toEqual(settleWish({ rules, claims, ...wished, now }));
        const calendar = createSlotCalendar(rules, claims, now);
        const isFree = ({ counterId, startsAt }: (typeof wishes)[number]) =>
          calendar.whyNot(visit, { counterId, start: unitOf(startsAt) }) === undefined;
        const free = wishes.find(isFree);
        const isNamed = (id: string) => wishes.some(({ counterId }) => counterId === id);
        const from = addDays(monday, times[0]?.day ?? 0);
        const left = calendar.freeSlots(visit, from, wished.untilOn).flatMap((each) => each.counters);
        const leftAtNamed = left.filter(({ counterId }) => isNamed(counterId));
        if (free) expect(settled).toEqual(free);
        else if (settled) {
          expect(isFree(settled)).toBe(true);
          // elsewhere only where hers have nothing, and may be
          expect(isNamed(settled.counterId)).toBe(leftAtNamed.length > 0);
          expect(isNamed(settled.counterId) || elsewhereToo).toBe(true);
        } else expect(elsewhereToo ? left : leftAtNamed).toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
