import { ref } from '@amtsstube/shared/domain/documents';
import { workstationId } from '@amtsstube/shared/domain/ids';
import { municipalitySettings } from '@amtsstube/shared/domain/settings';
import {
  type InvitationAnswer,
  invitationRequest,
  type WorkstationList,
} from '@amtsstube/shared/replication/sign-in';
import { Router } from 'express';
import { strictJson } from '../app-body.ts';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import { type InviteContext, invite } from './invite.ts';
import { shownCode } from './secret.ts';
import { clerkOf, requireAdmin, requireSession, type SessionSources, sessionHeldBy } from './session.ts';

/** What an administrator does that is no operation: it is about devices and accounts, which only the server has. */
export function adminRoutes(sources: SessionSources, inviting: InviteContext): Router {
  const { workstations, store, accounts } = sources;
  const router = Router({ mergeParams: true });
  const asAdmin = [requireSession(sources), requireAdmin];

  router.post('/admin/enrolment-codes', ...asAdmin, (request, response) => {
    const { code, expiresAt } = workstations.newEnrolmentCode(sessionHeldBy(request).municipality);
    response.json({ code: shownCode(code), expiresAt });
  });

  router.get('/admin/workstations', ...asAdmin, (request, response) => {
    response.json({
      workstations: workstations.list(sessionHeldBy(request).municipality),
    } satisfies WorkstationList);
  });

  router.post('/admin/workstations/:id/revoke', ...asAdmin, (request, response) => {
    const id = workstationId.safeParse(request.params['id']);
    if (!id.success || !workstations.revoke(sessionHeldBy(request).municipality, id.data))
      throw new HttpProblem('notFound');
    response.status(204).end();
  });

  // an invitation again is a new password: the way back in for who forgot hers
  router.post('/admin/invitations', ...asAdmin, ...strictJson, async (request, response) => {
    const { municipality } = sessionHeldBy(request);
    const { clerkId, email } = parseOrRefuse(invitationRequest, request.body);
    if (!(await clerkOf(store, { municipalityId: municipality, clerkId }))) throw new HttpProblem('notFound');
    const taken = await accounts.holderOfAddress(email);
    if (taken && (taken.municipalityId !== municipality || taken.clerkId !== clerkId))
      throw new HttpProblem('addressTaken');
    const settings = await store.snapshot(
      municipality,
      async (read) => (await read.document(ref('settings', 'municipality')))?.document,
    );
    const sender = municipalitySettings.parse(settings);
    response.json(
      (await invite(
        inviting,
        { municipalityId: municipality, clerkId, email },
        sender,
      )) satisfies InvitationAnswer,
    );
  });

  return router;
}
