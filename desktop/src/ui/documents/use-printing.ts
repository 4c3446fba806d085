import { useEffect, useRef, useState } from 'react';
import { picturesOf } from './print-pages.ts';
import type { ShownDocument } from './shown-document.ts';

export type Printing =
  | { readonly state: 'idle' }
  | { readonly state: 'preparing'; readonly made: number }
  /** On the sheet that only the printer sees; `shown` is called once each is drawn. */
  | { readonly state: 'printing'; readonly urls: readonly string[] }
  | { readonly state: 'failed' };

/** Prepares all pages, then asks the shell to print them. Ends with the printer's dialog, or with the viewer. */
export function usePrinting(): {
  readonly printing: Printing;
  start(document: ShownDocument): void;
  shown(): void;
} {
  const [printing, setPrinting] = useState<Printing>({ state: 'idle' });
  const stop = useRef<AbortController>(undefined);

  useEffect(() => () => stop.current?.abort(), []);
  useEffect(() => {
    if (printing.state !== 'printing') return;
    // what isn't on the printer's sheet is hidden, and the browser takes the focus from what is hidden: keys would be lost
    const focused = document.activeElement;
    const end = () => {
      setPrinting({ state: 'idle' });
      if (focused instanceof HTMLElement && document.activeElement === document.body) focused.focus();
    };
    globalThis.addEventListener('afterprint', end);
    return () => {
      globalThis.removeEventListener('afterprint', end);
      for (const url of printing.urls) URL.revokeObjectURL(url);
    };
  }, [printing]);

  async function prepare(document: ShownDocument, { signal }: AbortController) {
    setPrinting({ state: 'preparing', made: 0 });
    try {
      const pictures = await picturesOf(document, signal, (made) =>
        setPrinting({ state: 'preparing', made }),
      );
      setPrinting({ state: 'printing', urls: pictures.map((picture) => URL.createObjectURL(picture)) });
    } catch {
      if (!signal.aborted) setPrinting({ state: 'failed' });
    }
  }

  return {
    printing,
    start: (document) => {
      stop.current?.abort();
      stop.current = new AbortController();
      void prepare(document, stop.current);
    },
    shown: () => globalThis.print(),
  };
}
