import type { Actor } from '@amtsstube/shared/domain/actor';
import type { DeviceId, LeaseId, ServiceId } from '@amtsstube/shared/domain/ids';
import {
  fewNumbers,
  freeNumbers,
  type Lease,
  type LeasedNumber,
  numberLeasesOf,
  yearOf,
  yearsToReserve,
} from '@amtsstube/shared/domain/lease';
import type { Settings } from '@amtsstube/shared/domain/settings';
import type { LocalDate } from '@amtsstube/shared/domain/time';
import { enterCase } from '@amtsstube/shared/operations/case/enter-case';
import type { Operation } from '@amtsstube/shared/operations/operation';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';

/** Whose numbers, and what this journal has named of them already. */
export interface NumberOwner {
  readonly actor: Actor;
  readonly deviceId: DeviceId;
  /** All the journal still knows, decided or not: a number that was told is never told again, also where it was refused. */
  readonly operations: readonly Pick<Operation, 'kind' | 'payload'>[];
}

/** The number the next case of this service gets; null where this desk holds none. */
export function nextNumber(
  leases: readonly Lease[],
  owner: NumberOwner,
  service: ServiceId,
  today: LocalDate,
): LeasedNumber | null {
  const year = yearOf(today);
  const named = namedIn(owner);
  for (const lease of numberLeasesOf(leases, owner)) {
    const number = freeNumbers(lease, service, year).find(
      (each) => !named.has(keyOf({ leaseId: lease.id, year, number: each }, service)),
    );
    if (number !== undefined) return { leaseId: lease.id, year, number };
  }
  return null;
}

/** What to ask the server for: of each department, the series this desk is about to run out of. */
export function neededNumbers(
  leases: readonly Lease[],
  settings: readonly Settings[],
  owner: NumberOwner,
  today: LocalDate,
  newLeaseId: () => LeaseId,
): readonly PayloadOf<'leaseNumbers'>[] {
  if (owner.actor.kind !== 'clerk') return [];
  const own = numberLeasesOf(leases, owner);
  const named = namedIn(owner);
  // nothing else can be entered
  const withForm = new Set(settings.flatMap((each) => (each.kind === 'formVersion' ? [each.serviceId] : [])));
  return owner.actor.departmentIds.flatMap((departmentId) => {
    const ofDepartment = own.find((each) => each.departmentId === departmentId);
    const services = settings.flatMap((each) =>
      each.kind === 'service' && each.departmentId === departmentId && withForm.has(each.id) ? [each.id] : [],
    );
    const left = (service: ServiceId, year: number) =>
      own.flatMap((lease) =>
        freeNumbers(lease, service, year).filter(
          (number) => !named.has(keyOf({ leaseId: lease.id, year, number }, service)),
        ),
      ).length;
    const wanted = services
      .flatMap((serviceId) => yearsToReserve(today).map((year) => ({ serviceId, year })))
      .filter(({ serviceId, year }) => left(serviceId, year) < fewNumbers);
    if (wanted.length === 0) return [];
    return [{ leaseId: ofDepartment?.id ?? newLeaseId(), departmentId, wanted }];
  });
}

function namedIn({ operations }: NumberOwner): ReadonlySet<string> {
  return new Set(
    operations.flatMap(({ kind, payload }) => {
      if (kind !== enterCase.kind) return [];
      const { data } = enterCase.payload.safeParse(payload);
      return data?.leased ? [keyOf(data.leased, data.serviceId)] : [];
    }),
  );
}

function keyOf({ leaseId, year, number }: LeasedNumber, service: ServiceId): string {
  return `${leaseId} ${service} ${year} ${number}`;
}
