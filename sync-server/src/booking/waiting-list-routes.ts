import type { Actor } from '@amtsstube/shared/domain/actor';
import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { servesWaiting } from '@amtsstube/shared/domain/appointments/serves-waiting';
import type { Waiting } from '@amtsstube/shared/domain/appointments/waiting';
import type { Instant } from '@amtsstube/shared/domain/time';
import { type WaitingPerson, waitingListAnswer } from '@amtsstube/shared/replication/waiting-list';
import { Router } from 'express';
import type { CoreContext } from '../core-context.ts';
import { actorOf } from '../execute/actor-of.ts';
import { requireSession, type SessionSources, sessionHeldBy } from '../sign-in/session.ts';
import type { Read } from '../store/store.ts';
import { loadWaitingList } from './load-waiting-list.ts';

/** Who waits for a time, for the clerks who could give her one; asked each time, and kept on no desk. */
export function waitingListRoutes({ store, now }: CoreContext, sources: SessionSources): Router {
  const router = Router({ mergeParams: true });
  router.get('/waiting-list', requireSession(sources), async (request, response) => {
    const { municipality, clerk } = sessionHeldBy(request);
    const waiting = await store.snapshot(municipality, (read) => listFor(read, actorOf(clerk), now()));
    response.json(waitingListAnswer.parse({ waiting }));
  });
  return router;
}

async function listFor(read: Read, actor: Actor, now: Instant): Promise<readonly WaitingPerson[]> {
  const list = await loadWaitingList(read);
  if (list === undefined) return [];
  return list.entries
    .filter((entry) => servesWaiting(actor, entry, list.rules))
    .toSorted((a, b) => (a.madeAt < b.madeAt ? -1 : a.madeAt > b.madeAt ? 1 : 0))
    .map((entry) => personOf(entry, list.offered, now));
}

function personOf(
  { id, visitor, serviceIds, firstOn, lastOn, language, madeAt, offers }: Waiting,
  offered: ReadonlyMap<string, Booking>,
  now: Instant,
): WaitingPerson {
  return {
    waitingId: id,
    visitor,
    serviceIds,
    firstOn,
    lastOn,
    language,
    since: madeAt,
    offeredCount: offers.length,
    openOffer: openOfferOf(offered.get(offers.at(-1)?.appointmentId ?? ''), now),
  };
}

function openOfferOf(last: Booking | undefined, now: Instant): WaitingPerson['openOffer'] {
  if (last?.state.is !== 'unconfirmed' || last.state.expiresAt < now) return null;
  const { id, counterId, startsAt, state } = last;
  return { appointmentId: id, counterId, startsAt, expiresAt: state.expiresAt };
}
