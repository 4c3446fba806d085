import { Router } from 'express';
import { requireSession, type SessionSources } from '../sign-in/session.ts';

/** The public key that desks seal exports of their journals to. */
export function supportRoutes(publicKey: string, sources: SessionSources): Router {
  const router = Router({ mergeParams: true });
  router.get('/support-key', requireSession(sources), (_request, response) => {
    response.json({ publicKey });
  });
  return router;
}
