import type { Case } from './case.ts';
import { type Durations, durationsOf } from './durations.ts';
import { type FeeTotals, noFees, withFee } from './fees/fee-figures.ts';
import type { ServiceId } from './ids.ts';
import { localDays } from './local-hours.ts';
import type { Instant, LocalDate } from './time.ts';

/** A month, `2026-11`: sorts as text. */
export type Month = string;

/** Local days, both counted. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface Figures {
  readonly received: ReadonlyMap<Month, number>;
  readonly decided: ReadonlyMap<Month, number>;
  /** From the day it came in to the first act of a clerk, in calendar days: 0 is the same day. Of what came in within the period. */
  readonly toFirstTouch: Durations;
  /** From the day it came in to the decision; of what was decided within the period. */
  readonly toDecision: Durations;
  /** Of what was decided within the period and had a deadline. */
  readonly inTime: { readonly of: number; readonly met: number };
  /** Open today, whenever it came in: so many up to each of `ageLimits`, and beyond the last. */
  readonly openByAge: readonly number[];
  readonly overdue: number;
  /** Of what was first charged within the period, by the month of that: what became of it until today. */
  readonly fees: ReadonlyMap<Month, FeeTotals>;
}

export interface OfficeFigures {
  readonly months: readonly Month[];
  readonly total: Figures;
  /** Those with anything to tell. */
  readonly byService: ReadonlyMap<ServiceId, Figures>;
}

/** In calendar days. */
export const ageLimits = [7, 14, 30, 90] as const;

interface Counted {
  readonly received: Map<Month, number>;
  readonly decided: Map<Month, number>;
  readonly toFirstTouch: number[];
  readonly toDecision: number[];
  readonly inTime: { of: number; met: number };
  readonly openByAge: number[];
  overdue: number;
  readonly fees: Map<Month, FeeTotals>;
}

/**
 * What a lead asks of her office: what comes in and goes out, how long it takes, what lies open. By local days; counted
 * from the listed state of the cases alone, which every operation keeps up, so that it equals what the log gives.
 */
export function officeFigures(cases: Iterable<Case>, period: Period, today: LocalDate): OfficeFigures {
  const dayOf = localDays();
  const total = nothing();
  const services = new Map<ServiceId, Counted>();
  for (const each of cases) {
    const ofService = services.get(each.serviceId) ?? nothing();
    services.set(each.serviceId, ofService);
    for (const counted of [total, ofService]) count(counted, each, period, today, dayOf);
  }
  return {
    months: monthsOf(period),
    total: figuresOf(total),
    byService: new Map(
      [...services].filter(([, counted]) => tells(counted)).map(([id, counted]) => [id, figuresOf(counted)]),
    ),
  };
}

function count(
  counted: Counted,
  { submittedAt, firstTouchedAt, decision, deadlineOn, fee }: Case,
  period: Period,
  today: LocalDate,
  dayOf: (at: Instant) => LocalDate,
): void {
  const isWithin = (day: LocalDate) => day >= period.from && day <= period.to;
  const cameIn = dayOf(submittedAt);
  const charged = fee && dayOf(fee.chargedAt);
  if (charged && isWithin(charged)) {
    const month = charged.slice(0, 7);
    counted.fees.set(month, withFee(counted.fees.get(month) ?? noFees, fee));
  }
  if (isWithin(cameIn)) {
    add(counted.received, cameIn);
    if (firstTouchedAt) counted.toFirstTouch.push(daysFrom(cameIn, dayOf(firstTouchedAt)));
  }
  if (decision === null) {
    const age = daysFrom(cameIn, today);
    const step = ageLimits.findIndex((limit) => age <= limit);
    const index = step === -1 ? ageLimits.length : step;
    counted.openByAge[index] = (counted.openByAge[index] ?? 0) + 1;
    if (deadlineOn !== null && deadlineOn < today) counted.overdue += 1;
    return;
  }
  const decided = dayOf(decision.decidedAt);
  if (!isWithin(decided)) return;
  add(counted.decided, decided);
  counted.toDecision.push(daysFrom(cameIn, decided));
  if (deadlineOn === null) return;
  counted.inTime.of += 1;
  if (decided <= deadlineOn) counted.inTime.met += 1;
}

/** Every month a period touches. */
function monthsOf({ from, to }: Period): readonly Month[] {
  const months: Month[] = [];
  const [year = 0, month = 1] = from.split('-').map(Number);
  for (let index = month - 1; ; index += 1) {
    const each = `${year + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
    if (each > to.slice(0, 7)) return months;
    months.push(each);
  }
}

/** Without the date library: a list has tens of thousands, and a day is a day. */
function daysFrom(from: LocalDate, to: LocalDate): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

function figuresOf({ toFirstTouch, toDecision, ...counted }: Counted): Figures {
  return { ...counted, toFirstTouch: durationsOf(toFirstTouch), toDecision: durationsOf(toDecision) };
}

function nothing(): Counted {
  return {
    received: new Map(),
    decided: new Map(),
    toFirstTouch: [],
    toDecision: [],
    inTime: { of: 0, met: 0 },
    openByAge: Array.from({ length: ageLimits.length + 1 }, () => 0),
    overdue: 0,
    fees: new Map(),
  };
}

function tells({ received, decided, openByAge, fees }: Counted): boolean {
  return received.size > 0 || fees.size > 0 || decided.size > 0 || openByAge.some((count) => count > 0);
}

function add(counts: Map<Month, number>, day: LocalDate): void {
  const month = day.slice(0, 7);
  counts.set(month, (counts.get(month) ?? 0) + 1);
}
