import { randomUUID } from 'node:crypto';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { z } from '@amtsstube/shared/domain/zod';
import { Router } from 'express';
import { strictForm } from '../app-body.ts';
import {
  accessibilityPage,
  longestReport,
  type ReportShown,
  reportFields,
  reportSentPage,
} from './accessibility-page.ts';
import { addressLimit } from './address-limit.ts';
import type { CitizenContext } from './citizen-context.ts';
import { imprintPage, privacyPage } from './legal-pages.ts';
import { isTrapped } from './misuse/trap.ts';
import { municipalityOf } from './municipality-reader.ts';
import { sendPage } from './page.ts';

const address = z.email().max(254);
const reportId = z.uuid();

/** Imprint, privacy, accessibility statement, and the report of a barrier. */
export function legalRoutes({ core, reports, limits }: CitizenContext): Router {
  const router = Router();

  router.get('/m/:municipality/impressum', async (request, response) => {
    sendPage(response, 200, imprintPage(await municipalityOf(core, request)));
  });

  router.get('/m/:municipality/datenschutz', async (request, response) => {
    sendPage(response, 200, privacyPage(await municipalityOf(core, request)));
  });

  router.get('/m/:municipality/barrierefreiheit', async (request, response) => {
    const municipality = await municipalityOf(core, request);
    sendPage(response, 200, accessibilityPage(municipality, { id: randomUUID(), what: '', replyTo: '' }));
  });

  router.post(
    '/m/:municipality/barrierefreiheit',
    addressLimit(limits.reports),
    ...strictForm,
    async (request, response) => {
      const municipality = await municipalityOf(core, request);
      const sent = request.body as PageInputs;
      const report: ReportShown = {
        id: reportId.safeParse(sent.get(reportFields.id)).data ?? randomUUID(),
        what: (sent.get(reportFields.what) ?? '').trim(),
        replyTo: (sent.get(reportFields.replyTo) ?? '').trim(),
      };
      const problem = problemOf(report, sent);
      if (problem) return sendPage(response, 422, accessibilityPage(municipality, { ...report, problem }));
      if (await reports.send(municipality, report))
        return sendPage(response, 200, reportSentPage(municipality));
      sendPage(response, 503, accessibilityPage(municipality, { ...report, problem: 'notSent' }));
    },
  );

  return router;
}

function problemOf({ what, replyTo }: ReportShown, sent: PageInputs): ReportShown['problem'] {
  if (what === '') return 'nothingSaid';
  if (what.length > longestReport) return 'tooLong';
  if (replyTo !== '' && !address.safeParse(replyTo).success) return 'notAnAddress';
  return isTrapped(sent) ? 'trapped' : undefined;
}
