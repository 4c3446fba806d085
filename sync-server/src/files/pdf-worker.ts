import { registerHooks } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { FileFault } from './file-fault.ts';

/** In a thread of its own, which is ended when it takes too long: the bytes are a stranger's. */

export type PdfAnswer = { readonly pages: number } | { readonly fault: FileFault };

// it draws nothing here, and no native code shall meet a stranger's bytes
registerHooks({
  resolve: (specifier, context, next) => {
    if (specifier === '@napi-rs/canvas') throw new Error('not needed');
    return next(specifier, context);
  },
});
// it says on the console that it can't draw
console.warn = () => undefined;

const { getDocument, PasswordException } = await import('pdfjs-dist/legacy/build/pdf.mjs');

async function read(data: Uint8Array): Promise<PdfAnswer> {
  const task = getDocument({ data, verbosity: 0, stopAtErrors: true, useWorkerFetch: false });
  try {
    const document = await task.promise;
    // a page tree can be cut off behind a good beginning
    await document.getPage(1);
    await document.getPage(document.numPages);
    return { pages: document.numPages };
  } catch (error) {
    return { fault: error instanceof PasswordException ? 'encrypted' : 'damaged' };
  } finally {
    await task.destroy();
  }
}

parentPort?.postMessage(await read(workerData as Uint8Array));
