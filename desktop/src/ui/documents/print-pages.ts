import type { ShownDocument } from './shown-document.ts';

/** Dots per CSS pixel: 200 per inch, as an office scanner's. */
const sharpness = 200 / 96;
/** A4 at that density is 1,654 wide; a photograph of 50 megapixels needn't be more. */
const mostWidth = 2_400;

/** Every page as a picture, for paper. `made` hears of each. @throws AbortError */
export async function picturesOf(
  document: ShownDocument,
  signal: AbortSignal,
  made: (count: number) => void,
): Promise<readonly Blob[]> {
  const pictures: Blob[] = [];
  const canvas = globalThis.document.createElement('canvas');
  for (let number = 1; number <= document.pageCount; number += 1) {
    const page = await document.page(number);
    const scale = Math.min(1, mostWidth / (page.width * sharpness));
    await page.draw(canvas, scale, sharpness, signal, 'paper');
    signal.throwIfAborted();
    pictures.push(await jpegOf(canvas));
    made(number);
  }
  return pictures;
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('the page could not be drawn')) : resolve(blob)),
      'image/jpeg',
      0.95,
    );
  });
}
