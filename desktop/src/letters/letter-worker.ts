import { type LetterFonts, letterPdf, type PrintedLetter } from '@amtsstube/print/letter-pdf';

/** What the page sends: first where the fonts are, then letters. */
export type LetterRequest =
  | { readonly fonts: { readonly regular: string; readonly bold: string } }
  | { readonly id: number; readonly printed: PrintedLetter };

export type LetterAnswer =
  | { readonly id: number; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failed: string };

let fonts: Promise<LetterFonts> | undefined;

addEventListener('message', ({ data }: MessageEvent<LetterRequest>) => {
  if ('fonts' in data) {
    fonts = fetchFonts(data.fonts);
    // said with the first letter that needs them
    fonts.catch(() => undefined);
  } else void answer(data.id, data.printed);
});

async function answer(id: number, printed: PrintedLetter): Promise<void> {
  try {
    if (fonts === undefined) throw new Error('a letter came before its fonts');
    const bytes = await letterPdf(printed, await fonts);
    postMessage({ id, bytes } satisfies LetterAnswer, { transfer: [bytes.buffer] });
  } catch (error) {
    postMessage({ id, failed: String(error) } satisfies LetterAnswer);
  }
}

async function fetchFonts(urls: { readonly regular: string; readonly bold: string }): Promise<LetterFonts> {
  const [regular, bold] = await Promise.all([urls.regular, urls.bold].map(bytesAt));
  if (regular === undefined || bold === undefined) throw new Error('no fonts');
  return { regular, bold };
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
