import { maximumBlobBytes } from '@amtsstube/shared/domain/blob';
import { Busboy, type BusboyFileStream, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy';
import type { Request } from 'express';
import { maximumFormBytes } from './app-body.ts';
import { HttpProblem } from './http-errors.ts';

export interface IncomingFile {
  /** Of the input it was chosen in. */
  readonly field: string;
  /** As the person's computer calls it. */
  readonly fileName: string;
  /** @throws FileCut behind 25 MB */
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** A file that goes on behind what is taken. */
export class FileCut extends Error {
  override readonly name = 'FileCut';
}

const mostFiles = 60;
const mostFields = 3000;
const utf8 = new TextDecoder('utf-8', { fatal: true });

export function isMultipart(request: Request): boolean {
  return /^multipart\/form-data\s*;/i.test(request.headers['content-type'] ?? '');
}

/**
 * Reads an HTML form with files as strictly as one without. Files are handed on as they come, one after another, each
 * with the fields that stood before it; what one of them fails of is thrown once all has been read, so that whoever
 * sends it gets an answer.
 * @returns the last value of each name
 * @throws HttpProblem malformedRequest, tooLarge, and what `takeFile` throws
 */
export async function readMultipart(
  request: Request,
  takeFile: (file: IncomingFile, before: ReadonlyMap<string, string>) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const busboy = open(request);
  const fields = new Map<string, string>();
  const files: Promise<void>[] = [];
  const unread = new Set<BusboyFileStream>();
  let bytes = 0;
  let failed: unknown;
  const fail = (error: unknown) => {
    failed ??= error;
  };
  busboy.on('field', (name: string | undefined, value, _nameIsCut, isCut) => {
    bytes += (name?.length ?? 0) + value.length;
    if (isCut || bytes > maximumFormBytes) return fail(new HttpProblem('tooLarge'));
    try {
      if (name !== undefined) fields.set(name, utf8.decode(Buffer.from(value, 'latin1')));
    } catch {
      fail(new HttpProblem('malformedRequest', 'body'));
    }
  });
  busboy.on('file', (field: string | undefined, stream, fileName: string | undefined) => {
    unread.add(stream);
    stream.on('end', () => unread.delete(stream));
    // told to whoever reads it; where nobody does it concerns nobody
    stream.on('error', () => undefined);
    // a browser sends an empty part for an input in which nothing was chosen
    if (field === undefined || !fileName || failed !== undefined) return void stream.resume();
    const taken = takeFile({ field, fileName, bytes: wholeOf(stream) }, fields);
    files.push(taken.catch(fail).finally(() => stream.resume()));
  });
  for (const limit of ['filesLimit', 'fieldsLimit'] as const)
    busboy.on(limit, () => fail(new HttpProblem('tooLarge')));
  try {
    await passedOn(request, busboy);
  } catch {
    fail(new HttpProblem('malformedRequest', 'body'));
    for (const stream of unread) stream.destroy(new Error('the form broke off'));
    request.resume();
  }
  await Promise.all(files);
  if (failed !== undefined) throw failed;
  return fields;
}

function open(request: Request): BusboyInstance {
  try {
    return new Busboy({
      headers: request.headers as BusboyHeaders,
      // bytes as they are: decoded here, where broken ones are refused and not replaced
      defCharset: 'latin1',
      limits: {
        fieldSize: maximumFormBytes,
        fields: mostFields,
        fileSize: maximumBlobBytes,
        files: mostFiles,
        headerPairs: 20,
        headerSize: 8192,
      },
    });
  } catch {
    throw new HttpProblem('malformedRequest', 'content-type');
  }
}

function passedOn(request: Request, busboy: BusboyInstance): Promise<void> {
  return new Promise((resolve, reject) => {
    busboy.once('finish', resolve);
    busboy.on('error', (error) => {
      request.unpipe(busboy);
      reject(error);
    });
    request.once('close', () => {
      if (!request.complete) reject(new Error('the line broke'));
    });
    request.pipe(busboy);
  });
}

async function* wholeOf(stream: BusboyFileStream): AsyncIterable<Uint8Array> {
  // whoever stops reading leaves the rest to be drained, else the fields behind it never come
  yield* stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>;
  if (stream.truncated) throw new FileCut();
}
