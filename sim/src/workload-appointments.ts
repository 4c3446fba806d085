import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import type { BookingSettings } from '@amtsstube/shared/domain/appointments/booking-settings';
import { createSlotCalendar } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { type BookingRules, planVisit } from '@amtsstube/shared/domain/appointments/visit';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { appointmentId, counterId, taskId } from '@amtsstube/shared/domain/ids';
import type { Service } from '@amtsstube/shared/domain/settings';
import { addDays, type Instant, localDateOf } from '@amtsstube/shared/domain/time';
import { testTown } from '@amtsstube/shared/fixtures/test-town';
import type { Place } from '@amtsstube/shared/operations/appointment/booking-rules';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import type { Random } from './random.ts';
import type { SimDesk } from './sim-desk.ts';

type Workplace = Pick<SimDesk, 'shown' | 'do'>;

/** Few counters and few ids: who wants the same time, and who works on the same appointment, must meet. */
export const simCounter = counterId.parse('buergerbuero-1');
const appointmentCount = 20;
export const someAppointment = (random: Random) =>
  appointmentId.parse(`termin-${random.between(1, appointmentCount + 1)}`);
export const serviceIds = [testTown.serviceId];

/** The rules as the documents that somebody has say them. */
export function rulesFrom(desk: Pick<Workplace, 'shown'>): BookingRules | undefined {
  const counter = desk.shown('counters', simCounter) as Counter | null | undefined;
  const service = desk.shown('settings', testTown.serviceId) as Service | null | undefined;
  const booking = desk.shown('settings', 'booking') as BookingSettings | null | undefined;
  return counter && service && booking ? { counters: [counter], services: [service], booking } : undefined;
}

/** One of the first times of the next days, whoever has it. */
export function someTime(random: Random, rules: BookingRules, now: Instant): Place | undefined {
  const plan = planVisit(rules, serviceIds, 'web');
  if (!plan.possible) return undefined;
  const today = localDateOf(now);
  const days = createSlotCalendar(rules, [], now)
    .freeSlots(plan.visit, addDays(today, 1), addDays(today, 8))
    .slice(0, 2);
  const starts = days.flatMap(({ counters }) => counters[0]?.starts.slice(0, 5) ?? []);
  const start = random.pick(starts);
  return start === undefined ? undefined : { counterId: simCounter, startsAt: instantOfUnit(start) };
}

/** A clerk books, moves, cancels or blocks, or arranges when that can be done: often beside somebody else who does so. */
export async function actOnAppointments(random: Random, desk: Workplace, now: Instant): Promise<void> {
  const rules = rulesFrom(desk);
  const at = rules && someTime(random, rules, now);
  // most of what was made is cancelled by and by: what stands is worked on
  const known = random.pick(standingOn(desk));
  const roll = random.next();
  if (roll < 0.15) await arrange(random, desk);
  else if (at === undefined) await arrange(random, desk);
  else if (roll < 0.3) await block(random, desk, at);
  else if (roll < 0.36) await noteWish(random, desk, at, now);
  else if (!known || roll < 0.55)
    await desk.do('bookByClerk', {
      appointmentId: someAppointment(random),
      serviceIds,
      ...at,
      visitor: { name: 'Erika Mustermann', email: null, phone: random.id() },
      remark: '',
      language: 'de',
      way: 'phone',
      caseId: null,
    });
  else if (roll < 0.85)
    await desk.do('moveAppointment', {
      appointmentId: known.id,
      serviceIds: known.serviceIds,
      from: { counterId: known.counterId, startsAt: known.startsAt },
      to: at,
    });
  else await desk.do('cancelAppointment', { appointmentId: known.id, reason: '' });
}

/** What everybody wants, with another time and without, for a day or for two weeks; some have an appointment that others move too. */
async function noteWish(random: Random, desk: Workplace, first: Place, now: Instant): Promise<void> {
  const rules = rulesFrom(desk);
  const other = rules && someTime(random, rules, now);
  const had = random.chance(0.3) ? random.pick(standingOn(desk)) : undefined;
  await desk.do('noteWish', {
    taskId: taskId.parse(`wunsch-${random.id()}`),
    appointmentId: had?.id ?? appointmentId.parse(`wunsch-${random.id()}`),
    serviceIds: had?.serviceIds ?? serviceIds,
    ...(had && { moves: { counterId: had.counterId, startsAt: had.startsAt } }),
    wishes: other && other.startsAt !== first.startsAt ? [first, other] : [first],
    untilOn: addDays(localDateOf(first.startsAt), random.pick([0, 1, 14]) ?? 0),
    ...(random.chance(0.5) && { elsewhereToo: true }),
    visitor: { name: 'Erika Mustermann', email: null, phone: random.id() },
    remark: '',
    language: 'de',
    way: 'phone',
    caseId: null,
  });
}

export function standingOn(desk: Pick<Workplace, 'shown'>): readonly Booking[] {
  return Array.from({ length: appointmentCount }, (_, index) => {
    const shown = desk.shown('appointments', `termin-${index + 1}`) as Booking | null | undefined;
    return shown && shown.state.is !== 'cancelled' ? [shown] : [];
  }).flat();
}

async function block(random: Random, desk: Workplace, { startsAt }: Place): Promise<void> {
  const blockId = `sperre-${random.between(1, 4)}` as PayloadOf<'blockTime'>['blockId'];
  const counter = desk.shown('counters', simCounter) as Counter;
  if (counter.blocked?.some(({ id }) => id === blockId))
    await desk.do('unblockTime', { counterId: simCounter, blockId });
  else {
    const endsAt = instantOfUnit(Date.parse(startsAt) / 300_000 + 3);
    await desk.do('blockTime', { counterId: simCounter, blockId, startsAt, endsAt, reason: 'Schulung' });
  }
}

/** Half of it is undone by what follows: times must go on being there. */
async function arrange(random: Random, desk: Workplace): Promise<void> {
  const counter = desk.shown('counters', simCounter) as Counter | null | undefined;
  const booking = desk.shown('settings', 'booking') as BookingSettings | null | undefined;
  if (!counter || !booking) return;
  const roll = random.next();
  if (roll < 0.3) {
    const from = counter.openingHours ?? [];
    const to = from.map((rule, index) =>
      index === 0 ? { ...rule, from: rule.from === '09:00' ? '09:15' : '09:00' } : rule,
    ) as typeof from;
    await desk.do('setOpeningHours', { counterId: simCounter, openingHours: { from, to } });
  } else if (roll < 0.6) {
    const on = addDays(localDateOf(counter.blocked?.[0]?.startsAt ?? firstDay), random.between(0, 9));
    const from = counter.exceptions?.find((each) => each.on === on) ?? null;
    const to = from ? null : { on, ranges: [], reason: 'Umzug' };
    await desk.do('setException', { counterId: simCounter, on, exception: { from, to } });
  } else if (roll < 0.8) {
    const [closed] = booking.closures;
    const id = 'ausflug' as NonNullable<typeof closed>['id'];
    if (closed) await desk.do('setClosure', { action: 'remove', closureId: closed.id });
    else {
      const on = addDays(localDateOf(firstDay), random.between(0, 9));
      const closure = { id, firstOn: on, lastOn: on, name: 'Betriebsausflug' };
      await desk.do('setClosure', { action: 'add', closure });
    }
  } else {
    const coolingMinutes = { from: booking.coolingMinutes, to: random.between(0, 3) };
    await desk.do('changeBooking', { coolingMinutes });
  }
}

/** Seeds begin on a Monday. */
const firstDay = '2026-11-03T08:00:00.000Z' as Instant;
