import { blobHash } from '@amtsstube/shared/domain/blob';
import { caseId } from '@amtsstube/shared/domain/ids';
import { z } from '@amtsstube/shared/domain/zod';
import { type Request, type Response, Router } from 'express';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import { handOverRightIn } from '../replication/hand-over-routes.ts';
import { requireSession, type SessionSources, sessionHeldBy } from '../sign-in/session.ts';
import type { BlobAccess } from './blob-access.ts';
import type { BlobStore } from './blob-store.ts';
import { savedAs } from './content-disposition.ts';
import { tusRoutes } from './tus-routes.ts';
import type { Uploads } from './uploads.ts';

const asked = z.strictObject({ caseId, hash: blobHash });

/** Files of desks: up by tus, down by GET with Range, each with a clerk's session and by rule B1. */
export function blobRoutes(
  sources: SessionSources,
  blobs: BlobStore,
  access: BlobAccess,
  uploads: Uploads,
): Router {
  const router = Router({ mergeParams: true });
  const withSession = requireSession(sources);

  router.use(
    '/uploads',
    withSession,
    tusRoutes(uploads, async (request) => {
      const { municipality, clerk } = sessionHeldBy(request);
      return { municipality, uploader: `clerk ${clerk.id}` };
    }),
  );

  // a colleague's waiting files, whoever is signed in (J7): brought, never read
  router.use(
    '/hand-over/uploads',
    tusRoutes(uploads, async (request) => {
      const { right, clerk } = await handOverRightIn(sources, request);
      return { municipality: right.municipalityId, uploader: `clerk ${clerk.id}` };
    }),
  );
  router.head('/hand-over/cases/:caseId/blobs/:hash', async (request, response) => {
    const { right, clerk } = await handOverRightIn(sources, request);
    const asked = { municipality: right.municipalityId, clerk, ...askedIn(request) };
    await access.noteBroughtFor(asked);
    response.status((await access.findNamed(asked)).found === 'here' ? 200 : 404).end();
  });

  // by the case that names it: to find out by the hash alone, every dossier would have to be read
  router.get('/cases/:caseId/blobs/:hash', withSession, async (request, response) => {
    const { municipality, clerk } = sessionHeldBy(request);
    const asked = { municipality, clerk, ...askedIn(request) };
    const isToRead = request.method !== 'HEAD';
    if (!isToRead) await access.noteBroughtFor(asked);
    const found = await (isToRead ? access.find(asked) : access.findNamed(asked));
    if (found.found === 'nothing') throw new HttpProblem('notFound');
    if (found.found === 'expected') throw new HttpProblem('blobExpected');
    await send(request, response, blobs.locate(municipality, asked.hash), found.attachment);
  });

  return router;
}

function askedIn({ params }: Request): z.infer<typeof asked> {
  return parseOrRefuse(asked, { caseId: params['caseId'], hash: params['hash'] });
}

/** Bytes of strangers: never interpreted by a browser that is led here, never kept by one. */
function send(
  request: Request,
  response: Response,
  { folder, name }: { readonly folder: string; readonly name: string },
  attachment: { readonly name: string; readonly mediaType: string },
): Promise<void> {
  response.set({
    'Content-Type': attachment.mediaType,
    'Content-Disposition': savedAs(attachment.name),
    'Content-Security-Policy': "sandbox; default-src 'none'",
    'X-Content-Type-Options': 'nosniff',
    // not compressed on the way either: a range counts the file's own bytes
    'Cache-Control': 'no-store, no-transform',
  });
  const options = {
    root: folder,
    dotfiles: 'allow',
    cacheControl: false,
    etag: false,
    lastModified: false,
  } as const;
  return new Promise((resolve, reject) => {
    response.sendFile(name, options, (error) => {
      // a line that broke is nobody's error; anything else after the headers can only end it
      if (error === undefined || request.destroyed || response.headersSent) resolve();
      else reject(error);
    });
  });
}
