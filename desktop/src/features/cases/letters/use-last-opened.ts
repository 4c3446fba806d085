import { useEffect, useState } from 'react';
import { openDocument } from '../../../ui/documents/open-document.ts';
import type { ShownDocument } from '../../../ui/documents/shown-document.ts';

/** The document in the bytes; the one before stays until the next is open, so that nothing flickers while one types. */
export function useLastOpened(bytes: Uint8Array | undefined): ShownDocument | undefined {
  const [shown, setShown] = useState<ShownDocument>();
  useEffect(() => {
    if (bytes === undefined) return;
    let isWanted = true;
    void openDocument(bytes, 'application/pdf').then((opened) => {
      if (!opened.ok) return;
      if (isWanted) setShown(opened.document);
      else opened.document.close();
    });
    return () => {
      isWanted = false;
    };
  }, [bytes]);
  // the page that is drawn now belongs to it until another one is shown
  useEffect(() => () => shown?.close(), [shown]);
  return shown;
}
