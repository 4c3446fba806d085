import { type AnyDocument, keyOf, ref } from '@amtsstube/shared/domain/documents';
import {
  type SalvagedDocument,
  type SalvageList,
  salvageDone,
  salvageRequest,
} from '@amtsstube/shared/replication/salvage';
import { Router } from 'express';
import { notedErasures } from '../admin/erase-case.ts';
import { strictJson } from '../app-body.ts';
import type { CoreContext } from '../core-context.ts';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import { requireAdmin, requireSession, type SessionSources, sessionHeldBy } from '../sign-in/session.ts';
import type { Read } from '../store/store.ts';
import type { SalvageStore } from './salvage-store.ts';
import { distinct } from './salvage-versions.ts';
import { isStillLacking } from './still-lacking.ts';

export interface SalvageContext {
  readonly core: Pick<CoreContext, 'now' | 'store'>;
  readonly salvage: SalvageStore;
  readonly dataDirectory: string;
}

/**
 * After a restore desks bring what their copies held and the server lacks (L8); an administrator looks it through. It is
 * a desk's word only: nothing of it enters the municipality's documents.
 */
export function salvageRoutes(
  { core, salvage, dataDirectory }: SalvageContext,
  sources: SessionSources,
): Router {
  const router = Router({ mergeParams: true });
  const withSession = requireSession(sources);
  const asAdmin = [withSession, requireAdmin];

  router.post('/salvage', withSession, ...strictJson, async (request, response) => {
    const { municipality, clerk } = sessionHeldBy(request);
    const { epoch, documents } = parseOrRefuse(salvageRequest, request.body);
    const [head, present] = await core.store.snapshot(municipality, (read) =>
      Promise.all([read.head(), presentOf(read, documents)]),
    );
    // of the present epoch nothing was lost
    if (epoch === head.epoch) throw new HttpProblem('malformedRequest', 'epoch');
    const erased = new Set(
      (await notedErasures([dataDirectory]))
        .filter((noted) => noted.municipality === municipality)
        .map(({ caseId }) => caseId as string),
    );
    // what was erased must not come back this way (S11)
    const notErased = documents.filter(({ id }) => !erased.has(id));
    // a dossier that was laid aside is gone from a fresh copy, and here: it would take the room of what is lost
    const kept = notErased.filter((each) => isStillLacking(each.collection, each.document, present(each)));
    // not for good: an administrator who looks some of it through makes room
    if (!salvage.take(municipality, epoch, kept, clerk.id, core.now())) throw new HttpProblem('unavailable');
    response.status(204).end();
  });

  router.get('/admin/salvage', ...asAdmin, async (request, response) => {
    const { municipality } = sessionHeldBy(request);
    const all = salvage.list(municipality);
    const present = await core.store.snapshot(municipality, (read) => presentOf(read, all));
    const documents = distinct(all).filter((each) =>
      isStillLacking(each.collection, each.document, present(each)),
    );
    response.json({ documents } satisfies SalvageList);
  });

  router.post('/admin/salvage/done', ...asAdmin, ...strictJson, (request, response) => {
    const { documents } = parseOrRefuse(salvageDone, request.body);
    for (const document of documents) salvage.remove(sessionHeldBy(request).municipality, document);
    response.status(204).end();
  });

  return router;
}

/** Of each of these what the server has now. */
async function presentOf(
  read: Read,
  named: readonly Pick<SalvagedDocument, 'collection' | 'id'>[],
): Promise<(each: Pick<SalvagedDocument, 'collection' | 'id'>) => AnyDocument | null | undefined> {
  const found = await read.documents(named.map(({ collection, id }) => ref(collection, id)));
  const byKey = new Map(found.map((stored) => [keyOf(stored), stored.document]));
  return (each) => byKey.get(keyOf(each));
}
