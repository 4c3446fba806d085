import { checkAnswers } from '@amtsstube/shared/domain/form-interpreter';
import { filesOf } from '@amtsstube/shared/domain/forms/files-of';
import { decodePage, type PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { localDateOf } from '@amtsstube/shared/domain/time';
import type { Response } from 'express';
import { StoreUnavailable } from '../../store/store.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { isTrapped } from '../misuse/trap.ts';
import { sendPage } from '../page.ts';
import { type AnswerTicket, draftIdOf, isExpired } from '../tickets.ts';
import type { PageProblem } from '../uploads/file-problem.ts';
import { type Answer, sendAnswer, wasAnswered } from './answer.ts';
import { answerField, answerForm } from './answer-form.ts';
import { type AnswerNotice, answerPage } from './answer-page.ts';
import { type AnswerVisit, freshAnswerTicket, questionPath } from './answer-visit.ts';

export interface ShownAnswer {
  readonly ticket: AnswerTicket;
  readonly typed: PageInputs;
  readonly errors?: readonly PageProblem[];
  readonly notice?: AnswerNotice;
}

export function showAnswer(
  { seal, core }: CitizenContext,
  response: Response,
  visit: AnswerVisit,
  status: number,
  { ticket, typed, errors = [], notice }: ShownAnswer,
): void {
  const page = answerPage({
    visit,
    today: localDateOf(core.now()),
    sealedTicket: seal.seal(ticket),
    draftId: draftIdOf(ticket.filesOf),
    typed: decodePage(answerForm(), typed).known,
    errors,
    notice,
  });
  sendPage(response, status, page);
}

/** Takes an answer: what became of it, or the form again with what is wrong and all that was typed. */
export async function receiveAnswer(
  context: CitizenContext,
  response: Response,
  visit: AnswerVisit,
  ticket: AnswerTicket | undefined,
  { sent, typed: given }: { readonly sent: PageInputs; readonly typed: PageInputs },
): Promise<void> {
  const again = (status: number, shown: Omit<ShownAnswer, 'ticket'>) =>
    showAnswer(context, response, visit, status, {
      ticket: freshAnswerTicket(context, visit, ticket),
      ...shown,
    });
  const form = answerForm();
  if (!ticket) return again(400, { typed: given, notice: 'unknownTicket' });
  try {
    // what has arrived counts, also when the ticket has run out since
    const isRepeated = (await wasAnswered(context.core, ticket)) === true;
    const { typed, problems } = isRepeated
      ? { typed: given, problems: [] }
      : await context.files.settle(ticket, form, decodePage(form, given).known);
    if (!isRepeated && isExpired(ticket, context.core.now()))
      return again(409, { typed, errors: problems, notice: 'expired' });
    const show = (shown: Omit<ShownAnswer, 'ticket' | 'typed'>) =>
      showAnswer(context, response, visit, 422, { ticket, typed, ...shown });
    if (problems.length > 0) return show({ errors: problems });
    const checked = checkAnswers(form, decodePage(form, typed).given);
    if (!checked.ok) return show({ errors: checked.errors });
    const text = checked.answers[answerField];
    const answer: Answer = {
      text: typeof text === 'string' ? text : '',
      files: filesOf(form, checked.answers),
    };
    if (answer.text === '' && answer.files.length === 0)
      return show({ errors: [{ path: answerField, code: 'required' }] });
    if (isTrapped(sent)) return show({ notice: 'trapped' });
    const inCheck = context.files.inCheck(answer.files);
    switch (await sendAnswer(context.core, ticket, answer, inCheck)) {
      case 'received':
        if (!isRepeated) context.files.watch(ticket, inCheck);
        response.set('Cache-Control', 'no-store');
        return response.redirect(303, `${questionPath(visit)}/form?sent=${draftIdOf(ticket.filesOf)}`);
      case 'otherTextReceived':
        return again(409, { typed, notice: 'otherText' });
      case 'refused':
        return again(409, { typed, notice: 'refused' });
    }
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    showAnswer(context, response, visit, 503, { ticket, typed: given, notice: 'unavailable' });
  }
}
