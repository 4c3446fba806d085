import { randomUUID } from 'node:crypto';
import type { Booking } from '@amtsstube/shared/domain/appointments/appointment';
import { checkInCode, readCheckInCode } from '@amtsstube/shared/domain/appointments/check-in-code';
import {
  kioskSeries,
  lastOfSeries,
  type Ticket,
  ticketNumber,
} from '@amtsstube/shared/domain/appointments/ticket';
import { ref } from '@amtsstube/shared/domain/documents';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import {
  appointmentId,
  type DepartmentId,
  departmentId,
  type MunicipalityId,
  opId,
  serviceId,
} from '@amtsstube/shared/domain/ids';
import { formatInstant, instant, localDateOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { takeTicket } from '@amtsstube/shared/operations/appointment/take-ticket';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { PayloadOf } from '@amtsstube/shared/operations/registry';
import { type Request, type Response, Router } from 'express';
import { strictForm } from '../app-body.ts';
import { addressLimit, recipientLimit } from '../citizen/address-limit.ts';
import type { CitizenContext } from '../citizen/citizen-context.ts';
import { decideOnce } from '../citizen/decide-once.ts';
import type { Html } from '../citizen/html.ts';
import { HttpProblem } from '../http-errors.ts';
import { openHallLink } from './hall-links.ts';
import { HallReader, servicesOf } from './hall-reader.ts';
import { hallTexts } from './hall-texts.ts';
import { kioskFields, numberPage, problemPage, startPage } from './kiosk-pages.ts';

/** In ten minutes: of numbers of one hall, more than people can go past a kiosk; of codes, so that nobody tries them out. */
const mostNumbers = 150;
const mostCodes = 60;

/** Of one form: sent twice it is one number. */
const kioskAct = z.strictObject({ for: z.literal('kioskAct'), departmentId, ticketId: appointmentId, opId });

/** A number that was given out, in the address of the page that shows it. */
const givenNumber = z.strictObject({
  for: z.literal('kioskNumber'),
  departmentId,
  number: ticketNumber,
  serviceName: z.string().max(700),
  at: instant,
});

type Context = Pick<CitizenContext, 'core' | 'seal' | 'limits'>;
interface Hall {
  readonly municipality: MunicipalityId;
  readonly department: DepartmentId;
  readonly path: string;
}

/** Where visitors take a number or check in by themselves: HTML from the server, complete without a script. */
export function kioskRoutes(context: Context): Router {
  const { core, seal, limits } = context;
  const router = Router();
  const lookUps = addressLimit(limits.pages);
  const ofHall = (request: Request) => String(openHallLink(seal, 'kiosk', request.params)?.department);
  const numbers = recipientLimit(mostNumbers, ofHall);
  const codes = recipientLimit(mostCodes, ofHall);
  const home = '/m/:municipality/kiosk/:link';

  router.get(home, lookUps, async (request, response) => {
    const hall = hallOf(context, request);
    const { name, services } = await offered(context, hall);
    const act = seal.seal({
      for: 'kioskAct',
      departmentId: hall.department,
      ticketId: `kiosk.${randomUUID()}`,
      opId: `citizen.${randomUUID()}`,
    });
    send(response, 200, startPage({ department: name, path: hall.path }, services, act));
  });

  router.get(`${home}/alive`, (request, response) => {
    hallOf(context, request);
    response.set('Cache-Control', 'no-store').status(204).end();
  });

  router.post(`${home}/number`, lookUps, numbers, ...strictForm, async (request, response) => {
    const hall = hallOf(context, request);
    const { services } = await offered(context, hall);
    const inputs = request.body as PageInputs;
    const wanted = serviceId.safeParse(inputs.get(kioskFields.service)).data;
    const service = services.find(({ id }) => id === wanted);
    const act = actIn(context, hall, inputs);
    if (!service || !act) return response.redirect(303, hall.path);
    await giveNumber(context, response, hall, act, {
      serviceIds: [service.id],
      counterId: null,
      way: 'kiosk',
      appointmentId: null,
    });
  });

  router.post(`${home}/arrive`, lookUps, codes, ...strictForm, async (request, response) => {
    const hall = hallOf(context, request);
    const inputs = request.body as PageInputs;
    const act = actIn(context, hall, inputs);
    if (!act) return response.redirect(303, hall.path);
    const code = readCheckInCode(inputs.get(kioskFields.code) ?? '');
    const text = hallTexts().kiosk.problems;
    if (code === undefined) return sendProblem(context, response, hall, text.noCode);
    const found = await bookingOf(context, hall, code);
    if (!found) return sendProblem(context, response, hall, text.unknown);
    const { id, serviceIds, counterId } = found;
    await giveNumber(context, response, hall, act, {
      serviceIds,
      counterId,
      way: 'booked',
      appointmentId: id,
    });
  });

  router.get(`${home}/number/:given`, lookUps, async (request, response) => {
    const hall = hallOf(context, request);
    const given = givenNumber.safeParse(seal.open(String(request.params['given']))).data;
    if (given?.departmentId !== hall.department) return response.redirect(303, hall.path);
    const { name } = await offered(context, hall);
    const { number, serviceName, at } = given;
    send(
      response,
      200,
      numberPage({ department: name, path: hall.path }, number, serviceName, formatInstant(at)),
    );
  });

  return router;

  async function giveNumber(
    { core: { store, now } }: Context,
    response: Response,
    hall: Hall,
    act: z.infer<typeof kioskAct>,
    visit: Pick<PayloadOf<'takeTicket'>, 'serviceIds' | 'counterId' | 'way' | 'appointmentId'>,
  ): Promise<void> {
    const { tickets } = await store.snapshot(hall.municipality, (read) =>
      new HallReader(hall.department, now()).read(read, now()),
    );
    const result = await decideOnce(core, hall.municipality, {
      opId: act.opId,
      definition: takeTicket,
      payload: {
        ticketId: act.ticketId,
        departmentId: hall.department,
        on: localDateOf(now()),
        series: kioskSeries,
        nth:
          lastOfSeries(
            tickets.map(({ number }) => number),
            kioskSeries,
          ) + 1,
        isTold: false,
        isUrgent: false,
        remark: '',
        ...visit,
      } satisfies PayloadOf<'takeTicket'>,
    });
    if (result.decided === 'refused' && result.reason.code === 'alreadyArrived')
      return showNumber(response, hall, result.reason.number, visit.serviceIds);
    if (result.decided === 'refused') return sendProblem(context, response, hall, sentenceOf(result.reason));
    const made = await store.snapshot(hall.municipality, (read) =>
      read.document(ref('appointments', act.ticketId)),
    );
    const ticket = made?.document as Ticket | null | undefined;
    if (!ticket) return sendProblem(context, response, hall, hallTexts().kiosk.problems.other);
    await showNumber(response, hall, ticket.number, visit.serviceIds);
  }

  async function showNumber(
    response: Response,
    hall: Hall,
    number: Ticket['number'],
    serviceIds: readonly string[],
  ): Promise<void> {
    const { services } = await offered(context, hall);
    const serviceName = services
      .filter(({ id }) => serviceIds.includes(id))
      .map(({ name }) => name)
      .join(', ');
    const given = seal.seal({
      for: 'kioskNumber',
      departmentId: hall.department,
      number,
      serviceName,
      at: core.now(),
    });
    response.set('Cache-Control', 'no-store').redirect(303, `${hall.path}/number/${given}`);
  }
}

function hallOf({ seal }: Context, request: Request): Hall {
  const found = openHallLink(seal, 'kiosk', request.params);
  if (!found) throw new HttpProblem('notFound');
  return { ...found, path: `/m/${found.municipality}/kiosk/${String(request.params['link'])}` };
}

/** @throws HttpProblem notFound where there is no such department any more */
async function offered({ core }: Context, { municipality, department }: Hall) {
  const { name, services } = await core.store.snapshot(municipality, (read) => servicesOf(read, department));
  if (name === undefined) throw new HttpProblem('notFound');
  return { name, services };
}

function actIn({ seal }: Context, { department }: Hall, inputs: PageInputs) {
  const act = kioskAct.safeParse(seal.open(inputs.get(kioskFields.act) ?? '')).data;
  return act?.departmentId === department ? act : undefined;
}

/** Whose code it is: one of today first, then any that is to come, to say when. */
async function bookingOf({ core }: Context, hall: Hall, code: string): Promise<Booking | undefined> {
  const { bookings, later } = await core.store.snapshot(hall.municipality, (read) =>
    new HallReader(hall.department, core.now()).read(read, core.now()),
  );
  return [...bookings, ...later].find(({ id }) => checkInCode(id) === code);
}

function sentenceOf(reason: Refusal): string {
  const text = hallTexts().kiosk.problems;
  switch (reason.code) {
    case 'notToday':
      return text.otherDay(formatInstant(reason.startsAt));
    case 'appointmentCancelled':
      return text.cancelled;
    case 'notConfirmed':
      return text.notConfirmed;
    case 'noSuchAppointment':
      return text.unknown;
    default:
      return text.other;
  }
}

async function sendProblem(
  context: Context,
  response: Response,
  hall: Hall,
  sentence: string,
): Promise<void> {
  const { name } = await offered(context, hall);
  send(response, 409, problemPage({ department: name, path: hall.path }, sentence));
}

function send(response: Response, status: number, page: Html): void {
  response.status(status).set('Cache-Control', 'no-store').type('html').send(page.text);
}
