import type { MediaType } from '@amtsstube/shared/domain/blob';
import { useEffect, useState } from 'react';
import { openDocument } from '../../../ui/documents/open-document.ts';
import type { Opened } from '../../../ui/documents/shown-document.ts';

/** The document in these bytes; undefined while it is being opened. Closed when nobody looks at it any more. */
export function useOpened(bytes: Uint8Array, mediaType: MediaType): Opened | undefined {
  const [opened, setOpened] = useState<Opened>();
  useEffect(() => {
    let isWanted = true;
    let close = () => undefined as unknown;
    void openDocument(bytes, mediaType).then((now) => {
      if (now.ok) close = () => now.document.close();
      if (isWanted) setOpened(now);
      else close();
    });
    return () => {
      isWanted = false;
      setOpened(undefined);
      close();
    };
  }, [bytes, mediaType]);
  return opened;
}
