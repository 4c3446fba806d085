/** One page of something that is looked at. Sizes in CSS pixels at 100 %. */
export interface ShownPage {
  readonly width: number;
  readonly height: number;
  /**
   * Sizes the canvas to `scale` × `sharpness` and draws; rejects with an AbortError where it is not wanted any more.
   * For paper it doesn't wait for the screen's frames, and shows what a document has for paper only.
   */
  draw(
    canvas: HTMLCanvasElement,
    scale: number,
    sharpness: number,
    signal: AbortSignal,
    on?: 'screen' | 'paper',
  ): Promise<void>;
  /** Text that can be marked and read out, put into a layer over the drawing. Pictures have none. */
  readonly drawText: ((layer: HTMLElement, scale: number, signal: AbortSignal) => Promise<void>) | undefined;
}

export interface ShownDocument {
  readonly pageCount: number;
  /** @param number from 1 on */
  page(number: number): Promise<ShownPage>;
  close(): void;
}

/** `damaged`: not what it says it is. `locked`: a password is needed. `notLoaded`: the program lacks a part of itself. */
export type Opened =
  | { readonly ok: true; readonly document: ShownDocument }
  | { readonly ok: false; readonly because: 'damaged' | 'locked' | 'notLoaded' };

/** What a browser draws at most at once; larger drawings are only less sharp. */
const mostPixels = 16_000_000;

/** How many of the canvas's pixels make one CSS pixel of the drawing. */
export function sharpnessFor(width: number, height: number, wanted: number): number {
  return Math.min(wanted, Math.sqrt(mostPixels / Math.max(1, width * height)));
}

/** Several as one, their pages one after another. */
export function joinedDocument(documents: readonly ShownDocument[]): ShownDocument {
  return {
    pageCount: documents.reduce((sum, { pageCount }) => sum + pageCount, 0),
    page: (number) => {
      let before = 0;
      for (const document of documents) {
        if (number <= before + document.pageCount) return document.page(number - before);
        before += document.pageCount;
      }
      throw new RangeError(`there is no page ${number}`);
    },
    close: () => {
      for (const document of documents) document.close();
    },
  };
}
