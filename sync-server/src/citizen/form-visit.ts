import { decodePage, type PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { FormVersion, Service } from '@amtsstube/shared/domain/settings';
import type { Request, Response } from 'express';
import { HttpProblem } from '../http-errors.ts';
import type { CitizenContext } from './citizen-context.ts';
import type { FormView } from './form-controls.ts';
import { type FormNotice, formPage } from './form-page.ts';
import type { Html } from './html.ts';
import {
  type MunicipalityFrame,
  municipalityOf,
  publishedVersion,
  serviceOf,
} from './municipality-reader.ts';
import { sendPage } from './page.ts';
import { draftIdOf, type FormTicket, isExpired, newFormTicket, openFormTicket } from './tickets.ts';
import type { PageProblem } from './uploads/file-problem.ts';

/** One request for a form: where, for what, and what was typed. */
export interface FormVisit {
  readonly municipality: MunicipalityFrame;
  readonly service: Service;
  /** The version a new application uses. */
  readonly current: FormVersion;
  readonly typed: PageInputs;
}

export interface Shown {
  readonly ticket: FormTicket;
  /** All at once unless said otherwise: after a failure everything typed is in sight. */
  readonly view?: FormView;
  readonly notice?: FormNotice;
  readonly errors?: readonly PageProblem[];
  readonly version?: FormVersion;
  /** Stands above the form. */
  readonly above?: Html;
}

/** @throws HttpProblem notFound */
export async function visitOf(
  { core }: CitizenContext,
  request: Request,
  typed: PageInputs,
): Promise<FormVisit> {
  const municipality = await municipalityOf(core, request);
  const { service } = await serviceOf(core.store, municipality.id, request);
  const current =
    service.formVersionId === null
      ? undefined
      : await publishedVersion(core.store, municipality.id, service, service.formVersionId);
  if (!current) throw new HttpProblem('notFound');
  return { municipality, service, current, typed };
}

export function versionOf(
  { core }: CitizenContext,
  { municipality, service }: FormVisit,
  ticket: FormTicket,
): Promise<FormVersion | undefined> {
  return publishedVersion(core.store, municipality.id, service, ticket.formVersionId);
}

/** @param former whose place it takes: files that were brought with it stay, unless it has run out */
export function freshTicket({ core }: CitizenContext, visit: FormVisit, former?: FormTicket): FormTicket {
  const fresh = newFormTicket(visit.municipality.id, visit.service.id, visit.current.id, core.now());
  const isHeir = former && !isExpired(former, core.now());
  return isHeir ? { ...fresh, filesOf: former.filesOf ?? former.caseId } : fresh;
}

/** The form's ticket, if it was made here for this municipality and service. */
export function ticketOf(
  { seal }: CitizenContext,
  { municipality, service }: FormVisit,
  sealed: string,
): FormTicket | undefined {
  const ticket = openFormTicket(seal, sealed);
  return ticket?.municipality === municipality.id && ticket.serviceId === service.id ? ticket : undefined;
}

/** The same, unless it has run out: then everything goes on as without one. */
export function presentTicketOf(
  context: CitizenContext,
  visit: FormVisit,
  sealed: string,
): FormTicket | undefined {
  const ticket = ticketOf(context, visit, sealed);
  return ticket && !isExpired(ticket, context.core.now()) ? ticket : undefined;
}

export function showForm(
  { seal }: CitizenContext,
  response: Response,
  visit: FormVisit,
  status: number,
  shown: Shown,
): void {
  const { form } = shown.version ?? visit.current;
  const page = formPage({
    municipality: visit.municipality,
    service: visit.service,
    form,
    sealedTicket: seal.seal(shown.ticket),
    draftId: draftIdOf(shown.ticket.caseId),
    // what was typed is kept where the form still has the field
    typed: decodePage(form, visit.typed).known,
    view: shown.view ?? { kind: 'all' },
    errors: shown.errors ?? [],
    notice: shown.notice,
    above: shown.above,
  });
  sendPage(response, status, page);
}
