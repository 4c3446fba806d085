import { z } from '@amtsstube/shared/domain/zod';
import type { Appended, BlobLine, Downloaded, Offset } from '../blobs/blob-line.ts';
import type { UploadLine } from '../blobs/upload-file.ts';
import { failureOf, failureOfCode, type HttpTransportOptions, lineTo, problemOf } from './http-transport.ts';
import { withIdleTimeout } from './idle-timeout.ts';
import type { Answered } from './transport.ts';

const idleMilliseconds = 20_000;
/** A request shows no progress while it is sent: a line of 32 kbit/s may still finish. */
const slowestBytesPerSecond = 4_000;
const tus = { 'tus-resumable': '1.0.0' };
const wholeNumber = z
  .string()
  .regex(/^\d{1,15}$/)
  .transform(Number);

/** Files over HTTP: tus 1.0.0 up (https://tus.io/protocols/resumable-upload), GET with Range down. */
export function httpBlobLine(options: HttpTransportOptions): BlobLine {
  return blobLineUnder('', options);
}

/** The way up for a colleague's waiting files, with the right she left: it brings bytes and reads none (J7). */
export function handOverBlobLine(options: HttpTransportOptions): UploadLine {
  const { offset, begin, append, isThere } = blobLineUnder('/hand-over', options);
  return { offset, begin, append, isThere };
}

function blobLineUnder(under: '' | '/hand-over', options: HttpTransportOptions): BlobLine {
  const { open } = lineTo(options);

  function ask<T>(
    path: string,
    init: RequestInit,
    signal: AbortSignal,
    read: (response: Response, alive: () => void) => Promise<Answered<T>>,
    patience = idleMilliseconds,
  ): Promise<Answered<T>> {
    return withIdleTimeout(patience, signal, async (guarded, alive) => {
      const response = await open(`${under}${path}`, { ...init, signal: guarded });
      alive();
      return read(response, alive);
    });
  }

  return {
    offset: (hash, signal) =>
      ask<Offset | 'unknown'>(
        `/uploads/${hash}`,
        { method: 'HEAD', headers: tus },
        signal,
        async (response) => {
          const version = response.headers.get('tus-resumable');
          // no body says why: a 404 of ours carries the version, one of a proxy doesn't
          if (response.status === 404 && version !== null) return { ok: true, answer: 'unknown' };
          if (!response.ok) return { ok: false, failure: failureOfStatus(response.status) };
          return offsetIn(response);
        },
      ),

    begin: (hash, size, signal) => {
      const headers = { ...tus, 'upload-length': String(size), 'upload-metadata': `hash ${btoa(hash)}` };
      return ask('/uploads', { method: 'POST', headers }, signal, async (response) =>
        response.status === 201
          ? { ok: true, answer: 'begun' }
          : { ok: false, failure: await failureOf(response) },
      );
    },

    append: (hash, offset, bytes, signal) => {
      const headers = {
        ...tus,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      };
      const body = bytes as Uint8Array<ArrayBuffer>;
      const patience = idleMilliseconds + (bytes.length / slowestBytesPerSecond) * 1000;
      return ask<Appended>(
        `/uploads/${hash}`,
        { method: 'PATCH', headers, body },
        signal,
        async (response) => {
          if (response.status === 204) return offsetIn(response);
          const code = await problemOf(response);
          if (code === 'otherOffset' || code === 'notFound') return { ok: true, answer: 'askAgain' };
          if (code === 'blobDamaged') return { ok: true, answer: 'beginAnew' };
          return { ok: false, failure: code ? failureOfCode(code) : failureOfStatus(response.status) };
        },
        patience,
      );
    },

    isThere: (caseId, hash, signal) =>
      ask(`/cases/${caseId}/blobs/${hash}`, { method: 'HEAD' }, signal, async (response) =>
        response.ok || response.status === 404
          ? { ok: true, answer: response.ok }
          : { ok: false, failure: failureOfStatus(response.status) },
      ),

    download: (caseId, hash, from, take, signal) => {
      const headers = from === 0 ? {} : { range: `bytes=${from}-` };
      return ask<Downloaded>(
        `/cases/${caseId}/blobs/${hash}`,
        { method: 'GET', headers },
        signal,
        async (response, alive) => {
          if (!response.ok || !response.body) {
            const code = await problemOf(response);
            if (code === 'blobExpected') return { ok: true, answer: 'expected' };
            if (code === 'notFound') return { ok: true, answer: 'gone' };
            return { ok: false, failure: code ? failureOfCode(code) : failureOfStatus(response.status) };
          }
          // a proxy that ignores the range sends everything again
          if (from > 0 && response.status !== 206) return { ok: false, failure: 'badAnswer' };
          for (const reader = response.body.getReader(); ; ) {
            const { done, value } = await reader.read();
            alive();
            if (done) return { ok: true, answer: 'whole' };
            await take(value);
          }
        },
      );
    },
  };
}

function offsetIn(response: Response): Answered<Offset> {
  const parsed = wholeNumber.safeParse(response.headers.get('upload-offset'));
  return parsed.success ? { ok: true, answer: { offset: parsed.data } } : { ok: false, failure: 'badAnswer' };
}

/** Where no body says why. */
function failureOfStatus(status: number) {
  if (status === 401) return 'signedOut';
  return status >= 500 || status === 429 ? 'unavailable' : 'badAnswer';
}
