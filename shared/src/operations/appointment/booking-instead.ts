import { type Booking, claimedBy, type Visitor } from '../../domain/appointments/appointment.ts';
import type { ClaimRange, ClaimWrite } from '../../domain/appointments/claim.ts';
import { answersAsWorded, type GivenAnswer } from '../../domain/appointments/visit-questions.ts';
import type { Waiting, WaitingId } from '../../domain/appointments/waiting.ts';
import { type Ref, ref } from '../../domain/documents.ts';
import type { ClerkId } from '../../domain/ids.ts';
import type { Service } from '../../domain/settings.ts';
import type { Instant } from '../../domain/time.ts';
import type { Load } from '../define-operation.ts';
import { type Change, put } from '../outcome.ts';
import { loadBooking, longAgo, releases } from './booking-rules.ts';

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
  const found = id === undefined ? undefined : loadBooking(get, id);
  if (found === undefined || found === 'unknown') return undefined;
  const { state } = found;
  if (cancelledId !== undefined)
    return state.is === 'cancelled' && isHers(found, visitor) ? found : undefined;
  return state.is === 'unconfirmed' && state.expiresAt >= now ? found : undefined;
}

/** Whether she is on the waiting list, this is she, and what was offered to her she hasn't taken meanwhile. */
export function stillWaits({ visitor, waitingId }: Asked, get: Load['get']): boolean {
  const entry = waitingId && get('waitings', waitingId);
  if (entry === undefined || entry === 'unknown' || !isWhoWaits(entry, visitor)) return false;
  const offered = lastOffered(entry.id, get);
  const offer = offered && loadBooking(get, offered);
  return offer === undefined || offer === 'unknown' || offer.state.is !== 'booked';
}

/** What she answered before, as it is worded for what is booked now. */
export function answersBefore(
  { waitingId, cancelledId }: Asked,
  services: readonly Service[],
  get: Load['get'],
): readonly GivenAnswer[] {
  const entry = waitingId && get('waitings', waitingId);
  if (entry && entry !== 'unknown') return answersAsWorded(services, entry.answers);
  const former = cancelledId && loadBooking(get, cancelledId);
  const given = former && former !== 'unknown' ? (former.answers ?? []) : [];
  return given.filter((each) => services.some(({ id }) => id === each.serviceId));
}

/**
 * An offer that is given up is cancelled, and not told: she is told what was booked instead. What was cancelled goes on
 * cooling where she isn't booked again.
 */
export function givenUpChanges(
  former: Booking | undefined,
  booked: ClaimRange,
  byId: ClerkId,
  now: Instant,
): { readonly changes: readonly Change[]; readonly claims: readonly ClaimWrite[] } {
  if (former === undefined) return { changes: [], claims: [] };
  const { id, fence } = former;
  if (former.state.is !== 'unconfirmed') {
    const range = commonOf(claimedBy(former), booked);
    return { changes: [], claims: range ? [releases(range, { owner: id, until: longAgo, fence })] : [] };
  }
  const state = { is: 'cancelled', at: now, byId, reason: '' } as const;
  return {
    changes: [put('appointments', { ...former, state, fence: fence + 1 })],
    claims: [releases(claimedBy(former), { owner: id, until: longAgo, fence: fence + 1 })],
  };
}

function commonOf(one: ClaimRange, other: ClaimRange): ClaimRange | undefined {
  const [from, to] = [Math.max(one.from, other.from), Math.min(one.to, other.to)];
  return one.counterId === other.counterId && from < to ? { counterId: one.counterId, from, to } : undefined;
}

/** Her name, and no other address: what was hers is kept from others (K5). */
function isHers({ visitor: whose }: Booking, { name, email }: Visitor): boolean {
  return whose.name === name && (whose.email === email || whose.email === null || email === null);
}

/** By her address or her name: one of them may have been put right by the clerk who has her on the telephone. */
function isWhoWaits({ visitor: whose }: Waiting, { name, email }: Visitor): boolean {
  return whose.email === email || whose.name === name;
}

function lastOffered(waitingId: WaitingId, get: Load['get']): Booking['id'] | undefined {
  const entry = get('waitings', waitingId);
  return entry === undefined || entry === 'unknown' ? undefined : entry.offers.at(-1)?.appointmentId;
}
