import { booking, claimedBy, visitor } from '../../domain/appointments/appointment.ts';
import { provisional } from '../../domain/appointments/provisional.ts';
import { covers, leaseOwner, type TimeLease, without } from '../../domain/appointments/time-lease.ts';
import { unitInstant } from '../../domain/appointments/unit.ts';
import { visitServices } from '../../domain/appointments/visit-services.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId, leaseId, taskId } from '../../domain/ids.ts';
import { isLeaseOf } from '../../domain/lease.ts';
import { addDays, localDateOf } from '../../domain/time.ts';
import { z } from '../../domain/zod.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import { reminds, tells } from './appointment-mails.ts';
import { isRefusal, lasting, loadRules, longAgo, place, planned, releases, takes } from './booking-rules.ts';
import { timeLeaseAt } from './lease-time.ts';
import { minutesBetween, othersFor, settled, type Wish, wishReads } from './note-wish.ts';
import { claimsForWish } from './settle-wish.ts';

const { remark, language, caseId, way } = booking.shape;
const { elsewhereToo } = provisional.shape;

const payload = z
  .strictObject({
    leaseId,
    appointmentId,
    serviceIds: visitServices,
    ...place.shape,
    endsAt: unitInstant,
    /** `endsAt` and the buffer. */
    freeAt: unitInstant,
    visitor,
    remark,
    language,
    way: way.exclude(['web']),
    caseId,
    elsewhereToo,
  })
  .refine(({ startsAt, endsAt, freeAt }) => startsAt < endsAt && endsAt <= freeAt);

/**
 * A clerk books a time that her desk has leased: final as soon as it is saved, with or without a line (K8). Nobody else can
 * have the time, so neither opening hours nor services that changed since take it away again. How long it is she says with
 * it, by the rules she saw.
 */
export const bookLeased = defineOperation({
  kind: 'bookLeased',
  v: 1,
  payload,
  reads: ({ leaseId: id, ...given }) => [
    ref('leases', id),
    ...wishReads(wishOf(given), insteadTaskId(given)),
  ],
  claims: ({ leaseId: _, ...given }, docs, now, found) => {
    const counters = [given.counterId, ...othersFor(wishOf(given), docs.get)];
    const rules = loadRules(docs, counters, given.serviceIds);
    if (rules === 'unknown') return [];
    const usual = planned(rules, given.serviceIds, 'desk');
    if (isRefusal(usual)) return [];
    const visit = lasting(usual, minutesBetween(given.startsAt, given.endsAt));
    return claimsForWish(rules, { ...wishOf(given), visit }, now, found);
  },
  readsThen: ({ leaseId: _, ...given }, get) =>
    othersFor(wishOf(given), get).map((id) => ref('counters', id)),
  writesByClaims: true,
  apply: ({ leaseId: id, ...wish }, docs, context) => {
    const { actor, decidedAt: now } = context;
    const lease = timeLeaseAt(docs, id);
    const present = docs.get('appointments', wish.appointmentId);
    if (lease === 'unknown') return forecastOnly();
    if (present !== undefined && present !== 'unknown') return refused('alreadyExists');
    if (actor.kind !== 'clerk') return refused('notAllowed');
    const isHeld = lease !== undefined && isLeaseOf(lease, context) && isCovered(lease, wish);
    if (!isHeld) return asAnyTime(wish, docs, context);
    const { startsAt, freeAt, appointmentId: bookedId, elsewhereToo: _, ...given } = wish;
    const wanted = { startsAt, endsAt: freeAt };
    const booked = booking.parse({
      ...given,
      startsAt,
      freeAt,
      kind: 'booking',
      id: bookedId,
      scope: lease.scope,
      departmentId: lease.departmentId,
      state: { is: 'booked', at: now },
      fence: 1,
      changeCount: 0,
      madeAt: now,
      madeById: actor.clerkId,
    });
    const fence = lease.fence + 1;
    const left = {
      ...lease,
      free: [...without(lease.free, [wanted])],
      spent: [...lease.spent, { ...wanted, appointmentId: bookedId }],
      fence,
    };
    // handed over after it took place there is nothing left to tell
    const isAhead = startsAt > now;
    return accepted(
      [put('appointments', booked), put('leases', left)],
      isAhead ? [...tells(booked, 'booked'), ...reminds(booked, now)] : [],
      [
        releases(claimedBy(booked), { owner: leaseOwner(lease.id), until: longAgo, fence }),
        takes(claimedBy(booked), { state: 'booked', owner: bookedId, until: null, fence: 1 }),
      ],
    );
  },
});

type Payload = Omit<z.infer<typeof payload>, 'leaseId'>;

/**
 * The lease was revoked, or is of a journal whose PC was put back: who was promised this time gets it where it is free, else
 * the next one of that week, else she is called (K11).
 */
function asAnyTime(given: Payload, docs: Load, context: ApplyContext): Outcome {
  return settled(wishOf(given), insteadTaskId(given), docs, context, {
    minutes: minutesBetween(given.startsAt, given.endsAt),
  });
}

function wishOf({ counterId, startsAt, endsAt: _, freeAt: __, ...given }: Payload): Wish {
  return {
    ...given,
    wishes: [{ counterId, startsAt }],
    untilOn: addDays(localDateOf(startsAt), daysInstead),
  };
}

/** How long after the promised day another one would do. */
const daysInstead = 7;

/** Of the task that says what became of it, where the lease was no help. */
export function insteadTaskId({ appointmentId: id }: Pick<Payload, 'appointmentId'>) {
  return taskId.parse(`statt-${id}`.slice(0, 80));
}

function isCovered(lease: TimeLease, { counterId, startsAt, freeAt }: Payload): boolean {
  return lease.counterId === counterId && covers(lease, { startsAt, endsAt: freeAt });
}
