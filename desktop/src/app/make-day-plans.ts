import { type DayPlan, dayPlanOf } from '@amtsstube/shared/domain/appointments/day-plan';
import { rulesAmong } from '@amtsstube/shared/domain/appointments/visit';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { isTimeLease, type Lease } from '@amtsstube/shared/domain/lease';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { type Instant, millisecondsOf } from '@amtsstube/shared/domain/time';
import type { AppointmentRow, CaseRow } from '../data/desk.ts';
import type { KeptPlan } from '../ui/day-plans.ts';

/** What a desk knows of what lies ahead. */
export interface DayPlanKnowledge {
  readonly appointments: readonly AppointmentRow[];
  readonly cases: readonly CaseRow[];
  readonly settings: readonly Settings[];
  readonly counters: readonly Counter[];
  readonly clerks: readonly Clerk[];
  readonly leases: readonly Lease[];
  /** Those whose appointments are on this desk. */
  readonly departmentIds: readonly string[];
  /** As of when it knows what others do: the last contact with the server. undefined: none since it was opened. */
  readonly asOf: Instant | undefined;
  readonly now: Instant;
}

/** Nothing new in it, but as of a later hour: not worth the printing more often. */
const refreshedAfterMs = 15 * 60 * 1000;

/** Makes PDFs of plans, and none anew that would say the same. */
export class DayPlanMaker {
  readonly #print: (plan: DayPlan) => Promise<Uint8Array>;
  /** What they say, but for their time. */
  readonly #said = new WeakMap<KeptPlan, string>();

  constructor(print: (plan: DayPlan) => Promise<Uint8Array>) {
    this.#print = print;
  }

  /**
   * @param kept those of before: what says the same still stays as it is
   * @returns undefined: all are as they should be
   */
  async make(
    knowledge: DayPlanKnowledge,
    kept: readonly KeptPlan[],
  ): Promise<readonly KeptPlan[] | undefined> {
    let isNew = false;
    const plans: KeptPlan[] = [];
    const known = knownOf(knowledge);
    for (const counter of countersOf(knowledge)) {
      const before = kept.find(({ counterId }) => counterId === counter.id);
      // opened without a line, the plan of before says as of when it is
      const { now, asOf = before?.at ?? now } = knowledge;
      const plan = dayPlanOf({ ...known, counter, asOf, now });
      const text = JSON.stringify({ ...plan, at: null });
      const isGood =
        before !== undefined &&
        this.#said.get(before) === text &&
        millisecondsOf(plan.at) - millisecondsOf(before.at) < refreshedAfterMs;
      if (isGood) {
        plans.push(before);
        continue;
      }
      isNew = true;
      const { id: counterId, name } = counter;
      const made = { counterId, counter: name, at: plan.at, pdf: await this.#print(plan) };
      plans.push(made);
      this.#said.set(made, text);
    }
    return isNew || plans.length !== kept.length ? plans : undefined;
  }
}

function countersOf({ counters, departmentIds }: DayPlanKnowledge): readonly Counter[] {
  return counters
    .filter(({ deactivatedAt }) => deactivatedAt === undefined)
    .filter(({ departmentId }) => departmentIds.includes(departmentId))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'de'));
}

/** The same for each counter. */
function knownOf({ appointments, cases, settings, clerks, leases }: DayPlanKnowledge) {
  return {
    town: settings.find((each) => each.kind === 'municipality')?.name ?? '',
    ...rulesAmong(settings),
    clerks,
    bookings: appointments.map(({ appointment }) => appointment),
    leases: leases.filter(isTimeLease),
    cases: cases.map(({ caseRecord }) => caseRecord),
  };
}
