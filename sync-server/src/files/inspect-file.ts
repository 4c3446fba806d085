import { type FileKind, maximumBlobBytes, mediaTypeOf, mediaTypeOfKind } from '@amtsstube/shared/domain/blob';
import { imageSize } from 'image-size';
import { type FileFault, maximumPixels } from './file-fault.ts';
import { faultOfPdf } from './inspect-pdf.ts';
import { jpegSize } from './jpeg-size.ts';
import { faultOfTiff } from './tiff-fault.ts';

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
    if (kind === 'tiff') return faultOfTiff(bytes);
    const { width, height } = kind === 'jpeg' ? (jpegSize(bytes) ?? nothing) : imageSize(bytes);
    if (!(width > 0 && height > 0)) return 'damaged';
    return width * height > maximumPixels ? 'tooManyPixels' : undefined;
  } catch {
    return 'damaged';
  }
}
