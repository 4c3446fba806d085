import { instantOfUnit, unitInstant, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Instant, LocalDate } from '@amtsstube/shared/domain/time';
import { moveAppointment } from '@amtsstube/shared/operations/appointment/move-appointment';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { strictForm } from '../../app-body.ts';
import type { TownTimes } from '../../booking/booking-times.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { decideOnce } from '../decide-once.ts';
import { html } from '../html.ts';
import { texts } from '../language.ts';
import { sendPage } from '../page.ts';
import { type ActTicket, actField, openAct, sealedAct } from './act-ticket.ts';
import { type AskedVisit, askedVisit } from './asked-visit.ts';
import { address, bookingQuery, calendarView, dayIn, justQuery, monthIn, viewIn } from './booking-paths.ts';
import { daysPage, type TimesWay } from './days-page.ts';
import { countersAt, nearestTimes } from './free-times.ts';
import { actOn, isToCome, type Managed, managedOf, saysPage } from './managed.ts';
import { moveConfirmPage, moveRefusedPage } from './move-pages.ts';
import { timesPage } from './times-page.ts';
import { dateAndTimes, localTimeOf } from './when.ts';

interface Moving extends Managed {
  readonly times: TownTimes;
  readonly asked: AskedVisit;
}

/** Another time for an appointment: the same pages of free times, then one button. */
export function moveRoutes(context: CitizenContext, path: string, lookUps: RequestHandler): Router {
  const router = Router();

  router.get(`${path}/move`, lookUps, async (request, response) => {
    const moving = await movingOf(context, request, response);
    if (!moving) return;
    const shown = {
      month: monthIn(request.query[bookingQuery.month]),
      view: viewIn(request.query[bookingQuery.view]),
    };
    const page = await daysPage({ ...moving, way: wayOf(moving), shown, elsewhere: nowhere });
    sendPage(response, 200, page);
  });

  router.get(`${path}/move/times`, lookUps, async (request, response) => {
    const moving = await movingOf(context, request, response);
    const on = dayIn(request.query[bookingQuery.day]);
    if (!moving) return;
    if (!on) response.redirect(303, `${moving.path}/move`);
    else sendPage(response, 200, await timesToMove(moving, on));
  });

  router.get(`${path}/move/to`, lookUps, async (request, response) => {
    const moving = await movingOf(context, request, response);
    const startsAt = unitInstant.safeParse(request.query[bookingQuery.time]).data;
    if (!moving) return;
    if (!startsAt) return response.redirect(303, `${moving.path}/move`);
    const [counterId] = countersAt(moving.times, moving.asked.visit, unitOf(startsAt));
    if (!counterId) return sendRefused(response, moving, startsAt);
    const endsAt = instantOfUnit(unitOf(startsAt) + moving.asked.visit.visitUnits);
    const sealed = sealedAct(context.seal, { ...actOn(moving), to: { counterId, startsAt } });
    sendPage(response, 200, moveConfirmPage(moving, { startsAt, endsAt }, sealed));
  });

  router.post(`${path}/move/to`, lookUps, ...strictForm, async (request, response) => {
    const managed = await managedOf(context, request, response);
    if (!managed) return;
    const act = openAct(context.seal, (request.body as PageInputs).get(actField), actOn(managed));
    if (!act?.to) return response.redirect(303, `${managed.path}/move`);
    const done = await move(context, managed, act, act.to);
    if (done === 'moved')
      return response
        .set('Cache-Control', 'no-store')
        .redirect(303, address(managed.path, { [justQuery]: 'moved' }));
    if (done === 'changed')
      return sendPage(response, 409, saysPage(managed.municipality, texts().managing.movedMeanwhile));
    const moving = await movingOf(context, request, response);
    if (moving) sendRefused(response, moving, act.to.startsAt);
  });

  return router;
}

/** At the counter that was free when the page was made, or at another that still is. */
async function move(
  context: CitizenContext,
  { municipality, facts: { booking } }: Managed,
  { opId, appointmentId, from }: ActTicket,
  to: NonNullable<ActTicket['to']>,
): Promise<'moved' | 'taken' | 'changed'> {
  const { serviceIds } = booking;
  const result = await decideOnce(context.core, municipality.id, {
    opId,
    definition: moveAppointment,
    payload: { appointmentId, serviceIds, from, to },
  });
  if (result.decided === 'accepted') return 'moved';
  return result.reason.code === 'slotNotFree' || result.reason.code === 'visitNotOffered'
    ? 'taken'
    : 'changed';
}

/** undefined: it can't be moved here, and the page that says so is sent. */
async function movingOf(
  context: CitizenContext,
  request: Request,
  response: Response,
): Promise<Moving | undefined> {
  const managed = await managedOf(context, request, response);
  if (!managed) return undefined;
  const { booking } = managed.facts;
  const times = await context.times.at(managed.municipality.id, booking.id);
  const asked = askedVisit(times.rules, booking.serviceIds);
  if (asked.ok && isToCome(booking, managed.now)) return { ...managed, times, asked };
  const { moveNotPossible: title, moveNotPossibleText: text } = texts().managing;
  sendPage(response, 409, saysPage(managed.municipality, { title, text }));
  return undefined;
}

function wayOf({ path, facts: { booking } }: Moving): TimesWay {
  const text = texts().managing;
  const { startsAt, endsAt } = booking;
  return {
    title: text.moveTitle,
    above: html`<p class="kern-body">${text.moveFrom(dateAndTimes(startsAt, endsAt))} <a class="kern-link kern-link--no-visited-state" href="${path}">${text.keep}</a></p>`,
    daysHref: (month, view) =>
      address(`${path}/move`, {
        [bookingQuery.month]: month,
        [bookingQuery.view]: view === 'calendar' ? calendarView : undefined,
      }),
    timesHref: (on) => address(`${path}/move/times`, { [bookingQuery.day]: on }),
  };
}

function timesToMove(moving: Moving, on: LocalDate) {
  return timesPage({
    ...moving,
    way: wayOf(moving),
    on,
    frame: (times) => times,
    pick: (start) =>
      html`<a class="kern-btn kern-btn--secondary time-button" href="${timeHref(moving, instantOfUnit(start))}"><span class="kern-label">${localTimeOf(instantOfUnit(start))}</span></a>`,
    elsewhere: nowhere,
  });
}

function sendRefused(response: Response, moving: Moving, wished: Instant): void {
  const near = nearestTimes(moving.times, moving.asked.visit, unitOf(wished), 6);
  const links = near.map(({ start }) => ({
    at: instantOfUnit(start),
    href: timeHref(moving, instantOfUnit(start)),
  }));
  sendPage(response, 409, moveRefusedPage(moving, links));
}

function timeHref({ path }: Managed, at: Instant): string {
  return address(`${path}/move/to`, { [bookingQuery.time]: at });
}

async function nowhere(): Promise<false> {
  return false;
}
