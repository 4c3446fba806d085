import type { UploadedFile } from '@amtsstube/shared/domain/forms/answers';
import type { FieldOf } from '@amtsstube/shared/domain/forms/field';
import type { PageInputs } from '@amtsstube/shared/domain/forms/page-encoding';
import type { Request, RequestHandler, Response } from 'express';
import { strictForm } from '../../app-body.ts';
import { FileCut, type IncomingFile, isMultipart, readMultipart } from '../../app-multipart.ts';
import type { FileFault } from '../../files/file-fault.ts';
import type { CitizenContext } from '../citizen-context.ts';
import { ticketField } from '../form-controls.ts';
import { isExpired } from '../tickets.ts';
import type { FileProblem } from './file-problem.ts';
import type { FindTarget } from './file-target.ts';
import { mostBytesOf } from './most-bytes.ts';
import { fileNameFrom, uploadFieldAt, withFile } from './named-files.ts';

/**
 * Reads a form with or without files; `request.body` becomes a Map of the last value of each name, in which each file
 * that was taken is named as an earlier page would have named it.
 */
export function readForm(context: CitizenContext, find: FindTarget): readonly RequestHandler[] {
  return [
    async (request, response, next) => {
      if (isMultipart(request)) await readWithFiles(context, find, request, response);
      next();
    },
    ...strictForm.map(
      (handler): RequestHandler =>
        (request, response, next) =>
          request.body instanceof Map ? next() : handler(request, response, next),
    ),
  ];
}

/** Files of this request that were not taken. */
export function refusedFiles(response: Response): readonly FileProblem[] {
  return (response.locals['refusedFiles'] as readonly FileProblem[] | undefined) ?? [];
}

interface Taken {
  readonly path: string;
  readonly field: FieldOf<'upload'>;
  readonly file: UploadedFile;
}

async function readWithFiles(
  context: CitizenContext,
  find: FindTarget,
  request: Request,
  response: Response,
): Promise<void> {
  // in the order in which they were chosen, whichever is looked through first
  const taken: (Taken | undefined)[] = [];
  const problems: FileProblem[] = [];
  const sent = await readMultipart(request, async (incoming, before) => {
    const path = incoming.field;
    const name = fileNameFrom(incoming.fileName);
    const place = taken.push(undefined) - 1;
    const { field, file } = await takenFrom(context, find, request, incoming, name, before);
    if (field && typeof file === 'object') taken[place] = { path, field, file };
    else if (field && typeof file === 'string') problems.push({ path, fault: file, file: name });
  });
  let inputs: PageInputs = sent;
  for (const each of taken) {
    if (!each) continue;
    const { path, field, file } = each;
    const more = withFile(field, path, file, inputs);
    if (more) inputs = more;
    else problems.push({ path, fault: 'tooMany', file: file.name });
  }
  request.body = inputs;
  response.locals['refusedFiles'] = problems;
}

/** No field: the form has none there, and the file goes where other unknown inputs go. */
async function takenFrom(
  context: CitizenContext,
  find: FindTarget,
  request: Request,
  incoming: IncomingFile,
  name: string,
  before: PageInputs,
): Promise<{ readonly field?: FieldOf<'upload'>; readonly file?: UploadedFile | FileFault }> {
  const { form, ticket } = await find(request, before.get(ticketField) ?? '');
  const field = uploadFieldAt(form, incoming.field);
  if (!field) return {};
  if (!ticket || isExpired(ticket, context.core.now())) return { field, file: 'gone' };
  const release = await context.room.reserve(mostBytesOf(request));
  if (!release) return { field, file: 'notNow' };
  try {
    return { field, file: await context.files.take(ticket, field, name, incoming.bytes) };
  } catch (error) {
    if (error instanceof FileCut) return { field, file: 'tooBig' };
    throw error;
  } finally {
    release();
  }
}
