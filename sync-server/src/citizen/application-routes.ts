import { checkAnswers, fieldsOf } from '@amtsstube/shared/domain/form-interpreter';
import type { FieldError } from '@amtsstube/shared/domain/forms/field-error';
import {
  decodePage,
  type PageInputs,
  withEntryAdded,
  withEntryRemoved,
} from '@amtsstube/shared/domain/forms/page-encoding';
import { type FormVersion, isOfferedOnline, type Service } from '@amtsstube/shared/domain/settings';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import { type Request, type Response, Router } from 'express';
import { strictForm } from '../app-body.ts';
import { HttpProblem } from '../http-errors.ts';
import { StoreUnavailable } from '../store/store.ts';
import { addressLimit } from './address-limit.ts';
import type { CitizenContext } from './citizen-context.ts';
import { addField, removeField } from './field-sets.ts';
import { editField, type FormNotice, formPage, ticketField } from './form-page.ts';
import {
  type MunicipalityFrame,
  municipalityOf,
  publishedVersion,
  serviceOf,
} from './municipality-reader.ts';
import { otherTextPage } from './other-text-page.ts';
import { sendPage } from './page.ts';
import { arrivalOf, caseOf, submit } from './submit.ts';
import { type FormTicket, isExpired, newFormTicket, newReceiptTicket, openFormTicket } from './tickets.ts';

const formPath = '/m/:municipality/services/:serviceId/form';

/** The form of a service, and sending it. */
export function applicationRoutes(context: CitizenContext): Router {
  const router = Router();

  router.get(formPath, async (request, response) => {
    const visit = await visitOf(context, request, new Map());
    // who has it open may still send it, and is told; nobody begins anew
    if (!isOfferedOnline(visit.service)) throw new HttpProblem('notFound');
    showForm(context, response, visit, 200, { ticket: freshTicket(context, visit) });
  });

  router.post(
    formPath,
    addressLimit(context.limits.submissions),
    ...strictForm,
    async (request, response) => {
      const sent = request.body as ReadonlyMap<string, string>;
      const visit = await visitOf(
        context,
        request,
        new Map([...sent].filter(([name]) => !name.startsWith('_'))),
      );
      const ticket = ticketOf(context, visit, sent.get(ticketField) ?? '');
      if (sent.has(editField))
        showForm(context, response, visit, 200, { ticket: freshTicket(context, visit) });
      else if (sent.has(addField) || sent.has(removeField))
        await changeEntries(context, response, visit, ticket, sent);
      else await receive(context, response, visit, ticket);
    },
  );

  return router;
}

/** One request for a form: where, for what, and what was typed. */
interface Visit {
  readonly municipality: MunicipalityFrame;
  readonly service: Service;
  /** The version a new application uses. */
  readonly current: FormVersion;
  readonly typed: PageInputs;
}

interface Shown {
  readonly ticket: FormTicket;
  readonly notice?: FormNotice;
  readonly errors?: readonly FieldError[];
  readonly version?: FormVersion;
}

async function visitOf({ core }: CitizenContext, request: Request, typed: PageInputs): Promise<Visit> {
  const municipality = await municipalityOf(core, request);
  const { service } = await serviceOf(core.store, municipality.id, request);
  const current =
    service.formVersionId === null
      ? undefined
      : await publishedVersion(core.store, municipality.id, service, service.formVersionId);
  if (!current) throw new HttpProblem('notFound');
  return { municipality, service, current, typed };
}

/** One entry of a group more or less; everything typed stays, and so does the ticket: it is the same application. */
async function changeEntries(
  context: CitizenContext,
  response: Response,
  visit: Visit,
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
    ticket: ticket && version ? ticket : freshTicket(context, visit),
    ...(version && { version }),
  });
}

