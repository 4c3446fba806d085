import { fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import {
  type PageInputs,
  withEntryAdded,
  withEntryRemoved,
} from '@amtsstube/shared/domain/forms/page-encoding';
import { isOfferedOnline } from '@amtsstube/shared/domain/settings';
import { type Response, Router } from 'express';
import { isMultipart } from '../app-multipart.ts';
import { HttpProblem } from '../http-errors.ts';
import { addressLimit, fileLimit, sendLimit } from './address-limit.ts';
import type { CitizenContext } from './citizen-context.ts';
import { addField, removeField } from './field-sets.ts';
import {
  editField,
  removeFileField,
  ticketField,
  typedIn,
  uploadField,
  viewOf,
  wayOf,
} from './form-controls.ts';
import {
  type FormVisit,
  freshTicket,
  presentTicketOf,
  showForm,
  ticketOf,
  versionOf,
  visitOf,
} from './form-visit.ts';
import { goOn, viewOn } from './go-on.ts';
import { gateKey } from './misuse/gate.ts';
import { receive } from './receive.ts';
import { stepwiseQuery } from './service-page.ts';
import type { FormTicket } from './tickets.ts';
import { applicationTarget } from './uploads/file-target.ts';
import { withoutFile } from './uploads/named-files.ts';
import { readForm, refusedFiles } from './uploads/read-form.ts';
import { uploadRoutes } from './uploads/upload-routes.ts';

const servicePath = '/m/:municipality/services/:serviceId';
const formPath = `${servicePath}/form`;

/** The form of a service, all at once or section by section, and sending it. */
export function applicationRoutes(context: CitizenContext): Router {
  const router = Router();
  router.use(uploadRoutes(context, servicePath, applicationTarget(context)));

  router.get(formPath, async (request, response) => {
    const visit = await visitOf(context, request, new Map());
    // who has it open may still send it, and is told; nobody begins anew
    if (!isOfferedOnline(visit.service)) throw new HttpProblem('notFound');
    const isStepwise = request.query[stepwiseQuery] !== undefined;
    showForm(context, response, visit, 200, {
      ticket: freshTicket(context, visit),
      view: isStepwise ? { kind: 'section', index: 0, returns: false } : { kind: 'all' },
    });
  });

  router.post(
    formPath,
    addressLimit(context.limits.pages),
    fileLimit(context.limits.files, isMultipart),
    ...readForm(context, applicationTarget(context)),
    async (request, response, next) => {
      const sent = request.body as PageInputs;
      const visit = await visitOf(context, request, typedIn(sent));
      const ticket = presentTicketOf(context, visit, sent.get(ticketField) ?? '');
      const way = wayOf(sent);
      if (sent.has(editField))
        showForm(context, response, visit, 200, { ticket: freshTicket(context, visit, ticket) });
      else if (sent.has(addField) || sent.has(removeField))
        await changeEntries(context, response, visit, ticket, sent);
      else if (sent.has(uploadField) || sent.has(removeFileField) || refusedFiles(response).length > 0)
        await changeFiles(context, response, visit, ticket, sent);
      else if (way) await goOn(context, response, visit, ticket, viewOf(sent), way);
      else next();
    },
    sendLimit(context.limits.submissions),
    async (request, response) => {
      const sent = request.body as PageInputs;
      const visit = await visitOf(context, request, typedIn(sent));
      await receive(context, response, visit, ticketOf(context, visit, sent.get(ticketField) ?? ''), {
        sent,
        sentFrom: gateKey(request, visit),
      });
    },
  );

  return router;
}

/** One entry of a group more or less; everything typed stays, and so does the ticket: it is the same application. */
async function changeEntries(
  context: CitizenContext,
  response: Response,
  visit: FormVisit,
  ticket: FormTicket | undefined,
  sent: PageInputs,
): Promise<void> {
  const version = ticket && (await versionOf(context, visit, ticket));
  const { form } = version ?? visit.current;
  const [groupId, index] = (sent.get(addField) ?? sent.get(removeField) ?? '').split('.');
  const group = fieldsOf(form).find(({ id }) => id === groupId);
  if (group?.type !== 'group') throw new HttpProblem('malformedRequest', 'group');
  const typed = sent.has(addField)
    ? withEntryAdded(group, visit.typed)
    : withEntryRemoved(group, Number(index), visit.typed);
  showForm(context, response, { ...visit, typed }, 200, {
    ...sameApplication(context, visit, ticket, version),
    view: viewOf(sent),
    // files came with the page as well
    errors: refusedFiles(response),
  });
}

/** Files came with the page, or one is taken out: the page again, with what is with it now and why something isn't. */
async function changeFiles(
  context: CitizenContext,
  response: Response,
  visit: FormVisit,
  ticket: FormTicket | undefined,
  sent: PageInputs,
): Promise<void> {
  const version = ticket && (await versionOf(context, visit, ticket));
  const { form } = version ?? visit.current;
  const [, path, index] = /^(.+)\.(\d{1,2})$/.exec(sent.get(removeFileField) ?? '') ?? [];
  const typed = path === undefined ? visit.typed : withoutFile(path, Number(index), visit.typed);
  const settled = await context.files.settle(ticket, form, typed);
  const errors = [...refusedFiles(response), ...settled.problems];
  showForm(context, response, { ...visit, typed: settled.typed }, errors.length > 0 ? 422 : 200, {
    ...sameApplication(context, visit, ticket, version),
    view: viewOn(form, viewOf(sent), errors[0]?.path ?? ''),
    errors,
  });
}

/** The ticket and the form it is for; where that form is gone, a new ticket with what belonged to the old one. */
function sameApplication(
  context: CitizenContext,
  visit: FormVisit,
  ticket: FormTicket | undefined,
  version: Awaited<ReturnType<typeof versionOf>> | undefined,
) {
  return {
    ticket: ticket && version ? ticket : freshTicket(context, visit, ticket),
    ...(version && { version }),
  };
}
