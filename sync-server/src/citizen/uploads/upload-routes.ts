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
import { ticketOf, versionOf, visitOf } from '../form-visit.ts';
import { texts } from '../language.ts';
import { type FormTicket, isExpired, uploaderOf } from '../tickets.ts';
import { mostBytesOf } from './most-bytes.ts';
import { fileNameFrom, uploadFieldAt } from './named-files.ts';
import { shownSize } from './render-upload.ts';

const servicePath = '/m/:municipality/services/:serviceId';
/** The form's sealed ticket: who has it brings files for this application, and nobody else (B1). */
const ticketHeader = 'Amtsstube-Ticket';

const named = z.strictObject({ hash: blobHash });

/** Files sent by the page's script: the bytes by tus, then their name, whereupon they become part of an answer. */
export function uploadRoutes(context: CitizenContext): Router {
  const router = Router();

  router.use(
    `${servicePath}/uploads`,
    addressLimit(context.limits.pages),
    fileLimit(context.limits.files, ({ method }) => method === 'POST'),
    async (request, response, next) => {
      if (request.method === 'PATCH') await reserveRoom(context, request, response);
      next();
    },
    tusRoutes(context.uploads, async (request) => {
      const ticket = await openTicket(context, request, request.get(ticketHeader) ?? '');
      if (request.method === 'POST' && !(await context.room.has(announcedBytes(request))))
        throw new HttpProblem('unavailable');
      return { municipality: ticket.municipality, uploader: uploaderOf(ticket) };
    }),
  );

  router.post(
    `${servicePath}/files`,
    addressLimit(context.limits.pages),
    ...strictForm,
    async (request, response) => {
      const sent = request.body as PageInputs;
      const ticket = await openTicket(context, request, sent.get(ticketField) ?? '');
      const { hash } = parseOrRefuse(named, { hash: sent.get('hash') });
      const visit = await visitOf(context, request, new Map());
      const { form } = (await versionOf(context, visit, ticket)) ?? visit.current;
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
async function openTicket(context: CitizenContext, request: Request, sealed: string): Promise<FormTicket> {
  const ticket = ticketOf(context, await visitOf(context, request, new Map()), sealed);
  if (!ticket || isExpired(ticket, context.core.now())) throw new HttpProblem('notFound');
  return ticket;
}
