import { casePaperPdf } from '@amtsstube/print/case-paper-pdf';
import type { CasePaper } from '@amtsstube/shared/domain/case-paper';
import { Zip, ZipPassThrough } from 'fflate';

/** What the page sends, in this order: where the fonts are, then what it wants made. */
export type ExportRequest =
  | { readonly fonts: { readonly regular: string; readonly bold: string } }
  | { readonly paper: CasePaper }
  /** Into the ZIP, under this name. */
  | { readonly path: string; readonly bytes: Uint8Array }
  | { readonly finish: true };

export type ExportAnswer =
  | { readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly zip: Blob }
  | { readonly failed: string };

let fontUrls: { readonly regular: string; readonly bold: string } | undefined;
/** What is packed already; as blobs, so that the browser may put them on the disk. */
let packed: Blob[] = [];
let zip = begunZip();

addEventListener('message', ({ data }: MessageEvent<ExportRequest>) => {
  answer(data).catch((error: unknown) => postMessage({ failed: String(error) } satisfies ExportAnswer));
});

async function answer(request: ExportRequest): Promise<void> {
  if ('fonts' in request) fontUrls = request.fonts;
  else if ('paper' in request) {
    const bytes = await casePaperPdf(request.paper, await fetchFonts());
    postMessage({ bytes } satisfies ExportAnswer, { transfer: [bytes.buffer] });
  } else if ('path' in request) {
    // PDFs and pictures are compressed already
    const entry = new ZipPassThrough(request.path);
    zip.add(entry);
    entry.push(request.bytes, true);
  } else zip.end();
}

function begunZip(): Zip {
  return new Zip((error, chunk, isLast) => {
    if (error) {
      postMessage({ failed: String(error) } satisfies ExportAnswer);
      return;
    }
    packed.push(new Blob([chunk as Uint8Array<ArrayBuffer>]));
    if (!isLast) return;
    postMessage({ zip: new Blob(packed, { type: 'application/zip' }) } satisfies ExportAnswer);
    packed = [];
    zip = begunZip();
  });
}

async function fetchFonts() {
  if (fontUrls === undefined) throw new Error('a paper came before its fonts');
  const [regular, bold] = await Promise.all([bytesAt(fontUrls.regular), bytesAt(fontUrls.bold)]);
  return { regular, bold };
}

async function bytesAt(url: string): Promise<Uint8Array> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
