import type { DayPlan } from '@amtsstube/shared/domain/appointments/day-plan';
import { type Instant, instantOf, millisecondsOf } from '@amtsstube/shared/domain/time';
import { aBooking, aCounter, aRule, department, moment } from '@amtsstube/shared/fixtures/booking-builders';
import { describe, expect, it } from 'vitest';
import { type DayPlanKnowledge, DayPlanMaker } from './make-day-plans.ts';

const now = moment('2026-11-30T06:00');
const openingHours = [aRule(1, '08:00', '12:00')];

function knowledge(changed: Partial<DayPlanKnowledge> = {}): DayPlanKnowledge {
  return {
    appointments: [],
    cases: [],
    settings: [],
    counters: [aCounter('2', { openingHours }), aCounter('1', { openingHours })],
    clerks: [],
    leases: [],
    departmentIds: [department],
    asOf: now,
    now,
    ...changed,
  };
}
const later = (minutes: number): Instant => instantOf(millisecondsOf(now) + minutes * 60_000);

function maker() {
  const printed: DayPlan[] = [];
  const made = new DayPlanMaker(async (plan) => {
    printed.push(plan);
    return new Uint8Array([printed.length]);
  });
  return { printed, made };
}

describe('day plans on a PC', () => {
  it('are made of each counter of her departments in use, by name', async () => {
    const { made } = maker();
    const counters = [
      aCounter('2', { openingHours }),
      aCounter('1', { openingHours }),
      aCounter('3', { departmentId: 'bauamt' }),
      aCounter('4', { deactivatedAt: now }),
    ];
    const plans = await made.make(knowledge({ counters }), []);
    expect(plans?.map(({ counter, at }) => [counter, at])).toEqual([
      ['Schalter 1', now],
      ['Schalter 2', now],
    ]);
  });

  it('only what has changed is printed again', async () => {
    const { made, printed } = maker();
    const first = (await made.make(knowledge(), [])) ?? [];
    expect(await made.make(knowledge({ now: later(1), asOf: later(1) }), first)).toBeUndefined();
    const appointments = [{ appointment: aBooking(), waiting: [] }];
    const second = await made.make(knowledge({ appointments, now: later(2), asOf: later(2) }), first);
    expect(printed.map(({ counter }) => counter)).toEqual(['Schalter 1', 'Schalter 2', 'Schalter 1']);
    expect(second?.map(({ at }) => at)).toEqual([later(2), now]);
    expect(printed.at(-1)?.days[0]?.visits).toHaveLength(1);
  });

  it('without news they are renewed every quarter of an hour: as of when they are stands on them', async () => {
    const { made } = maker();
    const first = (await made.make(knowledge(), [])) ?? [];
    const second = await made.make(knowledge({ now: later(16), asOf: later(16) }), first);
    expect(second?.map(({ at }) => at)).toEqual([later(16), later(16)]);
    // cut off for hours, it says since when
    expect(await made.make(knowledge({ now: later(180), asOf: later(16) }), second ?? [])).toBeUndefined();
  });

  it('opened without a line, a desk says as of when it knew it, and not that it is new', async () => {
    const first = (await maker().made.make(knowledge(), [])) ?? [];
    const restarted = maker().made;
    const second = await restarted.make(knowledge({ now: later(600), asOf: undefined }), first);
    expect(second?.map(({ at }) => at)).toEqual([now, now]);
  });

  it('what could not be printed or kept is tried again', async () => {
    let fails = true;
    const made = new DayPlanMaker(async () => {
      if (fails) throw new Error('no fonts');
      return new Uint8Array([1]);
    });
    await expect(made.make(knowledge(), [])).rejects.toThrow('no fonts');
    fails = false;
    // made, and lost on a full disk: what is kept is still nothing
    expect(await made.make(knowledge(), [])).toHaveLength(2);
    expect(await made.make(knowledge(), [])).toHaveLength(2);
  });

  it('a counter that is closed takes its plan with it', async () => {
    const { made } = maker();
    const first = (await made.make(knowledge(), [])) ?? [];
    const counters = [aCounter('1', { openingHours })];
    expect((await made.make(knowledge({ counters }), first))?.map(({ counter }) => counter)).toEqual([
      'Schalter 1',
    ]);
  });
});
