import { blobHash, maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import { z } from '@amtsstube/shared/domain/zod';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { HttpProblem, parseOrRefuse } from '../http-errors.ts';
import type { UploadRef, Uploads } from './uploads.ts';

/** Who uploads, as the route in front of this one found out. @throws HttpProblem */
export type Authorize = (request: Request) => Promise<Omit<UploadRef, 'hash'>>;

const version = '1.0.0';
const offsetType = 'application/offset+octet-stream';
const named = z.strictObject({ hash: blobHash });
const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/**
 * Resumable uploads by tus 1.0.0 (https://tus.io/protocols/resumable-upload), core and creation: every tus client can
 * use it. The upload's address is made of its hash, so a client that forgot everything finds it again, and the same
 * file is one upload. Mounted for desks and, with another `authorize`, for citizens.
 */
export function tusRoutes(uploads: Uploads, authorize: Authorize): Router {
  const router = Router({ mergeParams: true });
  const refOf = async (request: Request, hash: unknown): Promise<UploadRef> => ({
    ...(await authorize(request)),
    ...parseOrRefuse(named, { hash }),
  });

  router.options(['/', '/:hash'], (_request, response) => {
    response
      .set({ 'Tus-Resumable': version, 'Tus-Version': version, 'Tus-Extension': 'creation' })
      .set('Tus-Max-Size', String(maximumBlobBytes))
      .status(204)
      .end();
  });

  router.post('/', demandVersion, async (request, response) => {
    const length = parseOrRefuse(wholeNumber, request.get('upload-length'));
    const ref = await refOf(request, metadataOf(request).get('hash'));
    if (length === 0) throw new HttpProblem('malformedRequest', 'upload-length');
    await uploads.begin(ref, length);
    response.status(201).set('Location', `${request.baseUrl}/${ref.hash}`).end();
  });

  router.head('/:hash', demandVersion, async (request, response) => {
    const state = await uploads.state(await refOf(request, request.params['hash']));
    if (state === undefined) throw new HttpProblem('notFound');
    response
      .status(200)
      .set('Upload-Length', String(state.length))
      .set('Upload-Offset', String(state.offset));
    response.end();
  });

  router.patch('/:hash', demandVersion, async (request, response) => {
    if (request.get('content-type') !== offsetType) throw new HttpProblem('malformedRequest', 'content-type');
    const offset = parseOrRefuse(wholeNumber, request.get('upload-offset'));
    const ref = await refOf(request, request.params['hash']);
    const { offset: now } = await uploads.append(ref, offset, request);
    response.status(204).set('Upload-Offset', String(now)).end();
  });

  return router;
}

const demandVersion: RequestHandler = (request: Request, response: Response, next) => {
  response.set('Tus-Resumable', version);
  if (request.get('tus-resumable') === version) next();
  else {
    response.set('Tus-Version', version);
    next(new HttpProblem('malformedRequest', 'tus-resumable'));
  }
};

/** `key base64,key base64`. What isn't that is no metadata. */
function metadataOf(request: Request): ReadonlyMap<string, string> {
  const pairs = (request.get('upload-metadata') ?? '').split(',').map((pair) => pair.trim().split(' '));
  return new Map(pairs.map(([key = '', value = '']) => [key, Buffer.from(value, 'base64').toString('utf8')]));
}
