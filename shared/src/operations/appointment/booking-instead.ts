import { type Booking, claimedBy, type Visitor } from '../../domain/appointments/appointment.ts';
import type { ClaimWrite } from '../../domain/appointments/claim.ts';
import type { WaitingId } from '../../domain/appointments/waiting.ts';
import { type Ref, ref } from '../../domain/documents.ts';
import type { ClerkId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { Load } from '../define-operation.ts';
import { type Change, put } from '../outcome.ts';
import { longAgo, releases } from './booking-rules.ts';

/** For whom a clerk books, as far as she had a time before. */
interface Asked {
  readonly visitor: Visitor;
  readonly waitingId?: WaitingId | undefined;
  readonly cancelledId?: Booking['id'] | undefined;
}

/** What was offered last to who waits, known only from her entry. */
export function givenUpReads({ waitingId }: Asked, get: Load['get']): readonly Ref[] {
  const offered = waitingId && lastOffered(waitingId, get);
  return offered === undefined ? [] : [ref('appointments', offered)];
}

/**
 * The appointment whose time is free for the one who is booked, and for nobody else: the offer she hasn't answered, or
 * what was cancelled. Cooling is against handing times on (K5), and who gets her own back has handed on nothing.
 */
export function givenUp(
  { visitor, waitingId, cancelledId }: Asked,
  get: Load['get'],
  now: Instant,
): Booking | undefined {
  const id = cancelledId ?? (waitingId && lastOffered(waitingId, get));
  const found = id === undefined ? undefined : get('appointments', id);
  if (found === undefined || found === 'unknown') return undefined;
  const { state } = found;
  if (cancelledId === undefined)
    return state.is === 'unconfirmed' && state.expiresAt >= now ? found : undefined;
  const isHers = found.visitor.name === visitor.name && found.visitor.email === visitor.email;
  return state.is === 'cancelled' && isHers ? found : undefined;
}

/** An offer that is given up is cancelled, and not told: she is told what was booked instead. */
export function givenUpChanges(
  former: Booking | undefined,
  byId: ClerkId,
  now: Instant,
): { readonly changes: readonly Change[]; readonly claims: readonly ClaimWrite[] } {
  if (former === undefined) return { changes: [], claims: [] };
  const isOffer = former.state.is === 'unconfirmed';
  const fence = former.fence + (isOffer ? 1 : 0);
  const state = { is: 'cancelled', at: now, byId, reason: '' } as const;
  return {
    changes: isOffer ? [put('appointments', { ...former, state, fence })] : [],
    claims: [releases(claimedBy(former), { owner: former.id, until: longAgo, fence })],
  };
}

function lastOffered(waitingId: WaitingId, get: Load['get']): Booking['id'] | undefined {
  const entry = get('waitings', waitingId);
  return entry === undefined || entry === 'unknown' ? undefined : entry.offers.at(-1)?.appointmentId;
}
