import { blobHash, maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import { z } from '@amtsstube/shared/domain/zod';
import { type Request, type Response, Router } from 'express';
import { strictForm } from '../../app-body.ts';
import { tusRoutes } from '../../blobs/tus-routes.ts';
import { HttpProblem, parseOrRefuse } from '../../http-errors.ts';
import { addressLimit, fileLimit } from '../address-limit.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { ticketField } from '../form-controls.ts';
import { texts } from '../language.ts';
import { type FileTicket, isExpired, uploaderOf } from '../tickets.ts';
import type { FileTarget, FindTarget } from './file-target.ts';
import { mostBytesOf } from './most-bytes.ts';
import { fileNameFrom, uploadFieldAt } from './named-files.ts';
import { shownSize } from './render-upload.ts';

/** The form's sealed ticket: who has it brings files for this application, and nobody else (B1). */
const ticketHeader = 'Amtsstube-Ticket';

const named = z.strictObject({ hash: blobHash });

/**
 * Files sent by the page's script: the bytes by tus, then their name, whereupon they become part of an answer.
 * @param path of the page's form, without its last part
 */
export function uploadRoutes(context: CitizenContext, path: string, find: FindTarget): Router {
  const router = Router();

  router.use(
    `${path}/uploads`,
    addressLimit(context.limits.pages),
    fileLimit(context.limits.files, ({ method }) => method === 'POST'),
    async (request, response, next) => {
      if (request.method === 'PATCH') await reserveRoom(context, request, response);
      next();
    },
    tusRoutes(context.uploads, async (request) => {
      const { ticket } = await openTarget(context, find, request, request.get(ticketHeader) ?? '');
      if (request.method === 'POST' && !(await context.room.has(announcedBytes(request))))
        throw new HttpProblem('unavailable');
      return { municipality: ticket.municipality, uploader: uploaderOf(ticket) };
    }),
  );

  router.post(
    `${path}/files`,
    addressLimit(context.limits.pages),
    ...strictForm,
    async (request, response) => {
      const sent = request.body as PageInputs;
      const { ticket, form } = await openTarget(context, find, request, sent.get(ticketField) ?? '');
      const { hash } = parseOrRefuse(named, { hash: sent.get('hash') });
      const field = uploadFieldAt(form, sent.get('field') ?? '');
      if (!field) throw new HttpProblem('malformedRequest', 'field');
      const name = fileNameFrom(sent.get('name') ?? '');
      const file = await context.files.accept(ticket, field, name, hash);
      response.set('Cache-Control', 'no-store');
      if (typeof file === 'string') response.status(422).json({ says: texts().upload.faults[file](name) });
      else response.json({ ...file, size: shownSize(file.bytes) });
    },
  );

  return router;
}

/** Until it is answered. @throws HttpProblem unavailable */
async function reserveRoom({ room }: CitizenContext, request: Request, response: Response): Promise<void> {
  const release = await room.reserve(mostBytesOf(request));
  if (!release) throw new HttpProblem('unavailable');
  if (response.destroyed) release();
  else response.once('close', release);
}

function announcedBytes(request: Request): number {
  return Math.min(Number(request.get('upload-length') ?? 0) || 0, maximumBlobBytes);
}

/** @throws HttpProblem notFound: no ticket of this form, or one too old to be sent */
async function openTarget(
  { core }: CitizenContext,
  find: FindTarget,
  request: Request,
  sealed: string,
): Promise<FileTarget & { readonly ticket: FileTicket }> {
  const { form, ticket } = await find(request, sealed);
  if (!ticket || isExpired(ticket, core.now())) throw new HttpProblem('notFound');
  return { form, ticket };
}
