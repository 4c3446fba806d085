import type { Attachment } from '@amtsstube/shared/domain/case';
import type { PackedFile } from '@amtsstube/shared/domain/case-json';
import type { PaperDocument, PaperPicture } from '@amtsstube/shared/domain/case-paper';
import { plainFileName } from '@amtsstube/shared/letters/letter-file-name';
import type { Desk } from '../../../data/desk.ts';
import { de } from '../../../texts/de.ts';
import { openDocument } from '../../../ui/documents/open-document.ts';
import { picturesOf } from '../../../ui/documents/print-pages.ts';

/** The bytes of a file, or why there are none to be had here. */
export type ReadFile =
  | { readonly bytes: Uint8Array; readonly missing?: undefined }
  | { readonly bytes?: undefined; readonly missing: string };

/** As the screen does: what is held back is opened by nobody but who added it. */
export async function readFile(desk: Desk, attachment: Attachment): Promise<ReadFile> {
  const { hash, withheld, addedBy } = attachment;
  const isOwn = desk.actor.kind === 'clerk' && desk.actor.clerkId === addedBy;
  const text = de.export.missing;
  if (withheld === 'infected') return { missing: text.infected };
  if (withheld === 'inCheck' && !isOwn) return { missing: text.inCheck };
  const bytes = await desk.files?.read(hash);
  return bytes === undefined ? { missing: text.notHere } : { bytes };
}

/** A document's pages as pictures; a sentence where it has none that could be drawn. */
export async function pagesOf(
  bytes: Uint8Array,
  { name, mediaType }: Pick<Attachment, 'name' | 'mediaType'>,
  signal: AbortSignal,
): Promise<PaperDocument | string> {
  const text = de.export.missing;
  if (mediaType === 'image/tiff') return text.tiff;
  const opened = await openDocument(bytes, mediaType);
  if (!opened.ok) return text[opened.because];
  try {
    const pictures = await picturesOf(opened.document, signal, () => undefined);
    return { name, pages: await Promise.all(pictures.map(pictureOf)) };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof Error)) throw error;
    return text.damaged;
  } finally {
    opened.document.close();
  }
}

async function pictureOf(jpeg: Blob): Promise<PaperPicture> {
  const picture = await createImageBitmap(jpeg);
  const { width, height } = picture;
  picture.close();
  // drawn at 200 dots per inch, measured in CSS pixels
  const scale = 96 / 200;
  return { jpeg: new Uint8Array(await jpeg.arrayBuffer()), width: width * scale, height: height * scale };
}

/**
 * Where a file lies in a package: numbered, so that two of the same name stay two, and so short that Windows can unpack it
 * into a folder that is named after the package (at most 260 characters to the last letter).
 */
export function pathFor(index: number, name: string, folder: string): string {
  return `${folder}/${String(index + 1).padStart(2, '0')} ${plainFileName(name)}`;
}

export function packed(attachment: Attachment, path: string | null, missing?: string): PackedFile {
  const { hash, name, mediaType, size } = attachment;
  return { hash, name, mediaType, size, path, ...(missing !== undefined && { missing }) };
}
