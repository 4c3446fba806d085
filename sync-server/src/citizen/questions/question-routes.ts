import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { localDateOf } from '@amtsstube/shared/domain/time';
import { type Request, type Response, Router } from 'express';
import { isMultipart } from '../../app-multipart.ts';
import { addressLimit, fileLimit, sendLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { goField, removeFileField, ticketField, typedIn, uploadField } from '../form-controls.ts';
import { sendPage } from '../page.ts';
import { withoutFile } from '../uploads/named-files.ts';
import { readForm, refusedFiles } from '../uploads/read-form.ts';
import { uploadRoutes } from '../uploads/upload-routes.ts';
import { answerForm } from './answer-form.ts';
import { answeredPage } from './answer-page.ts';
import {
  answerTarget,
  answerTicketOf,
  answerVisitOf,
  freshAnswerTicket,
  presentAnswerTicketOf,
} from './answer-visit.ts';
import { receiveAnswer, showAnswer } from './receive-answer.ts';

const path = '/m/:municipality/status/:code/questions/:questionId';

/** A question of the office and answering it, by who holds the tracking code. Works without a script. */
export function questionRoutes(context: CitizenContext): Router {
  const router = Router();
  router.use(uploadRoutes(context, path, answerTarget(context)));

  router.get(`${path}/form`, addressLimit(context.limits.lookUps), async (request, response) => {
    const visit = await answerVisitOf(context, request);
    const sent = /^[0-9a-f]{32}$/.exec(String(request.query['sent'] ?? ''))?.[0];
    const wantsMore = request.query['more'] !== undefined && visit.question.answers.length > 0;
    if (visit.question.state === 'open' || (wantsMore && sent === undefined))
      showAnswer(context, response, visit, 200, {
        ticket: freshAnswerTicket(context, visit),
        typed: new Map(),
      });
    else sendPage(response, 200, answeredPage(visit, localDateOf(context.core.now()), sent));
  });

  router.post(
    `${path}/form`,
    addressLimit(context.limits.pages),
    fileLimit(context.limits.files, isMultipart),
    ...readForm(context, answerTarget(context)),
    async (request, response, next) => {
      const sent = request.body as PageInputs;
      const isForward = !sent.has(uploadField) && !sent.has(removeFileField) && !sent.has(goField);
      if (isForward && refusedFiles(response).length === 0) next();
      else await changeFiles(context, request, response, sent);
    },
    sendLimit(context.limits.submissions),
    async (request, response) => {
      const sent = request.body as PageInputs;
      const visit = await answerVisitOf(context, request);
      const ticket = answerTicketOf(context, visit, sent.get(ticketField) ?? '');
      await receiveAnswer(context, response, visit, ticket, { sent, typed: typedIn(sent) });
    },
  );

  return router;
}

/** Files came with the page, one is taken out, or a draft is gone on with: the page again, and nothing is sent. */
async function changeFiles(
  context: CitizenContext,
  request: Request,
  response: Response,
  sent: PageInputs,
): Promise<void> {
  const visit = await answerVisitOf(context, request);
  const ticket = presentAnswerTicketOf(context, visit, sent.get(ticketField) ?? '');
  const [, field, index] = /^(.+)\.(\d{1,2})$/.exec(sent.get(removeFileField) ?? '') ?? [];
  const given = typedIn(sent);
  const typed = field === undefined ? given : withoutFile(field, Number(index), given);
  const settled = await context.files.settle(ticket, answerForm(), typed);
  const errors = [...refusedFiles(response), ...settled.problems];
  showAnswer(context, response, visit, errors.length > 0 ? 422 : 200, {
    ticket: ticket ?? freshAnswerTicket(context, visit),
    typed: settled.typed,
    errors,
  });
}
