import type { Case } from '../case.ts';
import type { Counter } from '../counter.ts';
import { type DueKind, nextDue } from '../due.ts';
import type { Service } from '../settings.ts';
import { addDays, formatClock, type Instant, type LocalDate, localDateOf } from '../time.ts';
import { type Booking, isStanding } from './appointment.ts';
import { type BookingSettings, closureOn } from './booking-settings.ts';
import { checkInCode } from './check-in-code.ts';
import { describeRange, rangesOn } from './opening-hours.ts';
import type { TimeLease } from './time-lease.ts';

export interface PlannedVisit {
  /** `09:00–09:15` */
  readonly time: string;
  readonly name: string;
  /** Telephone, or e-mail where there is none; '' = neither. */
  readonly reach: string;
  readonly services: string;
  readonly code: string;
  readonly remark: string;
  readonly isUnconfirmed: boolean;
}

export interface PlannedDay {
  readonly on: LocalDate;
  /** `09:00–12:00 intern`; none: it is closed, and somebody is booked nevertheless. */
  readonly open: readonly string[];
  readonly visits: readonly PlannedVisit[];
  /** `10:00–10:30 (Bernd Krüger)`: kept for her PC, so it may be given away for good, and is entered there (K8). */
  readonly kept: readonly string[];
}

export interface PlannedDeadline {
  readonly on: LocalDate;
  readonly kind: DueKind;
  readonly isOverdue: boolean;
  readonly reference: string;
  readonly service: string;
  readonly applicant: string;
  /** '' = nobody has it. */
  readonly assignee: string;
}

/** What lies before one counter, to be printed (K14): for when neither a PC nor the server can be asked. */
export interface DayPlan {
  readonly town: string;
  readonly counter: string;
  /** As of when: what was booked later isn't in it. */
  readonly at: Instant;
  readonly days: readonly PlannedDay[];
  /** Of the counter's department, what is due first. */
  readonly deadlines: readonly PlannedDeadline[];
  /** How many more there are. */
  readonly moreDeadlines: number;
}

export interface DayPlanSources {
  readonly town: string;
  readonly counter: Counter;
  readonly booking: Pick<BookingSettings, 'closures'>;
  readonly services: readonly Pick<Service, 'id' | 'name'>[];
  readonly clerks: readonly { readonly id: string; readonly name: string }[];
  /** Those of other counters, and what doesn't stand any more, are left out. */
  readonly bookings: readonly Booking[];
  readonly leases: readonly TimeLease[];
  readonly cases: readonly Case[];
  /** Of when what is known of others is. */
  readonly asOf: Instant;
  readonly now: Instant;
}

/** The next two days on which somebody can come: the day of an outage, and the one before which it isn't mended. */
const plannedDays = 2;
const daysLooked = 14;
/** What is due later is not what the day hangs on. */
const deadlineDays = 7;
const mostDeadlines = 40;

/** @returns the same for the same sources, on a desk and on the server */
export function dayPlanOf(sources: DayPlanSources): DayPlan {
  const { town, counter, asOf } = sources;
  const due = dueOf(sources);
  return {
    town,
    counter: counter.name,
    at: asOf,
    days: daysOf(sources),
    deadlines: due.slice(0, mostDeadlines),
    moreDeadlines: Math.max(0, due.length - mostDeadlines),
  };
}

function daysOf({
  counter,
  booking,
  services,
  clerks,
  bookings,
  leases,
  now,
}: DayPlanSources): readonly PlannedDay[] {
  const today = localDateOf(now);
  const standing = bookings
    .filter((each) => each.counterId === counter.id && isStanding(each, now))
    .toSorted((a, b) => compare(a.startsAt, b.startsAt));
  const kept = leases.filter((each) => each.counterId === counter.id && !each.revoked);
  const found: PlannedDay[] = [];
  for (let ahead = 0; ahead < daysLooked && found.length < plannedDays; ahead += 1) {
    const on = addDays(today, ahead);
    const open = closureOn(booking, counter.id, on) ? [] : rangesOn(counter, on).map(describeRange);
    const visits = standing
      .filter(({ startsAt }) => localDateOf(startsAt) === on)
      .map((each) => visitOf(each, services));
    if (open.length === 0 && visits.length === 0) continue;
    const free = kept
      .filter((each) => each.on === on)
      .flatMap(({ free: left, clerkId }) => left.map((part) => ({ ...part, clerkId })))
      .filter(({ endsAt }) => endsAt > now)
      .toSorted((a, b) => compare(a.startsAt, b.startsAt))
      .map((part) => `${spanOf(part)} (${nameOf(clerks, part.clerkId)})`);
    found.push({ on, open, visits, kept: free });
  }
  return found;
}

function visitOf(booked: Booking, services: DayPlanSources['services']): PlannedVisit {
  const { visitor, remark, state, serviceIds, id } = booked;
  return {
    time: spanOf(booked),
    name: visitor.name,
    reach: visitor.phone || (visitor.email ?? ''),
    services: serviceIds.map((each) => nameOf(services, each)).join(', '),
    code: checkInCode(id),
    remark,
    isUnconfirmed: state.is === 'unconfirmed',
  };
}

function dueOf({ counter, services, clerks, cases, now }: DayPlanSources): readonly PlannedDeadline[] {
  const today = localDateOf(now);
  const last = addDays(today, deadlineDays);
  return cases
    .filter(({ departmentId }) => departmentId === counter.departmentId)
    .flatMap((each) => {
      const due = nextDue(each);
      return due && due.on <= last ? [{ each, due }] : [];
    })
    .toSorted((a, b) => compare(a.due.on, b.due.on) || compare(a.each.fileReference, b.each.fileReference))
    .map(({ each, due }) => ({
      on: due.on,
      kind: due.kind,
      isOverdue: due.on < today,
      reference: each.fileReference,
      service: nameOf(services, each.serviceId),
      applicant: each.applicantName,
      assignee: each.assigneeId === null ? '' : nameOf(clerks, each.assigneeId),
    }));
}

function spanOf({ startsAt, endsAt }: { readonly startsAt: Instant; readonly endsAt: Instant }): string {
  return `${formatClock(startsAt)}–${formatClock(endsAt)}`;
}

function nameOf(among: readonly { readonly id: string; readonly name: string }[], id: string): string {
  return among.find((each) => each.id === id)?.name ?? id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
