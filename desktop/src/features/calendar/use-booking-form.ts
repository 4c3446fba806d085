import { mostWishes } from '@amtsstube/shared/domain/appointments/provisional';
import type { Slot, SlotCalendar, SlotProblem } from '@amtsstube/shared/domain/appointments/slot-calendar';
import { instantOfUnit } from '@amtsstube/shared/domain/appointments/unit';
import { planVisit, type Visit } from '@amtsstube/shared/domain/appointments/visit';
import { appointmentId } from '@amtsstube/shared/domain/ids';
import { can } from '@amtsstube/shared/domain/permissions';
import type { Service } from '@amtsstube/shared/domain/settings';
import { addDays, type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { lasting } from '@amtsstube/shared/operations/appointment/booking-rules';
import { useMemo, useState } from 'react';
import { useDesk } from '../../ui/desk-context.tsx';
import { compareGerman } from '../../ui/german-text.ts';
import { useNameOf } from '../../ui/names.ts';
import { readClock, unitAtClock } from '../../ui/read-clock.ts';
import { readDate } from '../../ui/read-date.ts';
import { type Answer, useAskServer } from '../../ui/use-ask-server.ts';
import { useFormDraft } from '../../ui/use-form-draft.ts';
import { useIsOffline } from '../../ui/use-is-offline.ts';
import { type BookingDraft, bookingDraft, emptyDraft, problemsOf } from './booking-draft.ts';
import { type BookingStart, draftKeyOf, draftOf, minutesOf, namedBy, ownOf } from './booking-start.ts';
import { deskCalendar, firmCalendar, nextFreeTimes, nobodys, usualService } from './free-times.ts';
import { leaseOf } from './lease-times.ts';
import { type NotDone, notDone } from './refused-words.ts';
import type { CalendarData } from './use-calendar-data.ts';
import { isUnreachable, untilOf, wishOf } from './wish-of.ts';
import type { NotedWish } from './wish-slip.tsx';

export type BookingWay = 'phone' | 'counter';

/** What is booked, and where it was refused what is free instead. */
export interface Booked {
  readonly answer: 'accepted' | 'waiting';
  readonly name: string;
  readonly slot: Slot;
  readonly units: number;
  readonly hasEmail: boolean;
  /** She waited, and is off the list with this. */
  readonly isOffList: boolean;
}

/**
 * The form of a booking: every field begins with what is most likely, so that a name is all that must be typed. The draft
 * is kept until the server has taken it.
 */
export function useBookingForm(
  data: CalendarData,
  way: BookingWay,
  given: Slot | undefined,
  now: Instant,
  start?: BookingStart,
) {
  const { desk } = useDesk();
  const { actor } = desk;
  const nameOf = useNameOf();
  const { ask, record, isAsking } = useAskServer();
  const [kept, setKept] = useFormDraft(start ? draftKeyOf(start) : `booking/${way}`, bookingDraft);
  /** A time pressed in the calendar is meant now, whatever was begun before. */
  const [isGivenMeant, setIsGivenMeant] = useState(given !== undefined);
  const [isTried, setIsTried] = useState(false);
  const [refusal, setRefusal] = useState<NotDone>();
  /** The server said that she waits no longer: booked once more, it is for anybody. */
  const [isOffList, setIsOffList] = useState(false);
  const draft = kept ?? (start ? draftOf(start, now) : emptyDraft);
  const change = (changed: Partial<BookingDraft>) => setKept({ ...draft, ...changed });

  const rules = useMemo(
    () => ({
      ...data.rules,
      counters: data.counters.filter(({ departmentId }) => can(actor, { action: 'book', in: departmentId })),
    }),
    [data, actor],
  );
  const services = useMemo(() => offeredServices(rules), [rules]);
  const usual = useMemo(
    () =>
      usualService(
        services
          .filter((each) => given === undefined || each.appointment?.counterIds.includes(given.counterId))
          .map(({ id }) => id),
        data.appointments,
      ),
    [services, data.appointments, given],
  );
  const serviceIds = draft.serviceIds ?? (usual === undefined ? [] : [usual]);
  const usualPlan = planVisit(rules, serviceIds, 'desk');
  const minutes = usualPlan.possible ? minutesOf(start, serviceIds, usualPlan.visit.visitUnits) : undefined;
  const planned = usualPlan.possible ? { ...usualPlan, visit: lasting(usualPlan.visit, minutes) } : usualPlan;
  const own = ownOf(start);
  const { appointments } = data;
  // who waits, or comes again, is booked by the server: times this desk has ahead are nobody's there
  const leases = useMemo(() => (start ? nobodys(data.leases) : data.leases), [start, data.leases]);
  const isOffline = useIsOffline();
  const whole = useMemo(
    () => deskCalendar(rules, appointments, now, own, leases),
    [rules, appointments, now, own, leases],
  );
  const firm = useMemo(
    () => firmCalendar(rules, appointments, now, leases),
    [rules, appointments, now, leases],
  );
  // without a line what can be had comes first
  const hasFirm =
    isOffline &&
    planned.possible &&
    firm.freeSlots(planned.visit, localDateOf(now), addDays(localDateOf(now), 14)).length > 0;
  const calendar = hasFirm ? firm : whole;
  const fromDay = readDate(draft.fromDay, localDateOf(now)) ?? localDateOf(now);
  const times = planned.possible
    ? nextFreeTimes(calendar, planned.visit, {
        first: fromDay,
        most: 8,
        mostPerDay: draft.fromDay === '' ? 4 : 8,
        stepMinutes: data.booking.stepMinutes,
        atOnce: way === 'counter',
      })
    : [];
  const typed = ownTime(draft, fromDay, planned.possible ? planned.visit : undefined, calendar);
  const wished = isGivenMeant ? given : typed === 'wrong' ? undefined : (typed ?? draft.slot);
  const slot = wished ?? (typed === 'wrong' ? undefined : times[0]);
  const slotProblem: SlotProblem | undefined =
    slot && planned.possible ? whole.whyNot(planned.visit, slot) : undefined;
  const leaseAt = (at: Slot) => (planned.possible ? leaseOf(leases.own, planned.visit, at) : undefined);

  function choose(chosen: Slot) {
    setIsGivenMeant(false);
    setRefusal(undefined);
    change({ slot: { counterId: chosen.counterId, start: chosen.start }, clock: '' });
  }

  async function book(): Promise<Booked | undefined> {
    setIsTried(true);
    const problems = problemsOf(draft);
    if (problems.name || problems.email || !planned.possible || !slot || slotProblem) return undefined;
    setRefusal(undefined);
    const { name, phone, email, remark, language, caseId } = draft;
    const given = {
      appointmentId: appointmentId.parse(crypto.randomUUID()),
      serviceIds,
      counterId: slot.counterId,
      startsAt: instantOfUnit(slot.start),
      visitor: { name: name.trim(), email: email.trim() || null, phone: phone.trim() },
      remark: remark.trim(),
      language,
      way,
      caseId,
    };
    const { units, visitUnits } = planned.visit;
    const lease = leaseAt(slot);
    const answer: Answer | undefined = lease
      ? await record('bookLeased', {
          ...given,
          leaseId: lease.id,
          endsAt: instantOfUnit(slot.start + visitUnits),
          freeAt: instantOfUnit(slot.start + units),
          elsewhereToo: true,
        })
      : await ask('bookByClerk', {
          ...given,
          ...(minutes !== undefined && { minutes }),
          ...(isOffList ? {} : namedBy(start)),
        });
    if (answer === undefined) return undefined;
    const problem = notDone(answer, nameOf);
    if (problem) {
      // what was typed stays; asking for the same time once more would be refused once more
      setKept(draft);
      setRefusal(problem);
      if (answer.is === 'refused' && answer.reason.code === 'notWaiting') setIsOffList(true);
      return undefined;
    }
    setKept(undefined);
    const isTaken = answer.is === 'accepted';
    return {
      answer: isTaken ? 'accepted' : 'waiting',
      name: name.trim(),
      slot,
      units: visitUnits,
      hasEmail: email.trim() !== '',
      isOffList: start?.is === 'waiting',
    };
  }

  /** Only noted, because nobody can know whether the time is free (K11). */
  const isWish = isOffline && start === undefined && slot !== undefined && leaseAt(slot) === undefined;
  const untilOn = untilOf(draft, slot, localDateOf(now));

  async function noteWish(): Promise<NotedWish | undefined> {
    setIsTried(true);
    const problems = problemsOf(draft);
    if (problems.name || problems.email || !planned.possible || !slot || slotProblem) return undefined;
    if (isUnreachable(draft) || untilOn === undefined) return undefined;
    setRefusal(undefined);
    const wish = wishOf(draft, serviceIds, slot, untilOn, way);
    const answer = await record('noteWish', wish);
    const problem = answer && notDone(answer, nameOf);
    if (answer === undefined || problem) {
      setRefusal(problem);
      return undefined;
    }
    setKept(undefined);
    return { wish, at: now };
  }

  return {
    draft,
    change: (changed: Partial<BookingDraft>) => {
      // another service or day has other times
      if ('serviceIds' in changed || 'fromDay' in changed || 'clock' in changed) {
        setRefusal(undefined);
        if ('fromDay' in changed || 'clock' in changed) setIsGivenMeant(false);
        change({ slot: undefined, ...changed });
      } else change(changed);
    },
    discard: () => setKept(undefined),
    services,
    serviceIds,
    planned,
    times: withChosen(times, refusal === undefined ? slot : undefined, refusal?.nearest ?? []),
    slot,
    slotProblem,
    ownIsWrong: typed === 'wrong',
    choose,
    isOffline,
    /** Whether it is final without a line too. */
    isFirm: (at: Slot) => leaseAt(at) !== undefined,
    book,
    wish: {
      is: isWish,
      note: noteWish,
      others: (draft.others ?? []).filter((each) => times.some((time) => isSameSlot(time, each))),
      changeOthers: (others: readonly Slot[]) => change({ others: others.slice(0, mostWishes - 1) }),
      untilText: draft.untilDay ?? '',
      untilOn,
      changeUntil: (untilDay: string) => change({ untilDay }),
      /** Other counters offer it too. */
      hasElsewhere: planned.possible && planned.visit.counterIds.size > 1,
      isOnlyThere: draft.isOnlyThere ?? false,
      changeOnlyThere: (isOnlyThere: boolean) => change({ isOnlyThere }),
      isUnreachable: isTried && isUnreachable(draft),
    },
    isAsking,
    isTried,
    problems: problemsOf(draft),
    refusal,
    noService: planned.possible ? undefined : planned.why,
  };
}

export type BookingForm = ReturnType<typeof useBookingForm>;

/** Those that some counter of hers offers. */
function offeredServices(rules: CalendarData['rules']): readonly Service[] {
  return rules.services
    .filter(({ id }) => planVisit(rules, [id], 'desk').possible)
    .toSorted((a, b) => compareGerman(a.name, b.name));
}

/** A time of her own on that day, at a counter that is free then if one is; `wrong`: it is no time. */
function ownTime(
  { clock, slot }: BookingDraft,
  day: LocalDate,
  visit: Visit | undefined,
  calendar: SlotCalendar,
): Slot | 'wrong' | undefined {
  if (clock.trim() === '') return undefined;
  const units = readClock(clock);
  const start = units === undefined ? undefined : unitAtClock(day, units);
  if (start === undefined) return 'wrong';
  if (!visit) return undefined;
  const slots = [...visit.counterIds].map((counterId) => ({ counterId, start }));
  const wished = slots.filter(({ counterId }) => counterId === slot?.counterId);
  return [...wished, ...slots].find((each) => calendar.whyNot(visit, each) === undefined) ?? slots[0];
}

function isSameSlot(one: Slot, other: Slot): boolean {
  return one.counterId === other.counterId && one.start === other.start;
}

/** What is chosen is always among what is offered. */
function withChosen(
  times: readonly Slot[],
  chosen: Slot | undefined,
  nearest: readonly Slot[],
): readonly Slot[] {
  const all = [...times, ...nearest, ...(chosen ? [chosen] : [])];
  const byKey = new Map(all.map((slot) => [`${slot.start} ${slot.counterId}`, slot]));
  return [...byKey.values()].toSorted((a, b) => a.start - b.start);
}
