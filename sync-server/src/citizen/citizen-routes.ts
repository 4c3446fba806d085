import { type ErrorRequestHandler, Router } from 'express';
import { HttpProblem, logUnforeseen } from '../http-errors.ts';
import type { Logger } from '../logging.ts';
import { applicationRoutes } from './application-routes.ts';
import { appointmentRoutes } from './appointments/appointment-routes.ts';
import type { CitizenContext } from './citizen-context.ts';
import { paymentRoutes } from './fees/payment-routes.ts';
import { html } from './html.ts';
import { texts } from './language.ts';
import { laterRoutes } from './later-routes.ts';
import { legalRoutes } from './legal-routes.ts';
import { overviewRoutes } from './overview-routes.ts';
import { heading, linkButton, paragraph, sendPage } from './page.ts';
import { questionRoutes } from './questions/question-routes.ts';
import { receiptRoutes } from './receipt-routes.ts';
import { statusRoutes } from './status-routes.ts';
import type { Texts } from './texts/texts.ts';

/** The citizens' web page: HTML from the server, complete without a script. */
export function citizenRoutes(context: CitizenContext, log: Logger): Router {
  const router = Router();
  router.use(
    overviewRoutes(context),
    applicationRoutes(context),
    laterRoutes(context),
    receiptRoutes(context),
    statusRoutes(context),
    questionRoutes(context),
    paymentRoutes(context),
    appointmentRoutes(context),
    legalRoutes(context),
  );
  router.use((_request, _response, next) => next(new HttpProblem('notFound')));
  router.use(problemPage(log));
  return router;
}

/** Every failure of a page is a status and a sentence; never a stack. */
export function problemPage(log: Logger): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const problem = logUnforeseen(log, error, response);
    if (response.headersSent) return next(error);
    const { title, text } = texts().problems[pageOf(problem.code)];
    sendPage(response, problem.status, {
      title,
      main: html`${heading(title)}${paragraph(text)}<p>${linkButton('/', texts().problems.home, 'secondary')}</p>`,
    });
  };
}

function pageOf(code: HttpProblem['code']): Exclude<keyof Texts['problems'], 'home'> {
  switch (code) {
    case 'malformedRequest':
    case 'tooLarge':
    case 'notFound':
    case 'tooManyRequests':
    case 'unavailable':
    case 'internal':
      return code;
    // the citizens' pages know no sign-in
    case 'notSignedIn':
    case 'notAllowed':
    case 'wrongCode':
    case 'wrongPassword':
    case 'workstationRevoked':
    case 'workstationUnknown':
    case 'clerkDeactivated':
    case 'wrongMunicipality':
    case 'foreignDevice':
    case 'blobExpected':
    case 'blobDamaged':
    case 'otherOffset':
    case 'addressTaken':
      return 'notFound';
  }
}
