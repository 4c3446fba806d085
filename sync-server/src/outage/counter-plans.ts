import type { Appointment } from '@amtsstube/shared/domain/appointments/appointment';
import { type DayPlan, dayPlanOf } from '@amtsstube/shared/domain/appointments/day-plan';
import type { TimeLease } from '@amtsstube/shared/domain/appointments/time-lease';
import { rulesAmong } from '@amtsstube/shared/domain/appointments/visit';
import type { Case } from '@amtsstube/shared/domain/case';
import type { Clerk } from '@amtsstube/shared/domain/clerk';
import type { Counter } from '@amtsstube/shared/domain/counter';
import { nextDue } from '@amtsstube/shared/domain/due';
import type { CounterId, DepartmentId } from '@amtsstube/shared/domain/ids';
import { isTimeLease, type Lease } from '@amtsstube/shared/domain/lease';
import { activeScope, scopeForAll } from '@amtsstube/shared/domain/scope';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { type Instant, type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { FollowedDocuments } from '../store/followed-documents.ts';
import type { Read } from '../store/store.ts';

export interface CounterPlan {
  readonly counterId: CounterId;
  readonly plan: DayPlan;
}

interface FollowedDepartment {
  readonly begun: LocalDate;
  readonly appointments: FollowedDocuments<Appointment>;
  readonly cases: FollowedDocuments<Case>;
  readonly leases: FollowedDocuments<Lease>;
}

/** Day plans of one municipality's counters (K14); what is read for them is kept, so that the next ones cost little. */
export class CounterPlans {
  readonly #settings = new FollowedDocuments<Settings>('settings', [scopeForAll], () => true);
  readonly #counters = new FollowedDocuments<Counter>('counters', [scopeForAll], () => true);
  readonly #clerks = new FollowedDocuments<Clerk>('clerks', [scopeForAll], () => true);
  readonly #departments = new Map<DepartmentId, FollowedDepartment>();

  /** Of each counter in use at which anybody can or will come in the next days. */
  async read(read: Read, now: Instant): Promise<readonly CounterPlan[]> {
    const settings = await this.#settings.read(read);
    const clerks = await this.#clerks.read(read);
    const counters = (await this.#counters.read(read)).filter(
      ({ deactivatedAt }) => deactivatedAt === undefined,
    );
    const { booking, services } = rulesAmong(settings);
    const town = settings.find((each) => each.kind === 'municipality')?.name ?? '';
    const plans: CounterPlan[] = [];
    for (const [department, own] of Map.groupBy(counters, ({ departmentId }) => departmentId)) {
      const { appointments, cases, leases } = await this.#readDepartment(department, read, now);
      for (const counter of own) {
        const known = { town, booking, services, clerks, cases, bookings: appointments, leases };
        const plan = dayPlanOf({ ...known, counter, asOf: now, now });
        if (plan.days.length > 0) plans.push({ counterId: counter.id, plan });
      }
    }
    return plans;
  }

  async #readDepartment(department: DepartmentId, read: Read, now: Instant) {
    const today = localDateOf(now);
    const known = this.#departments.get(department);
    // on another day all is read anew: what is over since is nobody's any more
    const followed = known?.begun === today ? known : follow(department, today);
    this.#departments.set(department, followed);
    return {
      appointments: (await followed.appointments.read(read))
        .filter((each) => each.kind === 'booking')
        .filter(({ endsAt }) => localDateOf(endsAt) >= today),
      cases: await followed.cases.read(read),
      leases: (await followed.leases.read(read)).filter((each): each is TimeLease => isTimeLease(each)),
    };
  }
}

function follow(department: DepartmentId, begun: LocalDate): FollowedDepartment {
  const scopes = [activeScope(department)];
  return {
    begun,
    appointments: new FollowedDocuments(
      'appointments',
      scopes,
      (each) => each.kind === 'booking' && localDateOf(each.endsAt) >= begun,
    ),
    cases: new FollowedDocuments('cases', scopes, (each) => nextDue(each) !== undefined),
    leases: new FollowedDocuments('leases', scopes, isTimeLease),
  };
}