async function receive(
  context: CitizenContext,
  response: Response,
  visit: Visit,
  ticket: FormTicket | undefined,
): Promise<void> {
  const again = (status: number, notice: FormNotice) =>
    showForm(context, response, visit, status, { ticket: freshTicket(context, visit), notice });
  if (!ticket) return again(400, 'unknownTicket');
  try {
    const arrival = await arrivalOf(context.core, ticket);
    if (arrival === 'refused') return again(409, 'refused');
    // what has arrived counts, also when the ticket has expired or the form was renewed since
    if (arrival === 'accepted') return await receiveAgain(context, response, visit, ticket);
    if (isExpired(ticket, context.core.now())) return again(409, 'expired');
    const version = await versionOf(context, visit, ticket);
    if (!version) return again(409, 'renewed');

    const page = decodePage(version.form, visit.typed);
    const checked = checkAnswers(version.form, page.given);
    if (!checked.ok || page.unknown.length > 0) {
      const errors = checked.ok ? [] : checked.errors;
      const notice = page.unknown.length > 0 ? ({ notice: 'unknownFields' } as const) : {};
      return showForm(context, response, visit, 422, { ticket, version, errors, ...notice });
    }
    const submitted = await submit(context.core, ticket, checked.answers);
    if (submitted.outcome === 'received') return redirectToReceipt(context, response, ticket);
    if (submitted.outcome === 'otherTextReceived')
      return await showOtherText(context, response, visit, ticket);
    again(409, noticeFor(submitted.reason.code));
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    showForm(context, response, visit, 503, { ticket, notice: 'unavailable' });
  }
}

/** The same text once more is the same application; another text is kept for the person, who decides about it. */
async function receiveAgain(
  context: CitizenContext,
  response: Response,
  visit: Visit,
  ticket: FormTicket,
): Promise<void> {
  const version = await versionOf(context, visit, ticket);
  const checked = version && checkAnswers(version.form, decodePage(version.form, visit.typed).given);
  const submitted = checked?.ok ? await submit(context.core, ticket, checked.answers) : undefined;
  if (submitted?.outcome === 'received') redirectToReceipt(context, response, ticket);
  else await showOtherText(context, response, visit, ticket);
}

function noticeFor(code: Refusal['code']): FormNotice {
  if (code === 'formVersionGone') return 'renewed';
  return code === 'serviceNotOffered' ? 'notOffered' : 'refused';
}

function versionOf({ core }: CitizenContext, { municipality, service }: Visit, ticket: FormTicket) {
  return publishedVersion(core.store, municipality.id, service, ticket.formVersionId);
}

function freshTicket({ core }: CitizenContext, { municipality, service, current }: Visit): FormTicket {
  return newFormTicket(municipality.id, service.id, current.id, core.now());
}

/** The form's ticket, if it was made here for this municipality and service. */
function ticketOf(
  { seal }: CitizenContext,
  { municipality, service }: Visit,
  sealed: string,
): FormTicket | undefined {
  const ticket = openFormTicket(seal, sealed);
  return ticket?.municipality === municipality.id && ticket.serviceId === service.id ? ticket : undefined;
}

function showForm(
  { seal }: CitizenContext,
  response: Response,
  visit: Visit,
  status: number,
  shown: Shown,
): void {
  const { form } = shown.version ?? visit.current;
  // what was typed is kept where the form still has the field
  const typed = decodePage(form, visit.typed).known;
  const page = formPage({
    municipality: visit.municipality,
    service: visit.service,
    form,
    sealedTicket: seal.seal(shown.ticket),
    typed,
    errors: shown.errors ?? [],
    notice: shown.notice,
  });
  sendPage(response, status, page);
}

function redirectToReceipt(context: CitizenContext, response: Response, ticket: FormTicket): void {
  response.set('Cache-Control', 'no-store').redirect(303, receiptPath(context, ticket));
}

function receiptPath({ seal, core }: CitizenContext, { municipality, trackingCode }: FormTicket): string {
  return `/m/${municipality}/receipts/${seal.seal(newReceiptTicket(municipality, trackingCode, core.now()))}`;
}

async function showOtherText(
  context: CitizenContext,
  response: Response,
  visit: Visit,
  ticket: FormTicket,
): Promise<void> {
  const first = await caseOf(context.core, ticket);
  if (!first) throw new HttpProblem('internal');
  sendPage(response, 409, otherTextPage({ ...visit, first, receiptPath: receiptPath(context, ticket) }));
}
