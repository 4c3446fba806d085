import { instantOf } from '@amtsstube/shared/domain/time';
import { useEffect } from 'react';
import {
  auditTime,
  combineLatest,
  filter,
  firstValueFrom,
  map,
  merge,
  type Observable,
  switchMap,
  take,
  timer,
} from 'rxjs';
import type { Desk, Health } from '../data/desk.ts';
import { letterPrinter } from '../letters/letter-printer.ts';
import type { DayPlans } from '../ui/day-plans.ts';
import { type DayPlanKnowledge, DayPlanMaker } from './make-day-plans.ts';

/** Not while the desk is being opened. */
const firstAfterMs = 15_000;
/** Several changes are one. */
const settleMs = 20_000;
/** Also where nothing is heard of any more: a day begins. */
const againMs = 5 * 60 * 1000;

/** Keeps the day plans on this PC as the desk knows them, for the day it can't be asked (K14). A failure is reported, and tried again. */
export function useFreshDayPlans(desk: Desk, plans: DayPlans): void {
  useEffect(() => {
    const maker = new DayPlanMaker((dayPlan) => letterPrinter.print({ dayPlan }));
    const often$ = timer(firstAfterMs, againMs).pipe(
      switchMap(() => knowledgeOf(desk).pipe(auditTime(settleMs))),
    );
    const atOnce$ = plans.wanted$.pipe(switchMap(() => knowledgeOf(desk).pipe(take(1))));
    let newest: DayPlanKnowledge | undefined;
    let isRenewing = false;
    // what comes while plans are being made waits, and of several the newest alone
    const listening = merge(atOnce$, often$).subscribe({
      next: (knowledge) => {
        newest = knowledge;
        if (!isRenewing) void renew();
      },
      error: reportError,
    });

    async function renew(): Promise<void> {
      isRenewing = true;
      while (newest) {
        const knowledge = newest;
        newest = undefined;
        try {
          const made = await maker.make(knowledge, await firstValueFrom(plans.kept$));
          if (made) await plans.keep(made);
        } catch (error) {
          reportError(error);
        }
      }
      isRenewing = false;
    }

    return () => {
      newest = undefined;
      listening.unsubscribe();
    };
  }, [desk, plans]);
}

/** Never of a copy that is only half there: the former plan says more. */
function knowledgeOf(desk: Desk): Observable<DayPlanKnowledge> {
  return combineLatest({
    appointments: desk.appointments$,
    appointmentsAreWhole: desk.appointmentsAreWhole$,
    cases: desk.caseList$,
    casesAreWhole: desk.caseListIsWhole$,
    settings: desk.watchAll('settings'),
    counters: desk.watchAll('counters'),
    clerks: desk.watchAll('clerks'),
    leases: desk.watchAll('leases'),
    health: desk.health$,
  }).pipe(
    filter(
      ({ appointmentsAreWhole, casesAreWhole, health }) =>
        appointmentsAreWhole && casesAreWhole && health.building === undefined,
    ),
    map(({ appointments, cases, health, settings, counters, clerks, leases }) => {
      const { actor } = desk;
      return {
        appointments: appointments ?? [],
        cases: cases ?? [],
        settings,
        counters,
        clerks,
        leases,
        departmentIds: actor.kind === 'clerk' ? actor.departmentIds : [],
        ...timesOf(health),
      };
    }),
  );
}

function timesOf({ lastContactAt, line }: Health): Pick<DayPlanKnowledge, 'asOf' | 'now'> {
  const now = instantOf(Date.now());
  return { now, asOf: line.state === 'connected' ? now : lastContactAt };
}
