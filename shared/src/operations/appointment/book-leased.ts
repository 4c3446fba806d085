import { booking, claimedBy, visitor, visitServices } from '../../domain/appointments/appointment.ts';
import { covers, leaseOwner, type TimeLease, without } from '../../domain/appointments/time-lease.ts';
import { unitInstant, unitMinutes, unitOf } from '../../domain/appointments/unit.ts';
import { ref } from '../../domain/documents.ts';
import { appointmentId, leaseId } from '../../domain/ids.ts';
import { can } from '../../domain/permissions.ts';
import { z } from '../../domain/zod.ts';
import { type ApplyContext, defineOperation, type Load } from '../define-operation.ts';
import { accepted, forecastOnly, type Outcome, put, refused } from '../outcome.ts';
import { reminds, tells } from './appointment-mails.ts';
import {
  claimsFor,
  isRefusal,
  lasting,
  loadRules,
  longAgo,
  place,
  placedAt,
  planned,
  releases,
  rulesReads,
  takes,
  whyRefused,
} from './booking-rules.ts';
import { timeLeaseAt } from './lease-time.ts';

const { remark, language, caseId, way } = booking.shape;

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
  reads: (payload) => [
    ...rulesReads([payload.counterId], payload.serviceIds),
    ref('leases', payload.leaseId),
    ref('appointments', payload.appointmentId),
  ],
  claims: (payload, docs, now, found) =>
    claimsFor(docs, { ...asked(payload), at: payload, audience: 'desk' }, now, found),
  apply: ({ leaseId: id, ...wish }, docs, context) => {
    const { actor, decidedAt: now } = context;
    const lease = timeLeaseAt(docs, id);
    const present = docs.get('appointments', wish.appointmentId);
    if (lease === 'unknown') return forecastOnly();
    if (present !== undefined && present !== 'unknown') return refused('alreadyExists');
    if (actor.kind !== 'clerk') return refused('notAllowed');
    const isHeld = lease !== undefined && isHeldHere(lease, context) && isCovered(lease, wish);
    if (!isHeld) return asAnyTime(wish, docs, context);
    const { startsAt, freeAt, appointmentId: bookedId, ...given } = wish;
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

/** The lease was revoked, or is of a journal whose PC was put back: her time is as good as any other. */
function asAnyTime(payload: Payload, docs: Load, { actor, decidedAt: now }: ApplyContext): Outcome {
  const { appointmentId: id, counterId, startsAt, serviceIds, endsAt: _, freeAt: __, ...given } = payload;
  const rules = loadRules(docs, [counterId], serviceIds);
  const claims = docs.claims();
  if (rules === 'unknown' || claims === 'unknown') return forecastOnly();
  const counter = rules.counters.find((each) => each.id === counterId);
  if (!counter) return refused('noSuchCounter');
  if (actor.kind !== 'clerk' || !can(actor, { action: 'book', in: counter.departmentId }))
    return refused('notAllowed');
  const usual = planned(rules, serviceIds, 'desk');
  if (isRefusal(usual)) return refused(usual);
  const visit = lasting(usual, asked(payload).minutes);
  const reason = whyRefused({ rules, claims, visit, at: payload, now });
  if (reason) return refused(reason);
  const booked = booking.parse({
    ...given,
    serviceIds,
    kind: 'booking',
    id,
    ...placedAt(counter, visit, startsAt),
    state: { is: 'booked', at: now },
    fence: 1,
    changeCount: 0,
    madeAt: now,
    madeById: actor.clerkId,
  });
  return accepted(
    [put('appointments', booked)],
    [...tells(booked, 'booked'), ...reminds(booked, now)],
    [takes(claimedBy(booked), { state: 'booked', owner: id, until: null, fence: 1 })],
  );
}

function asked({ serviceIds, startsAt, endsAt }: Pick<Payload, 'serviceIds' | 'startsAt' | 'endsAt'>) {
  return { serviceIds, minutes: (unitOf(endsAt) - unitOf(startsAt)) * unitMinutes };
}

function isCovered(lease: TimeLease, { counterId, startsAt, freeAt }: Payload): boolean {
  return lease.counterId === counterId && covers(lease, { startsAt, endsAt: freeAt });
}

/** By the clerk it was granted, out of the journal it was granted to. */
function isHeldHere(lease: TimeLease, { actor, deviceId }: ApplyContext): boolean {
  return actor.kind === 'clerk' && lease.clerkId === actor.clerkId && lease.deviceId === deviceId;
}
