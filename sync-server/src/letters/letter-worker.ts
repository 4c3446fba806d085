import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { type Printable, pdfOf } from '@amtsstube/print/printable';

/** In a thread of its own: a letter takes a tenth of a second, in which nobody else shall wait. */

export interface LetterRequest {
  readonly id: number;
  readonly printable: Printable;
}

export type LetterAnswer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failed: string };

const { resolve } = createRequire(import.meta.url);
const font = (file: string) => new Uint8Array(readFileSync(resolve(`@expo-google-fonts/noto-sans/${file}`)));
const fonts = {
  regular: font('400Regular/NotoSans_400Regular.ttf'),
  bold: font('700Bold/NotoSans_700Bold.ttf'),
};

parentPort?.on('message', async ({ id, printable }: LetterRequest) => {
  try {
    const bytes = await pdfOf(printable, fonts);
    parentPort?.postMessage({ id, bytes } satisfies LetterAnswer, [bytes.buffer]);
  } catch (error) {
    parentPort?.postMessage({ id, failed: String(error) } satisfies LetterAnswer);
  }
});
