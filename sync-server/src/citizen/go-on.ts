import type { FormDefinition } from '@amtsstube/shared/domain/form';
import { checkAnswers } from '@amtsstube/shared/domain/form-interpreter';
import { decodePage } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Response } from 'express';
import type { CitizenContext } from './citizen-context.ts';
import type { FormView, Way } from './form-controls.ts';
import { errorsIn, neighbour, sectionOf } from './form-sections.ts';
import { type FormVisit, freshTicket, type Shown, showForm, versionOf } from './form-visit.ts';
import { laterPage } from './later-page.ts';
import { sendPage } from './page.ts';
import { reviewPage } from './review-page.ts';
import { draftIdOf, type FormTicket } from './tickets.ts';

/**
 * From one page of a form to another: nothing is stored, everything typed goes with the person. Only the ways
 * forward check, and only what is behind; the way back never does.
 */
export async function goOn(
  context: CitizenContext,
  response: Response,
  visit: FormVisit,
  given: FormTicket | undefined,
  view: FormView,
  way: Way,
): Promise<void> {
  const begunWith = given && (await versionOf(context, visit, given));
  const version = begunWith ?? visit.current;
  const ticket = given?.formVersionId === version.id ? given : freshTicket(context, visit, given);
  const { form } = version;
  const { typed, problems } = await context.files.settle(given, form, decodePage(form, visit.typed).known);
  const here = { ...visit, typed };
  const { given: answers } = decodePage(form, typed);
  const checked = checkAnswers(form, answers);
  const errors = checked.ok ? [] : checked.errors;
  const show = (status: number, shown: Omit<Shown, 'ticket' | 'version'>) =>
    showForm(context, response, here, status, { ticket, version, ...shown });
  const showSection = (index: number, returns = false) =>
    show(200, { view: { kind: 'section', index: Math.min(index, form.sections.length - 1), returns } });

  // another form than she began with, in which answers may have no place any more: said before anything goes on
  if (given && !begunWith) return show(409, { notice: 'renewed', errors: problems });
  // a file that isn't there any more: said at once, whichever way leads on
  if (problems.length > 0)
    return show(422, { view: viewOn(form, view, problems[0]?.path ?? ''), errors: problems });
  switch (way.to) {
    case 'all':
      return show(200, { view: { kind: 'all' } });
    case 'later':
      return sendPage(
        response,
        200,
        laterPage({
          ...here,
          sealedTicket: context.seal.seal(ticket),
          draftId: draftIdOf(ticket.caseId),
          address: typed.get(form.contactEmailField ?? '') ?? '',
          problem: undefined,
        }),
      );
    case 'section':
      return showSection(way.index, way.returns);
    case 'back':
      return showSection(view.kind === 'all' ? 0 : (neighbour(form, typed, view.index, 'back') ?? 0));
    case 'next':
    case 'review': {
      const own = view.kind === 'section' ? errorsIn(form, view.index, errors) : errors;
      if (own.length > 0) return show(422, { view, errors: own });
      const next =
        way.to === 'next' && view.kind === 'section' ? neighbour(form, typed, view.index, 'next') : undefined;
      if (next !== undefined) return showSection(next);
      // what is wrong in another section: there, where it can be mended
      const first = errors.map(({ path }) => sectionOf(form, path)).find((index) => index !== undefined);
      if (checked.ok)
        return sendPage(
          response,
          200,
          reviewPage({
            municipality: visit.municipality,
            service: visit.service,
            form,
            answers: checked.answers,
            typed,
            view,
            sealedTicket: context.seal.seal(ticket),
            draftId: draftIdOf(ticket.caseId),
          }),
        );
      if (view.kind === 'all' || first === undefined) return show(422, { errors });
      return show(422, {
        view: { kind: 'section', index: first, returns: true },
        errors: errorsIn(form, first, errors),
      });
    }
  }
}

/** How a page is shown so that this path is in sight. */
export function viewOn(form: FormDefinition, view: FormView, path: string): FormView {
  const index = sectionOf(form, path);
  return view.kind === 'all' || index === undefined || index === view.index
    ? view
    : { kind: 'section', index, returns: true };
}
