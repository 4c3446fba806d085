import { checkAnswers } from '@amtsstube/shared/domain/form-interpreter';
import { filesOf } from '@amtsstube/shared/domain/forms/files-of';
import { decodePage, type PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Refusal } from '@amtsstube/shared/operations/refusal';
import type { Response } from 'express';
import { HttpProblem } from '../http-errors.ts';
import { StoreUnavailable } from '../store/store.ts';
import type { CitizenContext } from './citizen-context.ts';
import { viewOf } from './form-controls.ts';
import type { FormNotice } from './form-page.ts';
import { type FormVisit, freshTicket, showForm, versionOf } from './form-visit.ts';
import { language } from './language.ts';
import { tollFor } from './misuse/gate.ts';
import { isTrapped } from './misuse/trap.ts';
import { otherTextPage } from './other-text-page.ts';
import { sendPage } from './page.ts';
import { reviewPage } from './review-page.ts';
import { arrivalOf, caseOf, submit } from './submit.ts';
import { draftIdOf, type FormTicket, isExpired, newReceiptTicket } from './tickets.ts';

/** Takes an application: its receipt, or the form again with what is wrong and all that was typed. `sentFrom`: see misuse/gate. */
export async function receive(
  context: CitizenContext,
  response: Response,
  visit: FormVisit,
  ticket: FormTicket | undefined,
  { sent, sentFrom }: { readonly sent: PageInputs; readonly sentFrom: string },
): Promise<void> {
  const again = (status: number, notice: FormNotice) =>
    showForm(context, response, visit, status, { ticket: freshTicket(context, visit, ticket), notice });
  if (!ticket) return again(400, 'unknownTicket');
  try {
    const arrival = await arrivalOf(context.core, ticket);
    if (arrival === 'refused') return again(409, 'refused');
    // what has arrived counts, also when the ticket has expired or the form was renewed since
    if (arrival === 'accepted') return await receiveAgain(context, response, visit, ticket);
    const version = await versionOf(context, visit, ticket);
    if (isExpired(ticket, context.core.now())) {
      // her files are gone long since, and are said to be: the page with the new ticket doesn't name them
      const { form } = version ?? visit.current;
      const { typed, problems } = await context.files.settle(ticket, form, visit.typed);
      const fresh = freshTicket(context, visit, ticket);
      return showForm(context, response, { ...visit, typed }, 409, {
        ticket: fresh,
        notice: 'expired',
        errors: problems,
      });
    }
    if (!version) return again(409, 'renewed');

    const page = decodePage(version.form, visit.typed);
    const { typed, problems } = await context.files.settle(ticket, version.form, page.known);
    if (problems.length > 0)
      return showForm(context, response, { ...visit, typed }, 422, { ticket, version, errors: problems });
    const checked = checkAnswers(version.form, page.given);
    if (!checked.ok || page.unknown.length > 0) {
      const errors = checked.ok ? [] : checked.errors;
      const notice = page.unknown.length > 0 ? ({ notice: 'unknownFields' } as const) : {};
      return showForm(context, response, visit, 422, { ticket, version, errors, ...notice });
    }
    if (isTrapped(sent))
      return showForm(context, response, visit, 422, { ticket, version, notice: 'trapped' });
    const toll = await tollFor(context.gate, sentFrom, ticket, sent, context.core.now());
    if (toll) {
      const { seal } = context;
      const page = { ...visit, form: version.form, answers: checked.answers, view: viewOf(sent), toll };
      return sendPage(
        response,
        429,
        reviewPage({ ...page, sealedTicket: seal.seal(ticket), draftId: draftIdOf(ticket.caseId) }),
      );
    }
    const inCheck = context.files.inCheck(filesOf(version.form, checked.answers));
    const submitted = await submit(context.core, ticket, checked.answers, { language: language(), inCheck });
    if (submitted.outcome === 'received') context.files.watch(ticket, inCheck);
    if (submitted.outcome === 'received') context.gate.counter.noteSent(sentFrom, context.core.now());
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
  visit: FormVisit,
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

function redirectToReceipt(context: CitizenContext, response: Response, ticket: FormTicket): void {
  // sent: no link opens it any more
  context.drafts.forget(draftIdOf(ticket.caseId));
  response.set('Cache-Control', 'no-store').redirect(303, receiptPath(context, ticket));
}

function receiptPath({ seal, core }: CitizenContext, { municipality, trackingCode }: FormTicket): string {
  return `/m/${municipality}/receipts/${seal.seal(newReceiptTicket(municipality, trackingCode, core.now()))}`;
}

async function showOtherText(
  context: CitizenContext,
  response: Response,
  visit: FormVisit,
  ticket: FormTicket,
): Promise<void> {
  const first = await caseOf(context.core, ticket);
  if (!first) throw new HttpProblem('internal');
  const links = { receiptPath: receiptPath(context, ticket), sealedTicket: context.seal.seal(ticket) };
  sendPage(response, 409, otherTextPage({ ...visit, first, ...links }));
}
