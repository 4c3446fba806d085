import type { MediaType } from '@amtsstube/shared/domain/blob';
import { openPicture } from './open-picture.ts';
import type { Opened } from './shown-document.ts';

/** What can be looked at without another program; a TIFF can only be saved. */
export function canBeShown(mediaType: MediaType): boolean {
  return mediaType !== 'image/tiff';
}

/** Opens a file's bytes for looking at. Nothing in it is run: no scripts, no links, no forms. */
export async function openDocument(bytes: Uint8Array, mediaType: MediaType): Promise<Opened> {
  if (mediaType !== 'application/pdf') return openPicture(bytes, mediaType);
  // large, and most days nobody needs it
  const loaded = await import('./open-pdf.ts').catch(() => undefined);
  return loaded === undefined ? { ok: false, because: 'notLoaded' } : loaded.openPdf(bytes);
}
