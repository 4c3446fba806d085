import { type FileKind, maximumBlobBytes, mediaTypeOf, mediaTypeOfKind } from '@amtsstube/shared/domain/blob';
import { imageSize } from 'image-size';
import { type FileFault, maximumPages, maximumPixels } from './file-fault.ts';
import { faultOfPdf } from './inspect-pdf.ts';
import { jpegSize } from './jpeg-size.ts';

export type Inspected = { readonly kind: FileKind; readonly size: number } | { readonly fault: FileFault };

const kinds = Object.entries(mediaTypeOfKind) as readonly (readonly [FileKind, string])[];

/** What a file is by its content, and whether the office can open it. The same bytes always give the same answer. */
export async function inspectFile(bytes: Uint8Array): Promise<Inspected> {
  if (bytes.length === 0) return { fault: 'empty' };
  if (bytes.length > maximumBlobBytes) return { fault: 'tooBig' };
  const mediaType = mediaTypeOf(bytes);
  const kind = kinds.find(([, type]) => type === mediaType)?.[0];
  if (kind === undefined) return { fault: 'wrongType' };
  const fault = kind === 'pdf' ? await faultOfPdf(bytes) : faultOfPicture(kind, bytes);
  return fault === undefined ? { kind, size: bytes.length } : { fault };
}

const nothing = { width: 0, height: 0 };

/** By what its head says: a picture of a few kilobytes can unpack to gigabytes. */
function faultOfPicture(kind: FileKind, bytes: Uint8Array): FileFault | undefined {
  try {
    const { width, height } = kind === 'jpeg' ? (jpegSize(bytes) ?? nothing) : imageSize(bytes);
    if (!(width > 0 && height > 0)) return 'damaged';
    if (kind === 'tiff' && !hasFewPages(bytes)) return 'tooManyPages';
    return width * height > maximumPixels ? 'tooManyPixels' : undefined;
  } catch {
    return 'damaged';
  }
}

/** A TIFF's pages are a chain of directories, each with the place of the next. */
function hasFewPages(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isLittle = bytes[0] === 0x49;
  let at = view.getUint32(4, isLittle);
  for (let page = 0; at !== 0; page += 1) {
    // a chain that goes in a circle, too
    if (page === maximumPages) return false;
    at = view.getUint32(at + 2 + view.getUint16(at, isLittle) * 12, isLittle);
  }
  return true;
}
