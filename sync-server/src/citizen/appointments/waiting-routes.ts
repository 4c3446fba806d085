import { randomUUID } from 'node:crypto';
import { chosenOf } from '@amtsstube/shared/domain/appointments/visit-questions';
import { visitServices } from '@amtsstube/shared/domain/appointments/visit-services';
import { type WaitingId, waiting, waitingId } from '@amtsstube/shared/domain/appointments/waiting';
import { ref } from '@amtsstube/shared/domain/documents';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { municipalityId, opId } from '@amtsstube/shared/domain/ids';
import { formatLocalDate, localDateOf } from '@amtsstube/shared/domain/time';
import { z } from '@amtsstube/shared/domain/zod';
import { joinWaitingList, leaveWaitingList } from '@amtsstube/shared/operations/appointment/waiting-list';
import { type Request, type Response, Router } from 'express';
import { strictForm } from '../../app-body.ts';
import { leavePath, leaveRoute, openLeaveLink } from '../../booking/appointment-links.ts';
import { addressLimit, recipientLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { decideOnce } from '../decide-once.ts';
import { language } from '../language.ts';
import { isTrapped } from '../misuse/trap.ts';
import { municipalityOf } from '../municipality-reader.ts';
import { sendPage } from '../page.ts';
import { address, justQuery } from './booking-paths.ts';
import { answeredOf, type Choosing, choosingOf } from './choosing.ts';
import { lastDay } from './free-times.ts';
import { checkWish, type TypedWish, typedWish } from './waiting-form.ts';
import { joinPage, notWaitingPage, waitingPage, waitingTicketField } from './waiting-pages.ts';

const joinPath = '/m/:municipality/appointments/wait';
const ownPath = `/m/:municipality${leaveRoute}`;

/** Of a page of the form: sent twice it is one place on the list. */
const waitingTicket = z.strictObject({
  for: z.literal('wait'),
  municipality: municipalityId,
  waitingId,
  opId,
  serviceIds: visitServices,
});

/** Joining the waiting list, and leaving it by one's own link. */
export function waitingRoutes(context: CitizenContext): Router {
  const router = Router();
  const { core, limits, seal } = context;

  router.get(joinPath, addressLimit(limits.pages), async (request, response) => {
    const choosing = await answeredOf(context, request, response);
    if (choosing) showJoin(context, response, choosing, 200, { typed: wishedAtFirst(choosing) });
  });

  router.post(
    joinPath,
    addressLimit(limits.pages),
    ...strictForm,
    async (request, response, next) => {
      const sent = request.body as PageInputs;
      const typed = typedWish(sent);
      const checked = checkWish(typed, localDateOf(core.now()));
      if (checked.ok && !isTrapped(sent)) return next();
      const choosing = await choosingOf(context, request, response);
      if (!choosing) return;
      const wrong = checked.ok ? { refusal: 'trapped' as const } : { problems: checked.problems };
      showJoin(context, response, choosing, 422, { typed, ...wrong });
    },
    // each is a mail
    addressLimit(limits.links),
    recipientLimit(limits.linksToOne, (request) => typedWish(request.body as PageInputs).email.toLowerCase()),
    async (request, response) => {
      const choosing = await choosingOf(context, request, response);
      if (choosing) await join(context, request, response, choosing);
    },
  );

  router.get(ownPath, addressLimit(limits.lookUps), async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const id = openLeaveLink(seal, municipality.id, String(request.params['link']));
    const entry = id && (await entryOf(context, municipality.id, id));
    if (!entry) return sendPage(response, 404, notWaitingPage(municipality));
    const { rules } = await context.times.at(municipality.id);
    sendPage(response, 200, waitingPage(municipality, entry, rules, request.query[justQuery] === 'joined'));
  });

  router.post(ownPath, addressLimit(limits.lookUps), async (request, response) => {
    const municipality = await municipalityOf(core, request);
    const id = openLeaveLink(seal, municipality.id, String(request.params['link']));
    if (id)
      await decideOnce(core, municipality.id, {
        // leaving twice is once
        opId: opId.parse(`citizen.${randomUUID()}`),
        definition: leaveWaitingList,
        payload: { waitingId: id },
      });
    sendPage(response, id ? 200 : 404, notWaitingPage(municipality));
  });

  return router;
}

async function join(
  context: CitizenContext,
  request: Request,
  response: Response,
  choosing: Choosing,
): Promise<void> {
  const sent = request.body as PageInputs;
  const typed = typedWish(sent);
  const { municipality, asked } = choosing;
  const ticket = waitingTicket.safeParse(context.seal.open(sent.get(waitingTicketField) ?? '')).data;
  const checked = checkWish(typed, localDateOf(context.core.now()));
  const isOurs =
    ticket?.municipality === municipality.id &&
    ticket.serviceIds.join() === asked.services.map(({ id }) => id).join();
  if (!isOurs || !checked.ok)
    return showJoin(context, response, choosing, 400, { typed, refusal: 'refused' });
  const answers = chosenOf(asked.questions);
  const result = await decideOnce(context.core, municipality.id, {
    opId: ticket.opId,
    definition: joinWaitingList,
    payload: {
      waitingId: ticket.waitingId,
      serviceIds: ticket.serviceIds,
      ...checked.wish,
      ...(answers.length > 0 && { answers: [...answers] }),
      language: language(),
    },
  });
  if (result.decided === 'refused' && result.reason.code !== 'alreadyExists')
    return showJoin(context, response, choosing, 409, { typed, refusal: 'refused' });
  const own = leavePath(context.seal, municipality.id, ticket.waitingId);
  response.set('Cache-Control', 'no-store').redirect(303, address(own, { [justQuery]: 'joined' }));
}

function showJoin(
  { seal }: CitizenContext,
  response: Response,
  { municipality, asked }: Choosing,
  status: number,
  shown: Pick<Parameters<typeof joinPage>[0], 'typed' | 'problems' | 'refusal'>,
): void {
  const sealed = seal.seal({
    for: 'wait',
    municipality: municipality.id,
    waitingId: randomUUID(),
    opId: `citizen.${randomUUID()}`,
    serviceIds: asked.services.map(({ id }) => id),
  });
  sendPage(response, status, joinPage({ municipality, asked, sealed, ...shown }));
}

/** From today on, as far as times are offered. */
function wishedAtFirst({ times, asked }: Choosing): TypedWish {
  const today = formatLocalDate(localDateOf(times.now));
  return { first: today, last: formatLocalDate(lastDay(times, asked.visit)), name: '', email: '' };
}

async function entryOf(
  { core }: CitizenContext,
  municipality: Choosing['municipality']['id'],
  id: WaitingId,
) {
  const stored = await core.store.snapshot(municipality, (read) => read.document(ref('waitings', id)));
  return stored?.document ? waiting.parse(stored.document) : undefined;
}
