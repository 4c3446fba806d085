import { unitInstant, unitOf } from '@amtsstube/shared/domain/appointments/unit';
import { leadsToBooking } from '@amtsstube/shared/domain/appointments/visit-questions';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { opId } from '@amtsstube/shared/domain/ids';
import { type LocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { type Request, type Response, Router } from 'express';
import { strictForm } from '../../app-body.ts';
import { addressLimit, prefixLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { type Html, html } from '../html.ts';
import { texts } from '../language.ts';
import { addressPrefix } from '../misuse/address-prefix.ts';
import { type Toll, tollFor } from '../misuse/gate.ts';
import { tollPart } from '../misuse/toll-part.ts';
import { municipalityOf, publishedVersion } from '../municipality-reader.ts';
import { notice, paragraph, sendPage } from '../page.ts';
import { bookableServices, servicesIn } from './asked-visit.ts';
import {
  address,
  bookingHome,
  bookingQuery,
  calendarView,
  dayIn,
  monthIn,
  viewIn,
  visitQuery,
} from './booking-paths.ts';
import { saysOf } from './booking-refusal.ts';
import { newTimesTicket, newVisitKey, openTimesTicket, type TimesTicket } from './booking-tickets.ts';
import { bookPath } from './booking-visit.ts';
import { answeredOf, type Choosing, choosingOf } from './choosing.ts';
import { daysPage, type TimesWay } from './days-page.ts';
import type { DetailsRefusal } from './details-page.ts';
import { elsewherePart } from './elsewhere.ts';
import { gonePage } from './gone-page.ts';
import { holdTime } from './hold-time.ts';
import { type Prepared, preparePage } from './prepare-page.ts';
import { questionsPage } from './questions-page.ts';
import { serviceChoice } from './service-choice.ts';
import { timeButton, timesPage } from './times-page.ts';
import { rememberVisit, visitKeyOf } from './visit-cookie.ts';
import { visitLine } from './visit-summary.ts';
import { waitingOffer } from './waiting-pages.ts';

const home = '/m/:municipality/appointments';
const fields = { ticket: '_ticket', time: 'time' } as const;

/** What for and when: services, questions, what to bring, days, times, and keeping one. Links and forms only. */
export function chooseRoutes(context: CitizenContext): Router {
  const router = Router();
  const pages = addressLimit(context.limits.pages);

  router.get(home, pages, async (request, response) => {
    const municipality = await municipalityOf(context.core, request);
    const { rules } = await context.times.at(municipality.id);
    const ids = servicesIn(request.query[bookingQuery.service]);
    const bookable = bookableServices(rules);
    const chosen = bookable.filter(({ id }) => ids.includes(id));
    sendPage(response, 200, serviceChoice(municipality, bookable, chosen, undefined));
  });

  router.get(`${home}/start`, pages, async (request, response) => {
    const choosing = await choosingOf(context, request, response);
    if (choosing) await showStart(context, request, response, choosing);
  });

  router.get(`${home}/days`, pages, async (request, response) => {
    const choosing = await answeredOf(context, request, response);
    if (!choosing) return;
    const shown = {
      month: monthIn(request.query[bookingQuery.month]),
      view: viewIn(request.query[bookingQuery.view]),
    };
    sendPage(
      response,
      200,
      await daysPage({
        ...choosing,
        way: wayOf(choosing),
        shown,
        elsewhere: () => insteadOf(context, choosing),
      }),
    );
  });

  router.get(`${home}/times`, pages, async (request, response) => {
    const choosing = await answeredOf(context, request, response);
    const on = dayIn(request.query[bookingQuery.day]);
    if (!choosing) return;
    if (on) await showTimes(context, request, response, choosing, on);
    else response.redirect(303, wayOf(choosing).daysHref(undefined, 'list'));
  });

  router.post(
    `${home}/hold`,
    pages,
    prefixLimit(context.limits.holds, () => true),
    ...strictForm,
    async (request, response) => {
      const choosing = await answeredOf(context, request, response);
      if (!choosing) return;
      const sent = request.body as PageInputs;
      const { municipality, asked } = choosing;
      const opened = openTimesTicket(context.seal, sent.get(fields.ticket) ?? '');
      // windows that were opened before the first time was kept have each a key of their own: the browser's counts
      const page =
        opened?.municipality === municipality.id
          ? { ...opened, visitKey: visitKeyOf(request) ?? opened.visitKey }
          : undefined;
      const startsAt = unitInstant.safeParse(sent.get(fields.time)).data;
      if (!page || !startsAt) return sendPage(response, 400, gonePage(municipality));
      const key = `${addressPrefix(request.ip)} ${municipality.id} holds`;
      const ticket = { opId: opId.parse(`citizen.${page.page}`) };
      const toll = await tollFor(context.gate, key, ticket, sent, context.core.now());
      if (toll) {
        const again = { refusal: 'toll', toll, page } as const;
        return await showTimes(context, request, response, choosing, localDateOf(startsAt), again);
      }
      const held = await holdTime(context, page, asked, unitOf(startsAt));
      if (held.ok) {
        context.gate.counter.noteSent(key, context.core.now());
        rememberVisit(request, response, municipality, page.visitKey);
        response.set('Cache-Control', 'no-store').redirect(303, bookPath(context, held.ticket));
      } else {
        const now = { ...choosing, times: await context.times.at(municipality.id) };
        const again = { refusal: saysOf(held.reason) };
        await showTimes(context, request, response, now, localDateOf(startsAt), again);
      }
    },
  );

  return router;
}

/** The questions until they are answered, or where she wants to answer them anew; then what to bring. */
async function showStart(
  context: CitizenContext,
  request: Request,
  response: Response,
  choosing: Choosing,
): Promise<void> {
  const { municipality, asked, times } = choosing;
  const { questions } = asked;
  const isChanging = request.query[bookingQuery.change] !== undefined && questions.length > 0;
  if (leadsToBooking(questions) && !isChanging)
    return sendPage(response, 200, preparePage(municipality, asked, await preparedFor(context, choosing)));
  const isSent = request.query[bookingQuery.sent] !== undefined;
  const isOpen = questions.some(({ answer }) => answer === undefined);
  const { services } = times.rules;
  sendPage(response, isSent && isOpen ? 422 : 200, questionsPage({ municipality, asked, services, isSent }));
}

/** Why somebody is on a page of times once more. */
interface Again {
  readonly refusal: DetailsRefusal;
  readonly toll?: Toll;
  /** The page whose calculation counts. */
  readonly page?: TimesTicket;
}

async function showTimes(
  context: CitizenContext,
  request: Request,
  response: Response,
  choosing: Choosing,
  on: LocalDate,
  again: Again | undefined = undefined,
): Promise<void> {
  const { municipality, asked } = choosing;
  const key = visitKeyOf(request) ?? newVisitKey();
  const sealed = context.seal.seal(again?.page ?? newTimesTicket(municipality.id, key));
  const action = address(`${bookingHome(municipality)}/hold`, visitQuery(asked));
  sendPage(
    response,
    again?.toll ? 429 : again ? 409 : 200,
    await timesPage({
      ...choosing,
      way: wayOf(choosing),
      on,
      frame: (times) =>
        html`<form class="time-form" method="post" action="${action}" accept-charset="utf-8"><input type="hidden" name="${fields.ticket}" value="${sealed}">${again?.toll && tollPart(again.toll, texts().booking.toll)}${times}</form>`,
      pick: (start) => timeButton(fields.time, start),
      problem: again && problemOf(again.refusal),
      elsewhere: () => insteadOf(context, choosing),
    }),
  );
}

function problemOf(refusal: DetailsRefusal): Html {
  const { title, text } = texts().booking.refusals[refusal];
  return html`<div id="refused" tabindex="-1" data-focus>${notice('warning', title, paragraph(text))}</div>`;
}

function wayOf({ municipality, asked }: Choosing): TimesWay {
  const base = bookingHome(municipality);
  const visit = visitQuery(asked);
  return {
    title: texts().booking.daysTitle,
    above: visitLine(asked),
    daysHref: (month, view) =>
      address(`${base}/days`, {
        ...visit,
        [bookingQuery.month]: month,
        [bookingQuery.view]: view === 'calendar' ? calendarView : undefined,
      }),
    timesHref: (on) => address(`${base}/times`, { ...visit, [bookingQuery.day]: on }),
  };
}

async function preparedFor(
  { core }: CitizenContext,
  { municipality, asked }: Choosing,
): Promise<readonly Prepared[]> {
  return Promise.all(
    asked.services.map(async (service) => {
      const version =
        service.formVersionId === null
          ? undefined
          : await publishedVersion(core.store, municipality.id, service, service.formVersionId);
      const answers = asked.questions.flatMap(({ serviceId, answer }) =>
        answer && serviceId === service.id ? [answer] : [],
      );
      return { service, documents: version?.form.supportingDocuments ?? [], answers };
    }),
  );
}

/** Where nothing is free: other offices, and waiting for a time here. */
async function insteadOf(context: CitizenContext, { municipality, asked }: Choosing): Promise<Html> {
  return html`${waitingOffer(municipality, asked)}${await elsewherePart(context, municipality.id, asked)}`;
}
