import type { LetterFonts } from '@amtsstube/print/letter-fonts';
import { type Printable, pdfOf } from '@amtsstube/print/printable';

/** What the page sends: first where the fonts are, then what is to be printed. */
export type LetterRequest =
  | { readonly fonts: { readonly regular: string; readonly bold: string } }
  | { readonly id: number; readonly printable: Printable };

export type LetterAnswer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failed: string };

let urls: { readonly regular: string; readonly bold: string } | undefined;
let fonts: Promise<LetterFonts> | undefined;

addEventListener('message', ({ data }: MessageEvent<LetterRequest>) => {
  if ('fonts' in data) urls = data.fonts;
  else void answer(data.id, data.printable);
});

async function answer(id: number, printable: Printable): Promise<void> {
  try {
    const bytes = await pdfOf(printable, await fetchedFonts());
    postMessage({ id, bytes } satisfies LetterAnswer, { transfer: [bytes.buffer] });
  } catch (error) {
    postMessage({ id, failed: String(error) } satisfies LetterAnswer);
  }
}

/** Once; where it fails (no line in the very first session), the next letter tries again. */
function fetchedFonts(): Promise<LetterFonts> {
  fonts ??= fetchFonts().catch((error: unknown) => {
    fonts = undefined;
    throw error;
  });
  return fonts;
}

async function fetchFonts(): Promise<LetterFonts> {
  if (urls === undefined) throw new Error('a letter came before its fonts');
  const [regular, bold] = await Promise.all([bytesAt(urls.regular), bytesAt(urls.bold)]);
  return { regular, bold };
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
