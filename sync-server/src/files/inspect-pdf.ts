import { Worker } from 'node:worker_threads';
import { type FileFault, maximumPages } from './file-fault.ts';
import type { PdfAnswer } from './pdf-worker.ts';

/** A PDF of 25 MB takes a second on a slow machine; what takes longer is made to. */
const longestMs = 10_000;
/**
 * The whole process's, since a worker's limits don't count what is unpacked into buffers: half a megabyte can unpack to
 * gigabytes. The largest files that are taken need a third of it.
 */
const mostGrownBytes = 300 * 1024 * 1024;
const memoryEveryMs = 100;

export interface PdfLimits {
  readonly longestMs: number;
  readonly mostGrownBytes: number;
}

/** undefined: it opens without a password, and has no more pages than are taken. */
export async function faultOfPdf(
  bytes: Uint8Array,
  limits: PdfLimits = { longestMs, mostGrownBytes },
): Promise<FileFault | undefined> {
  const answer = await read(bytes, limits);
  if ('fault' in answer) return answer.fault;
  return answer.pages > maximumPages ? 'tooManyPages' : undefined;
}

function read(bytes: Uint8Array, limits: PdfLimits): Promise<PdfAnswer> {
  const most = process.memoryUsage.rss() + limits.mostGrownBytes;
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
      stdout: true,
      stderr: true,
    });
    const end = (answer: PdfAnswer) => {
      clearTimeout(timer);
      clearInterval(memoryTimer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(() => end({ fault: 'tooElaborate' }), limits.longestMs);
    const memoryTimer = setInterval(() => {
      if (process.memoryUsage.rss() > most) end({ fault: 'tooElaborate' });
    }, memoryEveryMs);
    worker.once('message', (answer: PdfAnswer) => end(answer));
    // too big for its memory, or a bug of the reader
    worker.once('error', () => end({ fault: 'damaged' }));
    worker.once('exit', () => end({ fault: 'damaged' }));
  });
}
