import { departmentId } from '@amtsstube/shared/domain/ids';
import type { Settings } from '@amtsstube/shared/domain/settings';
import { hallAddressesAnswer } from '@amtsstube/shared/replication/hall-addresses';
import { Router } from 'express';
import type { TicketSeal } from '../citizen/ticket-seal.ts';
import type { CoreContext } from '../core-context.ts';
import { HttpProblem } from '../http-errors.ts';
import { requireSession, type SessionSources, sessionHeldBy } from '../sign-in/session.ts';
import { hallPath } from './hall-links.ts';

/** The addresses of the pages in the halls, for those who set up the devices there. */
export function hallAddressRoutes(
  { store }: Pick<CoreContext, 'store'>,
  seal: TicketSeal,
  sources: SessionSources,
): Router {
  const router = Router({ mergeParams: true });
  router.get('/hall-addresses', requireSession(sources), async (_request, response) => {
    const { municipality, clerk } = sessionHeldBy(_request);
    if (clerk.role === 'clerk') throw new HttpProblem('notAllowed');
    const settings = await store.snapshot(municipality, (read) => read.allDocuments('settings', '', 1000));
    const halls = settings
      .map(({ document }) => document as Settings | null)
      .flatMap((each) => (each?.kind === 'department' ? departmentId.parse(each.id) : []))
      .filter((id) => clerk.role === 'admin' || clerk.departmentIds.includes(id))
      .map((id) => ({
        departmentId: id,
        display: hallPath(seal, 'display', municipality, id),
        kiosk: hallPath(seal, 'kiosk', municipality, id),
      }));
    response.json(hallAddressesAnswer.parse({ halls }));
  });
  return router;
}
