import { unitInstant, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { addDays, localDateOf } from '@amtsstube/shared/domain/time';
import { type Request, type Response, Router } from 'express';
import { strictForm } from '../../app-body.ts';
import { StoreUnavailable } from '../../store/store.ts';
import { addressLimit, prefixLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { addressPrefix } from '../misuse/address-prefix.ts';
import { tollFor } from '../misuse/gate.ts';
import { isTrapped } from '../misuse/trap.ts';
import { sendPage } from '../page.ts';
import { bookingHome, dayIn } from './booking-paths.ts';
import { saysOf } from './booking-refusal.ts';
import { type BookingTicket, newBookingTicket } from './booking-tickets.ts';
import { type BookingVisit, bookingVisitOf, showDetails } from './booking-visit.ts';
import { checkDetails, detailsFields, nothingTyped, type TypedDetails, typedDetails } from './details.ts';
import { freeDays, lastDay, nearestTimes } from './free-times.ts';
import { gonePage } from './gone-page.ts';
import { extendTime, holdOf, holdTime } from './hold-time.ts';
import type { OtherTimes } from './other-times.ts';
import { bookingOf, requestTime } from './request-time.ts';
import { requestedPage } from './requested-page.ts';

const path = '/m/:municipality/appointments/book/:ticket';

/** From a time that is kept to a booking that waits for its mail. Works without a script. */
export function bookRoutes(context: CitizenContext): Router {
  const router = Router();

  router.get(path, addressLimit(context.limits.pages), async (request, response) => {
    const { municipality, ticket, visit } = await bookingVisitOf(context, request);
    if (ticket && (await bookingOf(context.core, municipality.id, ticket.appointmentId)))
      return response.set('Cache-Control', 'no-store').redirect(303, requestedPath(context, ticket));
    if (!visit) return sendPage(response, 404, gonePage(municipality));
    showDetails(context, response, visit, 200, { typed: nothingTyped });
  });

  router.post(
    path,
    addressLimit(context.limits.pages),
    ...strictForm,
    async (request, response, next) => {
      const sent = request.body as PageInputs;
      if (isSending(sent)) return next();
      const { municipality, visit } = await bookingVisitOf(context, request);
      if (!visit) return sendPage(response, 404, gonePage(municipality));
      const typed = typedDetails(sent);
      if (sent.has(detailsFields.time)) await takeOther(context, response, visit, sent, typed);
      else if (sent.has(detailsFields.extend)) await extend(context, response, visit, typed);
      else {
        const other = otherDays(visit, sent.get(detailsFields.other) ?? '');
        showDetails(context, response, visit, 200, { typed, ...(other && { other }) });
      }
    },
    prefixLimit(context.limits.submissions, () => true),
    async (request, response) => {
      const { municipality, visit } = await bookingVisitOf(context, request);
      if (!visit) return sendPage(response, 404, gonePage(municipality));
      await send(context, request, response, visit);
    },
  );

  router.get(
    '/m/:municipality/appointments/requested/:ticket',
    addressLimit(context.limits.pages),
    async (request, response) => {
      const { municipality, ticket } = await bookingVisitOf(context, request);
      const booked =
        ticket && ticket.expiresAt > context.core.now()
          ? await bookingOf(context.core, municipality.id, ticket.appointmentId)
          : undefined;
      if (!booked) return sendPage(response, 404, gonePage(municipality));
      const { rules, now } = await context.times.at(municipality.id);
      sendPage(response, 200, requestedPage(municipality, booked, rules, now));
    },
  );

  return router;
}

function requestedPath({ seal }: CitizenContext, ticket: BookingTicket): string {
  return `${bookingHome({ id: ticket.municipality })}/requested/${seal.seal(ticket)}`;
}

function isSending(sent: PageInputs): boolean {
  return Object.values(detailsFields).every((name) => !sent.has(name));
}

async function send(
  context: CitizenContext,
  request: Request,
  response: Response,
  visit: BookingVisit,
): Promise<void> {
  const sent = request.body as PageInputs;
  const { ticket } = visit;
  const typed = typedDetails(sent);
  if (isTrapped(sent)) return showDetails(context, response, visit, 422, { typed, refusal: 'trapped' });
  const checked = checkDetails(typed);
  if (!checked.ok) return showDetails(context, response, visit, 422, { typed, problems: checked.problems });
  const key = `${addressPrefix(request.ip)} ${ticket.municipality} appointments`;
  const toll = await tollFor(context.gate, key, ticket, sent, context.core.now());
  if (toll) return showDetails(context, response, visit, 429, { typed, refusal: 'toll', toll });
  try {
    const requested = await requestTime(context, visit, checked.details);
    if (requested.is === 'requested') {
      context.gate.counter.noteSent(key, context.core.now());
      response.set('Cache-Control', 'no-store').redirect(303, requestedPath(context, ticket));
      return;
    }
    // what was refused stays refused for its id: the next try is another
    const again = { ...visit, ticket: newTicket(context, ticket) };
    if (requested.is === 'tooMany')
      return showDetails(context, response, again, 409, { typed, refusal: 'tooManyBookings' });
    const isAboutTime = requested.reason.code === 'slotNotFree';
    showDetails(context, response, isAboutTime ? { ...again, hold: undefined } : again, 409, {
      typed,
      refusal: saysOf(requested.reason),
      ...(isAboutTime && { other: nearestOf(visit) }),
    });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    showDetails(context, response, visit, 503, { typed, refusal: 'unavailable' });
  }
}

/** Another time instead: kept before the former is given up, and the same form goes on with it. */
async function takeOther(
  context: CitizenContext,
  response: Response,
  visit: BookingVisit,
  sent: PageInputs,
  typed: TypedDetails,
): Promise<void> {
  const { ticket, asked, municipality } = visit;
  const wished = unitInstant.safeParse(sent.get(detailsFields.time)).data;
  if (!wished) return showDetails(context, response, visit, 422, { typed, other: nearestOf(visit) });
  const page = {
    for: 'times',
    municipality: municipality.id,
    visitKey: ticket.visitKey,
    page: ticket.opId,
  } as const;
  const held =
    wished === ticket.startsAt && visit.hold && visit.hold.expiresAt >= context.core.now()
      ? ({ ok: true, ticket } as const)
      : await holdTime(context, page, asked, unitOf(wished), visit.hold && ticket.appointmentId);
  if (held.ok) {
    const hold = await holdOf(context.core, municipality.id, held.ticket);
    return showDetails(context, response, { ...visit, ticket: held.ticket, hold }, 200, { typed });
  }
  showDetails(context, response, visit, 409, {
    typed,
    refusal: saysOf(held.reason),
    other: nearestOf(visit, unitOf(wished)),
  });
}

async function extend(
  context: CitizenContext,
  response: Response,
  visit: BookingVisit,
  typed: TypedDetails,
): Promise<void> {
  const reason = await extendTime(context, visit.ticket);
  const hold = await holdOf(context.core, visit.municipality.id, visit.ticket);
  const isGone = reason?.code === 'holdGone';
  showDetails(context, response, { ...visit, hold: isGone ? undefined : hold }, reason ? 409 : 200, {
    typed,
    ...(isGone && { refusal: 'taken', other: nearestOf(visit) }),
  });
}

const mostNearest = 6;
const mostDays = 3;

function nearestOf({ times, asked, ticket }: BookingVisit, wish = unitOf(ticket.startsAt)): OtherTimes {
  return { show: 'nearest', times: nearestTimes(times, asked.visit, wish, mostNearest), isRefusal: true };
}

/** @param from the day to begin with; anything else: today */
function otherDays({ times, asked }: BookingVisit, from: string): OtherTimes | undefined {
  if (from === 'none') return undefined;
  const first = dayIn(from);
  const begin = first ?? localDateOf(times.now);
  const last = lastDay(times, asked.visit);
  const found: OtherTimes & { show: 'days' } = {
    show: 'days',
    isFirst: first === undefined,
    days: [],
  };
  let days = found.days;
  // a few weeks at a time: most towns have something free in the first
  for (let day = begin; day <= last && days.length < mostDays; day = addDays(day, 28))
    days = [...days, ...freeDays(times, asked.visit, day, addDays(day, 27))].slice(0, mostDays);
  return { ...found, days };
}

function newTicket(context: CitizenContext, ticket: BookingTicket): BookingTicket {
  const { opId: _used, expiresAt: _until, for: _for, ...of } = ticket;
  return newBookingTicket(of, context.core.now());
}
