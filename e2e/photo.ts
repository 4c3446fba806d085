import type { Page } from 'playwright-core';

/** Red on the left, blue on the right, and noise, as a camera has it. */
export async function jpegOf(page: Page, width: number, height: number): Promise<Buffer> {
  const base64 = await page.evaluate(
    async ([across, down]) => {
      const canvas = new OffscreenCanvas(across, down);
      const pen = canvas.getContext('2d') as OffscreenCanvasRenderingContext2D;
      for (const [index, colour] of ['red', 'blue'].entries()) {
        pen.fillStyle = colour;
        pen.fillRect((index * across) / 2, 0, across / 2, down);
      }
      for (let line = 0; line < down; line += 7) {
        pen.fillStyle = `rgb(${line % 255} 0 ${(line * 3) % 255} / 0.2)`;
        pen.fillRect(0, line, across, 3);
      }
      const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
      return btoa(
        Array.from(new Uint8Array(await blob.arrayBuffer()), (byte) => String.fromCharCode(byte)).join(''),
      );
    },
    [width, height] as const,
  );
  return Buffer.from(base64, 'base64');
}

/** With a camera's note that it was turned by a quarter: EXIF orientation 6. */
export function lyingOnItsSide(jpeg: Buffer): Buffer {
  const exif = Buffer.from(
    '457869660000' + '4d4d002a00000008' + '0001' + '0112' + '0003' + '00000001' + '00060000' + '00000000',
    'hex',
  );
  const head = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** What a browser shows of it. */
export function seen(page: Page, jpeg: Buffer) {
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }));
    const { width, height } = picture;
    const pen = new OffscreenCanvas(width, height).getContext('2d') as OffscreenCanvasRenderingContext2D;
    pen.drawImage(picture, 0, 0);
    const at = (y: number) => {
      const [red = 0, , blue = 0] = pen.getImageData(width / 2, y, 1, 1).data;
      return red > blue ? 'red' : 'blue';
    };
    return { width, height, top: at(10), bottom: at(height - 10) };
  }, jpeg.toString('base64'));
}
