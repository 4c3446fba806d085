import { workstationId } from '@amtsstube/shared/domain/ids';
import type { WorkstationList } from '@amtsstube/shared/replication/sign-in';
import { Router } from 'express';
import { HttpProblem } from '../http-errors.ts';
import { shownCode } from './secret.ts';
import { requireAdmin, requireSession, type SessionSources, sessionHeldBy } from './session.ts';

/** What an administrator does that is no operation: it is about devices and accounts, which only the server has. */
export function adminRoutes(sources: SessionSources): Router {
  const { workstations } = sources;
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

  return router;
}
