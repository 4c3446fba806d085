import { mediaTypeOf } from '@amtsstube/shared/domain/blob';
import { canBeShown, openDocument } from './open-document.ts';

/** What keeps a file from being read here: nobody can look at it, and it is kept all the same. */
export type FileTrouble = 'locked' | 'damaged';

/** Opens it once, as the viewer would. undefined: nothing is against it, or nobody here can tell. */
export async function troubleWith(bytes: Uint8Array): Promise<FileTrouble | undefined> {
  const mediaType = mediaTypeOf(bytes);
  if (mediaType === undefined || !canBeShown(mediaType)) return undefined;
  const opened = await openDocument(bytes, mediaType);
  if (!opened.ok) return opened.because === 'notLoaded' ? undefined : opened.because;
  opened.document.close();
  return undefined;
}
