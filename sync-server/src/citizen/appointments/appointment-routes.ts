import { Router } from 'express';
import type { CitizenContext } from '../citizen-context.ts';
import { bookRoutes } from './book-routes.ts';
import { chooseRoutes } from './choose-routes.ts';
import { confirmRoutes } from './confirm-routes.ts';
import { manageRoutes } from './manage-routes.ts';
import { waitingRoutes } from './waiting-routes.ts';

/** Appointments as citizens book, move and cancel them, without an account. */
export function appointmentRoutes(context: CitizenContext): Router {
  const router = Router();
  router.use(
    chooseRoutes(context),
    bookRoutes(context),
    confirmRoutes(context),
    manageRoutes(context),
    waitingRoutes(context),
  );
  return router;
}
