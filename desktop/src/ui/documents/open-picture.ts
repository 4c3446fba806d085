import { type Opened, sharpnessFor } from './shown-document.ts';

/** A photograph or a scanned page, the right way up, as a document of one page. */
export async function openPicture(bytes: Uint8Array, mediaType: string): Promise<Opened> {
  const blob = new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType });
  const picture = await createImageBitmap(blob).catch(() => undefined);
  if (picture === undefined) return { ok: false, because: 'damaged' };
  const { width, height } = picture;
  const page = {
    width,
    height,
    draw: async (canvas: HTMLCanvasElement, scale: number, wanted: number) => {
      const sharpness = sharpnessFor(width * scale, height * scale, wanted);
      canvas.width = Math.max(1, Math.round(width * scale * sharpness));
      canvas.height = Math.max(1, Math.round(height * scale * sharpness));
      canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    },
    drawText: undefined,
  };
  return {
    ok: true,
    document: { pageCount: 1, page: async () => page, close: () => picture.close() },
  };
}
